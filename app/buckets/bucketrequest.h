#pragma once

#include "buckets/bucketcall.h"
#include "buckets/s3reply.h"

#include <QMap>

namespace fuotadesk {

// A call taken apart, path style: /bucket/key, each decoded once.
struct BucketRequest {
    QByteArray method;
    QString bucket; // empty: of all buckets
    QByteArray key; // UTF-8; empty: of the bucket
    QMap<QByteArray, QByteArray> parameters;
    HttpHeaders headers;
    QByteArray body;
    QByteArray bodySha256;
    QString signedRegion;

    QByteArray header(const char* name) const;
    bool has(const char* parameter) const { return parameters.contains(parameter); }
    // least to most; fallback where it is not given. Refused: InvalidArgument.
    S3Result<int> number(const char* parameter, int fallback, int least, int most) const;
    QString resource() const;
};

// Refused: InvalidURI for what is no UTF-8, KeyTooLongError over 1024 bytes.
S3Result<BucketRequest> bucketRequestOf(const BucketCall& call);

} // namespace fuotadesk
