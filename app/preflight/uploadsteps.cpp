#include "preflight/uploadrun.h"

#include "aws/bodymeter.h"
#include "preflight/uploadremoval.h"

// The requests of an upload, in their order; the rest of UploadRun is in uploadrun.cpp.
namespace fuotadesk {

namespace {

// Nothing is there, or it can not be told: the upload itself will tell.
bool isNoHindrance(const Error& error)
{
    return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::AccessDenied;
}

Error isThereAlready()
{
    return Error{ErrorKind::Conflict, QStringLiteral("PreconditionFailed"), {}, 412, {}, {}, false};
}

} // namespace

void UploadRun::ask()
{
    setState(UploadState::Asking);
    head(
        [this](const S3ObjectFacts& facts) {
            m_wasThere = true;
            m_meter.restart(m_file->size, m_file->size);
            finish(facts);
        },
        [this] { enter(); });
}

// isOurs with the object that the file would make; go where nothing is there, or may be replaced.
void UploadRun::head(const std::function<void(const S3ObjectFacts&)>& isOurs,
                     const std::function<void()>& go)
{
    m_s3->head(m_order.target, m_attempt.get())
        ->then(m_attempt.get(), [this, isOurs, go](const Result<S3ObjectFacts>& facts) {
            if (!facts && !isNoHindrance(facts.error())) {
                fail(facts.error());
            } else if (facts && isTold(*facts, expectation())) {
                isOurs(*facts);
            } else if (facts && existing() == S3Client::Existing::Keep) {
                m_facts = *facts;
                failForGood(isThereAlready());
            } else {
                go();
            }
        });
}

void UploadRun::enter()
{
    m_record.begunAt = m_parts.clock.now();
    const auto note = [this](const Result<qint64>& number) {
        m_record.number = *number;
        m_isClaimed = true;
    };
    keep(m_parts.journal.begin(m_record, this), note, [this] { sendAll(); });
}

void UploadRun::goOn()
{
    setState(UploadState::Asking);
    if (isSingle())
        head([this](const S3ObjectFacts&) { verify(); }, [this] { sendAll(); });
    else if (m_record.uploadId.isEmpty())
        follow(removeUpload(m_s3, m_record, m_attempt.get()), [this] { sendAll(); });
    else
        m_s3->parts(m_order.target, m_record.uploadId, m_attempt.get())
            ->then(m_attempt.get(),
                   [this](const Result<QList<S3Part>>& parts) { takeParts(parts); });
}

// Who may not list them sends again what this process has not sent.
void UploadRun::takeParts(const Result<QList<S3Part>>& parts)
{
    if (!parts && parts.error().kind == ErrorKind::NotFound) {
        reconcile(parts.error());
        return;
    }
    if (!parts && parts.error().kind != ErrorKind::AccessDenied) {
        fail(parts.error());
        return;
    }
    if (parts) {
        m_sent.clear();
        for (const S3Part& part : *parts)
            if (isOfFile(part))
                m_sent.insert(part.number - 1, part);
    }
    sendAll();
}

bool UploadRun::isOfFile(const S3Part& part) const
{
    const int index = part.number - 1;
    return index >= 0 && index < m_file->partMd5s.size() && part.size == sizeOfPart(*m_file, index)
        && part.eTag.toLatin1() == m_file->partMd5s.at(index).toHex();
}

void UploadRun::sendAll()
{
    setState(UploadState::Sending);
    m_meter.restart(doneInParts(), m_file->size);
    if (isSingle())
        sendWhole();
    else if (m_record.uploadId.isEmpty())
        beginParts();
    else
        sendNext();
}

void UploadRun::sendWhole()
{
    follow(m_reader.part(*m_file, 0, m_attempt.get()), [this](const FilePart& part) {
        m_s3->put(m_order.target, bodyOf(part, 0), existing(), m_attempt.get())
            ->then(m_attempt.get(), [this](const Result<S3Written>& written) {
                if (written)
                    verify();
                else if (written.error().kind == ErrorKind::Conflict)
                    reconcile(written.error());
                else
                    fail(written.error());
            });
    });
}

void UploadRun::beginParts()
{
    follow(m_s3->beginUpload(m_order.target, m_file->sha256, m_attempt.get()),
           [this](const QString& id) {
               m_record.uploadId = id;
               keep(
                   m_parts.journal.update(m_record, this), [](const Result<void>&) {},
                   [this] { sendNext(); });
           });
}

void UploadRun::sendNext()
{
    int index = 0;
    while (m_sent.contains(index))
        ++index;
    if (index == m_file->partMd5s.size()) {
        complete();
        return;
    }
    follow(m_reader.part(*m_file, index, m_attempt.get()),
           [this, index](const FilePart& part) { sendPart(index, part); });
}

void UploadRun::sendPart(int index, const FilePart& part)
{
    m_s3->putPart(m_order.target, m_record.uploadId, index + 1, bodyOf(part, index),
                  m_attempt.get())
        ->then(m_attempt.get(), [this, index](const Result<S3Part>& sent) {
            if (sent) {
                m_sent.insert(index, {index + 1, sizeOfPart(*m_file, index), sent->eTag});
                m_meter.setDone(doneInParts());
                sendNext();
            } else if (sent.error().kind == ErrorKind::NotFound) {
                reconcile(sent.error());
            } else {
                fail(sent.error());
            }
        });
}

// What keeps others' objects must not rely on the condition alone: not every S3 knows it.
void UploadRun::complete()
{
    setState(UploadState::Completing);
    if (existing() == S3Client::Existing::Keep)
        head([this](const S3ObjectFacts&) { verify(); }, [this] { joinParts(); });
    else
        joinParts();
}

void UploadRun::joinParts()
{
    m_s3->completeUpload(m_order.target, m_record.uploadId, m_sent.values(), existing(),
                         m_attempt.get())
        ->then(m_attempt.get(), [this](const Result<S3Written>& written) {
            if (written)
                verify();
            else if (written.error().kind == ErrorKind::Conflict
                     || written.error().kind == ErrorKind::NotFound)
                reconcile(written.error());
            else
                fail(written.error());
        });
}

// An answer may have been lost: then the object that is in the way is ours, and the upload that S3
// does not know is completed.
void UploadRun::reconcile(const Error& error)
{
    m_s3->head(m_order.target, m_attempt.get())
        ->then(m_attempt.get(), [this, error](const Result<S3ObjectFacts>& facts) {
            const bool isConflict = error.kind == ErrorKind::Conflict;
            const bool keeps = existing() == S3Client::Existing::Keep;
            if (facts && isTold(*facts, expectation())) {
                verify();
            } else if (facts && keeps) {
                m_facts = *facts;
                failForGood(isThereAlready());
            } else if (!facts && facts.error().kind != ErrorKind::NotFound) {
                if (isConflict && keeps && !error.maybeExecuted)
                    failForGood(error);
                else
                    fail(facts.error());
            } else if (error.code == u"NoSuchUpload") {
                beginAnew(error);
            } else {
                fail(error);
            }
        });
}

void UploadRun::beginAnew(const Error& error)
{
    if (std::exchange(m_hasBegunAnew, true)) {
        fail(error);
        return;
    }
    m_record.uploadId.clear();
    m_sent.clear();
    keep(
        m_parts.journal.update(m_record, this), [](const Result<void>&) {}, [this] { sendAll(); });
}

void UploadRun::verify()
{
    setState(UploadState::Verifying);
    m_meter.setDone(m_file->size);
    checkObject(m_s3, m_order.target, expectation(), m_attempt.get())
        ->then(m_attempt.get(), [this](const Result<S3ObjectFacts>& facts) {
            if (facts)
                finish(*facts);
            else if (facts.error().kind == ErrorKind::Conflict)
                failForGood(facts.error());
            else
                fail(facts.error());
        });
}

S3Client::Body UploadRun::bodyOf(const FilePart& part, qsizetype index)
{
    const auto meter = std::make_shared<BodyMeter>();
    connect(meter.get(), &BodyMeter::sent, m_attempt.get(),
            [this](qint64 bytes) { m_meter.setSending(bytes); });
    return {part.bytes, part.sha256, m_file->partMd5s.at(index).toBase64(), meter};
}

qint64 UploadRun::doneInParts() const
{
    qint64 done = 0;
    for (const S3Part& part : m_sent)
        done += part.size;
    return done;
}

} // namespace fuotadesk
