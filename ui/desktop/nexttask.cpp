#include "desktop/nexttask.h"

#include "campaign/draftsheet.h"
#include "campaign/nextattempt.h"
#include "campaign/tasklist.h"
#include "campaign/taskwatch.h"
#include "desktop/noticestack.h"
#include "text/devicestatustext.h"
#include "text/numbertext.h"

#include <algorithm>

namespace fuotadesk {

namespace {

Template templateOf(const CampaignDraft& draft)
{
    Template made;
    made.draft = draft;
    return made;
}

QString failedText(const NextAttempt& next)
{
    QStringList parts;
    int all = 0;
    for (const FailedDevices& each : next.failed) {
        parts << NextTask::tr("%1 × %2", "how many, status")
                     .arg(numberText(each.count), deviceStatusLabel(each.status));
        all += each.count;
    }
    return NextTask::tr("This task is for the %n devices that failed (%1).", nullptr, all)
        .arg(parts.join(QStringLiteral(", ")));
}

bool hasConflict(const NextAttempt& next)
{
    return std::ranges::any_of(next.failed, [](const FailedDevices& each) {
        return each.status == FuotaDeviceStatus::DeviceInConflictingTask;
    });
}

// What S3 tells of its image may have come to it meanwhile.
bool isOnDesk(const CampaignDraft& draft, const DraftSheet& sheet)
{
    return sheet.draft().task == draft.task && sheet.draft().recipients == draft.recipients;
}

} // namespace

NextTask::NextTask(const Workbench& bench, NoticeStack* notices, QObject* parent)
    : QObject(parent),
      m_bench(bench),
      m_notices(notices)
{
}

void NextTask::duplicate(const QString& taskId)
{
    const TaskRow* row = m_bench.tasks.find(taskId);
    if (row && row->details)
        Q_EMIT draftMade(templateOf(draftLike(*row->details)));
}

void NextTask::forFailed(const QString& taskId)
{
    const TaskRow* row = m_bench.tasks.find(taskId);
    if (!row || !row->details || m_bench.watch.taskId() != taskId)
        return;
    const NextAttempt next = nextAttempt(*row->details, m_bench.watch.devices());
    Q_EMIT draftMade(templateOf(next.draft));
    // The operator may have kept the task that was on the desk.
    if (isOnDesk(next.draft, m_bench.sheet))
        tell(next);
    else
        connect(
            &m_bench.sheet, &DraftSheet::originChanged, this,
            [this, next] {
                if (isOnDesk(next.draft, m_bench.sheet))
                    tell(next);
            },
            Qt::SingleShotConnection);
}

void NextTask::tell(const NextAttempt& next)
{
    Notice notice{NoticeKind::Info, failedText(next), {}, {}};
    if (next.moreRedundancy) {
        notice.text += u' ' + tr("More redundancy reaches those that missed fragments.");
        notice.remedies = {tr("Raise redundancy to %1 %").arg(numberText(*next.moreRedundancy))};
    } else if (next.smallerFragments) {
        notice.text += u' '
            + tr("Redundancy can not be raised; a lower data rate with smaller fragments "
                 "reaches further.");
    }
    if (hasConflict(next))
        notice.text += u' ' + tr("Devices of another task are refused until that one has ended.");
    m_notices->post(notice, [this, percent = next.moreRedundancy](int) {
        if (percent)
            raiseRedundancy(*percent);
    });
}

void NextTask::raiseRedundancy(qint64 percent)
{
    CampaignDraft draft = m_bench.sheet.draft();
    draft.task.redundancyPercent = percent;
    m_bench.sheet.setDraft(draft);
}

} // namespace fuotadesk
