#include "desktop/taskendnotice.h"

#include "campaign/taskwatch.h"
#include "desktop/desktopnotification.h"
#include "desktop/noticestack.h"
#include "text/numbertext.h"

namespace fuotadesk {

namespace {

QString titleOf(const std::optional<FuotaTask>& task)
{
    const QString name = task ? task->parameters.name.value_or(task->id) : QString();
    return TaskEndNotice::tr("The session of “%1” is over.").arg(name);
}

// Empty where the task has no devices of its own: those of its groups are not told.
QString countsOf(const DeviceCounts& counts)
{
    if (counts.total() == 0)
        return {};
    return TaskEndNotice::tr("%1 of %2 devices have the image, %3 failed, %4 have not reported.")
        .arg(numberText(counts.successful), numberText(counts.total()), numberText(counts.failed),
             numberText(counts.open));
}

} // namespace

TaskEndNotice::TaskEndNotice(TaskWatch& watch, NoticeStack* notices, QWidget* window)
    : QObject(window),
      m_watch(watch),
      m_notices(notices),
      m_window(window)
{
    connect(&watch, &TaskWatch::ended, this, &TaskEndNotice::take);
}

void TaskEndNotice::take(const QString& taskId)
{
    const DeviceCounts& counts = m_watch.counts();
    const QString title = titleOf(m_watch.task());
    const QString text = countsOf(counts);
    const bool isWhole = counts.successful == counts.total();
    m_notices->post({isWhole ? NoticeKind::Info : NoticeKind::Warning,
                     text.isEmpty() ? title : title + u' ' + text,
                     {tr("Show devices")},
                     {}},
                    [this, taskId](int) { Q_EMIT taskWanted(taskId); });
    if (!m_window->isActiveWindow())
        notifyDesktop(title, text);
}

} // namespace fuotadesk
