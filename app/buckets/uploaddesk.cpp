#include "buckets/uploaddesk.h"

#include "aws/uriencoding.h"
#include "buckets/checksums.h"
#include "buckets/conditions.h"
#include "buckets/objecttraits.h"

#include <QCryptographicHash>

#include <utility>

namespace fuotadesk {

namespace {

constexpr int MostListed = 1000;

S3Refusal invalidPart()
{
    return {400, "InvalidPart",
            QStringLiteral("One or more of the specified parts could not be found.  The part may "
                           "not have been uploaded, or the specified entity tag may not match the "
                           "part's entity tag.")};
}

S3Refusal tooSmall(const ListedPart& part, qint64 size)
{
    return {400,
            "EntityTooSmall",
            QStringLiteral("Your proposed upload is smaller than the minimum allowed size"),
            {{QStringLiteral("ETag"), QString::fromLatin1(part.eTag)},
             {QStringLiteral("MinSizeAllowed"), QString::number(UploadDesk::SmallestPart)},
             {QStringLiteral("PartNumber"), QString::number(part.number)},
             {QStringLiteral("ProposedSize"), QString::number(size)}}};
}

// In order, all there, as they were sent, and large enough.
std::optional<S3Refusal> wrongParts(const StoredUpload& upload, const QList<ListedPart>& parts)
{
    int before = 0;
    for (const ListedPart& part : parts) {
        if (part.number <= before)
            return S3Refusal{400, "InvalidPartOrder",
                             QStringLiteral("The list of parts was not in ascending order. Parts "
                                            "must be ordered by part number.")};
        before = part.number;
    }
    for (const ListedPart& part : parts) {
        const auto sent = upload.parts.find(part.number);
        if (sent == upload.parts.end() || sent->second.md5.toHex() != part.eTag)
            return invalidPart();
    }
    for (const ListedPart& part : parts.first(parts.size() - 1)) {
        const qint64 size = upload.parts.at(part.number).bytes.size();
        if (size < UploadDesk::SmallestPart)
            return tooSmall(part, size);
    }
    return {};
}

StoredObject assembled(const StoredUpload& upload, const QList<ListedPart>& parts)
{
    StoredObject object;
    object.traits = upload.traits;
    QCryptographicHash hash(QCryptographicHash::Md5);
    for (const ListedPart& part : parts) {
        const StoredPart& sent = upload.parts.at(part.number);
        object.bytes.append(sent.bytes);
        hash.addData(sent.md5);
    }
    object.eTag = hash.result().toHex() + '-' + QByteArray::number(parts.size());
    return object;
}

// Behind what the marker of the page before names.
bool isBehind(const StoredUpload& upload, const QByteArray& keyMarker, const QByteArray& idMarker,
              bool& passed)
{
    if (upload.key != keyMarker)
        return upload.key > keyMarker;
    return !idMarker.isEmpty() && (passed || std::exchange(passed, upload.id == idMarker));
}

void writeUpload(S3Xml& xml, const StoredUpload& upload, bool encodes)
{
    xml.open("Upload").text("Key", encodes ? percentEncodedPath(upload.key) : upload.key);
    xml.text("UploadId", upload.id).text("StorageClass", QStringLiteral("STANDARD"));
    xml.time("Initiated", upload.begunAt).close();
}

} // namespace

S3Result<StoredUpload*> UploadDesk::find(const BucketRequest& request)
{
    if (StoredUpload* upload =
            m_uploads.find(request.bucket, request.key, request.parameters.value("uploadId")))
        return upload;
    return refusedByS3(404, "NoSuchUpload",
                       QStringLiteral("The specified upload does not exist. The upload ID may be "
                                      "invalid, or the upload may have been aborted or "
                                      "completed."));
}

S3Result<HttpResponse> UploadDesk::create(const BucketRequest& request)
{
    const auto traits = traitsOf(request, *m_store.bucket(request.bucket));
    if (!traits)
        return tl::unexpected(traits.error());
    const QByteArray id = m_store.madeUpId();
    if (!m_uploads.add(request.bucket, {request.key, id, m_store.now(), *traits, {}}))
        return tl::unexpected(tooManyForS3());
    S3Xml xml(QStringLiteral("InitiateMultipartUploadResult"));
    xml.text("Bucket", request.bucket).text("Key", request.key).text("UploadId", id);
    HttpResponse response = xml.reply();
    response.headers += encryptionHeaders(*traits);
    return response;
}

S3Result<HttpResponse> UploadDesk::put(const BucketRequest& request)
{
    const auto number = request.number("partNumber", 0, 1, MostParts + 1);
    if (!number || *number < 1 || *number > MostParts)
        return refusedByS3(400, "InvalidArgument",
                           QStringLiteral("Part number must be an integer between 1 and 10000, "
                                          "inclusive"));
    const auto upload = find(request);
    if (!upload)
        return tl::unexpected(upload.error());
    const auto sums = checkedBody(request);
    if (!sums)
        return tl::unexpected(sums.error());
    if (!m_store.room().hasFor(request.body.size()))
        return tl::unexpected(tooManyForS3());
    const QByteArray md5 = QCryptographicHash::hash(request.body, QCryptographicHash::Md5);
    (*upload)->parts.insert_or_assign(
        *number, StoredPart{m_store.room().keep(request.body), md5, m_store.now()});
    HttpHeaders headers = encryptionHeaders((*upload)->traits) + *sums;
    headers.append({"ETag", '"' + md5.toHex() + '"'});
    return HttpResponse{200, headers, {}};
}

S3Result<HttpResponse> UploadDesk::parts(const BucketRequest& request)
{
    const auto upload = find(request);
    if (!upload)
        return tl::unexpected(upload.error());
    const auto most = request.number("max-parts", MostListed, 1, MostListed);
    const auto marker = request.number("part-number-marker", 0, 0, MostParts);
    if (!most || !marker)
        return tl::unexpected(most ? marker.error() : most.error());
    S3Xml xml(QStringLiteral("ListPartsResult"));
    xml.text("Bucket", request.bucket).text("Key", request.key);
    xml.text("UploadId", (*upload)->id).text("StorageClass", QStringLiteral("STANDARD"));
    xml.number("PartNumberMarker", *marker).number("MaxParts", *most);
    const auto& parts = (*upload)->parts;
    auto at = parts.upper_bound(*marker);
    int last = *marker;
    for (int count = 0; at != parts.end() && count < *most; ++at, ++count) {
        last = at->first;
        xml.open("Part").number("PartNumber", last).time("LastModified", at->second.modifiedAt);
        xml.quoted("ETag", at->second.md5.toHex()).number("Size", at->second.bytes.size()).close();
    }
    xml.number("NextPartNumberMarker", last).flag("IsTruncated", at != parts.end());
    return xml.reply();
}

S3Result<HttpResponse> UploadDesk::complete(const BucketRequest& request)
{
    const auto upload = find(request);
    if (!upload)
        return tl::unexpected(upload.error());
    const auto parts = partsIn(request.body);
    if (!parts)
        return tl::unexpected(parts.error());
    if (const auto refusal = wrongParts(**upload, *parts))
        return tl::unexpected(*refusal);
    if (const auto refusal =
            writeRefusal(request, m_store.bucket(request.bucket)->live(request.key)))
        return tl::unexpected(*refusal);
    return finish(request, **upload, *parts);
}

S3Result<HttpResponse> UploadDesk::finish(const BucketRequest& request, const StoredUpload& upload,
                                          const QList<ListedPart>& parts)
{
    StoredBucket& bucket = *m_store.bucket(request.bucket);
    const StoredObject* put = m_store.put(bucket, request.key, assembled(upload, parts));
    if (!put)
        return tl::unexpected(tooManyForS3());
    m_uploads.remove(request.bucket, upload);
    S3Xml xml(QStringLiteral("CompleteMultipartUploadResult"));
    xml.text("Location", request.resource()).text("Bucket", request.bucket);
    xml.text("Key", request.key).quoted("ETag", put->eTag);
    HttpResponse response = xml.reply();
    response.headers += writtenHeaders(bucket, *put);
    return response;
}

S3Result<HttpResponse> UploadDesk::abort(const BucketRequest& request)
{
    const auto upload = find(request);
    if (!upload)
        return tl::unexpected(upload.error());
    m_uploads.remove(request.bucket, **upload);
    return HttpResponse{204, {}, {}};
}

S3Result<HttpResponse> UploadDesk::list(const BucketRequest& request)
{
    const auto most = request.number("max-uploads", MostListed, 1, MostListed);
    if (!most)
        return tl::unexpected(most.error());
    const QByteArray keyMarker = request.parameters.value("key-marker");
    const QByteArray idMarker = request.parameters.value("upload-id-marker");
    const QByteArray prefix = request.parameters.value("prefix");
    const bool encodes = request.parameters.value("encoding-type") == "url";
    const QList<const StoredUpload*> uploads = m_uploads.of(request.bucket);
    QList<const StoredUpload*> page;
    bool passed = false;
    for (const StoredUpload* upload : uploads)
        if (upload->key.startsWith(prefix) && isBehind(*upload, keyMarker, idMarker, passed))
            page.append(upload);
    const bool isCut = page.size() > *most;
    page.resize(std::min<qsizetype>(page.size(), *most));
    S3Xml xml(QStringLiteral("ListMultipartUploadsResult"));
    xml.text("Bucket", request.bucket).text("KeyMarker", keyMarker);
    xml.text("UploadIdMarker", idMarker).text("Prefix", prefix);
    if (encodes)
        xml.text("EncodingType", QStringLiteral("url"));
    if (isCut)
        xml.text("NextKeyMarker", encodes ? percentEncodedPath(page.last()->key) : page.last()->key)
            .text("NextUploadIdMarker", page.last()->id);
    xml.number("MaxUploads", *most).flag("IsTruncated", isCut);
    for (const StoredUpload* upload : page)
        writeUpload(xml, *upload, encodes);
    return xml.reply();
}

} // namespace fuotadesk
