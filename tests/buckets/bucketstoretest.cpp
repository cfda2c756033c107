#include "buckets/bucketseeds.h"
#include "buckets/uploads.h"
#include "support/fakes.h"
#include "support/testcase.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace fuotadesk {

class BucketStoreTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void patternIsTheSameHoweverItIsRead();
    void piecesReadAsOne();
    void roomComesBackWithTheLastCopy();
    void withoutVersionsTheNewestReplaces();
    void versionsStayUntilEachIsRemoved();
    void thereIsAnEndToObjectsAndBuckets();
    void uploadsAreBounded();
    void seedsAreWhatTheTemplatesName();
    void manyAreMadeOnce();

private:
    static StoredObject object(ByteRoom& room, const QByteArray& bytes)
    {
        StoredObject made;
        made.bytes = room.keep(bytes);
        return made;
    }

    FakeClock m_clock;
    FakeRandom m_random;
};

void BucketStoreTest::patternIsTheSameHoweverItIsRead()
{
    const ObjectBytes bytes = ObjectBytes::pattern(7, 1000);
    const QByteArray whole = bytes.read(0, 5000);
    QCOMPARE(whole.size(), 1000);
    QCOMPARE(bytes.read(3, 100), whole.mid(3, 100));
    QCOMPARE(bytes.read(990, 100), whole.mid(990));
    QVERIFY(bytes.read(1000, 1).isEmpty());
    QVERIFY(ObjectBytes::pattern(8, 1000).read(0, 1000) != whole);
    // https://rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64: the first of the seed 1234567
    QCOMPARE(qFromLittleEndian<quint64>(ObjectBytes::pattern(1234567, 8).read(0, 8).constData()),
             6457827717110365317U);
    QCOMPARE(bytes.md5(), QCryptographicHash::hash(whole, QCryptographicHash::Md5));
}

void BucketStoreTest::piecesReadAsOne()
{
    ByteRoom room(1000);
    ObjectBytes bytes = room.keep("abc");
    bytes.append(room.keep(""));
    bytes.append(room.keep("defg"));
    QCOMPARE(bytes.size(), 7);
    QCOMPARE(bytes.read(0, 7), QByteArray("abcdefg"));
    QCOMPARE(bytes.read(2, 3), QByteArray("cde"));
    QCOMPARE(bytes.read(3, 100), QByteArray("defg"));
    QCOMPARE(bytes.md5(), QCryptographicHash::hash("abcdefg", QCryptographicHash::Md5));
}

void BucketStoreTest::roomComesBackWithTheLastCopy()
{
    ByteRoom room(10);
    {
        const ObjectBytes first = room.keep("123456");
        const ObjectBytes second = first;
        QCOMPARE(room.used(), 6);
        QVERIFY(room.hasFor(4));
        QVERIFY(!room.hasFor(5));
    }
    QCOMPARE(room.used(), 0);
}

void BucketStoreTest::withoutVersionsTheNewestReplaces()
{
    BucketStore store(m_clock, m_random);
    StoredBucket& bucket = *store.addBucket(QStringLiteral("b"), QStringLiteral("r"));
    store.put(bucket, "k", object(store.room(), "one"));
    store.put(bucket, "k", object(store.room(), "three"));
    QCOMPARE(store.size(), 1);
    QCOMPARE(store.room().used(), 5);
    QCOMPARE(bucket.live("k")->versionId, QByteArray("null"));
    const auto found = store.find(QStringLiteral("b"), QStringLiteral("k"));
    QVERIFY(found);
    QCOMPARE(found->object.bytes.read(0, 5), QByteArray("three"));
    // by md5sum
    QCOMPARE(found->object.eTag, QByteArray("35d6d33467aae9a2e3dccb4b6b027878"));
    store.remove(bucket, "k");
    QCOMPARE(store.size(), 0);
    QVERIFY(bucket.objects.empty());
    QVERIFY(!store.find(QStringLiteral("b"), QStringLiteral("k")));
    QVERIFY(!store.find(QStringLiteral("c"), QStringLiteral("k")));
}

