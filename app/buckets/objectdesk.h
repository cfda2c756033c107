#pragma once

#include "buckets/bucketrequest.h"
#include "buckets/bucketstore.h"

namespace fuotadesk {

// The operations on single objects, and the one that deletes many.
class ObjectDesk {
public:
    explicit ObjectDesk(BucketStore& store) : m_store(store) { }

    S3Result<HttpResponse> get(const BucketRequest& request);
    S3Result<HttpResponse> head(const BucketRequest& request);
    S3Result<HttpResponse> put(const BucketRequest& request);
    // Of an object anywhere; its bytes are held once.
    S3Result<HttpResponse> copy(const BucketRequest& request);
    S3Result<HttpResponse> remove(const BucketRequest& request);
    S3Result<HttpResponse> removeMany(const BucketRequest& request);

private:
    S3Result<const StoredObject*> find(const BucketRequest& request) const;
    S3Result<StoredObject> copied(const BucketRequest& source) const;
    BucketStore::Removal removed(StoredBucket& bucket, const QByteArray& key,
                                 const QByteArray& versionId);

    BucketStore& m_store;
};

} // namespace fuotadesk
