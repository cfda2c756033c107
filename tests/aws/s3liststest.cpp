#include "aws/s3/s3lists.h"
#include "support/testcase.h"

namespace fuotadesk {

// Answers are the examples of the S3 API Reference, shortened.
class S3ListsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void readsBuckets();
    void readsObjects();
    void readsFoldersAndTheNextPage();
    void decodesKeysWhereTheyAreEncoded();
    void readsParts();
    void readsUploads();
    void saysWhatMakesNoSense_data();
    void saysWhatMakesNoSense();
};

namespace {

HttpResponse response(const QByteArray& body)
{
    return {200, {}, body, false};
}

QDateTime utc(int year, int month, int day, int hour, int minute, int second)
{
    return {QDate(year, month, day), QTime(hour, minute, second), Qt::UTC};
}

QByteArray inList(const char* root, const QByteArray& xml)
{
    return QByteArray("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<") + root
        + " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">" + xml + "</" + root + '>';
}

const QByteArray Bucket = "<Bucket><CreationDate>2019-12-11T23:32:47+00:00</CreationDate>"
                          "<Name>amzn-s3-demo-bucket</Name></Bucket>";
const QByteArray Owner = "<Owner><DisplayName>Account+Name</DisplayName><ID>AIDACKCEVSQ6C2EXAMPLE"
                         "</ID></Owner>";
const QByteArray Contents = "<Contents><Key>my-image.jpg</Key>"
                            "<LastModified>2009-10-12T17:50:30.000Z</LastModified>"
                            "<ETag>&quot;fba9dede5f27731c9771645a39863328&quot;</ETag>"
                            "<Size>434234</Size><StorageClass>STANDARD</StorageClass></Contents>";
const QByteArray Part = "<Part><PartNumber>2</PartNumber>"
                        "<LastModified>2010-11-10T20:48:34.000Z</LastModified>"
                        "<ETag>\"7778aef83f66abc1fa1e8477f296d394\"</ETag>"
                        "<Size>10485760</Size></Part>";
const QByteArray Upload = "<Upload><Key>my-divisor</Key><UploadId>XMgbGlrZSBlbHZpbmcncyBub3QgaGF2"
                          "aW5n</UploadId><StorageClass>STANDARD</StorageClass>"
                          "<Initiated>2010-11-10T20:48:33.000Z</Initiated></Upload>";

} // namespace

void S3ListsTest::readsBuckets()
{
    const auto list = inList("ListAllMyBucketsResult", "<Buckets>" + Bucket + "</Buckets>" + Owner);
    const auto all = bucketsFrom(response(list));
    QVERIFY(all);
    QCOMPARE(
        all->items,
        (QList<S3Bucket>{{QStringLiteral("amzn-s3-demo-bucket"), utc(2019, 12, 11, 23, 32, 47)}}));
    QVERIFY(all->next.isEmpty());
    const auto none = bucketsFrom(response(
        inList("ListAllMyBucketsResult", "<Buckets/><ContinuationToken>a+b</ContinuationToken>")));
    QVERIFY(none->items.isEmpty());
    QCOMPARE(none->next, (S3Query{{"continuation-token", "a+b"}}));
}

void S3ListsTest::readsObjects()
{
    const auto page = pageFrom(response(
        inList("ListBucketResult",
               "<Name>bucket</Name><Prefix/><KeyCount>205</KeyCount><MaxKeys>1000</MaxKeys>"
               "<IsTruncated>false</IsTruncated>"
                   + Contents)));
    QVERIFY(page);
    QCOMPARE(page->objects,
             (QList<S3Object>{{QStringLiteral("my-image.jpg"), 434234,
                               QStringLiteral("fba9dede5f27731c9771645a39863328"),
                               utc(2009, 10, 12, 17, 50, 30)}}));
    QVERIFY(page->folders.isEmpty());
    QVERIFY(page->nextToken.isEmpty());
}

