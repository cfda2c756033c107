#pragma once

#include "buckets/bucketrequest.h"
#include "buckets/bucketstore.h"

namespace fuotadesk {

// What the headers of a request that makes an object say of it. Refused: MetadataTooLarge over
// 2 KB, InvalidEncryptionAlgorithmError.
S3Result<ObjectTraits> traitsOf(const BucketRequest& request, const StoredBucket& bucket);

// Of a copy: the headers of the source, unless the request replaces them. Refused: InvalidArgument
// for another directive, and as above.
S3Result<ObjectTraits> traitsOfCopy(const BucketRequest& request, const StoredBucket& bucket,
                                    const ObjectTraits& source);
bool replacesMetadata(const BucketRequest& request);

// What is told of an object that was just made, beside its ETag.
HttpHeaders writtenHeaders(const StoredBucket& bucket, const StoredObject& object);
HttpHeaders encryptionHeaders(const ObjectTraits& traits);
// All that GetObject and HeadObject tell beside size and range.
HttpHeaders objectHeaders(const StoredBucket& bucket, const StoredObject& object);

} // namespace fuotadesk
