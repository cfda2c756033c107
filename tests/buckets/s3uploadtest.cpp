#include "buckets/bucketsbench.h"
#include "support/testcase.h"

namespace fuotadesk {

class S3UploadTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void partsBecomeOneObject();
    void wrongListsAreRefused_data();
    void wrongListsAreRefused();
    void newOnlyIsAskedForAtTheEnd();
    void partsAreListedInPages();
    void aPartIsReplacedByItsSuccessor();
    void partNumbersAreBounded_data();
    void partNumbersAreBounded();
    void abortedOnesAreGone();
    void uploadsAreListedInPages();

private:
    QByteArray begin(const QByteArray& path, const HttpHeaders& headers = {});
    HttpResponse putPart(int number, const QByteArray& body);
    HttpResponse complete(const QByteArray& list, const HttpHeaders& headers = {});
    static QByteArray part(int number, const QByteArray& eTag);

    std::unique_ptr<BucketsBench> m_bench = std::make_unique<BucketsBench>();
    QByteArray m_target; // path and the query with the id
};

namespace {

constexpr qsizetype Smallest = qsizetype{5} * 1024 * 1024;
// by md5sum, of so many 'a' and of ten 'b'
constexpr auto BigETag = "79b281060d337b9b2b84ccf390adcf74";
constexpr auto SmallETag = "82136b4240d6ce4ea7d03e51469a393b";

} // namespace

void S3UploadTest::cleanup()
{
    m_bench = std::make_unique<BucketsBench>();
    m_target.clear();
}

QByteArray S3UploadTest::begin(const QByteArray& path, const HttpHeaders& headers)
{
    const HttpResponse begun = m_bench->ask("POST", path + "?uploads", {}, headers);
    const QByteArray id = BucketsBench::leaf(begun, "UploadId").toLatin1();
    m_target = path + "?uploadId=" + id;
    return id;
}

HttpResponse S3UploadTest::putPart(int number, const QByteArray& body)
{
    return m_bench->put(m_target + "&partNumber=" + QByteArray::number(number), body);
}

HttpResponse S3UploadTest::complete(const QByteArray& list, const HttpHeaders& headers)
{
    return m_bench->ask("POST", m_target,
                        "<CompleteMultipartUpload>" + list + "</CompleteMultipartUpload>", headers);
}

QByteArray S3UploadTest::part(int number, const QByteArray& eTag)
{
    return "<Part><PartNumber>" + QByteArray::number(number) + "</PartNumber><ETag>&quot;" + eTag
        + "&quot;</ETag></Part>";
}

void S3UploadTest::partsBecomeOneObject()
{
    begin("/firmware-bucket/up/it.bin",
          {{"x-amz-meta-sha256", "abc"}, {"Content-Type", "application/x-image"}});
    QCOMPARE(headerValue(putPart(7, QByteArray(10, 'b')).headers, "ETag"),
             '"' + QByteArray(SmallETag) + '"');
    QCOMPARE(putPart(3, QByteArray(Smallest, 'a')).status, 200);
    QCOMPARE(m_bench->ask("HEAD", "/firmware-bucket/up/it.bin").status, 404);
    const HttpResponse done = complete(part(3, BigETag) + part(7, SmallETag));
    QCOMPARE(done.status, 200);
    // MD5 of the two MD5s, by an independent program
    QCOMPARE(BucketsBench::leaf(done, "ETag"),
             QStringLiteral("\"8b0be7847da5564ae08e97af63b60885-2\""));
    QVERIFY(!headerValue(done.headers, "x-amz-version-id").isEmpty());
    const HttpResponse got = m_bench->ask("GET", "/firmware-bucket/up/it.bin");
    QVERIFY(got.body == QByteArray(Smallest, 'a') + QByteArray(10, 'b'));
    QCOMPARE(headerValue(got.headers, "x-amz-meta-sha256"), QByteArray("abc"));
    QCOMPARE(headerValue(got.headers, "Content-Type"), QByteArray("application/x-image"));
    QCOMPARE(m_bench->store.room().used(), Smallest + 10);
    QCOMPARE(BucketsBench::code(complete(part(3, BigETag))), QStringLiteral("NoSuchUpload"));
}

void S3UploadTest::wrongListsAreRefused_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QString>("code");
    QTest::newRow("order") << part(2, SmallETag) + part(1, BigETag)
                           << QStringLiteral("InvalidPartOrder");
    QTest::newRow("twice") << part(1, BigETag) + part(1, BigETag)
                           << QStringLiteral("InvalidPartOrder");
    QTest::newRow("not sent") << part(1, BigETag) + part(3, SmallETag)
                              << QStringLiteral("InvalidPart");
    QTest::newRow("other bytes") << part(1, SmallETag) << QStringLiteral("InvalidPart");
    QTest::newRow("small") << part(2, SmallETag) + part(4, SmallETag)
                           << QStringLiteral("EntityTooSmall");
    QTest::newRow("none") << QByteArray() << QStringLiteral("MalformedXML");
    QTest::newRow("no number") << QByteArray(
        "<Part><PartNumber>x</PartNumber><ETag>e</ETag></Part>")
                               << QStringLiteral("MalformedXML");
    QTest::newRow("open") << QByteArray("<Part>") << QStringLiteral("MalformedXML");
}

