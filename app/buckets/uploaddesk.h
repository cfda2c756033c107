#pragma once

#include "buckets/bucketrequest.h"
#include "buckets/bucketstore.h"
#include "buckets/s3bodies.h"
#include "buckets/uploads.h"

namespace fuotadesk {

// The operations of a multipart upload.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html
class UploadDesk {
public:
    static constexpr qint64 SmallestPart = qint64{5} * 1024 * 1024; // but for the last
    static constexpr int MostParts = 10'000;

    UploadDesk(BucketStore& store, Uploads& uploads) : m_store(store), m_uploads(uploads) { }

    S3Result<HttpResponse> create(const BucketRequest& request);
    S3Result<HttpResponse> put(const BucketRequest& request);
    S3Result<HttpResponse> parts(const BucketRequest& request);
    S3Result<HttpResponse> complete(const BucketRequest& request);
    S3Result<HttpResponse> abort(const BucketRequest& request);
    S3Result<HttpResponse> list(const BucketRequest& request);

private:
    S3Result<StoredUpload*> find(const BucketRequest& request);
    S3Result<HttpResponse> finish(const BucketRequest& request, const StoredUpload& upload,
                                  const QList<ListedPart>& parts);

    BucketStore& m_store;
    Uploads& m_uploads;
};

} // namespace fuotadesk
