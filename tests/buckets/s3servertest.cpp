#include "buckets/bucketsbench.h"
#include "support/testcase.h"

namespace fuotadesk {

class S3ServerTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void objectsComeBackAsTheyWere();
    void headTellsAllButTheBytes();
    void pathsAreDecodedOnce_data();
    void pathsAreDecodedOnce();
    void refusalsAreOfS3_data();
    void refusalsAreOfS3();
    void refusalsToHeadHaveNoBody();
    void regionsAreKeptApart();
    void bucketsAreMadeAndRemoved();
    void bucketNamesAreChecked_data();
    void bucketNamesAreChecked();
    void newOnlyKeepsWhatThereIs();
    void manyAreDeletedAtOnce();
    void encryptionIsThatOfTheBucketOrTheRequest();
    void demandsNameActionAndResource_data();
    void demandsNameActionAndResource();
};

void S3ServerTest::objectsComeBackAsTheyWere()
{
    BucketsBench bench;
    const HttpResponse put =
        bench.put("/sandbox-bucket/x", "hello",
                  {{"Content-Type", "text/plain"}, {"X-Amz-Meta-Sha256", "AbC="}, {"Host", "h"}});
    QCOMPARE(put.status, 200);
    // by md5sum
    QCOMPARE(headerValue(put.headers, "ETag"), QByteArray("\"5d41402abc4b2a76b9719d911017c592\""));
    QVERIFY(headerValue(put.headers, "x-amz-version-id").isEmpty());
    const HttpResponse got = bench.ask("GET", "/sandbox-bucket/x");
    QCOMPARE(got.status, 200);
    QCOMPARE(got.body, QByteArray("hello"));
    QCOMPARE(headerValue(got.headers, "Content-Type"), QByteArray("text/plain"));
    QCOMPARE(headerValue(got.headers, "x-amz-meta-sha256"), QByteArray("AbC="));
    QCOMPARE(headerValue(got.headers, "Last-Modified"),
             QByteArray("Fri, 02 Jan 2026 03:04:05 GMT"));
    QVERIFY(headerValue(got.headers, "Host").isEmpty());
    const HttpResponse part = bench.ask("GET", "/sandbox-bucket/x", {}, {{"Range", "bytes=1-2"}});
    QCOMPARE(part.status, 206);
    QCOMPARE(part.body, QByteArray("el"));
    QCOMPARE(headerValue(part.headers, "Content-Range"), QByteArray("bytes 1-2/5"));
}

void S3ServerTest::headTellsAllButTheBytes()
{
    BucketsBench bench;
    const HttpResponse head = bench.ask("HEAD", "/firmware-bucket/meters/meter-fw-2-4-1.bin");
    QCOMPARE(head.status, 200);
    QVERIFY(head.body.isEmpty());
    QCOMPARE(headerValue(head.headers, "Content-Length"), QByteArray("102400"));
    QVERIFY(!headerValue(head.headers, "x-amz-version-id").isEmpty());
    QCOMPARE(headerValue(head.headers, "x-amz-server-side-encryption"), QByteArray("AES256"));
}

void S3ServerTest::pathsAreDecodedOnce_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("blank") << QByteArray("a%20b") << QByteArray("a b");
    QTest::newRow("plus") << QByteArray("a+b") << QByteArray("a+b");
    QTest::newRow("percent") << QByteArray("a%2520b") << QByteArray("a%20b");
    QTest::newRow("slash") << QByteArray("a%2Fb") << QByteArray("a/b");
    QTest::newRow("slashes") << QByteArray("a//b/") << QByteArray("a//b/");
    QTest::newRow("dots") << QByteArray("a/../b") << QByteArray("a/../b");
    QTest::newRow("unicode") << QByteArray("%C3%A9") << QByteArray("\xC3\xA9");
    QTest::newRow("longest") << QByteArray(1024, 'k') << QByteArray(1024, 'k');
}

