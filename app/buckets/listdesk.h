#pragma once

#include "buckets/bucketrequest.h"
#include "buckets/bucketstore.h"

namespace fuotadesk {

// The operations that list what is in a bucket, in pages of at most 1000.
class ListDesk {
public:
    explicit ListDesk(const BucketStore& store) : m_store(store) { }

    S3Result<HttpResponse> list(const BucketRequest& request); // version 1
    S3Result<HttpResponse> listV2(const BucketRequest& request);
    // Without folders; a page ends with all versions of a key.
    S3Result<HttpResponse> versions(const BucketRequest& request);

private:
    const BucketStore& m_store;
};

} // namespace fuotadesk
