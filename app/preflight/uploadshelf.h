#pragma once

#include "aws/s3/s3client.h"
#include "store/uploadjournal.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace fuotadesk {

class AccountServices;

// An upload that nobody has ended: ours by the journal, or one that only S3 knows of (then record
// has bucket, key, uploadId and begunAt alone).
struct UnfinishedUpload {
    UploadRecord record;
    bool isOurs = false;
    bool isInUse = false; // by an upload of this process, or of another one that lives

    friend bool operator==(const UnfinishedUpload&, const UnfinishedUpload&) = default;
};

// The unfinished uploads of the active connection: those of the journal, and those of the buckets
// that it or the caller names.
class UploadShelf : public QObject {
    Q_OBJECT

public:
    UploadShelf(AccountServices& services, UploadJournal& journal, QObject* parent = nullptr);

    void refresh(const QStringList& buckets);
    bool isLoading() const { return m_open > 0; }
    const QList<UnfinishedUpload>& uploads() const { return m_uploads; } // the oldest first
    const std::optional<Error>& error() const { return m_error; } // the first one

    // From S3 and from the journal; the list follows. Of one in use: IntentClaimed. Other errors:
    // S3Client's and UploadJournal's, CredentialsMissing when signed out.
    CallOf<void>* remove(const UnfinishedUpload& upload, QObject* owner);

Q_SIGNALS:
    void changed();

private:
    void clear();
    void take(const QList<JournalledUpload>& uploads, QStringList buckets);
    void askBucket(const std::shared_ptr<S3Client>& s3, const QString& bucket);
    void take(const QString& bucket, const QList<S3Upload>& uploads);
    void close(const std::optional<Error>& error);
    CallOf<void>* removeOurs(const UploadRecord& record, QObject* owner);
    void removeClaimed(const UploadRecord& record,
                       const std::function<void(const Result<void>&)>& settle);

    AccountServices& m_services;
    UploadJournal& m_journal;
    QList<UnfinishedUpload> m_uploads;
    std::optional<Error> m_error;
    int m_open = 0;
    std::unique_ptr<QObject> m_round; // owns the calls of the refresh under way
};

} // namespace fuotadesk
