#include "s3bench.h"
#include "support/testcase.h"

namespace fuotadesk {

// Multipart uploads: what each step sends, and what comes of the answer.
class S3UploadTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void beginsAnUpload();
    void putsAPart();
    void completesAnUpload_data();
    void completesAnUpload();
    void abortsAnUpload();
    void listsPartsPageByPage();
    void listsUploads();
};

namespace {

const QByteArray Host = "https://firmware.s3.eu-west-1.amazonaws.com";
const QByteArray ObjectUrl = Host + "/a%20b/meter%2B1.bin";
const QString Id = QStringLiteral("a/b+c==");

} // namespace

void S3UploadTest::beginsAnUpload()
{
    S3Bench bench;
    bench.answer(200,
                 "<InitiateMultipartUploadResult><UploadId>a/b+c==</UploadId>"
                 "</InitiateMultipartUploadResult>");
    Outcome<QString> id;
    id.watch(
        bench.client->beginUpload(bench.object, QByteArray::fromHex(s3Body().sha256), &bench.owner),
        &bench.owner);
    QTRY_COMPARE(id.count, 1);
    QCOMPARE(id.result->value(), Id);
    QCOMPARE(bench.line(), "POST " + ObjectUrl + "?uploads");
    QCOMPARE(bench.sent().body, QByteArray());
    QCOMPARE(bench.sentHeader("x-amz-meta-sha256"), s3Body().sha256);
    QCOMPARE(bench.sentHeader("content-type"), QByteArray("application/octet-stream"));
}

void S3UploadTest::putsAPart()
{
    S3Bench bench;
    bench.answer(200, {}, {{"ETag", "\"b54357faf0632cce46e942fa68356b38\""}});
    Outcome<S3Part> part;
    part.watch(bench.client->putPart(bench.object, Id, 3, s3Body(), &bench.owner), &bench.owner);
    QTRY_COMPARE(part.count, 1);
    QCOMPARE(part.result->value(),
             (S3Part{3, 21, QStringLiteral("b54357faf0632cce46e942fa68356b38")}));
    QCOMPARE(bench.line(), "PUT " + ObjectUrl + "?partNumber=3&uploadId=a%2Fb%2Bc%3D%3D");
    QCOMPARE(bench.sent().body, s3Body().bytes);
    QCOMPARE(bench.sent().bodySha256, s3Body().sha256);
    QCOMPARE(bench.sentHeader("content-md5"), s3Body().md5);
    QVERIFY(bench.sentHeader("x-amz-meta-sha256").isEmpty());
}

void S3UploadTest::completesAnUpload_data()
{
    QTest::addColumn<S3Client::Existing>("existing");
    QTest::addColumn<QByteArray>("condition");
    QTest::newRow("keep") << S3Client::Existing::Keep << QByteArray("*");
    QTest::newRow("replace") << S3Client::Existing::Replace << QByteArray();
}

void S3UploadTest::completesAnUpload()
{
    QFETCH(const S3Client::Existing, existing);
    S3Bench bench;
    bench.answer(200,
                 "<CompleteMultipartUploadResult><ETag>\"e-2\"</ETag>"
                 "</CompleteMultipartUploadResult>");
    Outcome<S3Written> written;
    written.watch(
        bench.client->completeUpload(bench.object, Id,
                                     {{2, 1, QStringLiteral("e2")}, {1, 1, QStringLiteral("e1<&")}},
                                     existing, &bench.owner),
        &bench.owner);
    QTRY_COMPARE(written.count, 1);
    QCOMPARE(written.result->value(), (S3Written{QStringLiteral("e-2"), {}}));
    QCOMPARE(bench.line(), "POST " + ObjectUrl + "?uploadId=a%2Fb%2Bc%3D%3D");
    QCOMPARE(
        bench.sent().body,
        QByteArray("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                   "<CompleteMultipartUpload xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                   "<Part><PartNumber>1</PartNumber><ETag>&quot;e1&lt;&amp;&quot;</ETag></Part>"
                   "<Part><PartNumber>2</PartNumber><ETag>&quot;e2&quot;</ETag></Part>"
                   "</CompleteMultipartUpload>"));
    QTEST(bench.sentHeader("if-none-match"), "condition");
}

void S3UploadTest::abortsAnUpload()
{
    S3Bench bench;
    bench.answer(204);
    bench.answer(404, s3ErrorXml("NoSuchUpload"));
    bench.answerUnsurely(404, s3ErrorXml("NoSuchUpload"));
    Outcome<void> aborted;
    const auto abort = [&] {
        aborted.watch(bench.client->abortUpload(bench.object, Id, &bench.owner), &bench.owner);
    };
    abort();
    QTRY_COMPARE(aborted.count, 1);
    QVERIFY(aborted.result->has_value());
    QCOMPARE(bench.line(), "DELETE " + ObjectUrl + "?uploadId=a%2Fb%2Bc%3D%3D");
    abort();
    QTRY_COMPARE(aborted.count, 2);
    QCOMPARE(aborted.result->error().kind, ErrorKind::NotFound);
    QCOMPARE(aborted.result->error().code, QStringLiteral("NoSuchUpload"));
    abort(); // gone by an attempt before, whose answer was lost
    QTRY_COMPARE(aborted.count, 3);
    QVERIFY(aborted.result->has_value());
}

void S3UploadTest::listsPartsPageByPage()
{
    S3Bench bench;
    const QByteArray page = "<ListPartsResult><IsTruncated>%2</IsTruncated>"
                            "<NextPartNumberMarker>1</NextPartNumberMarker>"
                            "<Part><PartNumber>%1</PartNumber><Size>5</Size><ETag>\"e\"</ETag>"
                            "</Part></ListPartsResult>";
    bench.answer(200, QByteArray(page).replace("%1", "1").replace("%2", "true"));
    bench.answer(200, QByteArray(page).replace("%1", "2").replace("%2", "false"));
    Outcome<QList<S3Part>> parts;
    parts.watch(bench.client->parts(bench.object, Id, &bench.owner), &bench.owner);
    QTRY_COMPARE(parts.count, 1);
    QCOMPARE(parts.result->value(),
             (QList<S3Part>{{1, 5, QStringLiteral("e")}, {2, 5, QStringLiteral("e")}}));
    const QByteArray line = "GET " + ObjectUrl + "?uploadId=a%2Fb%2Bc%3D%3D&max-parts=1000";
    QCOMPARE(bench.line(0), line);
    QCOMPARE(bench.line(1), line + "&part-number-marker=1");
}

void S3UploadTest::listsUploads()
{
    S3Bench bench;
    bench.answer(200,
                 "<ListMultipartUploadsResult><Upload><Key>k</Key><UploadId>i</UploadId>"
                 "<Initiated>2010-11-10T20:48:33.000Z</Initiated></Upload>"
                 "</ListMultipartUploadsResult>");
    Outcome<QList<S3Upload>> uploads;
    uploads.watch(bench.client->uploads(bench.object.bucket, &bench.owner), &bench.owner);
    QTRY_COMPARE(uploads.count, 1);
    QCOMPARE(uploads.result->value().first().id, QStringLiteral("i"));
    QCOMPARE(bench.line(), "GET " + Host + "/?uploads&max-uploads=1000");
}

} // namespace fuotadesk

using fuotadesk::S3UploadTest;
FUOTADESK_TEST(S3UploadTest);
#include "s3uploadtest.moc"
