#include "campaign/membershiprun.h"

#include "base/clock.h"
#include "campaign/errorscope.h"
#include "campaign/taskrecipients.h"
#include "iotwireless/servicestack.h"
#include "store/memberjournal.h"

namespace fuotadesk {

MembershipRun::MembershipRun(const Parts& parts, const ClaimedBatch& batch, QObject* parent)
    : QObject(parent),
      m_parts(parts),
      m_batch(batch.batch),
      m_ledger(batch.members)
{
}

void MembershipRun::setPhase(MembershipPhase phase)
{
    if (std::exchange(m_phase, phase) != phase)
        Q_EMIT phaseChanged();
}

void MembershipRun::start()
{
    m_isReading = true;
    readTaskRecipients(m_parts.stack, m_batch.taskId, m_batch.kind, this)
        ->then(this, [this](const Result<TaskRecipients>& found) {
            m_isReading = false;
            takeCheck(found);
            pump();
        });
}

void MembershipRun::takeCheck(const Result<TaskRecipients>& found)
{
    if (!found) {
        stop(StopReason::Error, found.error());
        return;
    }
    if (!found->status) {
        stop(StopReason::TaskGone);
        return;
    }
    settleWhatIsDone(*found);
    if (m_ledger.unsettled() == 0)
        return;
    if (*found->status != TaskStatus::Pending)
        stop(StopReason::TaskNotPending);
    else if (wantsIn() && found->hasOtherKind)
        stop(StopReason::OtherKindThere);
    else if (!m_isPaused)
        setPhase(MembershipPhase::Changing);
}

// An earlier run may have been carried further than it could write down.
void MembershipRun::settleWhatIsDone(const TaskRecipients& found)
{
    for (const qsizetype position : m_ledger.unsettledPositions()) {
        if (found.ids.contains(m_ledger.at(position).id) == wantsIn())
            settle(position);
        else
            m_ledger.putBack(position);
    }
    m_time.restart();
}

void MembershipRun::pause()
{
    m_isPaused = true;
    pump();
}

void MembershipRun::goOn()
{
    m_isPaused = false;
    m_time.restart();
    if (m_phase == MembershipPhase::Paused)
        setPhase(MembershipPhase::Changing);
    pump();
}

void MembershipRun::cancel()
{
    m_isCancelled = true;
    m_isPaused = false;
    pump();
}

qsizetype MembershipRun::freePlaces() const
{
    if (m_isPaused || m_isCancelled || m_reason != StopReason::None
        || m_phase != MembershipPhase::Changing)
        return 0;
    const qsizetype places = MostUnderWay - m_underWay;
    return places < GroupSize ? 0 : places;
}

// Writes what is settled and who is next, then sends those. One write at a time: the slower the
// disk, the more stand in each.
void MembershipRun::pump()
{
    if (m_isWriting || m_hasEnded)
        return;
    const QList<qsizetype> next = m_ledger.takeNext(freePlaces());
    const QList<MemberUpdate> updates = m_ledger.takeUpdates();
    if (updates.isEmpty()) {
        if (m_underWay == 0 && !m_isReading)
            rest();
        return;
    }
    m_isWriting = true;
    m_parts.journal.record(m_batch.number, updates, this)
        ->then(this, [this, next](const Result<void>& recorded) {
            m_isWriting = false;
            for (const qsizetype position : next) {
                if (recorded)
                    send(position);
                else
                    m_ledger.putBack(position);
            }
            if (!recorded)
                stop(StopReason::Error, recorded.error());
            pump();
        });
}

// Nothing is under way, and all that happened is written down.
void MembershipRun::rest()
{
    const bool isLeft = m_ledger.hasNext() || !m_streak.isEmpty() || !m_doubtful.isEmpty();
    if (m_reason != StopReason::None) {
        finish(MembershipEnd::Stopped);
    } else if (m_isPaused && isLeft) {
        setPhase(MembershipPhase::Paused);
    } else if (!m_streak.isEmpty()) {
        endStreak();
        pump();
    } else if (m_ledger.hasNext() && !m_isCancelled) {
        setPhase(MembershipPhase::Changing);
        pump();
    } else if (!m_doubtful.isEmpty()) {
        verify();
    } else {
        finish(m_ledger.unsettled() > 0 ? MembershipEnd::Cancelled : MembershipEnd::Finished);
    }
}

CallOf<void>* MembershipRun::request(const QString& member)
{
    FuotaTaskClient& tasks = m_parts.stack->fuotaTasks(Urgency::InSight);
    const QString& task = m_batch.taskId;
    if (m_batch.kind == MemberKind::Device)
        return wantsIn() ? tasks.associateDevice(task, member, this)
                         : tasks.disassociateDevice(task, member, this);
    return wantsIn() ? tasks.associateGroup(task, member, this)
                     : tasks.disassociateGroup(task, member, this);
}

void MembershipRun::send(qsizetype position)
{
    ++m_underWay;
    Q_EMIT memberChanged(position);
    request(m_ledger.at(position).id)->then(this, [this, position](const Result<void>& result) {
        --m_underWay;
        take(position, result);
        pump();
    });
}

void MembershipRun::take(qsizetype position, const Result<void>& result)
{
    if (!result && m_reason != StopReason::None) // it may share the reason
        return;
    const ErrorScope scope = result ? ErrorScope::One : scopeOf(result.error());
    if (scope == ErrorScope::Unclear) {
        takeUnclear(position, result.error());
        return;
    }
    if (scope == ErrorScope::All) {
        m_ledger.putBack(position);
        stop(StopReason::Error, result.error());
        return;
    }
    m_failuresInRow = 0;
    if (m_reason == StopReason::None)
        endStreak();
    if (result) {
        settle(position);
    } else if (result.error().kind == ErrorKind::NotFound
               || result.error().kind == ErrorKind::Conflict) {
        m_suspects.append({position, result.error()});
        askTask();
    } else {
        settle(position, result.error());
    }
}

void MembershipRun::takeUnclear(qsizetype position, const Error& error)
{
    m_streak.append({position, error});
    if (++m_failuresInRow >= FailuresThatMeanAll)
        stop(StopReason::Error, error);
}

// It was not about all, so each failure of the streak was its member's own.
void MembershipRun::endStreak()
{
    for (const Refusal& each : std::exchange(m_streak, {})) {
        if (mayPass(each.error))
            m_ledger.putBack(each.position);
        else if (each.error.maybeExecuted)
            m_doubtful.append(each);
        else
            settle(each.position, each.error);
    }
}

// "Not found" and "conflict" do not say of what: the task or the member.
void MembershipRun::askTask()
{
    if (m_isReading)
        return;
    m_isReading = true;
    m_asked = std::exchange(m_suspects, {});
    m_parts.stack->fuotaTasks(Urgency::InSight)
        .get(m_batch.taskId, this)
        ->then(this, [this](const Result<FuotaTask>& task) {
            m_isReading = false;
            takeTask(task);
            if (!m_suspects.isEmpty())
                askTask();
            pump();
        });
}

void MembershipRun::takeTask(const Result<FuotaTask>& task)
{
    const QList<Refusal> asked = std::exchange(m_asked, {});
    if (task && task->status == TaskStatus::Pending) {
        for (const Refusal& each : asked)
            judge(each);
    } else if (task) {
        stop(StopReason::TaskNotPending);
    } else if (task.error().kind == ErrorKind::NotFound) {
        stop(StopReason::TaskGone);
    } else {
        stop(StopReason::Error, task.error());
    }
}

// A conflict may be about what is so already: an earlier run has done it, or somebody else.
void MembershipRun::judge(const Refusal& refusal)
{
    const bool isGone = refusal.error.kind == ErrorKind::NotFound;
    if (isGone && !wantsIn())
        settle(refusal.position);
    else if (isGone && !refusal.error.maybeExecuted)
        settle(refusal.position, refusal.error);
    else
        m_doubtful.append(refusal);
}

void MembershipRun::verify()
{
    setPhase(MembershipPhase::Verifying);
    m_isReading = true;
    readMembers(m_parts.stack, m_batch.taskId, m_batch.kind, this)
        ->then(this, [this](const Result<QSet<QString>>& members) {
            m_isReading = false;
            takeMembers(members);
            pump();
        });
}

void MembershipRun::takeMembers(const Result<QSet<QString>>& members)
{
    if (!members) {
        stop(StopReason::Error, members.error());
        return;
    }
    for (const Refusal& each : std::exchange(m_doubtful, {})) {
        if (members->contains(m_ledger.at(each.position).id) == wantsIn())
            settle(each.position);
        else
            settle(each.position, each.error);
    }
}

void MembershipRun::settle(qsizetype position, const std::optional<Error>& error)
{
    m_ledger.settle(position, error);
    m_time.settledOne(m_parts.clock.now());
    Q_EMIT memberChanged(position);
}

// The first reason counts. What was refused stays Sent: a later run looks what became of it.
void MembershipRun::stop(StopReason reason, const std::optional<Error>& error)
{
    if (m_reason != StopReason::None)
        return;
    m_reason = reason;
    m_error = error;
}

// A batch that was refused before anything of it happened is not worth going on with.
void MembershipRun::finish(MembershipEnd end)
{
    m_hasEnded = true;
    const MembershipOutcome outcome{m_batch.number, end, m_reason, m_error, m_ledger.counts()};
    const bool isUntouched = outcome.counts.waiting == outcome.counts.all();
    if (end == MembershipEnd::Stopped && (m_reason == StopReason::Error || !isUntouched)) {
        Q_EMIT ended(outcome);
        return;
    }
    const BatchState state =
        end == MembershipEnd::Finished ? BatchState::Done : BatchState::Dropped;
    // Where it can not be written, the next run finds nothing left to do and writes it.
    m_parts.journal.settle(m_batch.number, state, this)
        ->then(this, [this, outcome](const Result<void>&) { Q_EMIT ended(outcome); });
}

} // namespace fuotadesk
