#pragma once

#include "campaign/grouplist.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace fuotadesk {

class GroupForm;

// The selected multicast group: what its status means, every member the service tells, and in tabs
// of their own its devices and its session.
class GroupDetails : public QWidget {
    Q_OBJECT

public:
    explicit GroupDetails(QWidget* parent = nullptr);

    void addTab(QWidget* page, const QString& title);
    // Null: nothing is selected.
    void showGroup(const GroupRow* row);
    // Something is being done to the group.
    void setBusy(bool busy);
    void takeFocus();

Q_SIGNALS:
    void retryRequested();
    void editRequested();
    void deleteRequested();

private:
    QWidget* makePage();
    QLayout* makeButtons();
    void showStatus(const GroupRow& row);
    void enableButtons();

    QStackedWidget* m_stack;
    QTabWidget* m_tabs;
    QLabel* m_title;
    QLabel* m_status;
    QPushButton* m_retry;
    QPushButton* m_edit;
    QPushButton* m_delete;
    GroupForm* m_members;
    bool m_hasGroup = false;
    bool m_hasDetails = false;
    bool m_isBusy = false;
};

} // namespace fuotadesk
