#include "desktop/recipientdesk.h"

#include "campaign/session.h"
#include "campaign/taskwatch.h"
#include "desktop/noticestack.h"
#include "desktop/question.h"
#include "fuota/campaigndraft.h"
#include "fuota/fuotatask.h"
#include "text/numbertext.h"
#include "text/recipienttext.h"

namespace fuotadesk {

namespace {

constexpr qsizetype MostFailuresTold = 100;

MembershipRequest requestOf(const MemberBatch& batch)
{
    return {batch.taskId, batch.change, batch.kind, {}};
}

} // namespace

RecipientDesk::RecipientDesk(const Workbench& bench, NoticeStack* notices, QObject* parent)
    : QObject(parent),
      m_bench(bench),
      m_notices(notices)
{
    connect(&bench.session, &Session::stateChanged, this, &RecipientDesk::look);
    connect(&bench.memberships, &Memberships::runChanged, this, &RecipientDesk::takeRun,
            Qt::QueuedConnection);
    look();
}

void RecipientDesk::addAll(const FuotaTaskSummary& task, const Recipients& recipients,
                           std::function<void()> begun)
{
    const bool isDevices = !recipients.wirelessDeviceIds.isEmpty();
    const QStringList& ids =
        isDevices ? recipients.wirelessDeviceIds : recipients.multicastGroupIds;
    if (ids.isEmpty())
        begun();
    else
        change(
            {task.id, MemberChange::Add, isDevices ? MemberKind::Device : MemberKind::Group, ids},
            task.nameOrId(), std::move(begun));
}

void RecipientDesk::change(const MembershipRequest& request, const QString& taskName,
                           std::function<void()> begun)
{
    m_waiting.append({request, taskName, std::move(begun)});
    beginNext();
}

void RecipientDesk::beginNext()
{
    if (m_waiting.isEmpty() || m_bench.memberships.isRunning())
        return;
    const Change next = m_waiting.takeFirst();
    m_begun = next.begun;
    follow(m_bench.memberships.change(next.request, this), next);
}

void RecipientDesk::takeRun()
{
    if (!m_bench.memberships.isRunning())
        beginNext();
    else if (m_bench.memberships.run())
        tellBegun();
}

void RecipientDesk::tellBegun()
{
    if (const auto begun = std::exchange(m_begun, nullptr))
        begun();
}

void RecipientDesk::look()
{
    m_round = std::make_unique<QObject>();
    // What runs in this window is nothing left over.
    if (!m_bench.session.isReady() || m_bench.memberships.isRunning())
        return;
    m_bench.memberships.unfinished(m_round.get())
        ->then(m_round.get(), [this](const Result<QList<UnfinishedBatch>>& left) {
            if (!left)
                return; // a journal that can not be read refuses the next change, and says why
            for (const UnfinishedBatch& batch : *left)
                offer(batch);
        });
}

void RecipientDesk::offer(const UnfinishedBatch& left)
{
    if (m_offered.contains(left.batch.number))
        return;
    m_offered << left.batch.number;
    const qint64 open = left.counts.waiting + left.counts.sent;
    const QString text = left.batch.change == MemberChange::Add
        ? tr("Adding recipients to the task %1 was interrupted: %2 of %3 are left.")
        : tr("Removing recipients from the task %1 was interrupted: %2 of %3 are left.");
    const Change change{requestOf(left.batch), left.batch.taskId, {}};
    m_notices->post({NoticeKind::Warning,
                     text.arg(left.batch.taskId, numberText(open), numberText(left.counts.all())),
                     {tr("Go on"), tr("Give the rest up…")},
                     {}},
                    [this, change, number = left.batch.number](int index) {
                        if (index == 0)
                            resume(change, number);
                        else
                            askToDrop(change, number);
                    });
}

void RecipientDesk::resume(const Change& change, qint64 batch)
{
    follow(m_bench.memberships.resume(batch, this), change);
}

void RecipientDesk::askToDrop(const Change& change, qint64 batch)
{
    const Question question{tr("Give the rest up?"),
                            change.request.change == MemberChange::Add
                                ? tr("Who was added stays in the task; nobody else is added.")
                                : tr("Who was removed stays out; nobody else is removed."),
                            tr("Give up")};
    ask(m_notices->window(), question, [this, change, batch] { drop(change, batch); });
    m_offered.remove(batch); // unless it is given up, the next look offers it again
}

void RecipientDesk::drop(const Change& change, qint64 batch)
{
    m_offered << batch;
    m_bench.memberships.drop(batch, this)->then(this, [this, change](const Result<void>& dropped) {
        if (!dropped)
            takeFailure(dropped.error(), change);
    });
}

void RecipientDesk::follow(CallOf<MembershipOutcome>* call, const Change& change)
{
    call->then(this, [this, change](const Result<MembershipOutcome>& outcome) {
        if (outcome) {
            take(*outcome, change);
        } else {
            tellBegun();
            takeFailure(outcome.error(), change);
            beginNext();
        }
    });
}

void RecipientDesk::take(const MembershipOutcome& outcome, const Change& change)
{
    if (change.request.taskId == m_bench.watch.taskId())
        m_bench.watch.refresh();
    if (outcome.end == MembershipEnd::Stopped) {
        takeStop(outcome, change);
        return;
    }
    Notice notice{
        outcome.counts.failed > 0 ? NoticeKind::Warning : NoticeKind::Info,
        tr("“%1”: %2", "task, what was changed")
            .arg(change.taskName,
                 membershipOutcomeSentence(outcome, change.request.change, change.request.kind)),
        {},
        failures()};
    MembershipRequest again = change.request;
    again.ids = failedIds();
    if (const auto remedy = membershipRemedy(outcome); remedy && !again.ids.isEmpty()) {
        notice.text += u' ' + remedy->advice;
        notice.remedies = {remedy->button};
    }
    m_notices->post(notice,
                    [this, again, name = change.taskName](int) { this->change(again, name); });
}

void RecipientDesk::takeStop(const MembershipOutcome& outcome, const Change& change)
{
    m_offered << outcome.batch;
    Notice notice{
        NoticeKind::Error,
        tr("“%1”: %2", "task, what was changed")
                .arg(change.taskName,
                     membershipOutcomeSentence(outcome, change.request.change, change.request.kind))
            + u' ' + stopReasonSentence(outcome, change.request.kind),
        {tr("Go on"), tr("Give the rest up…")},
        outcome.error ? errorDetails(*outcome.error) : QString()};
    if (const auto remedy = membershipRemedy(outcome))
        notice.text += u' ' + remedy->advice;
    m_notices->post(notice, [this, change, batch = outcome.batch](int index) {
        if (index == 0)
            resume(change, batch);
        else
            askToDrop(change, batch);
    });
}

void RecipientDesk::takeFailure(const Error& error, const Change& change)
{
    Notice notice{NoticeKind::Error,
                  tr("The recipients of “%1” were not changed. %2")
                      .arg(change.taskName, membershipErrorSentence(error)),
                  {},
                  errorDetails(error)};
    if (const auto remedy = membershipErrorRemedy(error))
        notice.text += u' ' + remedy->advice;
    bool isNumber = false;
    const qint64 open = error.code.toLongLong(&isNumber);
    if (error.kind == ErrorKind::IntentClaimed && isNumber)
        notice.remedies = {tr("Go on"), tr("Give the rest up…")};
    else if (!change.request.ids.isEmpty())
        notice.remedies = {tr("Try again")};
    m_notices->post(notice, [this, change, open, isOpen = notice.remedies.size() > 1](int index) {
        if (!isOpen)
            this->change(change.request, change.taskName);
        else if (index == 0)
            resume(change, open);
        else
            askToDrop(change, open);
    });
}

QStringList RecipientDesk::failedIds() const
{
    QStringList ids;
    if (const MembershipRun* run = m_bench.memberships.run())
        for (const Member& member : run->ledger().members())
            if (member.state == MemberState::Failed)
                ids << member.id;
    return ids;
}

QString RecipientDesk::failures() const
{
    QStringList lines;
    if (const MembershipRun* run = m_bench.memberships.run()) {
        for (const Member& member : run->ledger().members()) {
            if (member.state != MemberState::Failed)
                continue;
            if (lines.size() == MostFailuresTold)
                return lines.join(u'\n') + u'\n' + tr("and more");
            lines << tr("%1: %2", "device, what was wrong")
                         .arg(member.id, errorMessage(member.error.value_or(Error())));
        }
    }
    return lines.join(u'\n');
}

} // namespace fuotadesk
