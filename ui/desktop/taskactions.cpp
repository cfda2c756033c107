#include "desktop/taskactions.h"

#include "campaign/session.h"
#include "campaign/tasklist.h"
#include "campaign/taskwatch.h"
#include "desktop/symbolicicon.h"

#include <algorithm>

namespace fuotadesk {

TaskActions::TaskActions(const Workbench& bench, QObject* parent)
    : QObject(parent),
      m_bench(bench),
      m_addDevices(
          make(QStringLiteral("device"), tr("&Add devices…"), Qt::CTRL | Qt::SHIFT | Qt::Key_D)),
      m_addGroups(make(QStringLiteral("group"), tr("Add &multicast groups…"),
                       Qt::CTRL | Qt::SHIFT | Qt::Key_G)),
      m_edit(make(QStringLiteral("edit"), tr("&Edit task…"), Qt::CTRL | Qt::Key_E)),
      m_tags(make(QStringLiteral("template"), tr("Ta&gs…"), Qt::CTRL | Qt::Key_T)),
      m_start(make(QStringLiteral("running"), tr("S&tart task…"),
                   Qt::CTRL | Qt::SHIFT | Qt::Key_Return)),
      m_stop(
          make(QStringLiteral("cancel"), tr("Sto&p task…"), Qt::CTRL | Qt::SHIFT | Qt::Key_Delete)),
      m_duplicate(make(QStringLiteral("copy"), tr("D&uplicate task"), Qt::CTRL | Qt::Key_D)),
      m_forFailed(make(QStringLiteral("add"), tr("New task for the &failed devices"),
                       Qt::CTRL | Qt::SHIFT | Qt::Key_N))
{
    connectActions();
    connect(&bench.watch, &TaskWatch::devicesReset, this, &TaskActions::enable);
    connect(&bench.session, &Session::stateChanged, this, &TaskActions::enable);
    connect(&bench.tasks, &TaskList::rowsReset, this, &TaskActions::enable);
    connect(&bench.tasks, &TaskList::rowChanged, this, [this](const QString& id) {
        if (m_taskIds.contains(id))
            enable();
    });
    enable();
}

QAction* TaskActions::make(const QString& icon, const QString& text, const QKeySequence& key)
{
    auto* action = new QAction(symbolicIcon(icon), text, this);
    action->setShortcut(key);
    return action;
}

void TaskActions::connectActions()
{
    connect(m_addDevices, &QAction::triggered, this, [this] {
        if (const TaskRow* row = m_bench.tasks.find(onlyTask()))
            Q_EMIT devicesRequested(row->summary);
    });
    connect(m_addGroups, &QAction::triggered, this, [this] {
        if (const TaskRow* row = m_bench.tasks.find(onlyTask()))
            Q_EMIT groupsRequested(row->summary);
    });
    connect(m_edit, &QAction::triggered, this, [this] { Q_EMIT editRequested(onlyTask()); });
    connect(m_tags, &QAction::triggered, this, [this] { Q_EMIT tagsRequested(onlyTask()); });
    connect(m_start, &QAction::triggered, this, &TaskActions::startRequested);
    connect(m_stop, &QAction::triggered, this, &TaskActions::stopRequested);
    connect(m_duplicate, &QAction::triggered, this,
            [this] { Q_EMIT duplicateRequested(onlyTask()); });
    connect(m_forFailed, &QAction::triggered, this,
            [this] { Q_EMIT forFailedRequested(onlyTask()); });
}

QList<QAction*> TaskActions::actions() const
{
    return {m_addDevices, m_addGroups, m_edit, m_tags, m_start, m_stop, m_duplicate, m_forFailed};
}

void TaskActions::setTasks(const QStringList& taskIds)
{
    m_taskIds = taskIds;
    enable();
}

// What is not read yet is in no state.
bool TaskActions::areAll(std::initializer_list<TaskStatus> statuses) const
{
    return !m_taskIds.isEmpty() && std::ranges::all_of(m_taskIds, [&](const QString& id) {
        const TaskRow* row = m_bench.tasks.find(id);
        return row && row->details
            && std::ranges::find(statuses, row->details->status) != statuses.end();
    });
}

void TaskActions::enable()
{
    const TaskRow* row = m_bench.tasks.find(onlyTask());
    const bool isReady = m_bench.session.isReady();
    const bool canStart = isReady && areAll({TaskStatus::Pending});
    const bool canChange = canStart && row;
    m_addDevices->setEnabled(canChange);
    m_addGroups->setEnabled(canChange);
    m_edit->setEnabled(canChange);
    m_tags->setEnabled(isReady && row);
    m_start->setEnabled(canStart);
    m_stop->setEnabled(isReady && areAll({TaskStatus::SessionWaiting, TaskStatus::InSession}));
    m_duplicate->setEnabled(row && row->details);
    m_forFailed->setEnabled(row && row->details && m_bench.watch.taskId() == onlyTask()
                            && m_bench.watch.counts().failed > 0);
}

} // namespace fuotadesk