void S3ServerTest::pathsAreDecodedOnce()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, key);
    BucketsBench bench;
    QCOMPARE(bench.put("/sandbox-bucket/" + path, "x").status, 200);
    QVERIFY(bench.store.bucket(QStringLiteral("sandbox-bucket"))->live(key));
}

// https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
void S3ServerTest::refusalsAreOfS3_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<HttpHeaders>("headers");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const char* method, const QByteArray& target, int status,
                        const char* code, const HttpHeaders& headers = {}) {
        QTest::newRow(name) << QByteArray(method) << target << headers << status
                            << QString(QLatin1String(code));
    };
    row("no bucket", "GET", "/nowhere/x", 404, "NoSuchBucket");
    row("no key", "GET", "/sandbox-bucket/x", 404, "NoSuchKey");
    row("no version", "GET", "/firmware-bucket/too-large.bin?versionId=x", 404, "NoSuchVersion");
    row("long key", "PUT", "/sandbox-bucket/" + QByteArray(1025, 'k'), 400, "KeyTooLongError");
    row("no UTF-8", "PUT", "/sandbox-bucket/%FF", 400, "InvalidURI");
    row("not here", "GET", "/sandbox-bucket?acl", 501, "NotImplemented");
    row("part that is a copy", "PUT", "/sandbox-bucket/y?partNumber=1&uploadId=x", 501,
        "NotImplemented", {{"x-amz-copy-source", "/sandbox-bucket/first-steps.bin"}});
    row("odd method", "PATCH", "/sandbox-bucket/y", 501, "NotImplemented");
    row("beyond its end", "GET", "/sandbox-bucket/first-steps.bin", 416, "InvalidRange",
        {{"Range", "bytes=20480-"}});
    row("metadata", "PUT", "/sandbox-bucket/y", 400, "MetadataTooLarge",
        {{"x-amz-meta-a", QByteArray(2048, 'x')}});
    row("encryption", "PUT", "/sandbox-bucket/y", 400, "InvalidEncryptionAlgorithmError",
        {{"x-amz-server-side-encryption", "ROT13"}});
    row("not empty", "DELETE", "/sandbox-bucket", 409, "BucketNotEmpty");
    row("made twice", "PUT", "/sandbox-bucket", 409, "BucketAlreadyOwnedByYou");
    row("no digest", "POST", "/sandbox-bucket?delete", 400, "InvalidRequest");
    row("no upload", "GET", "/sandbox-bucket/y?uploadId=x", 404, "NoSuchUpload");
}

void S3ServerTest::refusalsAreOfS3()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(HttpHeaders, headers);
    BucketsBench bench;
    const qsizetype before = bench.store.size();
    const HttpResponse refused = bench.ask(method, target, {}, headers);
    QTEST(refused.status, "status");
    QTEST(BucketsBench::code(refused), "code");
    QCOMPARE(BucketsBench::leaf(refused, "RequestId"), QStringLiteral("rid"));
    QVERIFY(!BucketsBench::leaf(refused, "Resource").isEmpty());
    QCOMPARE(headerValue(refused.headers, "Content-Type"), QByteArray("application/xml"));
    QCOMPARE(bench.store.size(), before);
}

void S3ServerTest::refusalsToHeadHaveNoBody()
{
    BucketsBench bench;
    const HttpResponse refused = bench.ask("HEAD", "/sandbox-bucket/none");
    QCOMPARE(refused.status, 404);
    QVERIFY(refused.body.isEmpty());
    const HttpResponse same = bench.ask(
        "GET", "/sandbox-bucket/first-steps.bin", {},
        {{"If-None-Match",
          headerValue(bench.ask("HEAD", "/sandbox-bucket/first-steps.bin").headers, "ETag")}});
    QCOMPARE(same.status, 304);
    QVERIFY(same.body.isEmpty());
}

