#include "aws/s3/s3lists.h"

#include "aws/s3/s3reply.h"
#include "aws/timestamps.h"
#include "aws/uriencoding.h"

namespace fuotadesk {

namespace {

auto malformed(QStringView element)
{
    return failure(ErrorKind::AnswerMalformed, element.toString());
}

// Objects are asked for with encoding-type=url, as XML has no room for every key; a blank is a "+".
// Not every service other than AWS does as it is asked.
class KeyDecoder {
public:
    explicit KeyDecoder(const XmlElement& list)
        : m_isEncoded(list.textOf(u"EncodingType") == u"url")
    {
    }

    QString operator()(const QString& text) const
    {
        if (!m_isEncoded)
            return text;
        QByteArray bytes = text.toUtf8();
        bytes.replace('+', ' ');
        return QString::fromUtf8(percentDecoded(bytes));
    }

private:
    bool m_isEncoded;
};

Result<QDateTime> timeOf(const XmlElement& item, QStringView name)
{
    const QDateTime time = parseIso8601(item.textOf(name));
    if (!time.isValid())
        return malformed(name);
    return time;
}

Result<qint64> numberOf(const XmlElement& item, QStringView name, qint64 least)
{
    bool isNumber = false;
    const qint64 number = item.textOf(name).toLongLong(&isNumber);
    if (!isNumber || number < least)
        return malformed(name);
    return number;
}

// Reads each element of that name. Stops at the first that makes no sense.
template <typename Item, typename Read>
Result<QList<Item>> itemsOf(const XmlElement& list, QStringView name, Read read)
{
    QList<Item> items;
    for (const XmlElement& each : list.children) {
        if (each.name != name)
            continue;
        const Result<Item> item = read(each);
        if (!item)
            return failure(item.error());
        items.append(*item);
    }
    return items;
}

Result<S3Bucket> bucketOf(const XmlElement& item)
{
    const QString name = item.textOf(u"Name");
    if (name.isEmpty())
        return malformed(u"Name");
    const auto time = timeOf(item, u"CreationDate");
    if (!time)
        return failure(time.error());
    return S3Bucket{name, *time};
}

Result<S3Object> objectOf(const XmlElement& item, const KeyDecoder& decoded)
{
    const QString key = decoded(item.textOf(u"Key"));
    if (key.isEmpty())
        return malformed(u"Key");
    const auto size = numberOf(item, u"Size", 0);
    if (!size)
        return failure(size.error());
    const auto time = timeOf(item, u"LastModified");
    if (!time)
        return failure(time.error());
    return S3Object{key, *size, bareETag(item.textOf(u"ETag")), *time};
}

Result<S3Part> partOf(const XmlElement& item)
{
    const auto number = numberOf(item, u"PartNumber", 1);
    if (!number || *number > MostS3Parts)
        return malformed(u"PartNumber");
    const auto size = numberOf(item, u"Size", 0);
    if (!size)
        return failure(size.error());
    return S3Part{static_cast<int>(*number), *size, bareETag(item.textOf(u"ETag"))};
}

Result<S3Upload> uploadOf(const XmlElement& item, const KeyDecoder& decoded)
{
    const QString key = decoded(item.textOf(u"Key"));
    if (key.isEmpty())
        return malformed(u"Key");
    const QString id = item.textOf(u"UploadId");
    if (id.isEmpty())
        return malformed(u"UploadId");
    const auto time = timeOf(item, u"Initiated");
    if (!time)
        return failure(time.error());
    return S3Upload{key, id, *time};
}

bool isTruncated(const XmlElement& list)
{
    return list.textOf(u"IsTruncated") == u"true";
}

} // namespace

Result<S3Batch<S3Bucket>> bucketsFrom(const HttpResponse& response)
{
    const auto root = s3Root(response, u"ListAllMyBucketsResult");
    if (!root)
        return failure(root.error());
    const XmlElement* list = root->child(u"Buckets");
    if (!list)
        return malformed(u"Buckets");
    const auto items = itemsOf<S3Bucket>(*list, u"Bucket", bucketOf);
    if (!items)
        return failure(items.error());
    S3Batch<S3Bucket> batch{*items, {}};
    if (const QString token = root->textOf(u"ContinuationToken"); !token.isEmpty())
        batch.next = {{"continuation-token", token.toUtf8()}};
    return batch;
}

Result<S3Page> pageFrom(const HttpResponse& response)
{
    const auto root = s3Root(response, u"ListBucketResult");
    if (!root)
        return failure(root.error());
    const KeyDecoder decoded(*root);
    const auto objects = itemsOf<S3Object>(
        *root, u"Contents", [&](const XmlElement& each) { return objectOf(each, decoded); });
    if (!objects)
        return failure(objects.error());
    S3Page page{*objects, {}, {}};
    for (const XmlElement& each : root->childrenNamed(u"CommonPrefixes")) {
        page.folders.append(decoded(each.textOf(u"Prefix")));
        if (page.folders.last().isEmpty())
            return malformed(u"Prefix");
    }
    if (isTruncated(*root)) {
        page.nextToken = root->textOf(u"NextContinuationToken");
        if (page.nextToken.isEmpty())
            return malformed(u"NextContinuationToken");
    }
    return page;
}

Result<S3Batch<S3Part>> partsFrom(const HttpResponse& response)
{
    const auto root = s3Root(response, u"ListPartsResult");
    if (!root)
        return failure(root.error());
    const auto items = itemsOf<S3Part>(*root, u"Part", partOf);
    if (!items)
        return failure(items.error());
    S3Batch<S3Part> batch{*items, {}};
    if (!isTruncated(*root))
        return batch;
    const auto marker = numberOf(*root, u"NextPartNumberMarker", 1);
    if (!marker)
        return failure(marker.error());
    batch.next = {{"part-number-marker", QByteArray::number(*marker)}};
    return batch;
}

Result<S3Batch<S3Upload>> uploadsFrom(const HttpResponse& response)
{
    const auto root = s3Root(response, u"ListMultipartUploadsResult");
    if (!root)
        return failure(root.error());
    const KeyDecoder decoded(*root);
    const auto items = itemsOf<S3Upload>(
        *root, u"Upload", [&](const XmlElement& each) { return uploadOf(each, decoded); });
    if (!items)
        return failure(items.error());
    S3Batch<S3Upload> batch{*items, {}};
    if (!isTruncated(*root))
        return batch;
    const QString marker = decoded(root->textOf(u"NextKeyMarker"));
    if (marker.isEmpty())
        return malformed(u"NextKeyMarker");
    batch.next = {{"key-marker", marker.toUtf8()},
                  {"upload-id-marker", root->textOf(u"NextUploadIdMarker").toUtf8()}};
    return batch;
}

} // namespace fuotadesk
