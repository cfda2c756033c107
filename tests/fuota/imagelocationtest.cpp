#include "fuota/imagelocation.h"
#include "support/testcase.h"

namespace fuotadesk {

class ImageLocationTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void pasted_data();
    void pasted();
};

void ImageLocationTest::parses_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<bool>("good");
    QTest::addColumn<QString>("bucket");
    QTest::addColumn<QString>("key");
    const auto good = [](const char* uri, const char* bucket, const char* key) {
        QTest::newRow(uri) << QString::fromUtf8(uri) << true << QString::fromUtf8(bucket)
                           << QString::fromUtf8(key);
    };
    good("s3://bucket/key", "bucket", "key");
    good("s3://my.bucket-1/a/b c+%20.bin", "my.bucket-1", "a/b c+%20.bin");
    good("s3://bucket/\xf0\x9f\x93\xa1", "bucket", "\xf0\x9f\x93\xa1");
    good("s3://bucket//key", "bucket", "/key");
    good("s3://bucket/", "bucket", "");
    good("s3://bucket", "bucket", "");
    good("s3://abc/k", "abc", "k");
    for (const auto* const uri :
         {"", "s3:", "s3://", "s3:///key", "S3://bucket/key", " s3://bucket/key", "s3://ab/key",
          "s3://Bucket/key", "s3://b_cket/key", "s3://-bucket/key", "s3://bucket-/key",
          "https://bucket/key", "s3://bucket\n", "bucket/key"})
        QTest::newRow(*uri ? uri : "empty")
            << QString::fromUtf8(uri) << false << QString() << QString();
    QTest::newRow("bucket 63") << QStringLiteral("s3://") + QString(63, u'a') << true
                               << QString(63, u'a') << QString();
    QTest::newRow("bucket 64") << QStringLiteral("s3://") + QString(64, u'a') << false << QString()
                               << QString();
}

void ImageLocationTest::parses()
{
    QFETCH(QString, uri);
    QFETCH(bool, good);
    QFETCH(QString, bucket);
    QFETCH(QString, key);
    const auto location = parseImageLocation(uri);
    QCOMPARE(location.has_value(), good);
    if (!good)
        return;
    QCOMPARE(location->bucket, bucket);
    QCOMPARE(location->key, key);
    QCOMPARE(parseImageLocation(imageUri(*location)), location);
}

void ImageLocationTest::pasted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("uri"); // null: nothing
    const auto row = [](const char* text, const char* uri) {
        QTest::newRow(*text ? text : "empty") << QString::fromUtf8(text) << QString::fromUtf8(uri);
    };
    row("s3://bucket/key", "s3://bucket/key");
    row("  S3://bucket/key\n", "s3://bucket/key");
    row("arn:aws:s3:::bucket/a/key", "s3://bucket/a/key");
    row("arn:aws-cn:s3:::bucket/key", "s3://bucket/key");
    row("https://bucket.s3.amazonaws.com/a/key", "s3://bucket/a/key");
    row("https://bucket.s3.eu-west-1.amazonaws.com/key", "s3://bucket/key");
    row("https://bucket.s3-eu-west-1.amazonaws.com/key", "s3://bucket/key");
    row("https://bucket.s3.dualstack.eu-west-1.amazonaws.com/key", "s3://bucket/key");
    row("https://bucket.s3.cn-north-1.amazonaws.com.cn/key", "s3://bucket/key");
    row("https://my.s3.bucket.s3.amazonaws.com/key", "s3://my.s3.bucket/key");
    row("https://s3.amazonaws.com/bucket/key", "s3://bucket/key");
    row("https://s3.eu-west-1.amazonaws.com/bucket/a/key", "s3://bucket/a/key");
    row("https://s3-eu-west-1.amazonaws.com/bucket/key", "s3://bucket/key");
    row("https://s3.dualstack.eu-west-1.amazonaws.com/bucket/key", "s3://bucket/key");
    row("https://bucket.s3.amazonaws.com/a%20b%2Bc.bin?versionId=1#x", "s3://bucket/a b+c.bin");
    row("HTTPS://bucket.s3.amazonaws.com/key", "s3://bucket/key");
    for (const auto* const text :
         {"", "key", "s3://bucket", "s3://bucket/", "arn:aws:s3:::bucket", "arn:aws:iam::1:role/x",
          "http://bucket.s3.amazonaws.com/key", "https://bucket.s3.amazonaws.com/",
          "https://s3.amazonaws.com/bucket", "https://s3.amazonaws.com.example.org/bucket/key",
          "https://example.org/bucket/key", "https://bucket.s3.amazonaws.com.evil/key", "https://",
          "https://Bad_Bucket.s3.amazonaws.com/key", "https://bucket.s3.amazonaws.com/a%20",
          "https://bucket.s3.amazonaws.com/%20", "https://s3.amazonaws.com/bucket/a%0A"})
        row(text, "");
}

void ImageLocationTest::pasted()
{
    QFETCH(QString, text);
    QFETCH(QString, uri);
    QCOMPARE(imageUriFromPasted(text).value_or(QString()), uri);
}

} // namespace fuotadesk

using fuotadesk::ImageLocationTest;
FUOTADESK_TEST(ImageLocationTest);
#include "imagelocationtest.moc"
