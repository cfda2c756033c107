#include "s3bench.h"
#include "support/testcase.h"

namespace fuotadesk {

// What each operation sends, and what comes of the answer.
class S3ClientTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void listsBucketsPageByPage();
    void asksForARegion();
    void listsObjects();
    void looksAtAnObject();
    void readsARange_data();
    void readsARange();
    void putsAnObject_data();
    void putsAnObject();
    void looksUpWhatTheCallerDidNot();
    void refusesSenselessParameters();
    void onlyABegunUploadIsSentOnce();
    void changesAreNoted();
};

namespace {

constexpr auto Keep = S3Client::Existing::Keep;
constexpr auto Replace = S3Client::Existing::Replace;
const QByteArray Host = "https://firmware.s3.eu-west-1.amazonaws.com";
const QByteArray ObjectUrl = Host + "/a%20b/meter%2B1.bin";
const QString Id = QStringLiteral("a/b+c==");

} // namespace

void S3ClientTest::listsBucketsPageByPage()
{
    S3Bench bench;
    const QByteArray page = "<ListAllMyBucketsResult><Buckets><Bucket><Name>bucket-%1</Name>"
                            "<CreationDate>2019-12-11T23:32:47Z</CreationDate></Bucket></Buckets>";
    bench.answer(200,
                 QByteArray(page).replace("%1", "1")
                     + "<ContinuationToken>t+1</ContinuationToken></ListAllMyBucketsResult>");
    bench.answer(200, QByteArray(page).replace("%1", "2") + "</ListAllMyBucketsResult>");
    Outcome<QList<S3Bucket>> buckets;
    buckets.watch(bench.client->buckets(&bench.owner), &bench.owner);
    QTRY_COMPARE(buckets.count, 1);
    QCOMPARE(buckets.result->value().size(), 2);
    QCOMPARE(buckets.result->value().at(1).name, QStringLiteral("bucket-2"));
    const QByteArray line = "GET https://s3.eu-west-1.amazonaws.com/?max-buckets=1000";
    QCOMPARE(bench.line(0), line);
    QCOMPARE(bench.line(1), line + "&continuation-token=t%2B1");
}

void S3ClientTest::asksForARegion()
{
    S3Bench bench;
    bench.answer(200, "<LocationConstraint>EU</LocationConstraint>");
    Outcome<QString> region;
    region.watch(bench.client->region(bench.object.bucket, &bench.owner), &bench.owner);
    QTRY_COMPARE(region.count, 1);
    QCOMPARE(region.result->value(), QStringLiteral("eu-west-1"));
    QCOMPARE(bench.line(), "GET " + Host + "/?location");
}

void S3ClientTest::listsObjects()
{
    S3Bench bench;
    bench.answer(200,
                 "<ListBucketResult><CommonPrefixes><Prefix>a b/</Prefix></CommonPrefixes>"
                 "</ListBucketResult>");
    bench.answer(200, "<ListBucketResult/>");
    Outcome<S3Page> page;
    page.watch(bench.client->list({bench.object.bucket, QStringLiteral("a b/"), QStringLiteral("/"),
                                   QStringLiteral("t+="), 7},
                                  &bench.owner),
               &bench.owner);
    QTRY_COMPARE(page.count, 1);
    QCOMPARE(page.result->value().folders, QStringList{QStringLiteral("a b/")});
    QCOMPARE(bench.line(),
             "GET " + Host
                 + "/?list-type=2&encoding-type=url&max-keys=7&prefix=a%20b%2F&delimiter=%2F"
                   "&continuation-token=t%2B%3D");
    page.watch(bench.client->list({bench.object.bucket, {}, {}, {}, 1000}, &bench.owner),
               &bench.owner);
    QTRY_COMPARE(page.count, 2);
    QCOMPARE(page.result->value(), S3Page());
    QCOMPARE(bench.line(1), "GET " + Host + "/?list-type=2&encoding-type=url&max-keys=1000");
}