void BucketStoreTest::versionsStayUntilEachIsRemoved()
{
    BucketStore store(m_clock, m_random);
    StoredBucket& bucket = *store.addBucket(QStringLiteral("b"), QStringLiteral("r"));
    bucket.keepsVersions = true;
    const QByteArray first = store.put(bucket, "k", object(store.room(), "one"))->versionId;
    const QByteArray second = store.put(bucket, "k", object(store.room(), "two"))->versionId;
    QVERIFY(first != second);
    const auto marker = store.remove(bucket, "k");
    QVERIFY(marker.isDeleteMarker);
    QVERIFY(!bucket.live("k"));
    QCOMPARE(bucket.version("k", first)->bytes.read(0, 9), QByteArray("one"));
    QCOMPARE(store.size(), 3);
    QVERIFY(store.removeVersion(bucket, "k", marker.versionId).isDeleteMarker);
    QCOMPARE(bucket.live("k")->versionId, second);
    store.removeVersion(bucket, "k", second);
    QCOMPARE(bucket.live("k")->versionId, first);
    store.removeVersion(bucket, "k", first);
    QVERIFY(bucket.objects.empty());
    QCOMPARE(store.size(), 0);
}

void BucketStoreTest::thereIsAnEndToObjectsAndBuckets()
{
    BucketStore store(m_clock, m_random);
    StoredBucket& bucket = *store.addBucket(QStringLiteral("b"), QStringLiteral("r"));
    StoredObject small;
    small.eTag = "e";
    for (int i = 0; i < BucketStore::MostObjects; ++i)
        QVERIFY(store.put(bucket, QByteArray::number(i), small));
    QVERIFY(!store.put(bucket, "one more", small));
    QCOMPARE(store.size(), qsizetype{BucketStore::MostObjects});
    store.remove(bucket, "0");
    QVERIFY(store.put(bucket, "one more", small));
    store.removeBucket(QStringLiteral("b"));
    QCOMPARE(store.size(), 0);
    for (std::size_t i = 0; i < BucketStore::MostBuckets; ++i)
        QVERIFY(store.addBucket(QString::number(i), QStringLiteral("r")));
    QVERIFY(!store.addBucket(QStringLiteral("more"), QStringLiteral("r")));
}

void BucketStoreTest::uploadsAreBounded()
{
    Uploads uploads;
    const auto bucket = QStringLiteral("b");
    for (int i = 0; i < Uploads::Most; ++i)
        QVERIFY(uploads.add(bucket, {"k", QByteArray::number(i), {}, {}, {}}));
    QVERIFY(!uploads.add(bucket, {"k", "more", {}, {}, {}}));
    uploads.remove(bucket, *uploads.find(bucket, "k", "17"));
    QVERIFY(!uploads.find(bucket, "k", "17"));
    QVERIFY(uploads.add(bucket, {"k", "more", {}, {}, {}}));
    QVERIFY(!uploads.find(bucket, "other", "more"));
    QVERIFY(!uploads.find(QStringLiteral("other"), "k", "more"));
}

void BucketStoreTest::seedsAreWhatTheTemplatesName()
{
    BucketStore store(m_clock, m_random);
    seed(store, QStringLiteral("eu-west-1"));
    const auto sizeOf = [&store](const char* bucket, const char* key) {
        const auto found = store.find(QLatin1String(bucket), QLatin1String(key));
        return found ? found->object.bytes.size() : -1;
    };
    QCOMPARE(sizeOf("sandbox-bucket", "first-steps.bin"), 20480);
    QCOMPARE(sizeOf("firmware-bucket", "meters/meter-fw-2-4-1.bin"), 102400);
    QCOMPARE(sizeOf("firmware-bucket", "valves/hotfix-OPS-1042.bin"), 6144);
    QVERIFY(sizeOf("firmware-bucket", "too-large.bin") > 1024 * 1024);
    QCOMPARE(store.bucket(QStringLiteral("firmware-elsewhere"))->region,
             QStringLiteral("us-east-1"));
    const auto encrypted = store.find(QStringLiteral("firmware-encrypted"),
                                      QStringLiteral("meters/meter-fw-2-4-1.bin"));
    QVERIFY(encrypted);
    QCOMPARE(encrypted->object.traits.encryption, QByteArray("aws:kms"));
    QVERIFY(encrypted->object.traits.kmsKeyArn.startsWith("arn:aws:kms:eu-west-1:"));
    QCOMPARE(store.room().used(), 0); // none of it is held
}

void BucketStoreTest::manyAreMadeOnce()
{
    BucketStore store(m_clock, m_random);
    seed(store, QStringLiteral("eu-west-1"));
    const qsizetype before = store.size();
    seedMany(store, 100'000);
    seedMany(store, 100'000);
    QCOMPARE(store.size(), before + 100'000);
}

FUOTADESK_TEST(BucketStoreTest);

} // namespace fuotadesk

#include "bucketstoretest.moc"
