#include "buckets/objecttraits.h"

#include "aws/timestamps.h"

#include <algorithm>
#include <array>

namespace fuotadesk {

namespace {

constexpr qsizetype LargestMetadata = 2048; // bytes, names and values
constexpr auto MetadataPrefix = "x-amz-meta-";
// Where a bucket is encrypted with a key and the request names another that it leaves open.
constexpr auto OwnKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/"
                           "0e2c9fd4-5c0a-4f8e-9f5b-6b1d8f3a7c21";
constexpr std::array Kept{"content-type",
                          "content-encoding",
                          "content-language",
                          "cache-control",
                          "content-disposition",
                          "expires",
                          "x-amz-website-redirect-location"};

bool isKept(const QByteArray& name)
{
    return name.startsWith(MetadataPrefix)
        || std::ranges::any_of(Kept, [&name](const char* each) { return name == each; });
}

S3Result<HttpHeaders> keptHeaders(const HttpHeaders& headers)
{
    HttpHeaders kept;
    qsizetype size = 0;
    for (const HttpHeader& header : headers) {
        const QByteArray name = header.name.toLower();
        if (!isKept(name))
            continue;
        if (name.startsWith(MetadataPrefix))
            size += name.size() - qsizetype(qstrlen(MetadataPrefix)) + header.value.size();
        kept.append({name, header.value.trimmed()});
    }
    if (size > LargestMetadata)
        return refusedByS3(400, "MetadataTooLarge",
                           QStringLiteral("Your metadata headers exceed the maximum allowed "
                                          "metadata size"));
    if (headerValue(kept, "content-type").isEmpty())
        kept.append(HttpHeader{"content-type", "binary/octet-stream"});
    return kept;
}

} // namespace

S3Result<ObjectTraits> traitsOf(const BucketRequest& request, const StoredBucket& bucket)
{
    const auto kept = keptHeaders(request.headers);
    if (!kept)
        return tl::unexpected(kept.error());
    ObjectTraits traits;
    traits.headers = *kept;
    const QByteArray wanted = request.header("x-amz-server-side-encryption");
    if (!wanted.isEmpty() && wanted != "AES256" && wanted != "aws:kms")
        return refusedByS3(400, "InvalidEncryptionAlgorithmError",
                           QStringLiteral("The encryption request you specified is not valid. "
                                          "Supported value: AES256."));
    if (wanted == "aws:kms" || (wanted.isEmpty() && !bucket.kmsKeyArn.isEmpty())) {
        traits.encryption = "aws:kms";
        traits.kmsKeyArn = request.header("x-amz-server-side-encryption-aws-kms-key-id");
        if (traits.kmsKeyArn.isEmpty())
            traits.kmsKeyArn =
                bucket.kmsKeyArn.isEmpty() ? QByteArray(OwnKeyArn) : bucket.kmsKeyArn;
    }
    traits.storageClass = request.header("x-amz-storage-class");
    if (traits.storageClass == "STANDARD")
        traits.storageClass.clear();
    return traits;
}

bool replacesMetadata(const BucketRequest& request)
{
    return request.header("x-amz-metadata-directive") == "REPLACE";
}

S3Result<ObjectTraits> traitsOfCopy(const BucketRequest& request, const StoredBucket& bucket,
                                    const ObjectTraits& source)
{
    const QByteArray directive = request.header("x-amz-metadata-directive");
    if (!directive.isEmpty() && directive != "COPY" && directive != "REPLACE")
        return refusedByS3(400, "InvalidArgument", QStringLiteral("Unknown metadata directive."));
    auto traits = traitsOf(request, bucket);
    if (traits && !replacesMetadata(request))
        traits->headers = source.headers;
    return traits;
}

HttpHeaders writtenHeaders(const StoredBucket& bucket, const StoredObject& object)
{
    HttpHeaders headers = encryptionHeaders(object.traits);
    if (bucket.keepsVersions)
        headers.append({"x-amz-version-id", object.versionId});
    return headers;
}

HttpHeaders encryptionHeaders(const ObjectTraits& traits)
{
    HttpHeaders headers{{"x-amz-server-side-encryption", traits.encryption}};
    if (!traits.kmsKeyArn.isEmpty())
        headers.append({"x-amz-server-side-encryption-aws-kms-key-id", traits.kmsKeyArn});
    return headers;
}

HttpHeaders objectHeaders(const StoredBucket& bucket, const StoredObject& object)
{
    HttpHeaders headers = object.traits.headers + encryptionHeaders(object.traits);
    headers.append({"ETag", '"' + object.eTag + '"'});
    headers.append({"Last-Modified", httpDateText(object.modifiedAt)});
    headers.append(HttpHeader{"Accept-Ranges", "bytes"});
    if (bucket.keepsVersions || object.versionId != "null")
        headers.append({"x-amz-version-id", object.versionId});
    if (!object.traits.storageClass.isEmpty())
        headers.append({"x-amz-storage-class", object.traits.storageClass});
    return headers;
}

} // namespace fuotadesk