void S3ClientTest::looksAtAnObject()
{
    S3Bench bench;
    const HttpHeaders headers{{"ETag", "\"e\""},
                              {"Content-Length", "434234"},
                              {"Last-Modified", "Sun, 01 Jan 2006 12:00:00 GMT"}};
    bench.answer(200, {}, headers);
    bench.answer(404);
    bench.answer(200, {}, headers.mid(1));
    Outcome<S3ObjectFacts> facts;
    facts.watch(bench.client->head(bench.object, &bench.owner), &bench.owner);
    QTRY_COMPARE(facts.count, 1);
    QCOMPARE(facts.result->value().size, 434234);
    QCOMPARE(bench.line(), "HEAD " + ObjectUrl);

    facts.watch(bench.client->head(bench.object, &bench.owner), &bench.owner);
    QTRY_COMPARE(facts.count, 2);
    QCOMPARE(facts.result->error().kind, ErrorKind::NotFound);
    QCOMPARE(facts.result->error().code, QStringLiteral("NotFound"));

    facts.watch(bench.client->head(bench.object, &bench.owner), &bench.owner);
    QTRY_COMPARE(facts.count, 3);
    QCOMPARE(facts.result->error().kind, ErrorKind::AnswerMalformed);
    QCOMPARE(facts.result->error().code, QStringLiteral("ETag"));
    QVERIFY(!facts.result->error().maybeExecuted);
}

void S3ClientTest::readsARange_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("partial") << 206 << QByteArray("2345") << QByteArray("2345");
    QTest::newRow("the end of it") << 206 << QByteArray("23") << QByteArray("23");
    QTest::newRow("the whole of it") << 200 << QByteArray("0123456789") << QByteArray("2345");
    QTest::newRow("behind its end") << 416 << s3ErrorXml("InvalidRange") << QByteArray();
    QTest::newRow("more than asked for") << 206 << QByteArray("234567") << QByteArray("2345");
}

void S3ClientTest::readsARange()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, answer);
    S3Bench bench;
    bench.answer(status, answer);
    Outcome<QByteArray> bytes;
    bytes.watch(bench.client->get(bench.object, 2, 5, &bench.owner), &bench.owner);
    QTRY_COMPARE(bytes.count, 1);
    QTEST(bytes.result->value(), "bytes");
    QCOMPARE(bench.line(), "GET " + ObjectUrl);
    QCOMPARE(bench.sentHeader("range"), QByteArray("bytes=2-5"));
}

void S3ClientTest::putsAnObject_data()
{
    QTest::addColumn<S3Client::Existing>("existing");
    QTest::addColumn<QByteArray>("condition");
    QTest::newRow("keep") << Keep << QByteArray("*");
    QTest::newRow("replace") << Replace << QByteArray();
}

void S3ClientTest::putsAnObject()
{
    QFETCH(const S3Client::Existing, existing);
    S3Bench bench;
    bench.answer(200, {},
                 {{"ETag", "\"b54357faf0632cce46e942fa68356b38\""}, {"x-amz-version-id", "v"}});
    Outcome<S3Written> written;
    written.watch(bench.client->put(bench.object, s3Body(), existing, &bench.owner), &bench.owner);
    QTRY_COMPARE(written.count, 1);
    QCOMPARE(written.result->value(),
             (S3Written{QStringLiteral("b54357faf0632cce46e942fa68356b38"), QStringLiteral("v")}));
    QCOMPARE(bench.line(), "PUT " + ObjectUrl);
    QCOMPARE(bench.sent().body, s3Body().bytes);
    QCOMPARE(bench.sent().bodySha256, s3Body().sha256);
    QCOMPARE(bench.sentHeader("content-md5"), s3Body().md5);
    QCOMPARE(bench.sentHeader("x-amz-meta-sha256"), s3Body().sha256);
    QCOMPARE(bench.sentHeader("content-type"), QByteArray("application/octet-stream"));
    QTEST(bench.sentHeader("if-none-match"), "condition");
}

void S3ClientTest::looksUpWhatTheCallerDidNot()
{
    S3Bench bench;
    bench.answer(200, {}, {{"ETag", "\"e\""}});
    Outcome<S3Written> written;
    written.watch(
        bench.client->put(bench.object, {s3Body().bytes, {}, {}, nullptr}, Keep, &bench.owner),
        &bench.owner);
    QTRY_COMPARE(written.count, 1);
    QCOMPARE(bench.sent().bodySha256, s3Body().sha256);
    QCOMPARE(bench.sentHeader("x-amz-meta-sha256"), s3Body().sha256);
    QCOMPARE(bench.sentHeader("content-md5"), s3Body().md5);
}

