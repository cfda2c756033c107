#include "buckets/conditions.h"

#include "aws/timestamps.h"

#include <algorithm>

namespace fuotadesk {

namespace {

bool names(const QByteArray& header, const QByteArray& eTag)
{
    const QList<QByteArray> each = header.split(',');
    return std::ranges::any_of(each, [&eTag](QByteArray tag) {
        tag = tag.trimmed();
        return tag == "*" || tag == eTag || tag == '"' + eTag + '"';
    });
}

S3Refusal failed(const char* condition)
{
    return {412,
            "PreconditionFailed",
            QStringLiteral("At least one of the pre-conditions you specified did not hold"),
            {{QStringLiteral("Condition"), QLatin1String(condition)}}};
}

S3Refusal notModified(const StoredObject& object)
{
    return {304,
            "NotModified",
            QStringLiteral("Not Modified"),
            {},
            {{"ETag", '"' + object.eTag + '"'}}};
}

QDateTime timeIn(const BucketRequest& request, const char* name)
{
    return parseHttpDate(QString::fromLatin1(request.header(name)));
}

} // namespace

std::optional<S3Refusal> readRefusal(const BucketRequest& request, const StoredObject& object)
{
    const QByteArray match = request.header("if-match");
    const QByteArray noneMatch = request.header("if-none-match");
    if (!match.isEmpty() && !names(match, object.eTag))
        return failed("If-Match");
    const QDateTime unmodified = timeIn(request, "if-unmodified-since");
    if (match.isEmpty() && unmodified.isValid() && object.modifiedAt > unmodified)
        return failed("If-Unmodified-Since");
    if (!noneMatch.isEmpty() && names(noneMatch, object.eTag))
        return notModified(object);
    const QDateTime modified = timeIn(request, "if-modified-since");
    if (noneMatch.isEmpty() && modified.isValid() && object.modifiedAt <= modified)
        return notModified(object);
    return {};
}

std::optional<S3Refusal> writeRefusal(const BucketRequest& request, const StoredObject* existing)
{
    const QByteArray match = request.header("if-match");
    const QByteArray noneMatch = request.header("if-none-match");
    if (!noneMatch.isEmpty() && noneMatch != "*")
        return S3Refusal{501,
                         "NotImplemented",
                         QStringLiteral("A header you provided implies functionality that is not "
                                        "implemented"),
                         {{QStringLiteral("Header"), QStringLiteral("If-None-Match")}}};
    if (!noneMatch.isEmpty() && existing)
        return failed("If-None-Match");
    if (!match.isEmpty() && !existing)
        return S3Refusal{404, "NoSuchKey", QStringLiteral("The specified key does not exist.")};
    if (!match.isEmpty() && !names(match, existing->eTag))
        return failed("If-Match");
    return {};
}

S3Result<std::optional<ByteRange>> rangeOf(const QByteArray& header, qint64 size)
{
    const QByteArray text = header.trimmed();
    const qsizetype dash = text.indexOf('-');
    if (!text.startsWith("bytes=") || dash < 0 || text.contains(','))
        return std::nullopt;
    const QByteArray from = text.mid(6, dash - 6).trimmed();
    const QByteArray to = text.mid(dash + 1).trimmed();
    bool fromIsNumber = false;
    bool toIsNumber = false;
    const qint64 first = from.toLongLong(&fromIsNumber);
    const qint64 last = to.toLongLong(&toIsNumber);
    const bool isSuffix = from.isEmpty() && toIsNumber;
    if ((!fromIsNumber && !isSuffix) || (!to.isEmpty() && !toIsNumber) || last < 0
        || (fromIsNumber && toIsNumber && last < first))
        return std::nullopt;
    const qint64 begin = isSuffix ? size - std::min(last, size) : first;
    if (begin >= size)
        return tl::unexpected(
            S3Refusal{416,
                      "InvalidRange",
                      QStringLiteral("The requested range is not satisfiable"),
                      {{QStringLiteral("RangeRequested"), QString::fromLatin1(text)},
                       {QStringLiteral("ActualObjectSize"), QString::number(size)}},
                      {{"Content-Range", "bytes */" + QByteArray::number(size)}}});
    const qint64 end = isSuffix || to.isEmpty() ? size : std::min(last, size - 1) + 1;
    return ByteRange{begin, end - begin};
}

} // namespace fuotadesk
