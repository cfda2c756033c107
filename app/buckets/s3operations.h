#pragma once

#include "buckets/bucketrequest.h"

namespace fuotadesk {

// What can be asked of S3 here. action is what a policy must allow, empty: nothing.
struct S3Operation {
    enum class Of { Service, Bucket, Object };

    QString name;
    QByteArray method;
    Of of = Of::Service;
    QByteArray parameter; // that the query has; empty: none of them
    QString action;
    bool isCopy = false; // has a source
};

const QList<S3Operation>& s3Operations();
bool isS3Operation(const QString& name);
// Null: there is none, or not here.
const S3Operation* s3OperationOf(const BucketRequest& request);

} // namespace fuotadesk
