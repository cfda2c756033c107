#pragma once

#include "aws/httpmessage.h"
#include "buckets/objectbytes.h"

#include <QDateTime>

namespace fuotadesk {

// What a client says about an object besides its bytes, and how it is kept.
struct ObjectTraits {
    HttpHeaders headers; // Content-Type, x-amz-meta-… and the like, as they are told again
    QByteArray encryption = "AES256"; // or "aws:kms"
    QByteArray kmsKeyArn; // of "aws:kms"
    QByteArray storageClass; // empty: STANDARD

    friend bool operator==(const ObjectTraits&, const ObjectTraits&) = default;
};

// One version of an object; without versioning the only one, "null".
struct StoredObject {
    ObjectBytes bytes;
    QByteArray eTag; // without its quotes
    QByteArray versionId;
    QDateTime modifiedAt; // UTC, whole seconds
    ObjectTraits traits;
    bool isDeleteMarker = false;
};

} // namespace fuotadesk
