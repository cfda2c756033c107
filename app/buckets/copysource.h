#pragma once

#include "buckets/bucketrequest.h"

namespace fuotadesk {

// How the object is read that a request wants to have copied; nothing: it wants none. Its
// conditions are those that the request makes for the source. Refused: InvalidArgument.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
S3Result<std::optional<BucketRequest>> copySourceOf(const BucketRequest& request);

} // namespace fuotadesk
