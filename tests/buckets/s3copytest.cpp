#include "buckets/bucketsbench.h"
#include "support/testcase.h"

namespace fuotadesk {

class S3CopyTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void bytesAndMetadataComeAlong();
    void metadataIsReplacedWhereThatIsWanted();
    void anyVersionIsASource();
    void bytesAreHeldOnce();
    void conditionsHoldForSourceAndTarget();
    void sourcesAreChecked_data();
    void sourcesAreChecked();
    void nothingIsCopiedToItself();
    void bothEndsAreDemanded();
};

namespace {

const QByteArray Target = "/sandbox-bucket/copies/b.bin";

struct Bench : BucketsBench {
    Bench()
    {
        put("/sandbox-bucket/a%20b.bin", "hello",
            {{"Content-Type", "text/plain"}, {"x-amz-meta-made", "here"}});
    }

    HttpResponse copy(const QByteArray& source, const HttpHeaders& more = {},
                      const QByteArray& target = Target)
    {
        return put(target, {}, HttpHeaders{{"x-amz-copy-source", source}} + more);
    }
    QByteArray told(const char* header) { return headerValue(ask("HEAD", Target).headers, header); }
};

} // namespace

void S3CopyTest::bytesAndMetadataComeAlong()
{
    Bench bench;
    const HttpResponse copied = bench.copy("sandbox-bucket/a%20b.bin");
    QCOMPARE(copied.status, 200);
    // by md5sum
    QCOMPARE(Bench::leaf(copied, "ETag"), QStringLiteral("\"5d41402abc4b2a76b9719d911017c592\""));
    QCOMPARE(Bench::leaf(copied, "LastModified"), QStringLiteral("2026-01-02T03:04:05.000Z"));
    QVERIFY(headerValue(copied.headers, "x-amz-copy-source-version-id").isEmpty());
    QCOMPARE(bench.ask("GET", Target).body, QByteArray("hello"));
    QCOMPARE(bench.told("Content-Type"), QByteArray("text/plain"));
    QCOMPARE(bench.told("x-amz-meta-made"), QByteArray("here"));
}

void S3CopyTest::metadataIsReplacedWhereThatIsWanted()
{
    Bench bench;
    const HttpHeaders more{{"x-amz-metadata-directive", "REPLACE"},
                           {"Content-Type", "application/octet-stream"},
                           {"x-amz-server-side-encryption", "aws:kms"}};
    QCOMPARE(bench.copy("/sandbox-bucket/a%20b.bin", more).status, 200);
    QCOMPARE(bench.told("Content-Type"), QByteArray("application/octet-stream"));
    QVERIFY(bench.told("x-amz-meta-made").isEmpty());
    QCOMPARE(bench.told("x-amz-server-side-encryption"), QByteArray("aws:kms"));
}

void S3CopyTest::anyVersionIsASource()
{
    Bench bench;
    const QByteArray kept = "/firmware-bucket/copied.bin";
    const auto version = [](const HttpResponse& response) {
        return headerValue(response.headers, "x-amz-version-id");
    };
    const QByteArray first = version(bench.put(kept, "one"));
    bench.put(kept, "two");
    const HttpResponse copied = bench.copy(kept + "?versionId=" + first);
    QCOMPARE(headerValue(copied.headers, "x-amz-copy-source-version-id"), first);
    QCOMPARE(bench.ask("GET", Target).body, QByteArray("one"));
    // What was overwritten comes back as the newest version.
    QVERIFY(!version(bench.copy(kept + "?versionId=" + first, {}, kept)).isEmpty());
    QCOMPARE(bench.ask("GET", kept).body, QByteArray("one"));
}

void S3CopyTest::bytesAreHeldOnce()
{
    Bench bench;
    const qint64 used = bench.store.room().used();
    QCOMPARE(bench.copy("sandbox-bucket/a%20b.bin").status, 200);
    QCOMPARE(bench.store.room().used(), used);
    QCOMPARE(bench.ask("DELETE", "/sandbox-bucket/a%20b.bin").status, 204);
    QCOMPARE(bench.ask("GET", Target).body, QByteArray("hello"));
}

