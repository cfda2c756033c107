#include "preflight/uploadshelf.h"

#include "preflight/accountservices.h"
#include "preflight/uploadremoval.h"

#include <algorithm>

namespace fuotadesk {

namespace {

bool isSame(const UnfinishedUpload& one, const UnfinishedUpload& other)
{
    if (one.isOurs || other.isOurs)
        return one.isOurs == other.isOurs && one.record.number == other.record.number;
    return one.record.bucket == other.record.bucket && one.record.uploadId == other.record.uploadId;
}

} // namespace

UploadShelf::UploadShelf(AccountServices& services, UploadJournal& journal, QObject* parent)
    : QObject(parent),
      m_services(services),
      m_journal(journal)
{
    connect(&services, &AccountServices::changed, this, &UploadShelf::clear);
}

void UploadShelf::clear()
{
    m_round.reset();
    m_open = 0;
    m_uploads.clear();
    m_error.reset();
    Q_EMIT changed();
}

void UploadShelf::refresh(const QStringList& buckets)
{
    m_round = std::make_unique<QObject>();
    m_error.reset();
    m_open = 1;
    m_journal.unfinished(m_services.endpoint(), m_round.get())
        ->then(m_round.get(), [this, buckets](const Result<QList<JournalledUpload>>& uploads) {
            take(uploads.value_or(QList<JournalledUpload>()), buckets);
            close(uploads ? std::nullopt : std::optional(uploads.error()));
        });
    Q_EMIT changed();
}

void UploadShelf::take(const QList<JournalledUpload>& uploads, QStringList buckets)
{
    m_uploads.clear();
    for (const JournalledUpload& each : uploads) {
        m_uploads.append({each.record, true, each.isHeld});
        buckets.append(each.record.bucket);
    }
    buckets.removeDuplicates();
    if (const auto s3 = m_services.s3())
        for (const QString& bucket : std::as_const(buckets))
            askBucket(s3, bucket);
}

void UploadShelf::askBucket(const std::shared_ptr<S3Client>& s3, const QString& bucket)
{
    ++m_open;
    s3->uploads(bucket, m_round.get())
        ->then(m_round.get(), [this, bucket](const Result<QList<S3Upload>>& uploads) {
            take(bucket, uploads.value_or(QList<S3Upload>()));
            close(uploads ? std::nullopt : std::optional(uploads.error()));
        });
}

void UploadShelf::take(const QString& bucket, const QList<S3Upload>& uploads)
{
    for (const S3Upload& each : uploads) {
        const bool isKnown =
            std::any_of(m_uploads.cbegin(), m_uploads.cend(), [&](const UnfinishedUpload& upload) {
                return upload.record.bucket == bucket && upload.record.uploadId == each.id;
            });
        if (isKnown)
            continue;
        UploadRecord record;
        record.bucket = bucket;
        record.key = each.key;
        record.uploadId = each.id;
        record.begunAt = each.begunAt;
        m_uploads.append({record, false, false});
    }
    std::stable_sort(m_uploads.begin(), m_uploads.end(),
                     [](const UnfinishedUpload& one, const UnfinishedUpload& other) {
                         return one.record.begunAt < other.record.begunAt;
                     });
}

void UploadShelf::close(const std::optional<Error>& error)
{
    --m_open;
    if (!m_error)
        m_error = error;
    Q_EMIT changed();
}

CallOf<void>* UploadShelf::remove(const UnfinishedUpload& upload, QObject* owner)
{
    const auto s3 = m_services.s3();
    CallOf<void>* call = nullptr;
    if (upload.isOurs)
        call = removeOurs(upload.record, owner);
    else if (s3)
        call = removeUpload(s3, upload.record, owner);
    else
        call = settledCall<void>(owner, failure(ErrorKind::CredentialsMissing));
    return call->then(this, [this, upload](const Result<void>& removed) {
        if (!removed)
            return;
        m_uploads.removeIf(
            [&upload](const UnfinishedUpload& each) { return isSame(each, upload); });
        Q_EMIT changed();
    });
}

// It goes on when nobody waits for it any more: what was claimed is settled or released. A row that
// nobody finds was settled by somebody else.
CallOf<void>* UploadShelf::removeOurs(const UploadRecord& record, QObject* owner)
{
    auto* call = new CallOf<void>(owner);
    const auto settle = [call = QPointer(call)](const Result<void>& result) {
        if (call)
            call->settle(result);
    };
    m_journal.claim(record.number, this)
        ->then(this, [this, settle](const Result<std::optional<UploadRecord>>& claimed) {
            if (claimed && *claimed)
                removeClaimed(**claimed, settle);
            else
                settle(claimed.map([](const auto&) {}));
        });
    return call;
}

void UploadShelf::removeClaimed(const UploadRecord& record,
                                const std::function<void(const Result<void>&)>& settle)
{
    const auto s3 = m_services.s3();
    auto* removed = s3 || record.partSize == 0
        ? removeUpload(s3, record, this)
        : settledCall<void>(this, failure(ErrorKind::CredentialsMissing));
    removed->then(this, [this, settle, number = record.number](const Result<void>& gone) {
        if (gone) {
            m_journal.settle(number, this)->then(this, settle);
        } else {
            m_journal.release(number, nullptr);
            settle(gone);
        }
    });
}

} // namespace fuotadesk