void S3ListsTest::readsFoldersAndTheNextPage()
{
    const auto page = pageFrom(response(
        inList("ListBucketResult",
               "<Name>example-bucket</Name><Prefix>photos/2006/</Prefix><Delimiter>/</Delimiter>"
               "<IsTruncated>true</IsTruncated><NextContinuationToken>1ueGcxLPRx1Tr/XYExHnhbYLgvee"
               "fs2J/m3I4=</NextContinuationToken>"
               "<CommonPrefixes><Prefix>photos/2006/February/</Prefix></CommonPrefixes>"
               "<CommonPrefixes><Prefix>photos/2006/January/</Prefix></CommonPrefixes>")));
    QVERIFY(page);
    QVERIFY(page->objects.isEmpty());
    QCOMPARE(page->folders,
             (QStringList{QStringLiteral("photos/2006/February/"),
                          QStringLiteral("photos/2006/January/")}));
    QCOMPARE(page->nextToken, QStringLiteral("1ueGcxLPRx1Tr/XYExHnhbYLgveefs2J/m3I4="));
}

void S3ListsTest::decodesKeysWhereTheyAreEncoded()
{
    QByteArray contents = Contents;
    contents.replace("my-image.jpg", "a+b%2Bc%25%0A/r%C3%A4um");
    const QByteArray folder = "<CommonPrefixes><Prefix>x+y%2F</Prefix></CommonPrefixes>";
    const auto encoded = pageFrom(response(
        inList("ListBucketResult", "<EncodingType>url</EncodingType>" + contents + folder)));
    QCOMPARE(encoded->objects.first().key, QString::fromUtf8("a b+c%\n/r\xc3\xa4um"));
    QCOMPARE(encoded->folders, QStringList{QStringLiteral("x y/")});
    const auto plain = pageFrom(response(inList("ListBucketResult", contents + folder)));
    QCOMPARE(plain->objects.first().key, QStringLiteral("a+b%2Bc%25%0A/r%C3%A4um"));
    QCOMPARE(plain->folders, QStringList{QStringLiteral("x+y%2F")});

    QByteArray upload = Upload;
    upload.replace("my-divisor", "a+b");
    const auto uploads = uploadsFrom(response(
        inList("ListMultipartUploadsResult",
               "<EncodingType>url</EncodingType><NextKeyMarker>a+b</NextKeyMarker>"
               "<NextUploadIdMarker>a+b</NextUploadIdMarker><IsTruncated>true</IsTruncated>"
                   + upload)));
    QCOMPARE(uploads->items.first().key, QStringLiteral("a b"));
    QCOMPARE(uploads->next, (S3Query{{"key-marker", "a b"}, {"upload-id-marker", "a+b"}}));
}

void S3ListsTest::readsParts()
{
    const QByteArray head = "<Bucket>example-bucket</Bucket><Key>example-object</Key>"
                            "<PartNumberMarker>1</PartNumberMarker>"
                            "<NextPartNumberMarker>3</NextPartNumberMarker>";
    const auto more = partsFrom(response(
        inList("ListPartsResult", head + "<IsTruncated>true</IsTruncated>" + Part + Owner)));
    QVERIFY(more);
    QCOMPARE(more->items,
             (QList<S3Part>{{2, 10485760, QStringLiteral("7778aef83f66abc1fa1e8477f296d394")}}));
    QCOMPARE(more->next, (S3Query{{"part-number-marker", "3"}}));
    const auto last = partsFrom(
        response(inList("ListPartsResult", head + "<IsTruncated>false</IsTruncated>" + Part)));
    QVERIFY(last->next.isEmpty());
}

void S3ListsTest::readsUploads()
{
    const QByteArray head = "<Bucket>bucket</Bucket><KeyMarker/><UploadIdMarker/>"
                            "<NextKeyMarker>my-movie.m2ts</NextKeyMarker>"
                            "<NextUploadIdMarker>YW55IGlkZWEgd2h5</NextUploadIdMarker>";
    const auto more = uploadsFrom(response(
        inList("ListMultipartUploadsResult", head + "<IsTruncated>true</IsTruncated>" + Upload)));
    QVERIFY(more);
    QCOMPARE(more->items,
             (QList<S3Upload>{{QStringLiteral("my-divisor"),
                               QStringLiteral("XMgbGlrZSBlbHZpbmcncyBub3QgaGF2aW5n"),
                               utc(2010, 11, 10, 20, 48, 33)}}));
    QCOMPARE(more->next,
             (S3Query{{"key-marker", "my-movie.m2ts"}, {"upload-id-marker", "YW55IGlkZWEgd2h5"}}));
    QVERIFY(
        uploadsFrom(response(inList("ListMultipartUploadsResult", head + Upload)))->next.isEmpty());
}

