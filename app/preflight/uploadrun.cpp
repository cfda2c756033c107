#include "preflight/uploadrun.h"

#include "preflight/accountservices.h"
#include "preflight/uploadremoval.h"

#include <QCryptographicHash>

namespace fuotadesk {

namespace {

constexpr int TickMilliseconds = 100;

bool isOverForGood(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::InputInvalid:
    case ErrorKind::IntentClaimed:
    case ErrorKind::FileTooNew:
        return true;
    case ErrorKind::FileUnreadable:
        return !error.code.isEmpty(); // changed, or empty
    case ErrorKind::Conflict:
        return error.code == u"PreconditionFailed" || error.code == u"object-differs";
    default:
        return false;
    }
}

} // namespace

UploadRun::UploadRun(const Parts& parts, UploadOrder order)
    : m_parts(parts),
      m_order(std::move(order)),
      m_meter(parts.clock)
{
    m_tick.setInterval(TickMilliseconds);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        const bool hasRead = std::exchange(m_seenRead, m_reader.looked()) != m_reader.looked();
        if (m_state == UploadState::Reading ? hasRead : m_meter.look())
            Q_EMIT progressed();
    });
}

UploadRun::UploadRun(const Parts& parts, const UploadRecord& record)
    : UploadRun(parts,
                {record.file,
                 {record.bucket, record.key},
                 record.replaces ? S3Client::Existing::Replace : S3Client::Existing::Keep})
{
    m_record = record;
}

UploadRun::~UploadRun()
{
    if (m_isClaimed)
        m_parts.journal.release(m_record.number, nullptr);
}

void UploadRun::begin()
{
    startAttempt();
    setState(UploadState::Reading);
    proceed();
}

void UploadRun::pause()
{
    const bool isUnderWay = m_attempt && !m_isCancelling && m_state != UploadState::Paused;
    if (!isUnderWay)
        return;
    m_attempt.reset();
    setState(UploadState::Paused);
}

void UploadRun::resume()
{
    const bool may = m_state == UploadState::Paused || canResume();
    if (!may || m_isCancelling)
        return;
    startAttempt();
    setState(m_file ? UploadState::Asking : UploadState::Reading);
    proceed();
}

void UploadRun::cancel()
{
    const bool isOver = m_state == UploadState::Done || m_state == UploadState::Cancelled;
    if (isOver || m_isCancelling)
        return;
    startAttempt();
    m_isCancelling = true;
    Q_EMIT stateChanged();
    removeAll();
}

void UploadRun::retire()
{
    disconnect();
    m_attempt.reset();
    m_tick.stop();
    if (m_journalling)
        connect(m_journalling, &Call::settled, this, &QObject::deleteLater);
    else
        deleteLater();
}

bool UploadRun::canResume() const
{
    return m_state == UploadState::Failed && m_error && !isOverForGood(*m_error);
}

UploadProgress UploadRun::progress() const
{
    UploadProgress progress = m_meter.progress();
    if (m_state == UploadState::Reading)
        progress.total = m_reader.lookedOf();
    progress.read = m_file ? m_file->size : m_reader.looked();
    return progress;
}

const QByteArray& UploadRun::sha256() const
{
    return m_record.sha256;
}

void UploadRun::setState(UploadState state)
{
    const bool moves = state == UploadState::Reading || state == UploadState::Sending;
    if (moves)
        m_tick.start();
    else
        m_tick.stop();
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged();
}

void UploadRun::startAttempt()
{
    m_attempt = std::make_unique<QObject>();
    m_error.reset();
    m_hasBegunAnew = false;
}

// The connection's present keys for an upload of that connection; after a change of connection
// those it was begun with.
bool UploadRun::takeClient()
{
    const auto s3 = m_parts.services.s3();
    if (s3 && !m_s3)
        m_connectionId = m_parts.services.connectionId();
    if (s3 && m_record.endpoint.isEmpty()) {
        m_record.endpoint = m_parts.services.endpoint();
        m_record.connectionId = m_connectionId;
    }
    const bool fits = s3 && m_parts.services.endpoint() == m_record.endpoint
        && m_parts.services.connectionId() == m_connectionId;
    if (fits)
        m_s3 = s3;
    if (m_s3)
        return true;
    if (s3)
        fail(Error{ErrorKind::InputInvalid, QStringLiteral("endpoint"), {}, 0, {}, {}, false});
    else
        fail(Error{ErrorKind::CredentialsMissing, {}, {}, 0, {}, {}, false});
    return false;
}

