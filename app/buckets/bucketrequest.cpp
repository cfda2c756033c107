#include "buckets/bucketrequest.h"

#include "aws/uriencoding.h"

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr qsizetype LongestKey = 1024; // bytes
constexpr qsizetype MostParameters = 50;

QMap<QByteArray, QByteArray> parametersOf(const QByteArray& query)
{
    QMap<QByteArray, QByteArray> parameters;
    const QList<QByteArray> pieces = query.split('&');
    for (QByteArray piece : pieces.mid(0, MostParameters)) {
        piece.replace('+', ' ');
        const qsizetype equals = piece.indexOf('=');
        const QByteArray name = percentDecoded(equals < 0 ? piece : piece.left(equals));
        if (!name.isEmpty() && !parameters.contains(name))
            parameters.insert(name,
                              equals < 0 ? QByteArray() : percentDecoded(piece.mid(equals + 1)));
    }
    return parameters;
}

} // namespace

QByteArray BucketRequest::header(const char* name) const
{
    return headerValue(headers, name);
}

S3Result<int> BucketRequest::number(const char* parameter, int fallback, int least, int most) const
{
    if (!has(parameter))
        return fallback;
    bool isNumber = false;
    const qint64 number = parameters.value(parameter).toLongLong(&isNumber);
    if (!isNumber || number < least)
        return tl::unexpected(
            S3Refusal{400,
                      "InvalidArgument",
                      QStringLiteral("Provided %1 not an integer or within "
                                     "integer range")
                          .arg(QLatin1String(parameter)),
                      {{QStringLiteral("ArgumentName"), QLatin1String(parameter)}}});
    return int(std::min<qint64>(number, most));
}

QString BucketRequest::resource() const
{
    if (key.isEmpty())
        return u'/' + bucket;
    return u'/' + bucket + u'/' + QString::fromUtf8(key);
}

S3Result<BucketRequest> bucketRequestOf(const BucketCall& call)
{
    const qsizetype slash = call.path.indexOf('/', 1);
    const QByteArray bucket =
        percentDecoded(slash < 0 ? call.path.mid(1) : call.path.mid(1, slash - 1));
    BucketRequest request;
    request.method = call.method;
    request.bucket = QString::fromUtf8(bucket);
    request.key = slash < 0 ? QByteArray() : percentDecoded(call.path.mid(slash + 1));
    request.parameters = parametersOf(call.query);
    request.headers = call.headers;
    request.body = call.body;
    request.bodySha256 = call.bodySha256;
    request.signedRegion = call.signedRegion;
    if (!call.path.startsWith('/') || QString::fromUtf8(request.key).toUtf8() != request.key)
        return refusedByS3(400, "InvalidURI", QStringLiteral("Couldn't parse the specified URI."));
    if (request.key.size() > LongestKey)
        return refusedByS3(400, "KeyTooLongError", QStringLiteral("Your key is too long"));
    return request;
}

} // namespace fuotadesk