void S3UploadTest::wrongListsAreRefused()
{
    QFETCH(QByteArray, list);
    begin("/sandbox-bucket/it.bin");
    putPart(1, QByteArray(Smallest, 'a'));
    putPart(2, QByteArray(10, 'b'));
    putPart(4, QByteArray(10, 'b'));
    const HttpResponse refused = complete(list);
    QCOMPARE(refused.status, 400);
    QTEST(BucketsBench::code(refused), "code");
    QCOMPARE(complete(part(1, BigETag) + part(2, SmallETag)).status, 200); // it is still there
}

void S3UploadTest::newOnlyIsAskedForAtTheEnd()
{
    begin("/sandbox-bucket/first-steps.bin");
    putPart(1, QByteArray(10, 'b'));
    const HttpResponse refused = complete(part(1, SmallETag), {{"If-None-Match", "*"}});
    QCOMPARE(refused.status, 412);
    QCOMPARE(headerValue(m_bench->ask("HEAD", "/sandbox-bucket/first-steps.bin").headers,
                         "Content-Length"),
             QByteArray("20480"));
    QCOMPARE(complete(part(1, SmallETag)).status, 200);
}

void S3UploadTest::partsAreListedInPages()
{
    begin("/sandbox-bucket/it.bin");
    for (int number = 1; number <= 5; ++number)
        putPart(number * 10, QByteArray(number, 'x'));
    const HttpResponse first = m_bench->ask("GET", m_target + "&max-parts=2");
    QCOMPARE(BucketsBench::leaves(first, "PartNumber"),
             (QStringList{QStringLiteral("10"), QStringLiteral("20")}));
    QCOMPARE(BucketsBench::leaf(first, "IsTruncated"), QStringLiteral("true"));
    QCOMPARE(BucketsBench::leaf(first, "NextPartNumberMarker"), QStringLiteral("20"));
    const HttpResponse rest = m_bench->ask("GET", m_target + "&part-number-marker=20");
    QCOMPARE(BucketsBench::leaves(rest, "Size"),
             (QStringList{QStringLiteral("3"), QStringLiteral("4"), QStringLiteral("5")}));
    QCOMPARE(BucketsBench::leaf(rest, "IsTruncated"), QStringLiteral("false"));
}

void S3UploadTest::aPartIsReplacedByItsSuccessor()
{
    begin("/sandbox-bucket/it.bin");
    putPart(1, "something else");
    putPart(1, QByteArray(10, 'b'));
    QCOMPARE(m_bench->store.room().used(), 10);
    QCOMPARE(complete(part(1, SmallETag)).status, 200);
}

void S3UploadTest::partNumbersAreBounded_data()
{
    QTest::addColumn<QByteArray>("number");
    for (const char* number : {"0", "-1", "10001", "99999999999", "x", ""})
        QTest::newRow(number) << QByteArray(number);
}

void S3UploadTest::partNumbersAreBounded()
{
    QFETCH(QByteArray, number);
    begin("/sandbox-bucket/it.bin");
    QCOMPARE(BucketsBench::code(m_bench->put(m_target + "&partNumber=" + number, "x")),
             QStringLiteral("InvalidArgument"));
    QCOMPARE(putPart(10'000, "x").status, 200);
}

void S3UploadTest::abortedOnesAreGone()
{
    begin("/sandbox-bucket/it.bin");
    putPart(1, QByteArray(10, 'b'));
    QCOMPARE(m_bench->ask("DELETE", m_target).status, 204);
    QCOMPARE(m_bench->store.room().used(), 0);
    QCOMPARE(BucketsBench::code(putPart(2, "x")), QStringLiteral("NoSuchUpload"));
    QCOMPARE(BucketsBench::code(m_bench->ask("DELETE", m_target)), QStringLiteral("NoSuchUpload"));
    QCOMPARE(m_bench->ask("HEAD", "/sandbox-bucket/it.bin").status, 404);
}

void S3UploadTest::uploadsAreListedInPages()
{
    const QByteArray first = begin("/sandbox-bucket/b");
    const QByteArray second = begin("/sandbox-bucket/b");
    const QByteArray third = begin("/sandbox-bucket/a");
    begin("/firmware-bucket/c");
    const HttpResponse page = m_bench->ask("GET", "/sandbox-bucket?uploads&max-uploads=2");
    QCOMPARE(BucketsBench::leaves(page, "UploadId"),
             (QStringList{QString::fromLatin1(third), QString::fromLatin1(first)}));
    QCOMPARE(BucketsBench::leaf(page, "NextUploadIdMarker"), QString::fromLatin1(first));
    const HttpResponse rest = m_bench->ask(
        "GET", "/sandbox-bucket?uploads&max-uploads=2&key-marker=b&upload-id-marker=" + first);
    QCOMPARE(BucketsBench::leaves(rest, "UploadId"), QStringList{QString::fromLatin1(second)});
    QCOMPARE(BucketsBench::leaf(rest, "IsTruncated"), QStringLiteral("false"));
}

FUOTADESK_TEST(S3UploadTest);

} // namespace fuotadesk

#include "s3uploadtest.moc"
