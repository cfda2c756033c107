#include "buckets/s3operations.h"

#include <algorithm>
#include <array>

namespace fuotadesk {

namespace {

using Of = S3Operation::Of;

// Parts of a bucket or an object that there are not here.
constexpr std::array Elsewhere{
    "accelerate",
    "acl",
    "analytics",
    "attributes",
    "cors",
    "encryption",
    "intelligent-tiering",
    "inventory",
    "legal-hold",
    "lifecycle",
    "logging",
    "metrics",
    "notification",
    "object-lock",
    "ownershipControls",
    "policy",
    "policyStatus",
    "publicAccessBlock",
    "replication",
    "requestPayment",
    "restore",
    "retention",
    "select",
    "tagging",
    "torrent",
    "website",
};

QList<S3Operation> made()
{
    QList<S3Operation> operations;
    const auto add = [&operations](const char* name, const char* method, Of of,
                                   const char* parameter, const char* action) {
        operations.append({QLatin1String(name), method, of, parameter, QLatin1String(action)});
    };
    // What has a parameter comes before what has none.
    add("ListBuckets", "GET", Of::Service, "", "s3:ListAllMyBuckets");
    add("GetBucketLocation", "GET", Of::Bucket, "location", "s3:GetBucketLocation");
    add("GetBucketVersioning", "GET", Of::Bucket, "versioning", "s3:GetBucketVersioning");
    add("PutBucketVersioning", "PUT", Of::Bucket, "versioning", "s3:PutBucketVersioning");
    add("ListObjectVersions", "GET", Of::Bucket, "versions", "s3:ListBucketVersions");
    add("ListMultipartUploads", "GET", Of::Bucket, "uploads", "s3:ListBucketMultipartUploads");
    add("ListObjectsV2", "GET", Of::Bucket, "list-type", "s3:ListBucket");
    add("ListObjects", "GET", Of::Bucket, "", "s3:ListBucket");
    add("HeadBucket", "HEAD", Of::Bucket, "", "s3:ListBucket");
    add("CreateBucket", "PUT", Of::Bucket, "", "s3:CreateBucket");
    add("DeleteBucket", "DELETE", Of::Bucket, "", "s3:DeleteBucket");
    add("DeleteObjects", "POST", Of::Bucket, "delete", "s3:DeleteObject");
    add("ListParts", "GET", Of::Object, "uploadId", "s3:ListMultipartUploadParts");
    add("UploadPart", "PUT", Of::Object, "uploadId", "s3:PutObject");
    add("AbortMultipartUpload", "DELETE", Of::Object, "uploadId", "s3:AbortMultipartUpload");
    add("CompleteMultipartUpload", "POST", Of::Object, "uploadId", "s3:PutObject");
    add("CreateMultipartUpload", "POST", Of::Object, "uploads", "s3:PutObject");
    add("HeadObject", "HEAD", Of::Object, "", "s3:GetObject");
    add("GetObject", "GET", Of::Object, "", "s3:GetObject");
    add("PutObject", "PUT", Of::Object, "", "s3:PutObject");
    add("CopyObject", "PUT", Of::Object, "", "s3:PutObject");
    operations.last().isCopy = true;
    add("DeleteObject", "DELETE", Of::Object, "", "s3:DeleteObject");
    return operations;
}

Of subjectOf(const BucketRequest& request)
{
    if (request.bucket.isEmpty())
        return Of::Service;
    return request.key.isEmpty() ? Of::Bucket : Of::Object;
}

} // namespace

const QList<S3Operation>& s3Operations()
{
    static const QList<S3Operation> operations = made();
    return operations;
}

bool isS3Operation(const QString& name)
{
    return std::ranges::any_of(s3Operations(),
                               [&name](const S3Operation& each) { return each.name == name; });
}

const S3Operation* s3OperationOf(const BucketRequest& request)
{
    const bool isCopy = !request.header("x-amz-copy-source").isEmpty();
    if (std::ranges::any_of(Elsewhere, [&](const char* each) { return request.has(each); })
        || (isCopy && request.has("uploadId"))) // a part that is a copy
        return nullptr;
    const QList<S3Operation>& operations = s3Operations();
    const auto found = std::ranges::find_if(operations, [&](const S3Operation& each) {
        return each.isCopy == isCopy && each.method == request.method
            && each.of == subjectOf(request)
            && (each.parameter.isEmpty() || request.parameters.contains(each.parameter));
    });
    return found == operations.end() ? nullptr : &*found;
}

} // namespace fuotadesk
