#include "buckets/objectdesk.h"

#include "buckets/checksums.h"
#include "buckets/conditions.h"
#include "buckets/copysource.h"
#include "buckets/objecttraits.h"
#include "buckets/s3bodies.h"

#include <utility>

namespace fuotadesk {

namespace {

S3Refusal noSuchKey(const BucketRequest& request)
{
    return {404,
            "NoSuchKey",
            QStringLiteral("The specified key does not exist."),
            {{QStringLiteral("Key"), QString::fromUtf8(request.key)}}};
}

bool isDigested(const BucketRequest& request)
{
    return !request.header("content-md5").isEmpty()
        || !request.header("x-amz-checksum-crc32").isEmpty()
        || !request.header("x-amz-checksum-crc32c").isEmpty()
        || !request.header("x-amz-checksum-crc64nvme").isEmpty()
        || !request.header("x-amz-checksum-sha1").isEmpty()
        || !request.header("x-amz-checksum-sha256").isEmpty();
}

HttpHeaders removalHeaders(const BucketStore::Removal& removal)
{
    HttpHeaders headers;
    if (!removal.versionId.isEmpty())
        headers.append({"x-amz-version-id", removal.versionId});
    if (removal.isDeleteMarker)
        headers.append(HttpHeader{"x-amz-delete-marker", "true"});
    return headers;
}

void writeRemoval(S3Xml& xml, const KeysToDelete::Each& each, const BucketStore::Removal& removal)
{
    xml.open("Deleted").text("Key", each.key);
    if (!each.versionId.isEmpty())
        xml.text("VersionId", each.versionId);
    if (removal.isDeleteMarker)
        xml.flag("DeleteMarker", true).text("DeleteMarkerVersionId", removal.versionId);
    xml.close();
}

void writeFailure(S3Xml& xml, const KeysToDelete::Each& each)
{
    const S3Refusal refusal = tooManyForS3();
    xml.open("Error").text("Key", each.key).text("Code", refusal.code);
    xml.text("Message", refusal.message).close();
}

} // namespace

S3Result<const StoredObject*> ObjectDesk::find(const BucketRequest& request) const
{
    const StoredBucket& bucket = *std::as_const(m_store).bucket(request.bucket);
    const QByteArray versionId = request.parameters.value("versionId");
    if (versionId.isEmpty()) {
        if (const StoredObject* object = bucket.live(request.key))
            return object;
        S3Refusal refusal = noSuchKey(request);
        if (const auto found = bucket.objects.find(request.key); found != bucket.objects.end())
            refusal.headers = removalHeaders({found->second.back().versionId, true});
        return tl::unexpected(refusal);
    }
    const StoredObject* object = bucket.version(request.key, versionId);
    if (!object)
        return refusedByS3(404, "NoSuchVersion",
                           QStringLiteral("The specified version does not exist."));
    if (object->isDeleteMarker)
        return tl::unexpected(
            S3Refusal{405,
                      "MethodNotAllowed",
                      QStringLiteral("The specified method is not allowed against this resource."),
                      {},
                      removalHeaders({versionId, true})});
    return object;
}

S3Result<HttpResponse> ObjectDesk::get(const BucketRequest& request)
{
    const auto found = find(request);
    if (!found)
        return tl::unexpected(found.error());
    const StoredObject& object = **found;
    if (const auto refusal = readRefusal(request, object))
        return tl::unexpected(*refusal);
    const qint64 size = object.bytes.size();
    const auto range = rangeOf(request.header("range"), size);
    if (!range)
        return tl::unexpected(range.error());
    const ByteRange part = range->value_or(ByteRange{0, size});
    HttpResponse response{
        *range ? 206 : 200, objectHeaders(*m_store.bucket(request.bucket), object), {}};
    if (*range)
        response.headers.append({"Content-Range",
                                 "bytes " + QByteArray::number(part.first) + '-'
                                     + QByteArray::number(part.first + part.count - 1) + '/'
                                     + QByteArray::number(size)});
    if (request.method == "HEAD")
        response.headers.append({"Content-Length", QByteArray::number(part.count)});
    else
        response.body = object.bytes.read(part.first, part.count);
    return response;
}

S3Result<HttpResponse> ObjectDesk::head(const BucketRequest& request)
{
    return get(request);
}

S3Result<HttpResponse> ObjectDesk::put(const BucketRequest& request)
{
    StoredBucket& bucket = *m_store.bucket(request.bucket);
    const auto sums = checkedBody(request);
    if (!sums)
        return tl::unexpected(sums.error());
    const auto traits = traitsOf(request, bucket);
    if (!traits)
        return tl::unexpected(traits.error());
    if (const auto refusal = writeRefusal(request, bucket.live(request.key)))
        return tl::unexpected(*refusal);
    if (!m_store.room().hasFor(request.body.size()))
        return tl::unexpected(tooManyForS3());
    StoredObject object;
    object.bytes = m_store.room().keep(request.body);
    object.traits = *traits;
    const StoredObject* put = m_store.put(bucket, request.key, std::move(object));
    if (!put)
        return tl::unexpected(tooManyForS3());
    HttpHeaders headers = writtenHeaders(bucket, *put) + *sums;
    headers.append({"ETag", '"' + put->eTag + '"'});
    return HttpResponse{200, headers, {}};
}

// What has to hold of the source is a precondition, also where a reader would be told that nothing
// was modified.
S3Result<StoredObject> ObjectDesk::copied(const BucketRequest& source) const
{
    if (!std::as_const(m_store).bucket(source.bucket))
        return tl::unexpected(noSuchBucket(source.bucket));
    const auto found = find(source);
    if (!found)
        return tl::unexpected(found.error());
    if (readRefusal(source, **found))
        return refusedByS3(412, "PreconditionFailed",
                           QStringLiteral("At least one of the pre-conditions you specified did "
                                          "not hold"));
    return **found;
}

S3Result<HttpResponse> ObjectDesk::copy(const BucketRequest& request)
{
    const auto from = copySourceOf(request);
    if (!from)
        return tl::unexpected(from.error());
    const auto source = copied(**from);
    if (!source)
        return tl::unexpected(source.error());
    StoredBucket& bucket = *m_store.bucket(request.bucket);
    const auto traits = traitsOfCopy(request, bucket, source->traits);
    if (!traits)
        return tl::unexpected(traits.error());
    if ((*from)->resource() == request.resource() && !(*from)->has("versionId")
        && !replacesMetadata(request) && *traits == source->traits)
        return refusedByS3(400, "InvalidRequest",
                           QStringLiteral("This copy request is illegal because it is trying to "
                                          "copy an object to itself without changing the "
                                          "object's metadata, storage class, website redirect "
                                          "location or encryption attributes."));
    if (const auto refusal = writeRefusal(request, bucket.live(request.key)))
        return tl::unexpected(*refusal);
    StoredObject object;
    object.bytes = source->bytes;
    object.traits = *traits;
    const StoredObject* put = m_store.put(bucket, request.key, std::move(object));
    if (!put)
        return tl::unexpected(tooManyForS3());
    HttpResponse reply = S3Xml(QStringLiteral("CopyObjectResult"))
                             .time("LastModified", put->modifiedAt)
                             .quoted("ETag", put->eTag)
                             .reply();
    reply.headers += writtenHeaders(bucket, *put);
    if (std::as_const(m_store).bucket((*from)->bucket)->keepsVersions)
        reply.headers.append({"x-amz-copy-source-version-id", source->versionId});
    return reply;
}

BucketStore::Removal ObjectDesk::removed(StoredBucket& bucket, const QByteArray& key,
                                         const QByteArray& versionId)
{
    return versionId.isEmpty() ? m_store.remove(bucket, key)
                               : m_store.removeVersion(bucket, key, versionId);
}

S3Result<HttpResponse> ObjectDesk::remove(const BucketRequest& request)
{
    const auto removal = removed(*m_store.bucket(request.bucket), request.key,
                                 request.parameters.value("versionId"));
    if (removal.isRefused)
        return tl::unexpected(tooManyForS3());
    return HttpResponse{204, removalHeaders(removal), {}};
}

S3Result<HttpResponse> ObjectDesk::removeMany(const BucketRequest& request)
{
    if (!isDigested(request))
        return refusedByS3(400, "InvalidRequest",
                           QStringLiteral("Missing required header for this request: Content-MD5 "
                                          "OR x-amz-checksum-*"));
    if (const auto sums = checkedBody(request); !sums)
        return tl::unexpected(sums.error());
    const auto keys = keysToDeleteIn(request.body);
    if (!keys)
        return tl::unexpected(keys.error());
    StoredBucket& bucket = *m_store.bucket(request.bucket);
    S3Xml xml(QStringLiteral("DeleteResult"));
    for (const KeysToDelete::Each& each : keys->each) {
        const auto removal = removed(bucket, each.key, each.versionId);
        if (removal.isRefused)
            writeFailure(xml, each);
        else if (!keys->isQuiet)
            writeRemoval(xml, each, removal);
    }
    return xml.reply();
}

} // namespace fuotadesk