void S3CopyTest::conditionsHoldForSourceAndTarget()
{
    Bench bench;
    const QByteArray source = "sandbox-bucket/a%20b.bin";
    const HttpHeaders same{
        {"x-amz-copy-source-if-none-match", "\"5d41402abc4b2a76b9719d911017c592\""}};
    QCOMPARE(bench.copy(source, same).status, 412);
    QCOMPARE(bench.copy(source, {{"x-amz-copy-source-if-match", "\"other\""}}).status, 412);
    const HttpHeaders onlyNew{{"If-None-Match", "*"}};
    QCOMPARE(bench.copy(source, onlyNew).status, 200);
    QCOMPARE(Bench::code(bench.copy(source, onlyNew)), QStringLiteral("PreconditionFailed"));
}

void S3CopyTest::sourcesAreChecked_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const char* source, const char* code) {
        QTest::newRow(name) << QByteArray(source) << QString::fromLatin1(code);
    };
    row("no key", "sandbox-bucket", "InvalidArgument");
    row("an empty key", "sandbox-bucket/", "InvalidArgument");
    row("only a slash", "/", "InvalidArgument");
    row("no UTF-8", "sandbox-bucket/%FF", "InvalidArgument");
    row("no such bucket", "nobodys-bucket/a", "NoSuchBucket");
    row("no such key", "sandbox-bucket/none", "NoSuchKey");
    row("no such version", "firmware-bucket/meters/meter-fw-2-4-1.bin?versionId=x",
        "NoSuchVersion");
}

void S3CopyTest::sourcesAreChecked()
{
    QFETCH(QByteArray, source);
    QFETCH(QString, code);
    Bench bench;
    QCOMPARE(Bench::code(bench.copy(source)), code);
    QCOMPARE(bench.ask("HEAD", Target).status, 404);
}

void S3CopyTest::nothingIsCopiedToItself()
{
    Bench bench;
    const QByteArray self = "/sandbox-bucket/a%20b.bin";
    QCOMPARE(Bench::code(bench.copy(self, {}, self)), QStringLiteral("InvalidRequest"));
    const HttpHeaders wrong{{"x-amz-metadata-directive", "KEEP"}};
    QCOMPARE(Bench::code(bench.copy(self, wrong)), QStringLiteral("InvalidArgument"));
    const HttpHeaders replaced{{"x-amz-metadata-directive", "REPLACE"}};
    QCOMPARE(bench.copy(self, replaced, self).status, 200);
    // A part that is a copy there is not.
    QCOMPARE(bench.copy(self, {}, Target + "?partNumber=1&uploadId=x").status, 501);
}

void S3CopyTest::bothEndsAreDemanded()
{
    BucketCall call{"PUT", Target, {}, {{"x-amz-copy-source", "b/k%20k"}}, {}};
    S3Server::Demand demand = S3Server::demandOf(call);
    QCOMPARE(demand.operation, QStringLiteral("CopyObject"));
    QCOMPARE(demand.action, QStringLiteral("s3:PutObject"));
    QCOMPARE(demand.resource, QStringLiteral("arn:aws:s3:::sandbox-bucket/copies/b.bin"));
    QCOMPARE(demand.sourceAction, QStringLiteral("s3:GetObject"));
    QCOMPARE(demand.source, QStringLiteral("arn:aws:s3:::b/k k"));
    call.headers = {{"x-amz-copy-source", "b/k?versionId=v"}};
    demand = S3Server::demandOf(call);
    QCOMPARE(demand.sourceAction, QStringLiteral("s3:GetObjectVersion"));
    QCOMPARE(demand.source, QStringLiteral("arn:aws:s3:::b/k"));
    QVERIFY(S3Server::demandOf({"PUT", Target, {}, {}, {}}).source.isEmpty());
}

FUOTADESK_TEST(S3CopyTest);

} // namespace fuotadesk

#include "s3copytest.moc"
