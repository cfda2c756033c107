#include "desktop/taskstart.h"

#include "campaign/tasklist.h"
#include "desktop/startdialog.h"
#include "text/numbertext.h"

namespace fuotadesk {

TaskStart::TaskStart(TaskList& tasks, const Clock& clock, QObject* parent)
    : QObject(parent),
      m_tasks(tasks),
      m_clock(clock)
{
}

void TaskStart::ask(const QList<FuotaTaskSummary>& tasks, QWidget* window)
{
    if (tasks.isEmpty() || m_underWay > 0)
        return;
    QStringList names;
    for (const FuotaTaskSummary& task : tasks)
        names << task.nameOrId();
    auto* dialog = new StartDialog(names, m_clock, window);
    connect(dialog, &StartDialog::timeChosen, this,
            [this, tasks](const QDateTime& startTime) { start(tasks, startTime); });
    dialog->open();
}

void TaskStart::start(const QList<FuotaTaskSummary>& tasks, const QDateTime& startTime)
{
    m_startTime = startTime;
    m_started.clear();
    m_failure.reset();
    m_underWay = static_cast<int>(tasks.size());
    Q_EMIT runningChanged(true);
    for (const FuotaTaskSummary& task : tasks)
        m_tasks.start(task.id, startTime, this)
            ->then(this, [this, task](const Result<void>& started) { take(task, started); });
}

void TaskStart::take(const FuotaTaskSummary& task, const Result<void>& started)
{
    if (started)
        m_started << task.nameOrId();
    else if (!m_failure)
        m_failure =
            errorNotice(tr("“%1” could not be started.").arg(task.nameOrId()), started.error());
    if (--m_underWay == 0)
        finish();
}

void TaskStart::finish()
{
    Q_EMIT runningChanged(false);
    const int count = static_cast<int>(m_started.size());
    const QString started = count == 1
        ? tr("“%1” is started. Its session begins at %2.")
              .arg(m_started.first(), localTimeText(m_startTime))
        : tr("%n tasks are started. Their sessions begin at %1.", nullptr, count)
              .arg(localTimeText(m_startTime));
    Notice notice{NoticeKind::Info, started, {}, {}};
    if (m_failure) {
        notice = *m_failure;
        if (count > 0)
            notice.text += u' ' + started;
    }
    Q_EMIT ended(notice);
}

} // namespace fuotadesk
