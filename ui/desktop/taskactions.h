#pragma once

#include "campaign/workbench.h"

#include <QAction>
#include <QList>

namespace fuotadesk {

enum class TaskStatus;
struct FuotaTaskSummary;

// What can be done about the selected tasks besides what their table offers: for the menus, and for
// the buttons beside the task. Each is enabled while the service would take it.
class TaskActions : public QObject {
    Q_OBJECT

public:
    explicit TaskActions(const Workbench& bench, QObject* parent = nullptr);

    QAction* addDevicesAction() const { return m_addDevices; }
    QAction* addGroupsAction() const { return m_addGroups; }
    QAction* editAction() const { return m_edit; }
    QAction* startAction() const { return m_start; }
    QAction* forFailedAction() const { return m_forFailed; }
    QList<QAction*> actions() const;

    void setTasks(const QStringList& taskIds);

Q_SIGNALS:
    void devicesRequested(const fuotadesk::FuotaTaskSummary& task);
    void groupsRequested(const fuotadesk::FuotaTaskSummary& task);
    void editRequested(const QString& taskId);
    void tagsRequested(const QString& taskId);
    void startRequested();
    void stopRequested();
    void duplicateRequested(const QString& taskId);
    void forFailedRequested(const QString& taskId);

private:
    QAction* make(const QString& icon, const QString& text, const QKeySequence& key);
    void connectActions();
    void enable();
    bool areAll(std::initializer_list<TaskStatus> statuses) const;
    // Empty: none or several are selected.
    QString onlyTask() const { return m_taskIds.size() == 1 ? m_taskIds.first() : QString(); }

    Workbench m_bench;
    QStringList m_taskIds;
    QAction* m_addDevices;
    QAction* m_addGroups;
    QAction* m_edit;
    QAction* m_tags;
    QAction* m_start;
    QAction* m_stop;
    QAction* m_duplicate;
    QAction* m_forFailed;
};

} // namespace fuotadesk
