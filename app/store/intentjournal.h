#pragma once

#include "base/call.h"
#include "base/clock.h"
#include "base/worker.h"
#include "fuota/fuotatask.h"

#include <memory>

#include <QDateTime>

namespace fuotadesk {

class IntentDatabase;

// How far a create has come. Open: its outcome is not known for sure (it may not even have been
// sent). Done: the task exists. Failed: it surely was not carried out. Dropped: an operator gave it
// up.
enum class IntentState { Open, Done, Failed, Dropped };

// One pressed "Create", kept from before the first byte until the operator has seen how it ended.
struct Intent {
    QString token; // the ClientRequestToken; the key
    QString connectionId;
    QString
        endpoint; // scheme://host:port and region, so that a changed connection never resumes it
    QByteArray request; // the body without its token, compact JSON
    QDateTime madeAt;
    bool everUnsure = false; // some attempt may have been carried out
    IntentState state = IntentState::Open;
    CreatedTask created; // when Done
    bool acknowledged = false;

    friend bool operator==(const Intent&, const Intent&) = default;
};

// The journal of creates (SQLite, WAL, synchronous=FULL, schema in user_version), shared by all
// processes of this user. A row is claimed by one journal object; the claim of a dead process can
// be taken over at once. Every call is durable when it succeeds. What was settled 90 days ago is
// forgotten. Errors: JournalUnavailable (code says why), IntentClaimed, FileTooNew.
class IntentJournal {
public:
    IntentJournal(QString folder, const Clock& clock);
    ~IntentJournal();

    // Writes a new Open intent, claimed by this process. IntentClaimed when the same create was
    // begun meanwhile, EarlierOutcomeUnknown when the (operator's own) token is that of another
    // create not settled yet.
    CallOf<void>* begin(const Intent& intent, QObject* owner);
    // The intent of this request on this endpoint that is Open, or Done and not acknowledged,
    // claimed for this process; nothing if there is none. IntentClaimed when another living process
    // has it.
    CallOf<std::optional<Intent>>* claim(const QString& endpoint, const QByteArray& request,
                                         QObject* owner);
    // The same by token.
    CallOf<std::optional<Intent>>* claimToken(const QString& token, QObject* owner);
    // Open, or Done and not acknowledged, and not held by another living process: what a start
    // offers to finish.
    CallOf<QList<Intent>>* unsettled(QObject* owner);
    // Writes how far it has come and what was created, and claims it; the rest of a row never
    // changes.
    CallOf<void>* update(const Intent& intent, QObject* owner);
    // Ids of tasks that creates of this journal are known to have made on that endpoint.
    CallOf<QStringList>* knownTaskIds(const QString& endpoint, QObject* owner);

private:
    std::unique_ptr<IntentDatabase> m_database; // used on the worker's thread only
    Worker m_worker;
};

} // namespace fuotadesk