void UploadRun::fail(const Error& error)
{
    m_attempt.reset();
    m_error = error;
    if (std::exchange(m_isCancelling, false) && m_state == UploadState::Failed)
        Q_EMIT stateChanged();
    else
        setState(UploadState::Failed);
}

void UploadRun::proceed()
{
    if (m_journalling) {
        connect(m_journalling, &Call::settled, m_attempt.get(), [this] { proceed(); });
        return;
    }
    if (!takeClient())
        return;
    if (m_record.number != 0 && !m_isClaimed)
        claim([this] { proceed(); });
    else if (!m_file)
        read();
    else if (m_record.number != 0)
        goOn();
    else
        ask();
}

void UploadRun::claim(const std::function<void()>& next)
{
    const auto note = [this](const Result<std::optional<UploadRecord>>& record) {
        m_isClaimed = record->has_value();
        if (m_isClaimed)
            m_record = **record;
    };
    keep(m_parts.journal.claim(m_record.number, this), note, [this, next] {
        if (m_isClaimed)
            next();
        else
            fail(Error{ErrorKind::JournalUnavailable,
                       QStringLiteral("upload-missing"),
                       QString::number(m_record.number),
                       0,
                       {},
                       {},
                       false});
    });
}

void UploadRun::read()
{
    setState(UploadState::Reading);
    const qint64 began = m_record.partSize == 0 ? m_record.fileSize : m_record.partSize;
    follow(m_reader.look(m_order.file, began, m_attempt.get()),
           [this](const FileFacts& file) { takeFile(file); });
}

void UploadRun::takeFile(const FileFacts& file)
{
    const bool isKnown = m_record.number != 0;
    const bool isSame = file.size == m_record.fileSize && file.modifiedAt == m_record.fileModifiedAt
        && file.sha256 == m_record.sha256;
    if (isKnown && !isSame) {
        fail(Error{
            ErrorKind::FileUnreadable, QStringLiteral("changed"), file.path, 0, {}, {}, false});
        return;
    }
    m_file = file;
    m_meter.restart(0, file.size);
    if (!isKnown) {
        m_record.file = file.path;
        m_record.fileSize = file.size;
        m_record.fileModifiedAt = file.modifiedAt;
        m_record.sha256 = file.sha256;
        m_record.bucket = m_order.target.bucket;
        m_record.key = m_order.target.key;
        m_record.partSize = file.partMd5s.size() == 1 ? 0 : file.partSize;
        m_record.replaces = existing() == S3Client::Existing::Replace;
    }
    proceed();
}

void UploadRun::forget(const std::function<void()>& next)
{
    if (m_record.number == 0) {
        next();
        return;
    }
    const auto note = [this](const Result<void>&) {
        m_record.number = 0;
        m_isClaimed = false;
    };
    keep(m_parts.journal.settle(m_record.number, this), note, next);
}

void UploadRun::failForGood(const Error& error)
{
    if (m_record.number == 0) {
        fail(error);
        return;
    }
    removeUpload(m_s3, m_record, m_attempt.get())
        ->then(m_attempt.get(), [this, error](const Result<void>& removed) {
            if (removed)
                forget([this, error] { fail(error); });
            else
                fail(error); // what is left of it stands in the journal
        });
}

void UploadRun::finish(const S3ObjectFacts& facts)
{
    m_facts = facts;
    forget([this] {
        m_meter.setDone(m_record.fileSize);
        m_attempt.reset();
        setState(UploadState::Done);
    });
}

void UploadRun::removeAll()
{
    if (m_journalling) {
        connect(m_journalling, &Call::settled, m_attempt.get(), [this] { removeAll(); });
        return;
    }
    if (m_record.number != 0 && !m_isClaimed) {
        claim([this] { removeAll(); });
        return;
    }
    const auto end = [this] {
        m_attempt.reset();
        m_isCancelling = false;
        setState(UploadState::Cancelled);
    };
    if (m_record.number == 0 || isSingle())
        forget(end);
    else if (takeClient())
        follow(removeUpload(m_s3, m_record, m_attempt.get()), [this, end] { forget(end); });
}

S3Client::Existing UploadRun::existing() const
{
    return m_order.existing;
}

// The ETag of one request is the MD5 of its bytes, that of parts the MD5 of their MD5s.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html
ObjectExpectation UploadRun::expectation() const
{
    using Hash = QCryptographicHash;
    const auto count = m_file->partMd5s.size();
    const QByteArray eTag = isSingle()
        ? m_file->partMd5s.first().toHex()
        : Hash::hash(m_file->partMd5s.join(), Hash::Md5).toHex() + '-' + QByteArray::number(count);
    return {m_file->size, m_file->sha256, QString::fromLatin1(eTag)};
}

} // namespace fuotadesk
