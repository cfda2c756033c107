#pragma once

#include "buckets/bucketrequest.h"
#include "buckets/bucketstore.h"

namespace fuotadesk {

class Uploads;

// The operations on buckets as a whole.
class BucketDesk {
public:
    BucketDesk(BucketStore& store, Uploads& uploads) : m_store(store), m_uploads(uploads) { }

    S3Result<HttpResponse> list(const BucketRequest& request);
    S3Result<HttpResponse> create(const BucketRequest& request);
    S3Result<HttpResponse> remove(const BucketRequest& request);
    S3Result<HttpResponse> head(const BucketRequest& request);
    S3Result<HttpResponse> location(const BucketRequest& request);
    S3Result<HttpResponse> versioning(const BucketRequest& request);
    S3Result<HttpResponse> setVersioning(const BucketRequest& request);

private:
    BucketStore& m_store;
    Uploads& m_uploads;
};

} // namespace fuotadesk
