#include "aws/s3/s3requests.h"

#include "aws/sigv4.h"

#include <QCryptographicHash>

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr qsizetype Sha256Size = 32;

S3Request requestOf(const char* operation, const char* method, S3Scope scope,
                    const ImageLocation& target)
{
    S3Request request;
    request.message.method = method;
    request.message.operation = QString::fromLatin1(operation);
    request.message.repeatable = true;
    if (scope == S3Scope::Bucket)
        request.message.target = target.bucket;
    else if (scope == S3Scope::Object)
        request.message.target = target.bucket + u'/' + target.key;
    request.scope = scope;
    request.target = target;
    return request;
}

tl::unexpected<Error> senseless(const char* parameter)
{
    return failure(ErrorKind::InputInvalid, QString::fromLatin1(parameter));
}

// About an upload of the object that was begun.
Result<S3Request> uploadRequest(const char* operation, const char* method,
                                const ImageLocation& object, const QString& uploadId)
{
    if (uploadId.isEmpty())
        return senseless("uploadId");
    S3Request request = requestOf(operation, method, S3Scope::Object, object);
    request.query = {{"uploadId", uploadId.toUtf8()}};
    return request;
}

void giveBody(HttpRequest& message, const S3Client::Body& body)
{
    message.body = body.bytes;
    message.bodySha256 = body.sha256.isEmpty() ? sha256Hex(body.bytes) : body.sha256;
    message.meter = body.meter;
    const QByteArray md5 = body.md5.isEmpty()
        ? QCryptographicHash::hash(body.bytes, QCryptographicHash::Md5).toBase64()
        : body.md5;
    message.headers.append({QByteArrayLiteral("Content-MD5"), md5});
}

void giveContent(HttpRequest& message, const QByteArray& sha256)
{
    message.headers.append({QByteArrayLiteral("Content-Type"), "application/octet-stream"});
    message.headers.append({QByteArrayLiteral("x-amz-meta-sha256"), sha256});
}

void keepExisting(HttpRequest& message, S3Client::Existing existing)
{
    if (existing == S3Client::Existing::Keep)
        message.headers.append({QByteArrayLiteral("If-None-Match"), "*"});
}

QByteArray completionOf(QList<S3Part> parts)
{
    std::ranges::sort(parts, {}, &S3Part::number);
    QByteArray xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                     "<CompleteMultipartUpload xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">";
    for (const S3Part& part : std::as_const(parts))
        xml += "<Part><PartNumber>" + QByteArray::number(part.number) + "</PartNumber><ETag>&quot;"
            + part.eTag.toHtmlEscaped().toUtf8() + "&quot;</ETag></Part>";
    return xml + "</CompleteMultipartUpload>";
}

} // namespace

S3Request bucketsRequest()
{
    S3Request request = requestOf("ListBuckets", "GET", S3Scope::Service, {});
    request.query = {{"max-buckets", "1000"}};
    return request;
}

S3Request bucketRegionRequest(const QString& bucket)
{
    S3Request request = requestOf("GetBucketLocation", "GET", S3Scope::Bucket, {bucket, {}});
    request.query = {{"location", {}}};
    return request;
}

Result<S3Request> listRequest(const S3Client::Listing& listing)
{
    if (listing.pageSize < 1 || listing.pageSize > 1000)
        return senseless("pageSize");
    S3Request request =
        requestOf("ListObjectsV2", "GET", S3Scope::Bucket, {listing.bucket, listing.prefix});
    request.query = {{"list-type", "2"},
                     {"encoding-type", "url"},
                     {"max-keys", QByteArray::number(listing.pageSize)}};
    for (const auto& [name, value] :
         {std::pair("prefix", listing.prefix), std::pair("delimiter", listing.delimiter),
          std::pair("continuation-token", listing.token)})
        if (!value.isEmpty())
            request.query.emplaceBack(name, value.toUtf8());
    return request;
}

S3Request headRequest(const ImageLocation& object)
{
    return requestOf("HeadObject", "HEAD", S3Scope::Object, object);
}

Result<S3Request> getRequest(const ImageLocation& object, qint64 first, qint64 last)
{
    if (first < 0 || last < first)
        return senseless("range");
    S3Request request = requestOf("GetObject", "GET", S3Scope::Object, object);
    request.message.headers = {
        {"Range", "bytes=" + QByteArray::number(first) + '-' + QByteArray::number(last)}};
    return request;
}

S3Request putRequest(const ImageLocation& object, const S3Client::Body& body,
                     S3Client::Existing existing)
{
    S3Request request = requestOf("PutObject", "PUT", S3Scope::Object, object);
    giveBody(request.message, body);
    giveContent(request.message, request.message.bodySha256);
    keepExisting(request.message, existing);
    return request;
}

Result<S3Request> beginRequest(const ImageLocation& object, const QByteArray& contentSha256)
{
    if (contentSha256.size() != Sha256Size)
        return senseless("contentSha256");
    S3Request request = requestOf("CreateMultipartUpload", "POST", S3Scope::Object, object);
    request.query = {{"uploads", {}}};
    request.message.repeatable = false; // a second upload would be nobody's
    giveContent(request.message, contentSha256.toHex());
    return request;
}

Result<S3Request> partRequest(const ImageLocation& object, const QString& uploadId, int number,
                              const S3Client::Body& body)
{
    if (number < 1 || number > MostS3Parts)
        return senseless("number");
    auto request = uploadRequest("UploadPart", "PUT", object, uploadId);
    if (!request)
        return request;
    request->query.prepend({"partNumber", QByteArray::number(number)});
    request->message.isNoted = false; // the upload is, when it begins and ends
    giveBody(request->message, body);
    return request;
}

Result<S3Request> completeRequest(const ImageLocation& object, const QString& uploadId,
                                  const QList<S3Part>& parts, S3Client::Existing existing)
{
    if (parts.isEmpty())
        return senseless("parts");
    auto request = uploadRequest("CompleteMultipartUpload", "POST", object, uploadId);
    if (!request)
        return request;
    request->message.body = completionOf(parts);
    request->message.headers = {{"Content-Type", "application/xml"}};
    keepExisting(request->message, existing);
    return request;
}

Result<S3Request> abortRequest(const ImageLocation& object, const QString& uploadId)
{
    return uploadRequest("AbortMultipartUpload", "DELETE", object, uploadId);
}

Result<S3Request> partsRequest(const ImageLocation& object, const QString& uploadId)
{
    auto request = uploadRequest("ListParts", "GET", object, uploadId);
    if (request)
        request->query.emplaceBack("max-parts", "1000");
    return request;
}

S3Request uploadsRequest(const QString& bucket)
{
    S3Request request = requestOf("ListMultipartUploads", "GET", S3Scope::Bucket, {bucket, {}});
    // Not with encoding-type=url: radosgw would encode the keys and not say so.
    request.query = {{"uploads", {}}, {"max-uploads", "1000"}};
    return request;
}

} // namespace fuotadesk
