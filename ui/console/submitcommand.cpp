#include "console/submitcommand.h"

#include "campaign/completemembers.h"
#include "campaign/session.h"
#include "console/campaignfile.h"
#include "console/complaints.h"
#include "fuota/validation.h"
#include "text/recipienttext.h"

namespace fuotadesk {

SubmitCommand::SubmitCommand(const CommandLine& line, const Parts& parts)
    : m_line(line),
      m_parts(parts),
      m_choice(line, parts.session, parts.output, nullptr),
      m_file(parts.session, parts.output, nullptr),
      m_follow(parts.watch, parts.output, nullptr)
{
    connect(&m_file, &DeviceFile::wasRead, this, [this](bool isUsable) {
        if (isUsable)
            choose();
        else
            end(ExitStatus::WrongUsage);
    });
    connect(&m_choice, &ConnectionChoice::ready, this, [this] {
        if (m_line.submit.recipientsFile.isEmpty())
            create();
        else
            m_file.lookUp();
    });
    const auto refuseFor = [this](const Error& error) { refuse(serviceComplaint(error)); };
    connect(&m_choice, &ConnectionChoice::refused, this, refuseFor);
    connect(&m_file, &DeviceFile::wasLookedUp, this, &SubmitCommand::takeLookup);
    connect(&m_follow, &CampaignFollow::ended, this, &SubmitCommand::takeEnd);
    connect(&m_follow, &CampaignFollow::lost, this, refuseFor);
}

void SubmitCommand::start()
{
    if (!readDraft())
        end(ExitStatus::WrongUsage);
    else if (m_line.submit.recipientsFile.isEmpty())
        choose();
    else
        m_file.read(m_line.submit.recipientsFile);
}

bool SubmitCommand::readDraft()
{
    const Result<CampaignDraft> draft =
        readCampaignFile(m_line.file, m_line.variables, m_parts.clock);
    if (!draft) {
        m_parts.output.message(fileComplaint(m_line.file, draft.error()));
        return false;
    }
    return takeDraft(*draft);
}

bool SubmitCommand::takeDraft(const CampaignDraft& draft)
{
    m_task = draft.task;
    m_recipients = draft.recipients;
    const QList<Finding> findings = findingsOf(draft);
    for (const Finding& finding : findings) {
        if (finding.severity != Severity::Info)
            m_parts.output.message(complaint(finding));
    }
    if (hasErrors(findings))
        return false;
    const bool hasDevices =
        !m_recipients.wirelessDeviceIds.isEmpty() || !m_line.submit.recipientsFile.isEmpty();
    if (hasDevices && !m_recipients.multicastGroupIds.isEmpty()) {
        m_parts.output.message(
            tr("A task has devices or multicast groups, never both. Nothing was created."));
        return false;
    }
    if (m_line.submit.startAt && m_line.submit.startAt->isTooSoon(m_parts.clock.now())) {
        m_parts.output.message(tr("A session begins 30 minutes from now at the earliest. Nothing "
                                  "was created."));
        return false;
    }
    return true;
}

void SubmitCommand::choose()
{
    if (!m_choice.choose())
        end(ExitStatus::WrongUsage);
}

// Who is left out of a campaign shall have been left out by somebody: only what stands there twice
// is passed over.
void SubmitCommand::takeLookup()
{
    if (const auto& error = m_file.error()) {
        refuse(serviceComplaint(*error));
        return;
    }
    bool areAllFound = true;
    for (const CheckedLine& line : m_file.lines()) {
        if (line.word == u"found")
            continue;
        areAllFound = areAllFound && line.word == u"duplicate";
        m_parts.output.message(checkedLinesText({line}));
    }
    if (areAllFound) {
        m_recipients.wirelessDeviceIds += m_file.deviceIds();
        create();
    } else {
        m_parts.output.message(tr("Not every device of %1 was found. Nothing was created.")
                                   .arg(m_line.submit.recipientsFile));
        end(ExitStatus::WrongUsage);
    }
}

void SubmitCommand::create()
{
    m_parts.submission.submit(m_task, this)->then(this, [this](const Result<SubmittedTask>& task) {
        if (!task) {
            refuse(serviceComplaint(task.error()));
            return;
        }
        m_submitted = *task;
        if (m_submitted.adopted)
            m_parts.output.message(tr("An earlier run had already created this task."));
        addRecipients();
    });
}

void SubmitCommand::addRecipients()
{
    const bool areDevices = m_recipients.multicastGroupIds.isEmpty();
    const MembershipRequest request{
        m_submitted.task.id, MemberChange::Add, areDevices ? MemberKind::Device : MemberKind::Group,
        areDevices ? m_recipients.wirelessDeviceIds : m_recipients.multicastGroupIds};
    if (request.ids.isEmpty()) {
        startUnlessStarted();
        return;
    }
    completeMembers(m_parts.memberships, request, this)
        ->then(this, [this](const Result<MembershipOutcome>& outcome) {
            if (outcome) {
                takeRecipients(*outcome);
                return;
            }
            m_parts.output.message(membershipComplaint(outcome.error()));
            m_status = ExitStatus::Refused;
            readBack();
        });
}

void SubmitCommand::takeRecipients(const MembershipOutcome& outcome)
{
    const MemberKind kind =
        m_recipients.multicastGroupIds.isEmpty() ? MemberKind::Device : MemberKind::Group;
    m_report.recipients = outcome.counts;
    m_parts.output.message(membershipOutcomeSentence(outcome, MemberChange::Add, kind));
    if (outcome.counts.done == outcome.counts.all()) {
        startUnlessStarted();
        return;
    }
    if (outcome.error)
        m_parts.output.message(membershipComplaint(*outcome.error));
    else if (const QString reason = stopReasonSentence(outcome, kind); !reason.isEmpty())
        m_parts.output.message(reason);
    if (m_line.submit.startAt)
        m_parts.output.message(tr("The session was not started."));
    m_status = ExitStatus::Refused;
    readBack();
}

// Only an earlier run can have started it.
void SubmitCommand::startUnlessStarted()
{
    if (!m_line.submit.startAt) {
        readBack();
        return;
    }
    if (!m_submitted.adopted) {
        startSession();
        return;
    }
    m_parts.session.stack()
        ->fuotaTasks()
        .get(m_submitted.task.id, this)
        ->then(this, [this](const Result<FuotaTask>& task) {
            if (!task || task->status == TaskStatus::Pending)
                startSession();
            else
                readBack();
        });
}

void SubmitCommand::startSession()
{
    const QDateTime at = m_line.submit.startAt->askedAt(m_parts.clock.now());
    m_parts.session.stack()
        ->fuotaTasks()
        .start(m_submitted.task.id, at, this)
        ->then(this, [this](const Result<void>& started) {
            if (!started) {
                m_parts.output.message(serviceComplaint(started.error(), Asked::Start));
                m_parts.output.message(tr("The session was not started."));
                m_status = ExitStatus::Refused;
            }
            readBack();
        });
}

void SubmitCommand::readBack()
{
    m_parts.session.stack()
        ->fuotaTasks()
        .get(m_submitted.task.id, this)
        ->then(this, [this](const Result<FuotaTask>& task) {
            if (task) {
                report(*task);
                return;
            }
            m_parts.output.message(tr("The task %1 was created, but it could not be read back.")
                                       .arg(m_submitted.task.id));
            refuse(serviceComplaint(task.error()));
        });
}

void SubmitCommand::report(const FuotaTask& task)
{
    m_report.task = task;
    const bool willFollow = m_line.submit.watch && m_status == ExitStatus::Done;
    if (!willFollow || !m_line.json)
        print();
    else
        m_parts.output.message(tr("Task %1.").arg(task.id));
    if (m_status != ExitStatus::Done) { // the next run of the same file goes on with it
        end(m_status);
        return;
    }
    // Only now has somebody seen it: the next run of the same file is a new task.
    m_parts.submission.acknowledge(m_submitted.token, this)
        ->then(this, [this, willFollow](const Result<void>&) {
            if (willFollow)
                m_follow.start(m_submitted.task.id);
            else
                end(ExitStatus::Done);
        });
}

void SubmitCommand::takeEnd()
{
    m_report.task = *m_parts.watch.task();
    m_report.devices = statusCounts(m_parts.watch.devices());
    if (m_line.json)
        print();
    else if (!m_report.devices->isEmpty())
        m_parts.output.result(statusCountsText(*m_report.devices));
    const DeviceCounts& counts = m_parts.watch.counts();
    end(counts.successful == counts.total() ? ExitStatus::Done : ExitStatus::DevicesFailed);
}

void SubmitCommand::interrupt()
{
    if (m_follow.isRunning() && m_parts.watch.task())
        takeEnd();
    m_status = ExitStatus::Refused;
    Q_EMIT finished(m_status);
}

void SubmitCommand::print()
{
    if (m_line.json)
        m_parts.output.json(submitReportJson(m_report));
    else
        m_parts.output.result(taskText(m_report.task));
}

void SubmitCommand::refuse(const QString& complaint)
{
    m_parts.output.message(complaint);
    end(ExitStatus::Refused);
}

void SubmitCommand::end(ExitStatus status)
{
    QMetaObject::invokeMethod(
        this, [this, status] { Q_EMIT finished(status); }, Qt::QueuedConnection);
}

} // namespace fuotadesk
