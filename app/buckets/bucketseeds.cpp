#include "buckets/bucketseeds.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <utility>

namespace fuotadesk {

namespace {

const auto FirmwareBucket = QStringLiteral("firmware-bucket");
const auto SandboxBucket = QStringLiteral("sandbox-bucket");
const auto ElsewhereBucket = QStringLiteral("firmware-elsewhere");
const auto EncryptedBucket = QStringLiteral("firmware-encrypted");
constexpr auto KmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/"
                           "7b9f0c1e-4d5a-4c86-8f43-2a6d1e9b5c70";
constexpr qint64 SmallBytes = 64;
constexpr qint64 MeterBytes = 102'400; // of the template meter-monthly-eu868
constexpr qint64 HotfixBytes = 6144; // of hotfix-us915
constexpr qint64 FirstStepsBytes = 20'480; // of first-steps-sandbox
constexpr qint64 TooLargeBytes = 1'200'000; // for a FUOTA task
constexpr int SmallKeys = 250;

quint64 seedOf(const QByteArray& name)
{
    return qFromBigEndian<quint64>(
        QCryptographicHash::hash(name, QCryptographicHash::Sha256).constData());
}

void put(BucketStore& store, StoredBucket& bucket, const QByteArray& key, qint64 size)
{
    StoredObject object;
    object.bytes = ObjectBytes::pattern(seedOf(bucket.name.toUtf8() + '/' + key), size);
    object.traits.headers = {{"content-type", "application/octet-stream"}};
    if (!bucket.kmsKeyArn.isEmpty()) {
        object.traits.encryption = "aws:kms";
        object.traits.kmsKeyArn = bucket.kmsKeyArn;
    }
    store.put(bucket, key, std::move(object));
}

} // namespace

const QList<SeededBucket>& seededBuckets()
{
    static const QList<SeededBucket> buckets{
        {FirmwareBucket, {}, true},
        {SandboxBucket, {}},
        {ElsewhereBucket, QStringLiteral("us-east-1")},
        {EncryptedBucket, {}, false, KmsKeyArn},
    };
    return buckets;
}

const QList<SeededObject>& seededObjects()
{
    static const QList<SeededObject> objects{
        {SandboxBucket, QStringLiteral("first-steps.bin"), FirstStepsBytes},
        {SandboxBucket, QStringLiteral("odd/with blanks in it.bin"), 1000},
        {SandboxBucket, QStringLiteral("odd/plus+and%percent.bin"), 1001},
        {SandboxBucket, QStringLiteral("odd/Zähler-größe-電表.bin"), 1002},
        {SandboxBucket, QStringLiteral("odd/empty.bin"), 0},
        {FirmwareBucket, QStringLiteral("meters/meter-fw-2-3-0.bin"), 101'376},
        {FirmwareBucket, QStringLiteral("meters/meter-fw-2-4-0.bin"), 101'888},
        {FirmwareBucket, QStringLiteral("meters/meter-fw-2-4-1.bin"), MeterBytes},
        {FirmwareBucket, QStringLiteral("meters/meter-fw-2.3.0.bin"), 101'376},
        {FirmwareBucket, QStringLiteral("meters/meter-fw-2.4.0.bin"), 101'888},
        {FirmwareBucket, QStringLiteral("meters/meter-fw-2.4.1.bin"), MeterBytes},
        {FirmwareBucket, QStringLiteral("valves/hotfix-OPS-1041.bin"), 5120},
        {FirmwareBucket, QStringLiteral("valves/hotfix-OPS-1042.bin"), HotfixBytes},
        {FirmwareBucket, QStringLiteral("too-large.bin"), TooLargeBytes},
        {ElsewhereBucket, QStringLiteral("meters/meter-fw-2-4-1.bin"), MeterBytes},
        {EncryptedBucket, QStringLiteral("meters/meter-fw-2-4-1.bin"), MeterBytes},
    };
    return objects;
}

void seed(BucketStore& store, const QString& homeRegion)
{
    for (const SeededBucket& each : seededBuckets()) {
        StoredBucket* bucket =
            store.addBucket(each.name, each.region.isEmpty() ? homeRegion : each.region);
        bucket->keepsVersions = each.keepsVersions;
        bucket->kmsKeyArn = each.kmsKeyArn;
    }
    for (const SeededObject& each : seededObjects())
        put(store, *store.bucket(each.bucket), each.key.toUtf8(), each.size);
    for (int i = 0; i < SmallKeys; ++i)
        put(store, *store.bucket(SandboxBucket),
            QStringLiteral("small/part-%1.bin").arg(i, 4, 10, QLatin1Char('0')).toUtf8(),
            SmallBytes);
}

void seedMany(BucketStore& store, int objects)
{
    StoredBucket* bucket = store.bucket(FirmwareBucket);
    for (int i = 0; bucket && i < objects; ++i) {
        const QByteArray key =
            QStringLiteral("many/image-%1.bin").arg(i, 6, 10, QLatin1Char('0')).toUtf8();
        if (!bucket->live(key))
            put(store, *bucket, key, SmallBytes);
    }
}

} // namespace fuotadesk
