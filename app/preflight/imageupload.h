#pragma once

#include "aws/s3/s3client.h"
#include "base/clock.h"
#include "store/uploadrecord.h"

#include <QObject>

namespace fuotadesk {

class AccountServices;
class UploadJournal;
class UploadRun;

enum class UploadState {
    Idle,
    Reading, // the file, for its SHA-256
    Asking, // whether there is an object already, or how far an earlier upload has come
    Sending,
    Paused,
    Completing,
    Verifying, // what is there now, against the file
    Done,
    Failed, // error() says why; resume() goes on where that is possible
    Cancelled, // and removed
};

struct UploadOrder {
    QString file; // absolute
    ImageLocation target;
    S3Client::Existing existing = S3Client::Existing::Keep;
};

// How far it is. rate and left are of the last seconds; 0 and nothing while they are not known.
struct UploadProgress {
    qint64 read = 0; // bytes of the file, while it is read for its SHA-256
    qint64 done = 0; // bytes that were sent; it never goes back but for a resume
    qint64 total = 0; // 0 while it is not known
    double bytesPerSecond = 0;
    std::optional<std::chrono::seconds> left;

    friend bool operator==(const UploadProgress&, const UploadProgress&) = default;
};

// Brings one file to S3: it is journalled before the first byte, goes in one request up to 8 MiB
// and else in parts, a part in memory at a time, can be paused, cancelled and resumed - also by
// another process after this one was killed -, and is Done only when the object that is there has
// the file's size and SHA-256. An object that is there already is never replaced unless told to:
// then Failed with Conflict, code "PreconditionFailed". A file that changes meanwhile ends it with
// FileUnreadable, code "changed". Other errors: FileUnreadable, S3Client's, UploadJournal's;
// CredentialsMissing when signed out; Conflict, code "object-differs", when something else is there
// in the end; InputInvalid, code "endpoint", for a record of another S3.
class ImageUpload : public QObject {
    Q_OBJECT

public:
    ImageUpload(AccountServices& services, UploadJournal& journal, const Clock& clock,
                QObject* parent = nullptr);
    ~ImageUpload() override;

    // Nothing unless Idle, Done, Failed or Cancelled.
    void start(const UploadOrder& order);
    // Goes on with one that an earlier run has left.
    void takeUp(const UploadRecord& record);
    void pause(); // what is under way is broken off
    void resume(); // from Paused and, where canResume(), from Failed
    // Removes what is unfinished of it in S3, and then in the journal; meanwhile isCancelling().
    // An object that is complete already stays. Failed when it can not be removed now.
    void cancel();

    UploadState state() const;
    bool isBusy() const; // between start and Done, Failed or Cancelled
    bool isCancelling() const;
    bool canResume() const;
    const UploadOrder& order() const;
    UploadProgress progress() const;
    const QByteArray& sha256() const; // of the file, once it was read
    const std::optional<Error>& error() const;
    // Of the object when Done, and of the one that is in the way.
    const std::optional<S3ObjectFacts>& facts() const;
    bool wasThere() const; // Done without a byte: the same bytes were there already

Q_SIGNALS:
    void stateChanged();
    void progressed();

private:
    void run(std::unique_ptr<UploadRun> run);

    AccountServices& m_services;
    UploadJournal& m_journal;
    const Clock& m_clock;
    std::unique_ptr<UploadRun> m_run; // null: none yet
};

} // namespace fuotadesk
