#pragma once

#include "buckets/bucketrequest.h"
#include "buckets/storedobject.h"

#include <optional>

namespace fuotadesk {

// What a client asks for of an object that is read: 304, 412 or nothing against it.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-reads.html
std::optional<S3Refusal> readRefusal(const BucketRequest& request, const StoredObject& object);

// The same for one that is written; existing is null where there is none.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
std::optional<S3Refusal> writeRefusal(const BucketRequest& request, const StoredObject* existing);

// The bytes that "Range: bytes=…" asks for.
struct ByteRange {
    qint64 first = 0;
    qint64 count = 0;

    friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

// Nothing: all of it, as for more than one range or what is no range. Refused: InvalidRange.
S3Result<std::optional<ByteRange>> rangeOf(const QByteArray& header, qint64 size);

} // namespace fuotadesk