void S3ServerTest::regionsAreKeptApart()
{
    BucketsBench bench;
    const QByteArray path = "/firmware-elsewhere/meters/meter-fw-2-4-1.bin";
    const HttpResponse redirected = bench.ask("GET", path);
    QCOMPARE(redirected.status, 301);
    QCOMPARE(BucketsBench::code(redirected), QStringLiteral("PermanentRedirect"));
    QCOMPARE(BucketsBench::leaf(redirected, "Region"), QStringLiteral("us-east-1"));
    QCOMPARE(headerValue(redirected.headers, "x-amz-bucket-region"), QByteArray("us-east-1"));
    const HttpResponse head = bench.ask("HEAD", path);
    QCOMPARE(head.status, 301);
    QVERIFY(head.body.isEmpty());
    QCOMPARE(headerValue(head.headers, "x-amz-bucket-region"), QByteArray("us-east-1"));
    const HttpResponse wrong = bench.ask("GET", path, {}, {}, QStringLiteral("ap-south-1"));
    QCOMPARE(wrong.status, 400);
    QCOMPARE(BucketsBench::code(wrong), QStringLiteral("AuthorizationHeaderMalformed"));
    QCOMPARE(BucketsBench::leaf(wrong, "Region"), QStringLiteral("us-east-1"));
    QCOMPARE(bench.ask("GET", path, {}, {}, QStringLiteral("us-east-1")).status, 200);
    const HttpResponse location = bench.ask("GET", "/firmware-elsewhere?location");
    QCOMPARE(location.status, 200);
    QCOMPARE(BucketsBench::leaf(location, "LocationConstraint"), QString());
    QCOMPARE(BucketsBench::leaf(bench.ask("GET", "/sandbox-bucket?location"), "LocationConstraint"),
             QStringLiteral("eu-west-1"));
}

void S3ServerTest::bucketsAreMadeAndRemoved()
{
    BucketsBench bench;
    const auto constraint = [](const char* region) {
        return QByteArray("<CreateBucketConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-"
                          "01/\"><LocationConstraint>")
            + region + "</LocationConstraint></CreateBucketConfiguration>";
    };
    QCOMPARE(BucketsBench::code(bench.put("/made-here", {})),
             QStringLiteral("IllegalLocationConstraintException"));
    QCOMPARE(BucketsBench::code(bench.put("/made-here", constraint("eu-central-1"))),
             QStringLiteral("IllegalLocationConstraintException"));
    QCOMPARE(BucketsBench::code(bench.put("/made-here", "<x>")), QStringLiteral("MalformedXML"));
    QCOMPARE(bench.put("/made-here", constraint("eu-west-1")).status, 200);
    QCOMPARE(bench.ask("PUT", "/made-there", {}, {}, QStringLiteral("us-east-1")).status, 200);
    const QStringList names = BucketsBench::leaves(bench.ask("GET", "/"), "Name");
    QVERIFY(names.contains(u"made-here") && names.contains(u"made-there"));
    QCOMPARE(bench.ask("DELETE", "/made-here").status, 204);
    QCOMPARE(BucketsBench::code(bench.ask("GET", "/made-here")), QStringLiteral("NoSuchBucket"));
}

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
void S3ServerTest::bucketNamesAreChecked_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char* name : {"ab", "Example", "a_b", "-ab", "ab-", "a..b", "192.168.5.4", "xn--a"})
        QTest::newRow(name) << QByteArray(name);
    QTest::newRow("long") << QByteArray(64, 'a');
}

void S3ServerTest::bucketNamesAreChecked()
{
    QFETCH(QByteArray, name);
    BucketsBench bench;
    QCOMPARE(BucketsBench::code(bench.put('/' + name, {})), QStringLiteral("InvalidBucketName"));
}

void S3ServerTest::newOnlyKeepsWhatThereIs()
{
    BucketsBench bench;
    const HttpHeaders newOnly{{"If-None-Match", "*"}};
    QCOMPARE(bench.put("/sandbox-bucket/x", "one", newOnly).status, 200);
    const HttpResponse refused = bench.put("/sandbox-bucket/x", "two", newOnly);
    QCOMPARE(refused.status, 412);
    QCOMPARE(BucketsBench::code(refused), QStringLiteral("PreconditionFailed"));
    QCOMPARE(BucketsBench::leaf(refused, "Condition"), QStringLiteral("If-None-Match"));
    QCOMPARE(bench.ask("GET", "/sandbox-bucket/x").body, QByteArray("one"));
}