namespace {

// What a reader of the list that is named so says of it; empty: nothing.
QString faultIn(const QByteArray& root, const QByteArray& xml)
{
    const HttpResponse answer = response(inList(root.constData(), xml));
    const auto faultOf = [](const auto& read) { return read ? QString() : read.error().code; };
    if (root == "ListBucketResult")
        return faultOf(pageFrom(answer));
    if (root == "ListPartsResult")
        return faultOf(partsFrom(answer));
    if (root == "ListMultipartUploadsResult")
        return faultOf(uploadsFrom(answer));
    return faultOf(bucketsFrom(answer));
}

} // namespace

void S3ListsTest::saysWhatMakesNoSense_data()
{
    QTest::addColumn<QByteArray>("root");
    QTest::addColumn<QByteArray>("good");
    QTest::addColumn<QByteArray>("bad");
    QTest::addColumn<QString>("element");
    const auto add = [](const char* root, const QByteArray& good, const char* before,
                        const char* after, const char* element) {
        QByteArray bad = good;
        bad.replace(before, after);
        QTest::addRow("%s %s to %s", root, before, after)
            << QByteArray(root) << good << bad << QString::fromLatin1(element);
    };
    const char* objects = "ListBucketResult";
    add(objects, Contents, "Key>", "Kez>", "Key");
    add(objects, Contents, "434234", "-1", "Size");
    add(objects, Contents, "434234", "9999999999999999999", "Size");
    add(objects, Contents, "434234", "1.5", "Size");
    add(objects, Contents, "2009-10-12T", "2009-13-12T", "LastModified");
    add(objects, Contents + "<IsTruncated>false</IsTruncated>", "false", "true",
        "NextContinuationToken");
    add(objects, "<CommonPrefixes><Prefix>a/</Prefix></CommonPrefixes>", "a/", "", "Prefix");
    const char* parts = "ListPartsResult";
    for (const char* number : {">0<", ">10001<", "><", ">x<"})
        add(parts, Part, ">2<", number, "PartNumber");
    add(parts, Part, "10485760", "", "Size");
    add(parts, Part + "<IsTruncated>false</IsTruncated>", "false", "true", "NextPartNumberMarker");
    const char* uploads = "ListMultipartUploadsResult";
    add(uploads, Upload, "my-divisor", "", "Key");
    add(uploads, Upload, "UploadId", "Other", "UploadId");
    add(uploads, Upload, "2010-11-10T20:48:33.000Z", "soon", "Initiated");
    add(uploads, Upload + "<IsTruncated>false</IsTruncated>", "false", "true", "NextKeyMarker");
    const char* buckets = "ListAllMyBucketsResult";
    const QByteArray bucketList = "<Buckets>" + Bucket + "</Buckets>";
    add(buckets, bucketList, "Buckets>", "Baskets>", "Buckets");
    add(buckets, bucketList, "amzn-s3-demo-bucket", "", "Name");
    add(buckets, bucketList, "2019-12-11", "2019-12-32", "CreationDate");
}

void S3ListsTest::saysWhatMakesNoSense()
{
    QFETCH(const QByteArray, root);
    QFETCH(const QByteArray, good);
    QFETCH(const QByteArray, bad);
    QCOMPARE(faultIn(root, good), QString());
    QTEST(faultIn(root, bad), "element");
    const auto other = pageFrom(response(inList("ListPartsResult", good)));
    QCOMPARE(other.error().kind, ErrorKind::AnswerMalformed);
    QCOMPARE(other.error().code, QStringLiteral("ListBucketResult"));
}

} // namespace fuotadesk

using fuotadesk::S3ListsTest;
FUOTADESK_TEST(S3ListsTest);
#include "s3liststest.moc"
