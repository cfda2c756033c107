#pragma once

#include "campaign/workbench.h"

#include <QTimer>
#include <QWidget>

class QAction;

namespace fuotadesk {

class DevicesPane;
class ListFrame;
class TableSaver;
class TaskActions;
class TaskDetails;
class TaskEditing;
class TaskFilterBar;
class TaskGroupsPane;
class TaskRemoval;
class TaskStart;
class TaskTable;
class TaskTableModel;
class TaskTags;
enum class MemberKind;
struct TaskFilter;
struct FuotaTaskSummary;
struct WindowLayout;

// The table of tasks with its search and filters, and beside it the selected one. What is known
// stays in sight while it is read again, after a failure, and signed out, then greyed and with its
// age.
class TasksPage : public QWidget {
    Q_OBJECT

public:
    explicit TasksPage(const Workbench& bench, QWidget* parent = nullptr);

    // For the menus; they work while the table has the focus.
    QList<QAction*> taskActions() const;
    QList<QAction*> exportActions() const;

    void focusSearch();
    void focusTable();
    void refresh();
    // Of the selected task.
    const DevicesPane* devicesPane() const { return m_devices; }
    // Selects the task, now or when it comes with the next answer.
    void select(const QString& taskId);
    void restoreLayout(const WindowLayout& layout);
    void saveLayout(WindowLayout& layout) const;

Q_SIGNALS:
    void newTaskRequested();
    void connectionRequested();
    void devicesRequested(const fuotadesk::FuotaTaskSummary& task);
    void groupsRequested(const fuotadesk::FuotaTaskSummary& task);
    void duplicateRequested(const QString& taskId);
    void forFailedRequested(const QString& taskId);
    void removalRequested(const fuotadesk::FuotaTaskSummary& task, fuotadesk::MemberKind kind,
                          const QStringList& ids);

private:
    void connectList();
    void connectParts();
    void connectActions();
    void connectTags();
    void takeRows();
    void takeRow(const QString& id);
    void takeState();
    bool isStale() const;
    void applyFilter(const TaskFilter& filter);
    void showSelection();
    void showDetails();
    void watchSelected();
    void showSummary();
    void showEmptiness(int shown, int total);
    void askToDelete();
    void askToStart();
    QList<FuotaTaskSummary> selectedSummaries() const;

    Workbench m_bench;
    TaskTableModel* m_model;
    TaskRemoval* m_removal;
    TableSaver* m_saver;
    TaskStart* m_taskStart;
    TaskTags* m_tags;
    TaskEditing* m_editing;
    TaskFilterBar* m_filter;
    TaskTable* m_table;
    TaskDetails* m_details;
    DevicesPane* m_devices;
    TaskGroupsPane* m_groups;
    ListFrame* m_frame;
    TaskActions* m_actions;
    QAction* m_export = nullptr;
    QTimer m_watchLater;
    QTimer m_offerTags;
    QTimer m_age; // runs only while the rows are stale
};

} // namespace fuotadesk