void S3ServerTest::manyAreDeletedAtOnce()
{
    BucketsBench bench;
    bench.put("/sandbox-bucket/a", "1");
    bench.put("/sandbox-bucket/b%26c", "2");
    const QByteArray body = "<Delete><Object><Key>a</Key></Object><Object><Key>b&amp;c</Key>"
                            "</Object><Object><Key>never was</Key></Object></Delete>";
    const HttpHeaders digest{
        {"x-amz-checksum-sha256", QByteArray::fromHex(sha256Hex(body)).toBase64()}};
    const HttpResponse done = bench.ask("POST", "/sandbox-bucket?delete", body, digest);
    QCOMPARE(done.status, 200);
    QCOMPARE(BucketsBench::leaves(done, "Key").size(), 3);
    QCOMPARE(bench.ask("GET", "/sandbox-bucket/a").status, 404);
    QCOMPARE(bench.ask("GET", "/sandbox-bucket/b%26c").status, 404);
    QCOMPARE(BucketsBench::code(bench.ask("POST", "/sandbox-bucket?delete", body + 'x', digest)),
             QStringLiteral("BadDigest"));
}

void S3ServerTest::encryptionIsThatOfTheBucketOrTheRequest()
{
    BucketsBench bench;
    const auto key = QByteArrayLiteral("x-amz-server-side-encryption-aws-kms-key-id");
    const HttpResponse byBucket = bench.put("/firmware-encrypted/x", "x");
    QCOMPARE(headerValue(byBucket.headers, "x-amz-server-side-encryption"), QByteArray("aws:kms"));
    QCOMPARE(headerValue(byBucket.headers, key),
             bench.store.bucket(QStringLiteral("firmware-encrypted"))->kmsKeyArn);
    const HttpResponse byRequest =
        bench.put("/sandbox-bucket/x", "x",
                  {{"x-amz-server-side-encryption", "aws:kms"}, {key, "arn:aws:kms:mine"}});
    QCOMPARE(headerValue(byRequest.headers, key), QByteArray("arn:aws:kms:mine"));
    QCOMPARE(headerValue(bench.ask("HEAD", "/sandbox-bucket/x").headers, key),
             QByteArray("arn:aws:kms:mine"));
}

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
void S3ServerTest::demandsNameActionAndResource_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("demand");
    const auto row = [](const char* method, const char* path, const char* query,
                        const char* demand) {
        QTest::newRow(demand) << QByteArray(method) << QByteArray(path) << QByteArray(query)
                              << QString(QLatin1String(demand));
    };
    row("GET", "/", "", "ListBuckets s3:ListAllMyBuckets *");
    row("GET", "/b", "list-type=2", "ListObjectsV2 s3:ListBucket arn:aws:s3:::b");
    row("GET", "/b/", "prefix=x", "ListObjects s3:ListBucket arn:aws:s3:::b");
    row("HEAD", "/b/k%20l", "", "HeadObject s3:GetObject arn:aws:s3:::b/k l");
    row("PUT", "/b/k", "partNumber=1&uploadId=u", "UploadPart s3:PutObject arn:aws:s3:::b/k");
    row("POST", "/b", "delete", "DeleteObjects s3:DeleteObject arn:aws:s3:::b/*");
    row("GET", "/b", "policy", "  ");
}

void S3ServerTest::demandsNameActionAndResource()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, query);
    const auto demand = S3Server::demandOf({method, path, query, {}, {}});
    QTEST(QString(demand.operation + u' ' + demand.action + u' ' + demand.resource), "demand");
}

FUOTADESK_TEST(S3ServerTest);

} // namespace fuotadesk

#include "s3servertest.moc"