void S3ClientTest::refusesSenselessParameters()
{
    S3Bench bench;
    const ImageLocation dotted{bench.object.bucket, QStringLiteral("a/../b")};
    const QList<S3Part> parts{{1, 1, QStringLiteral("e")}};
    QStringList codes;
    const auto watch = [&](auto* call) {
        call->then(&bench.owner, [&codes](const auto& result) {
            codes.append(result ? QString() : result.error().code);
        });
    };
    watch(bench.client->list({bench.object.bucket, {}, {}, {}, 0}, &bench.owner));
    watch(bench.client->get(bench.object, 5, 4, &bench.owner));
    watch(bench.client->beginUpload(bench.object, "short", &bench.owner));
    watch(bench.client->putPart(bench.object, Id, 0, s3Body(), &bench.owner));
    watch(bench.client->putPart(bench.object, Id, MostS3Parts + 1, s3Body(), &bench.owner));
    watch(bench.client->putPart(bench.object, {}, 1, s3Body(), &bench.owner));
    watch(bench.client->completeUpload(bench.object, Id, {}, Keep, &bench.owner));
    watch(bench.client->completeUpload(bench.object, {}, parts, Keep, &bench.owner));
    watch(bench.client->abortUpload(bench.object, {}, &bench.owner));
    watch(bench.client->parts(bench.object, {}, &bench.owner));
    watch(bench.client->head(dotted, &bench.owner));
    watch(bench.client->put(dotted, s3Body(), Keep, &bench.owner));
    watch(bench.client->uploads(QStringLiteral("a/b"), &bench.owner));
    QTRY_COMPARE(codes.size(), 13);
    codes.sort();
    QCOMPARE(codes.join(u' '),
             QStringLiteral("bucket contentSha256 key key number number pageSize parts range "
                            "uploadId uploadId uploadId uploadId"));
    QCOMPARE(bench.sentCount(), 0);
}

namespace {

// One of each, in an order of its own.
void callAll(S3Bench& bench)
{
    S3Client& s3 = *bench.client;
    QObject* owner = &bench.owner;
    s3.beginUpload(bench.object, QByteArray(32, 's'), owner);
    s3.put(bench.object, s3Body(), Keep, owner);
    s3.putPart(bench.object, Id, 1, s3Body(), owner);
    s3.completeUpload(bench.object, Id, {{1, 1, QStringLiteral("e")}}, Keep, owner);
    s3.abortUpload(bench.object, Id, owner);
    s3.buckets(owner);
    s3.region(bench.object.bucket, owner);
    s3.list({bench.object.bucket, {}, {}, {}, 1}, owner);
    s3.head(bench.object, owner);
    s3.get(bench.object, 0, 1, owner);
    s3.parts(bench.object, Id, owner);
    s3.uploads(bench.object.bucket, owner);
}

} // namespace

void S3ClientTest::onlyABegunUploadIsSentOnce()
{
    S3Bench bench;
    for (int i = 0; i < 12; ++i)
        bench.services.network.staySilent();
    callAll(bench);
    QCOMPARE(bench.sentCount(), 12);
    for (const HttpRequest& request : bench.services.network.requests())
        QCOMPARE(request.repeatable, request.operation != u"CreateMultipartUpload");
}

void S3ClientTest::changesAreNoted()
{
    S3Bench bench;
    for (int i = 0; i < 12; ++i)
        bench.services.network.staySilent();
    callAll(bench);
    QStringList noted;
    for (const HttpRequest& request : bench.services.network.requests()) {
        if (request.method == "GET" || request.method == "HEAD" || !request.isNoted)
            continue;
        noted.append(request.operation);
        QCOMPARE(request.target, QStringLiteral("firmware/a b/meter+1.bin"));
    }
    QCOMPARE(noted.join(u' '),
             QStringLiteral("CreateMultipartUpload PutObject CompleteMultipartUpload "
                            "AbortMultipartUpload"));
}

} // namespace fuotadesk

using fuotadesk::S3ClientTest;
FUOTADESK_TEST(S3ClientTest);
#include "s3clienttest.moc"
