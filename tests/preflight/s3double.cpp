#include "preflight/s3double.h"

#include "aws/bodymeter.h"

#include <QCryptographicHash>
#include <QUrlQuery>

namespace fuotadesk {

namespace {

using Fate = S3Double::Fate;

QByteArray md5(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Md5);
}

HttpResponse xml(const QByteArray& body)
{
    return {200, {}, "<?xml version=\"1.0\"?>" + body, false};
}

HttpResponse refusal(int status, const QByteArray& code)
{
    return {status, {}, "<Error><Code>" + code + "</Code><Message>no</Message></Error>", false};
}

HttpResponse noSuchUpload()
{
    return refusal(404, "NoSuchUpload");
}

QString queryItem(const HttpRequest& request, const char* name)
{
    return QUrlQuery(request.url).queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
}

QByteArray iso(const QDateTime& time)
{
    return time.toString(Qt::ISODateWithMs).toLatin1();
}

// The sizes S3 wants of all parts but the last.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html
bool isTooSmall(const QMap<int, QByteArray>& parts)
{
    for (auto part = parts.cbegin(); part != parts.cend(); ++part)
        if (part->size() < qint64(5) * 1024 * 1024 && std::next(part) != parts.cend())
            return true;
    return false;
}

CallOf<HttpResponse>* lost(QObject* owner)
{
    return settledCall<HttpResponse>(
        owner, failure(Error{ErrorKind::ConnectionLost, {}, {}, 0, {}, {}, true}));
}

} // namespace

void S3Double::plan(const QString& operation, std::initializer_list<Fate> fates)
{
    m_fates[operation].assign(fates);
}

void S3Double::forgetPlans()
{
    m_fates.clear();
    m_always.clear();
    arriving = {};
    carriedOut = {};
}

Fate S3Double::fateOf(const QString& operation)
{
    auto& fates = m_fates[operation];
    if (fates.empty())
        return m_always.value(operation, Fate::Answer);
    const Fate fate = fates.front();
    fates.pop_front();
    return fate;
}

CallOf<HttpResponse>* S3Double::send(const HttpRequest& request, QObject* owner)
{
    operations.append(request.operation);
    if (arriving)
        arriving(request.operation);
    if (request.meter)
        Q_EMIT request.meter->sent(request.body.size() / 2);
    switch (fateOf(request.operation)) {
    case Fate::Hang:
        return new CallOf<HttpResponse>(owner);
    case Fate::LoseRequest:
        return lost(owner);
    case Fate::Deny:
        return settledCall<HttpResponse>(owner, refusal(403, "AccessDenied"));
    case Fate::Break:
        return settledCall<HttpResponse>(owner, refusal(500, "InternalError"));
    case Fate::Expire:
        return settledCall<HttpResponse>(owner, refusal(400, "ExpiredToken"));
    case Fate::LoseAnswer:
        carryOut(request);
        return lost(owner);
    case Fate::Answer:
        break;
    }
    const HttpResponse response = carryOut(request);
    if (request.meter)
        Q_EMIT request.meter->sent(request.body.size());
    if (carriedOut)
        carriedOut(request.operation);
    return settledCall<HttpResponse>(owner, response);
}

HttpResponse S3Double::carryOut(const HttpRequest& request)
{
    const QString place = request.url.path(QUrl::FullyDecoded).mid(1);
    const QString bucket = place.section(u'/', 0, 0);
    const QString id = queryItem(request, "uploadId");
    const QString& operation = request.operation;
    if (operation == u"ListBuckets")
        return listBuckets();
    if (operation == u"ListObjectsV2")
        return list(bucket, request);
    if (operation == u"HeadObject")
        return head(place);
    if (operation == u"GetObject")
        return get(request, place);
    if (operation == u"PutObject")
        return put(request, place);
    if (operation == u"CreateMultipartUpload")
        return begin(request, place);
    if (operation == u"ListMultipartUploads")
        return listUploads(bucket);
    if (!uploads.contains(id) || uploads.value(id).place != place)
        return noSuchUpload();
    if (operation == u"UploadPart")
        return putPart(request, id);
    if (operation == u"CompleteMultipartUpload")
        return complete(request, id);
    if (operation == u"ListParts")
        return listParts(id);
    uploads.remove(id); // AbortMultipartUpload
    return {204, {}, {}, false};
}

