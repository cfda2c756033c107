#pragma once

#include "store/activity.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace fuotadesk {

class ActivityDetails;
class ActivityFilterBar;
class ActivityList;
class ActivityModel;
class NoticeBar;
class TableSaver;

// What was changed at the service from this machine and how it ended: the newest first, live while
// it is in sight. The focus it is given goes to its search.
class ActivityPage : public QWidget {
    Q_OBJECT

public:
    explicit ActivityPage(ActivityList& list, QWidget* parent = nullptr);

    void focusSearch();
    // For a menu.
    QList<QAction*> activityActions() const;

private:
    void makeTable();
    void makeActions();
    QWidget* makeEmptyPage();
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void takeState();
    void showSummary();
    void showCurrent();
    void exportAll();

    ActivityList& m_list;
    ActivityModel* m_model;
    TableSaver* m_saver;
    NoticeBar* m_failure;
    NoticeBar* m_result;
    ActivityFilterBar* m_filter;
    QStackedWidget* m_stack;
    QTableView* m_table;
    QLabel* m_empty = nullptr;
    QPushButton* m_emptyButton = nullptr;
    QSplitter* m_splitter;
    ActivityDetails* m_details;
    QLabel* m_summary;
    QTimer m_look; // for what other programs did
};

} // namespace fuotadesk
