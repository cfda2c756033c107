#include "desktop/taskremoval.h"

#include "campaign/tasklist.h"
#include "desktop/question.h"

#include <algorithm>

namespace fuotadesk {

TaskRemoval::TaskRemoval(TaskList& tasks, QObject* parent) : QObject(parent), m_tasks(tasks) { }

void TaskRemoval::ask(const QList<FuotaTaskSummary>& tasks, QWidget* window)
{
    if (tasks.isEmpty() || m_underWay > 0)
        return;
    const bool isRunning = std::ranges::any_of(
        tasks, [this](const FuotaTaskSummary& task) { return hasSession(task); });
    const auto count = static_cast<int>(tasks.size());
    Question question;
    if (count == 1)
        question.text =
            isRunning ? tr("Stop the task “%1” by deleting it?") : tr("Delete the task “%1”?");
    else
        question.text = tr("Delete %n tasks?", nullptr, count);
    if (count == 1)
        question.text = question.text.arg(tasks.first().nameOrId());
    question.consequence = consequence(isRunning);
    question.verb = tr("Delete");
    fuotadesk::ask(window, question, [this, tasks] { remove(tasks); });
}

bool TaskRemoval::hasSession(const FuotaTaskSummary& task) const
{
    const TaskRow* row = m_tasks.find(task.id);
    return row && row->details
        && (row->details->status == TaskStatus::SessionWaiting
            || row->details->status == TaskStatus::InSession);
}

// What becomes of a running session AWS does not write; that there is no other way, it does.
QString TaskRemoval::consequence(bool isRunning) const
{
    QString lasting = tr("The service deletes it for good; this can not be undone.");
    if (!isRunning)
        return lasting;
    return tr("The service has no other way to stop a session that is planned or running. %1 What "
              "each device did goes with the task: export its devices first if you need that. "
              "Fragments that were sent stay on the devices, and those that have all of them may "
              "still install the image.")
        .arg(lasting);
}

void TaskRemoval::remove(const QList<FuotaTaskSummary>& tasks)
{
    m_removed.clear();
    m_failure.reset();
    m_underWay = static_cast<int>(tasks.size());
    Q_EMIT runningChanged(true);
    for (const FuotaTaskSummary& task : tasks) {
        m_tasks.remove(task.id, this)->then(this, [this, task](const Result<void>& removed) {
            take(task, removed);
        });
    }
}

void TaskRemoval::take(const FuotaTaskSummary& task, const Result<void>& removed)
{
    if (removed)
        m_removed << task.nameOrId();
    else if (!m_failure)
        m_failure =
            errorNotice(tr("“%1” could not be deleted.").arg(task.nameOrId()), removed.error());
    if (--m_underWay == 0)
        finish();
}

void TaskRemoval::finish()
{
    Q_EMIT runningChanged(false);
    if (m_failure) {
        Q_EMIT ended(*m_failure);
        return;
    }
    const int count = static_cast<int>(m_removed.size());
    const QString text = count == 1 ? tr("“%1” was deleted.").arg(m_removed.first())
                                    : tr("%n tasks were deleted.", nullptr, count);
    Q_EMIT ended({NoticeKind::Info, text, {}, {}});
}

} // namespace fuotadesk