bool S3Double::isInTheWay(const HttpRequest& request, const QString& place) const
{
    return knowsConditions && headerValue(request.headers, "If-None-Match") == "*"
        && objects.contains(place);
}

HttpResponse S3Double::put(const HttpRequest& request, const QString& place)
{
    if (isInTheWay(request, place))
        return refusal(412, "PreconditionFailed");
    const QByteArray eTag = encryption.isEmpty() ? md5(request.body).toHex() : "no-md5";
    objects.insert(
        place, {request.body, headerValue(request.headers, "x-amz-meta-sha256"), eTag, encryption});
    return {200, {{"ETag", '"' + eTag + '"'}}, {}, false};
}

HttpResponse S3Double::begin(const HttpRequest& request, const QString& place)
{
    const QString id = addUpload(place, m_clock.now());
    uploads[id].sha256 = headerValue(request.headers, "x-amz-meta-sha256");
    return xml("<InitiateMultipartUploadResult><UploadId>" + id.toLatin1()
               + "</UploadId></InitiateMultipartUploadResult>");
}

HttpResponse S3Double::putPart(const HttpRequest& request, const QString& id)
{
    uploads[id].parts.insert(queryItem(request, "partNumber").toInt(), request.body);
    return {200, {{"ETag", '"' + md5(request.body).toHex() + '"'}}, {}, false};
}

HttpResponse S3Double::complete(const HttpRequest& request, const QString& id)
{
    const Upload upload = uploads.value(id);
    if (isInTheWay(request, upload.place))
        return refusal(412, "PreconditionFailed");
    if (isTooSmall(upload.parts))
        return refusal(400, "EntityTooSmall");
    if (request.body.count("<Part>") != upload.parts.size())
        return refusal(400, "InvalidPart");
    QByteArray md5s;
    for (const QByteArray& part : upload.parts)
        md5s += md5(part);
    const QByteArray eTag = md5(md5s).toHex() + '-' + QByteArray::number(upload.parts.size());
    objects.insert(upload.place, {upload.parts.values().join(), upload.sha256, eTag, encryption});
    uploads.remove(id);
    return xml("<CompleteMultipartUploadResult><ETag>&quot;" + eTag
               + "&quot;</ETag></CompleteMultipartUploadResult>");
}

HttpResponse S3Double::head(const QString& place) const
{
    if (!objects.contains(place))
        return {404, {}, {}, false};
    const Object object = objects.value(place);
    HttpHeaders headers{{"Content-Length", QByteArray::number(object.bytes.size())},
                        {"ETag", '"' + object.eTag + '"'},
                        {"Last-Modified", "Fri, 02 Jan 2026 03:04:05 GMT"}};
    if (!object.sha256.isEmpty())
        headers.append({"x-amz-meta-sha256", object.sha256});
    if (!object.encryption.isEmpty())
        headers.append({"x-amz-server-side-encryption", object.encryption});
    if (!object.versionId.isEmpty())
        headers.append({"x-amz-version-id", object.versionId});
    return {200, headers, {}, false};
}

HttpResponse S3Double::get(const HttpRequest& request, const QString& place) const
{
    const QByteArray range = headerValue(request.headers, "Range").mid(6); // after "bytes="
    const qint64 first = range.split('-').first().toLongLong();
    const qint64 last = range.split('-').last().toLongLong();
    return {206, {}, objects.value(place).bytes.mid(first, last - first + 1), false};
}

