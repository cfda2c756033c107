#pragma once

#include "base/call.h"
#include "base/clock.h"
#include "base/worker.h"
#include "store/uploadrecord.h"

#include <memory>

namespace fuotadesk {

class UploadDatabase;

struct JournalledUpload {
    UploadRecord record;
    bool isHeld = false; // somebody who lives works on it, this journal object included

    friend bool operator==(const JournalledUpload&, const JournalledUpload&) = default;
};

// The journal of uploads (SQLite, as IntentJournal): an upload is in it before its first byte and
// until its object was verified or what was there of it was removed. It is claimed by one journal
// object; the claim of a dead process can be taken over at once. Every call is durable when it
// succeeds. Errors: JournalUnavailable (code says why, "upload-missing": it is not there),
// IntentClaimed, FileTooNew.
class UploadJournal {
public:
    UploadJournal(QString folder, const Clock& clock);
    ~UploadJournal();

    // Writes a new upload, claimed by this object; gives its number.
    CallOf<qint64>* begin(const UploadRecord& record, QObject* owner);
    // Writes uploadId and partSize; the rest of a row never changes. It must be claimed.
    CallOf<void>* update(const UploadRecord& record, QObject* owner);
    // Claims it; nothing if it is not there. IntentClaimed when it is held, by whomever.
    CallOf<std::optional<UploadRecord>>* claim(qint64 number, QObject* owner);
    // Gives the claim up: it is there for anybody. It must be claimed. owner may be null.
    CallOf<void>* release(qint64 number, QObject* owner);
    // Those of this endpoint, the oldest first.
    CallOf<QList<JournalledUpload>>* unfinished(const QString& endpoint, QObject* owner);
    // Forgets it. It must be claimed.
    CallOf<void>* settle(qint64 number, QObject* owner);

private:
    std::unique_ptr<UploadDatabase> m_database; // used on the worker's thread only
    Worker m_worker;
};

} // namespace fuotadesk
