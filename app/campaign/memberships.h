#pragma once

#include "campaign/membershiprun.h"

namespace fuotadesk {

class Session;

// Who is to be added to a task of the active connection, or removed from it.
struct MembershipRequest {
    QString taskId;
    MemberChange change = MemberChange::Add;
    MemberKind kind = MemberKind::Device;
    QStringList ids; // of devices or groups; what stands in it twice is taken once
};

// Changes the recipients of tasks in bulk, each exactly once: see MembershipRun. One batch at a
// time per object; a change of connection does not disturb it.
class Memberships : public QObject {
    Q_OBJECT

public:
    Memberships(Session& session, MemberJournal& journal, const Clock& clock,
                QObject* parent = nullptr);

    // The outcome also tells what was refused. Errors: those of the journal and the session;
    // InputInvalid (code is the field); IntentClaimed when a batch of this object is running, and
    // when one of this task is open: code is its number, for resume() or drop(), unless another
    // process has it. Cancelling the call only forgets the outcome: see cancel().
    CallOf<MembershipOutcome>* change(const MembershipRequest& request, QObject* owner);
    // Goes on with a batch that stopped, or was found at start.
    CallOf<MembershipOutcome>* resume(qint64 batch, QObject* owner);
    // The operator gives the rest of a batch up.
    CallOf<void>* drop(qint64 batch, QObject* owner);
    // Open batches of the active connection's endpoint, but the running one.
    CallOf<QList<UnfinishedBatch>>* unfinished(QObject* owner);

    void pause();
    void goOn();
    void cancel();

    bool isRunning() const { return m_isBusy; }
    // The one that runs, else the last one that ran; null before the first.
    const MembershipRun* run() const { return m_run.get(); }

Q_SIGNALS:
    void runChanged(); // another one, or it began or ended
    void phaseChanged();
    void memberChanged(qsizetype position);

private:
    std::optional<Error> refusal() const;
    void begin(const ClaimedBatch& batch, std::shared_ptr<ServiceStack> stack,
               const QPointer<CallOf<MembershipOutcome>>& call);
    void fail(const QPointer<CallOf<MembershipOutcome>>& call, const Error& error);

    Session& m_session;
    MemberJournal& m_journal;
    const Clock& m_clock;
    std::unique_ptr<MembershipRun> m_run;
    bool m_isBusy = false;
};

} // namespace fuotadesk