HttpResponse S3Double::listParts(const QString& id) const
{
    QByteArray body = "<ListPartsResult><IsTruncated>false</IsTruncated>";
    const Upload upload = uploads.value(id);
    for (auto part = upload.parts.cbegin(); part != upload.parts.cend(); ++part)
        body += "<Part><PartNumber>" + QByteArray::number(part.key()) + "</PartNumber><Size>"
            + QByteArray::number(part->size()) + "</Size><ETag>&quot;" + md5(*part).toHex()
            + "&quot;</ETag></Part>";
    return xml(body + "</ListPartsResult>");
}

HttpResponse S3Double::listUploads(const QString& bucket) const
{
    QByteArray body = "<ListMultipartUploadsResult><IsTruncated>false</IsTruncated>";
    for (auto upload = uploads.cbegin(); upload != uploads.cend(); ++upload)
        if (upload->place.startsWith(bucket + u'/'))
            body += "<Upload><Key>" + upload->place.mid(bucket.size() + 1).toUtf8()
                + "</Key><UploadId>" + upload.key().toLatin1() + "</UploadId><Initiated>"
                + iso(upload->begunAt) + "</Initiated></Upload>";
    return xml(body + "</ListMultipartUploadsResult>");
}

// All prefixes and keys in one order, max-keys at a time; the token is how many went before.
HttpResponse S3Double::list(const QString& bucket, const HttpRequest& request) const
{
    const QString prefix = bucket + u'/' + queryItem(request, "prefix");
    const bool inFolders = !queryItem(request, "delimiter").isEmpty();
    QStringList entries;
    for (auto each = objects.lowerBound(prefix);
         each != objects.cend() && each.key().startsWith(prefix); ++each) {
        const qsizetype slash = inFolders ? each.key().indexOf(u'/', prefix.size()) : -1;
        const QString entry = slash < 0 ? each.key() : each.key().left(slash + 1);
        if (entries.isEmpty() || entries.last() != entry)
            entries.append(entry);
    }
    const qsizetype first = queryItem(request, "continuation-token").toLongLong();
    const qsizetype next = first + queryItem(request, "max-keys").toLongLong();
    QByteArray body;
    for (const QString& entry : entries.mid(first, next - first)) {
        const QByteArray key = entry.mid(bucket.size() + 1).toUtf8();
        body += entry.endsWith(u'/')
            ? "<CommonPrefixes><Prefix>" + key + "</Prefix></CommonPrefixes>"
            : "<Contents><Key>" + key + "</Key><Size>"
                + QByteArray::number(objects.value(entry).bytes.size())
                + "</Size><LastModified>2026-01-02T03:04:05.000Z</LastModified></Contents>";
    }
    const bool isLast = next >= entries.size() && !goesInCircles;
    body += isLast ? QByteArray("<IsTruncated>false</IsTruncated>")
                   : "<IsTruncated>true</IsTruncated><NextContinuationToken>"
            + QByteArray::number(goesInCircles ? 1 : next) + "</NextContinuationToken>";
    return xml("<ListBucketResult>" + body + "</ListBucketResult>");
}

HttpResponse S3Double::listBuckets() const
{
    QByteArray body;
    for (const QString& name : buckets)
        body += "<Bucket><Name>" + name.toLatin1()
            + "</Name><CreationDate>2026-01-02T03:04:05.000Z</CreationDate></Bucket>";
    return xml("<ListAllMyBucketsResult><Buckets>" + body + "</Buckets></ListAllMyBucketsResult>");
}

QString S3Double::addUpload(const QString& place, const QDateTime& begunAt)
{
    const QString id = QStringLiteral("upload-%1").arg(++m_ids);
    uploads.insert(id, {place, {}, {}, begunAt});
    return id;
}

void S3Double::addObject(const QString& place, const QByteArray& bytes, const QByteArray& sha256)
{
    objects.insert(place, {bytes, sha256, md5(bytes).toHex(), {}});
}

} // namespace fuotadesk
