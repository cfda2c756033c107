#pragma once

#include "campaign/workbench.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace fuotadesk {

class NoticeBar;
class TaskDetails;
class TaskFilterBar;
class TaskRemoval;
class TaskTable;
class TaskTableModel;
class Worker;
struct TaskFilter;
struct Error;
struct WindowLayout;

// The table of tasks with search and status filter, and beside it the selected one. What is known
// stays in sight while it is read again, after a failure, and signed out, then greyed and with its
// age.
class TasksPage : public QWidget {
    Q_OBJECT

public:
    explicit TasksPage(const Workbench& bench, QWidget* parent = nullptr);

    // For the menus; they work while the table has the focus.
    QAction* openAction() const;
    QAction* deleteAction() const;
    QAction* copyAction() const;
    QAction* exportAction() const { return m_export; }

    void focusSearch();
    void focusTable();
    void refresh();
    // Selects the task, now or when it comes with the next answer.
    void select(const QString& taskId);
    void restoreLayout(const WindowLayout& layout);
    void saveLayout(WindowLayout& layout) const;

Q_SIGNALS:
    void newTaskRequested();
    void connectionRequested();

private:
    void connectList();
    void connectParts();
    QWidget* makeEmptyPage();
    void takeRows();
    void takeRow(const QString& id);
    void takeState();
    bool isStale() const;
    void applyFilter(const TaskFilter& filter);
    void showSelection();
    void showSummary();
    void showEmptiness(int shown, int total);
    void askToDelete();
    void exportTable();
    void writeTable(const QString& file);
    void showFailure(const Error& error);
    void followRemedy(int index);

    Workbench m_bench;
    TaskTableModel* m_model;
    TaskRemoval* m_removal;
    NoticeBar* m_failure;
    NoticeBar* m_result;
    TaskFilterBar* m_filter;
    QProgressBar* m_loading;
    QStackedWidget* m_stack;
    TaskTable* m_table;
    QLabel* m_empty = nullptr;
    QPushButton* m_emptyButton = nullptr;
    QLabel* m_summary;
    QSplitter* m_splitter;
    TaskDetails* m_details;
    QAction* m_export = nullptr;
    Worker* m_writer = nullptr; // made for the first export
    QTimer m_age; // runs only while the rows are stale
};

} // namespace fuotadesk
