#pragma once

#include "base/call.h"
#include "base/clock.h"
#include "base/worker.h"
#include "store/memberbatch.h"

#include <memory>

#include <QStringList>

namespace fuotadesk {

class MemberDatabase;

// The journal of changes to the recipients of tasks (SQLite, as IntentJournal): a batch is in it
// before its first request, and each of its devices is Sent in it before its own. A batch is
// claimed by one journal object; the claim of a dead process can be taken over at once. Every call
// is durable when it succeeds. What was settled 90 days ago is forgotten. Errors:
// JournalUnavailable (code says why), IntentClaimed, FileTooNew.
class MemberJournal {
public:
    MemberJournal(QString folder, const Clock& clock);
    ~MemberJournal();

    // Writes a new batch with all its members Waiting, claimed by this process; gives its number.
    // IntentClaimed while another batch of this task is open: code is its number, unless another
    // living process has it.
    CallOf<qint64>* begin(const MemberBatch& batch, const QStringList& ids, QObject* owner);
    // An open batch with all that is known of it, claimed for this process; nothing if there is
    // none. IntentClaimed when another living process has it.
    CallOf<std::optional<ClaimedBatch>>* claim(qint64 number, QObject* owner);
    // Open, of this endpoint, and not held by another living process: what a start offers to
    // finish. The oldest first.
    CallOf<QList<UnfinishedBatch>>* unsettled(const QString& endpoint, QObject* owner);
    // All of it at once, with one write to the disk. The batch must be claimed.
    CallOf<void>* record(qint64 number, const QList<MemberUpdate>& updates, QObject* owner);
    CallOf<void>* settle(qint64 number, BatchState state, QObject* owner);

private:
    std::unique_ptr<MemberDatabase> m_database; // used on the worker's thread only
    Worker m_worker;
};

} // namespace fuotadesk
