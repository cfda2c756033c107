#pragma once

#include "aws/s3/s3client.h"

namespace fuotadesk {

// What an object is expected to be.
struct ObjectExpectation {
    qint64 size = 0; // bytes
    QByteArray sha256; // 32 bytes
    QString eTag; // where S3 keeps no key of KMS; empty: not known

    friend bool operator==(const ObjectExpectation&, const ObjectExpectation&) = default;
};

// Whether S3 tells the expected size and SHA-256 of an object.
bool isTold(const S3ObjectFacts& facts, const ObjectExpectation& expected);

// Compares what is there with what is expected: by what S3 tells of it, and where that does not say
// it for sure by reading it all back, a piece at a time. Errors: S3Client's; Conflict with the code
// "object-differs".
CallOf<S3ObjectFacts>* checkObject(const std::shared_ptr<S3Client>& s3, const ImageLocation& object,
                                   const ObjectExpectation& expected, QObject* owner);

} // namespace fuotadesk
