#pragma once

#include "base/call.h"
#include "campaign/memberledger.h"
#include "campaign/remainingtime.h"

#include <QObject>

#include <memory>

namespace fuotadesk {

class Clock;
class MemberJournal;
class ServiceStack;
struct FuotaTask;
struct TaskRecipients;

enum class MembershipPhase {
    Checking, // what the task has already, and whether it takes anything
    Changing,
    Paused, // nothing is under way
    Verifying, // what was refused and may be done all the same
};

enum class MembershipEnd {
    Finished, // each is Done or Failed
    Cancelled, // by the operator; the rest will not be offered again
    Stopped, // reason says why; the rest can be gone on with
};

enum class StopReason {
    None,
    TaskGone,
    TaskNotPending, // it takes no change any more
    OtherKindThere, // devices or multicast groups, never both
    Error, // error says what
};

struct MembershipOutcome {
    qint64 batch = 0;
    MembershipEnd end = MembershipEnd::Finished;
    StopReason reason = StopReason::None;
    std::optional<Error> error;
    MemberCounts counts;

    friend bool operator==(const MembershipOutcome&, const MembershipOutcome&) = default;
};

// One claimed batch, brought to its end: what the task has already is settled without a request,
// the rest is sent a few at a time, each Sent in the journal before it goes. What is refused is
// Failed only when the task was asked and the refusal is the member's own; where everybody would be
// refused the run stops. Deleting it leaves the batch to a later run.
class MembershipRun : public QObject {
    Q_OBJECT

public:
    // Written down and not heard of: two seconds' worth of the default quota, so that the paced
    // transport always has some while others wait for the disk or the service.
    static constexpr int MostUnderWay = 24;
    static constexpr int GroupSize = 8; // at least so many are written at once

    struct Parts {
        MemberJournal& journal;
        std::shared_ptr<ServiceStack> stack;
        const Clock& clock;
    };

    MembershipRun(const Parts& parts, const ClaimedBatch& batch, QObject* parent);

    void start();
    void pause(); // what is under way ends first
    void goOn();
    void cancel(); // likewise

    const MemberBatch& batch() const { return m_batch; }
    const MemberLedger& ledger() const { return m_ledger; }
    MembershipPhase phase() const { return m_phase; }
    std::chrono::seconds remaining() const { return m_time.of(m_ledger.unsettled()); }

Q_SIGNALS:
    void phaseChanged();
    void memberChanged(qsizetype position);
    // Once, last.
    void ended(const fuotadesk::MembershipOutcome& outcome);

private:
    struct Refusal {
        qsizetype position = 0;
        Error error;
    };

    void takeCheck(const Result<TaskRecipients>& found);
    void settleWhatIsDone(const TaskRecipients& found);
    void pump();
    void rest();
    void send(qsizetype position);
    CallOf<void>* request(const QString& member);
    void take(qsizetype position, const Result<void>& result);
    void takeUnclear(qsizetype position, const Error& error);
    void endStreak();
    void askTask();
    void takeTask(const Result<FuotaTask>& task);
    void judge(const Refusal& refusal);
    void verify();
    void takeMembers(const Result<QSet<QString>>& members);
    void settle(qsizetype position, const std::optional<Error>& error = {});
    void stop(StopReason reason, const std::optional<Error>& error = {});
    void finish(MembershipEnd end);
    void setPhase(MembershipPhase phase);
    qsizetype freePlaces() const;
    bool wantsIn() const { return m_batch.change == MemberChange::Add; }

    Parts m_parts;
    MemberBatch m_batch;
    MemberLedger m_ledger;
    RemainingTime m_time;
    MembershipPhase m_phase = MembershipPhase::Checking;
    QList<Refusal> m_suspects; // refused: by the task, or for themselves?
    QList<Refusal> m_asked; // of them, those the task is being asked about
    QList<Refusal> m_doubtful; // refused for themselves, yet they may be done
    QList<Refusal> m_streak; // unclear failures since the last clear answer
    int m_failuresInRow = 0;
    qsizetype m_underWay = 0;
    bool m_isReading = false; // checking, asking the task, verifying
    bool m_isWriting = false;
    bool m_isPaused = false;
    bool m_isCancelled = false;
    bool m_hasEnded = false;
    StopReason m_reason = StopReason::None;
    std::optional<Error> m_error;
};

} // namespace fuotadesk
