#include "desktop/taskremoval.h"

#include "campaign/tasklist.h"
#include "desktop/question.h"

namespace fuotadesk {

namespace {

QString nameOf(const FuotaTaskSummary& task)
{
    return task.name.isEmpty() ? task.id : task.name;
}

} // namespace

TaskRemoval::TaskRemoval(TaskList& tasks, QObject* parent) : QObject(parent), m_tasks(tasks) { }

void TaskRemoval::ask(const QList<FuotaTaskSummary>& tasks, QWidget* window)
{
    if (tasks.isEmpty() || m_underWay > 0)
        return;
    Question question;
    question.text = tasks.size() == 1
        ? tr("Delete the task “%1”?").arg(nameOf(tasks.first()))
        : tr("Delete %n tasks?", nullptr, static_cast<int>(tasks.size()));
    question.consequence = consequence(tasks);
    question.verb = tr("Delete");
    fuotadesk::ask(window, question, [this, tasks] { remove(tasks); });
}

QString TaskRemoval::consequence(const QList<FuotaTaskSummary>& tasks) const
{
    const bool running = std::any_of(tasks.begin(), tasks.end(), [this](const auto& task) {
        const TaskRow* row = m_tasks.find(task.id);
        return row && row->details && row->details->status == TaskStatus::InSession;
    });
    const QString lasting = tr("The service deletes it for good; this can not be undone.");
    return running ? lasting + u' ' + tr("Fragments that were sent stay on the devices.") : lasting;
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
        m_removed << nameOf(task);
    else if (!m_failure)
        m_failure =
            errorNotice(tr("“%1” could not be deleted.").arg(nameOf(task)), removed.error());
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
