#pragma once

#include "aws/s3/s3values.h"

namespace fuotadesk {

// Whether an object that is there is the one that was sent; nothing where its facts do not tell.
// By the SHA-256 that is kept with it, 32 bytes.
std::optional<bool> isContent(const S3ObjectFacts& facts, qint64 size, const QByteArray& sha256);
// By its ETag, which S3 makes of those of the parts; not where a key of KMS encrypts it.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html
std::optional<bool> isMadeOf(const S3ObjectFacts& facts, const QList<S3Part>& parts);

} // namespace fuotadesk
