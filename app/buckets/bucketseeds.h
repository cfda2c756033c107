#pragma once

#include "buckets/bucketstore.h"

namespace fuotadesk {

// A bucket as it is there from the beginning.
struct SeededBucket {
    QString name;
    QString region; // empty: the sandbox's own
    bool keepsVersions = false;
    QByteArray kmsKeyArn = {};
};

// An object as it is there from the beginning: so many bytes, the same each time.
struct SeededObject {
    QString bucket;
    QString key;
    qint64 size = 0; // bytes
};

const QList<SeededBucket>& seededBuckets();
const QList<SeededObject>& seededObjects();

void seed(BucketStore& store, const QString& homeRegion);
// So many small objects in firmware-bucket, under many/; those there are stay.
void seedMany(BucketStore& store, int objects);

} // namespace fuotadesk
