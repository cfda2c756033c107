#include "aws/s3/s3client.h"

#include "aws/s3/s3desk.h"
#include "aws/s3/s3identity.h"
#include "aws/s3/s3reply.h"

namespace fuotadesk {

namespace {

constexpr int RangeNotSatisfiable = 416;

// A reader that needs no more than the answer.
template <typename T>
auto by(Result<T> (*read)(const HttpResponse&))
{
    return [read](const HttpRequest&, const HttpResponse& response) { return read(response); };
}

// A server may give the whole object instead of the range.
QByteArray rangeOf(const HttpResponse& response, qint64 first, qint64 last)
{
    constexpr int PartialContent = 206;
    const qint64 begin = response.status == PartialContent ? 0 : first;
    return response.body.mid(begin, last - first + 1);
}

} // namespace

S3Client::S3Client(SignedTransports& transports, const ServiceAddress& address)
    : m_desk(std::make_unique<S3Desk>(transports, address))
{
}

S3Client::~S3Client() = default;

CallOf<QList<S3Bucket>>* S3Client::buckets(QObject* owner)
{
    return m_desk->askAll<S3Bucket>(bucketsRequest(), owner, by(bucketsFrom));
}

CallOf<QString>* S3Client::region(const QString& bucket, QObject* owner)
{
    return m_desk->ask<QString>(bucketRegionRequest(bucket), owner, by(bucketRegionFrom));
}

CallOf<S3Page>* S3Client::list(const Listing& listing, QObject* owner)
{
    return m_desk->ask<S3Page>(listRequest(listing), owner, by(pageFrom));
}

CallOf<S3ObjectFacts>* S3Client::head(const ImageLocation& object, QObject* owner)
{
    return m_desk->ask<S3ObjectFacts>(headRequest(object), owner, by(objectFactsFrom));
}

CallOf<QByteArray>* S3Client::get(const ImageLocation& object, qint64 first, qint64 last,
                                  QObject* owner)
{
    const auto read = [first, last](const HttpRequest&,
                                    const HttpResponse& response) -> Result<QByteArray> {
        return rangeOf(response, first, last);
    };
    auto* outer = new CallOf<QByteArray>(owner);
    forward(m_desk->ask<QByteArray>(getRequest(object, first, last), outer, read), outer,
            [](const Result<QByteArray>& bytes) -> Result<QByteArray> {
                if (!bytes && bytes.error().httpStatus == RangeNotSatisfiable)
                    return QByteArray(); // it ends before the range begins
                return bytes;
            });
    return outer;
}

CallOf<S3Written>* S3Client::put(const ImageLocation& object, const Body& body, Existing existing,
                                 QObject* owner)
{
    const S3Request request = putRequest(object, body, existing);
    const auto sha256 = QByteArray::fromHex(request.message.bodySha256);
    auto* outer = new CallOf<S3Written>(owner);
    return m_desk->settledByLook(m_desk->ask<S3Written>(request, outer, by(writtenFrom)), outer,
                                 object,
                                 [size = body.bytes.size(), sha256](const S3ObjectFacts& facts) {
                                     return isContent(facts, size, sha256);
                                 });
}

CallOf<QString>* S3Client::beginUpload(const ImageLocation& object, const QByteArray& contentSha256,
                                       QObject* owner)
{
    return m_desk->ask<QString>(beginRequest(object, contentSha256), owner, by(uploadIdFrom));
}

CallOf<S3Part>* S3Client::putPart(const ImageLocation& object, const QString& uploadId, int number,
                                  const Body& body, QObject* owner)
{
    const auto read = [number, size = body.bytes.size()](const HttpRequest&,
                                                         const HttpResponse& response) {
        return partFrom(response, number, size);
    };
    return m_desk->ask<S3Part>(partRequest(object, uploadId, number, body), owner, read);
}

CallOf<S3Written>* S3Client::completeUpload(const ImageLocation& object, const QString& uploadId,
                                            const QList<S3Part>& parts, Existing existing,
                                            QObject* owner)
{
    auto* outer = new CallOf<S3Written>(owner);
    auto* inner = m_desk->ask<S3Written>(completeRequest(object, uploadId, parts, existing), outer,
                                         completedFrom);
    return m_desk->settledByLook(inner, outer, object, [parts](const S3ObjectFacts& facts) {
        return isMadeOf(facts, parts);
    });
}

CallOf<void>* S3Client::abortUpload(const ImageLocation& object, const QString& uploadId,
                                    QObject* owner)
{
    const auto read = [](const HttpRequest&, const HttpResponse&) { return Result<void>(); };
    auto* outer = new CallOf<void>(owner);
    forward(m_desk->ask<void>(abortRequest(object, uploadId), outer, read), outer,
            [](const Result<void>& aborted) -> Result<void> {
                const bool isGoneByUs = !aborted && aborted.error().code == u"NoSuchUpload"
                    && aborted.error().maybeExecuted;
                return isGoneByUs ? Result<void>() : aborted;
            });
    return outer;
}

CallOf<QList<S3Part>>* S3Client::parts(const ImageLocation& object, const QString& uploadId,
                                       QObject* owner)
{
    return m_desk->askAll<S3Part>(partsRequest(object, uploadId), owner, by(partsFrom));
}

CallOf<QList<S3Upload>>* S3Client::uploads(const QString& bucket, QObject* owner)
{
    return m_desk->askAll<S3Upload>(uploadsRequest(bucket), owner, by(uploadsFrom));
}

} // namespace fuotadesk
