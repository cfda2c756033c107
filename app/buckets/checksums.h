#pragma once

#include "buckets/bucketrequest.h"

#include <optional>

namespace fuotadesk {

// "CRC32", "CRC32C", "CRC64NVME", "SHA1" or "SHA256" of bytes, big endian; nothing for another
// name.
std::optional<QByteArray> checksumOf(const QByteArray& algorithm, const QByteArray& bytes);

// Holds a body to what its headers say of it: x-amz-content-sha256, Content-MD5 and
// x-amz-checksum-…. Chunks that are signed one by one are not taken. Gives the checksums, for the
// answer.
S3Result<HttpHeaders> checkedBody(const BucketRequest& request);

} // namespace fuotadesk
