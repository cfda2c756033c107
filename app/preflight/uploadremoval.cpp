#include "preflight/uploadremoval.h"

namespace fuotadesk {

namespace {

// Between our clock and the service's, and for what was sent again.
constexpr qint64 SecondsBefore = 60;
constexpr qint64 SecondsAfter = 300;

// A removal by key; a child of its call, so that it dies with it.
class Sweep final : public QObject {
public:
    Sweep(std::shared_ptr<S3Client> s3, UploadRecord record, CallOf<void>* call)
        : QObject(call),
          m_s3(std::move(s3)),
          m_record(std::move(record)),
          m_object{m_record.bucket, m_record.key},
          m_call(call)
    {
    }

    void begin()
    {
        m_s3->uploads(m_record.bucket, this)
            ->then(this, [this](const Result<QList<S3Upload>>& uploads) {
                if (!uploads)
                    end(uploads.error());
                else
                    take(*uploads);
            });
    }

private:
    void take(const QList<S3Upload>& uploads)
    {
        const QDateTime first = m_record.begunAt.addSecs(-SecondsBefore);
        const QDateTime last = m_record.begunAt.addSecs(SecondsAfter);
        for (const S3Upload& each : uploads)
            if (each.key == m_record.key && each.begunAt >= first && each.begunAt <= last)
                m_left.append(each.id);
        next();
    }

    void next()
    {
        if (m_left.isEmpty()) {
            m_call->settle({});
            return;
        }
        const QString id = m_left.takeFirst();
        m_s3->parts(m_object, id, this)->then(this, [this, id](const Result<QList<S3Part>>& parts) {
            if (parts && parts->isEmpty())
                abort(id);
            else // somebody else's, or gone
                next();
        });
    }

    void abort(const QString& id)
    {
        m_s3->abortUpload(m_object, id, this)->then(this, [this](const Result<void>& aborted) {
            if (!aborted && aborted.error().kind != ErrorKind::NotFound)
                m_call->settle(failure(aborted.error()));
            else
                next();
        });
    }

    void end(const Error& error)
    {
        if (error.kind == ErrorKind::AccessDenied || error.kind == ErrorKind::NotFound)
            m_call->settle({});
        else
            m_call->settle(failure(error));
    }

    std::shared_ptr<S3Client> m_s3;
    UploadRecord m_record;
    ImageLocation m_object;
    CallOf<void>* m_call;
    QStringList m_left; // ids
};

} // namespace

CallOf<void>* removeUpload(const std::shared_ptr<S3Client>& s3, const UploadRecord& record,
                           QObject* owner)
{
    if (record.partSize == 0 && record.uploadId.isEmpty())
        return settledCall<void>(owner, {});
    auto* call = new CallOf<void>(owner);
    if (record.uploadId.isEmpty()) {
        auto* sweep = new Sweep(s3, record, call);
        call->onCancel([sweep = QPointer<Sweep>(sweep)] { delete sweep; });
        sweep->begin();
        return call;
    }
    // s3 is held for as long as the answer is awaited
    forward(s3->abortUpload({record.bucket, record.key}, record.uploadId, call), call,
            [s3](const Result<void>& aborted) -> Result<void> {
                if (!aborted && aborted.error().kind != ErrorKind::NotFound)
                    return failure(aborted.error());
                return {};
            });
    return call;
}

} // namespace fuotadesk
