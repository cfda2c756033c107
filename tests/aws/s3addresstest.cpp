#include "aws/s3/s3address.h"
#include "support/testcase.h"

namespace fuotadesk {

class S3AddressTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void bucketStandsWhereTheRulesSay_data();
    void bucketStandsWhereTheRulesSay();
    void keysAreEncodedOnce_data();
    void keysAreEncodedOnce();
    void queriesAreEncoded();
    void refusesKeys_data();
    void refusesKeys();
    void refusesBuckets_data();
    void refusesBuckets();
    void takesOldBuckets_data();
    void takesOldBuckets();
    void otherRegionHasAnotherHost_data();
    void otherRegionHasAnotherHost();
    void tellsRegionNames();
};

namespace {

const QByteArray Aws = QByteArrayLiteral("https://s3.eu-west-1.amazonaws.com");

QByteArray urlOf(const QByteArray& endpoint, const ImageLocation& target, S3Scope scope,
                 const S3Query& query = {})
{
    const auto url = s3Url(QUrl::fromEncoded(endpoint, QUrl::StrictMode), target, scope, query);
    return url ? url->toEncoded(QUrl::FullyEncoded) : "error " + url.error().code.toLatin1();
}

} // namespace

// The cases of the endpoint rules.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
void S3AddressTest::bucketStandsWhereTheRulesSay_data()
{
    QTest::addColumn<QByteArray>("endpoint");
    QTest::addColumn<QString>("bucket");
    QTest::addColumn<QByteArray>("bucketUrl");
    const auto add = [](const char* name, const char* endpoint, const char* bucket,
                        const char* url) {
        QTest::newRow(name) << QByteArray(endpoint) << QString::fromLatin1(bucket)
                            << QByteArray(url);
    };
    add("AWS", "https://s3.eu-west-1.amazonaws.com", "bucket-name",
        "https://bucket-name.s3.eu-west-1.amazonaws.com/");
    add("dual stack", "https://s3.dualstack.eu-west-1.amazonaws.com", "bucket-name",
        "https://bucket-name.s3.dualstack.eu-west-1.amazonaws.com/");
    add("China", "https://s3.cn-north-1.amazonaws.com.cn", "bucket-name",
        "https://bucket-name.s3.cn-north-1.amazonaws.com.cn/");
    add("dots over https", "https://s3.us-east-1.amazonaws.com", "bucket.name",
        "https://s3.us-east-1.amazonaws.com/bucket.name");
    add("dots over http", "http://s3.example.com", "bucket.name",
        "http://bucket.name.s3.example.com/");
    add("address", "https://123.123.0.1", "bucket-name", "https://123.123.0.1/bucket-name");
    add("address with port", "https://123.123.0.1:8443", "bucket-name",
        "https://123.123.0.1:8443/bucket-name");
    add("IPv6", "http://[::1]:7480", "bucket-name", "http://[::1]:7480/bucket-name");
    add("loopback", "http://127.0.0.1:7480", "bucket-name", "http://127.0.0.1:7480/bucket-name");
    add("localhost", "http://localhost:7480", "bucket-name", "http://localhost:7480/bucket-name");
    add("own host", "https://storage.example.com:9000", "bucket-name",
        "https://bucket-name.storage.example.com:9000/");
    add("upper case", "https://s3.us-east-1.amazonaws.com", "BucketName",
        "https://s3.us-east-1.amazonaws.com/BucketName");
    add("underscore", "https://s3.us-east-1.amazonaws.com", "bucket_name",
        "https://s3.us-east-1.amazonaws.com/bucket_name");
    add("hyphen at the end", "https://s3.us-east-1.amazonaws.com", "bucket-",
        "https://s3.us-east-1.amazonaws.com/bucket-");
    add("like an address", "http://s3.example.com", "192.168.5.4",
        "http://s3.example.com/192.168.5.4");
}

void S3AddressTest::bucketStandsWhereTheRulesSay()
{
    QFETCH(const QByteArray, endpoint);
    QFETCH(const QString, bucket);
    QFETCH(QByteArray, bucketUrl);
    QCOMPARE(urlOf(endpoint, {bucket, {}}, S3Scope::Bucket), bucketUrl);
    const bool hasSlash = bucketUrl.endsWith('/');
    QCOMPARE(urlOf(endpoint, {bucket, QStringLiteral("a/b.bin")}, S3Scope::Object),
             bucketUrl + (hasSlash ? "a/b.bin" : "/a/b.bin"));
    QCOMPARE(urlOf(endpoint, {}, S3Scope::Service), endpoint + '/');
}

void S3AddressTest::keysAreEncodedOnce_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("path");
    const auto add = [](const char* name, const char* key, const QByteArray& path) {
        QTest::newRow(name) << QString::fromUtf8(key) << path;
    };
    add("plain", "firmware/v1.2/meter_a-1.bin", "firmware/v1.2/meter_a-1.bin");
    add("blank", "a b", "a%20b");
    add("plus", "1+2=3", "1%2B2%3D3");
    add("percent", "50%", "50%25");
    add("what looks encoded", "%41%2F%2e%2E", "%2541%252F%252e%252E");
    add("marks", "(!)*'~", "%28%21%29%2A%27~");
    add("reserved", "&=$@,;:?#[]\\", "%26%3D%24%40%2C%3B%3A%3F%23%5B%5D%5C");
    add("others", "\"<>^`{|}", "%22%3C%3E%5E%60%7B%7C%7D");
    add("umlaut", "r\xc3\xa4um", "r%C3%A4um");
    add("rocket", "\xf0\x9f\x9a\x80", "%F0%9F%9A%80");
    add("hard blank", "\xc2\xa0", "%C2%A0");
    add("line end", "a\nb", "a%0Ab");
    add("doubled slash", "a//b", "a//b");
    add("slash first", "/a", "/a");
    add("slashes only", "//", "//");
    add("slash last", "a/", "a/");
    add("dots in a name", "..a/b../.c/...", "..a/b../.c/...");
    add("the longest", QByteArray(1024, 'k').constData(), QByteArray(1024, 'k'));
    add("the longest of umlauts", QByteArray("\xc3\xa4").repeated(512).constData(),
        QByteArray("%C3%A4").repeated(512));
}

void S3AddressTest::keysAreEncodedOnce()
{
    QFETCH(const QString, key);
    QFETCH(const QByteArray, path);
    const ImageLocation object{QStringLiteral("bucket"), key};
    QCOMPARE(urlOf(Aws, object, S3Scope::Object),
             "https://bucket.s3.eu-west-1.amazonaws.com/" + path);
    QCOMPARE(urlOf("http://127.0.0.1:7480", object, S3Scope::Object),
             "http://127.0.0.1:7480/bucket/" + path);
}

void S3AddressTest::queriesAreEncoded()
{
    QCOMPARE(urlOf(Aws, {QStringLiteral("bucket"), {}}, S3Scope::Bucket,
                   {{"uploads", {}}, {"prefix", "a b/+&\xc3\xa4"}, {"delimiter", "/"}, {"x", ""}}),
             QByteArray("https://bucket.s3.eu-west-1.amazonaws.com/"
                        "?uploads&prefix=a%20b%2F%2B%26%C3%A4&delimiter=%2F&x="));
}

void S3AddressTest::refusesKeys_data()
{
    QTest::addColumn<QString>("key");
    QTest::newRow("empty") << QString();
    for (const char* key : {".", "..", "a/./b", "a/../b", "./a", "../a", "a/.", "a/..", "a//../b"})
        QTest::newRow(key) << QString::fromLatin1(key);
    QTest::newRow("1025 bytes") << QString(1025, u'k');
    QTest::newRow("513 umlauts") << QString(513, QChar(0xe4));
    QTest::newRow("half a character") << QString(QChar(0xd83d));
}

void S3AddressTest::refusesKeys()
{
    QFETCH(const QString, key);
    const auto url =
        s3Url(QUrl::fromEncoded(Aws), {QStringLiteral("bucket"), key}, S3Scope::Object, {});
    QVERIFY(!url);
    QCOMPARE(url.error().kind, ErrorKind::InputInvalid);
    QCOMPARE(url.error().code, QStringLiteral("key"));
    QVERIFY(checkedS3Target({QStringLiteral("bucket"), key}, S3Scope::Bucket));
}

void S3AddressTest::refusesBuckets_data()
{
    QTest::addColumn<QString>("bucket");
    QTest::newRow("empty") << QString();
    QTest::newRow("short") << QStringLiteral("ab");
    QTest::newRow("long") << QString(256, u'b');
    for (const char* bucket :
         {"a/b", "..", "buck et", "bucket?", "bucket#", "bucket\n", "b%2F", "b@ucket", "b:80"})
        QTest::newRow(bucket) << QString::fromLatin1(bucket);
    QTest::newRow("umlaut") << QString(5, QChar(0xe4));
}

void S3AddressTest::refusesBuckets()
{
    QFETCH(const QString, bucket);
    for (const S3Scope scope : {S3Scope::Bucket, S3Scope::Object}) {
        const auto url = s3Url(QUrl::fromEncoded(Aws), {bucket, QStringLiteral("k")}, scope, {});
        QVERIFY(!url);
        QCOMPARE(url.error().kind, ErrorKind::InputInvalid);
        QCOMPARE(url.error().code, QStringLiteral("bucket"));
    }
}

void S3AddressTest::takesOldBuckets_data()
{
    QTest::addColumn<QString>("bucket");
    QTest::newRow("long") << QString(255, u'B');
    QTest::newRow("dots") << QStringLiteral("...");
    QTest::newRow("dots in a row") << QStringLiteral("a..b");
    QTest::newRow("64") << QString(64, u'b');
}

void S3AddressTest::takesOldBuckets()
{
    QFETCH(const QString, bucket);
    QCOMPARE(urlOf(Aws, {bucket, QStringLiteral("k")}, S3Scope::Object),
             Aws + '/' + bucket.toLatin1() + "/k");
}

void S3AddressTest::otherRegionHasAnotherHost_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("there");
    const auto add = [](const char* endpoint, const char* there) {
        QTest::newRow(endpoint) << QString::fromLatin1(endpoint) << QString::fromLatin1(there);
    };
    add("https://s3.eu-west-1.amazonaws.com", "https://s3.us-east-2.amazonaws.com");
    add("https://s3-fips.eu-west-1.amazonaws.com", "https://s3-fips.us-east-2.amazonaws.com");
    add("https://s3.dualstack.eu-west-1.amazonaws.com",
        "https://s3.dualstack.us-east-2.amazonaws.com");
    add("https://s3-fips.dualstack.eu-west-1.amazonaws.com",
        "https://s3-fips.dualstack.us-east-2.amazonaws.com");
    for (const char* own : {"http://127.0.0.1:7480", "https://s3.eu-west-1.example.com",
                            "https://s3.eu-west-1.amazonaws.com:8443",
                            "https://s3.eu-west-1.amazonaws.com.example.com"})
        add(own, own);
}

void S3AddressTest::otherRegionHasAnotherHost()
{
    QFETCH(const QString, endpoint);
    const ServiceAddress here{QUrl(endpoint), QStringLiteral("eu-west-1")};
    const ServiceAddress there = s3AddressIn(QStringLiteral("us-east-2"), here);
    QTEST(there.endpoint.toString(), "there");
    QCOMPARE(there.region, QStringLiteral("us-east-2"));
    QCOMPARE(s3AddressIn(here.region, here), here);
}

void S3AddressTest::tellsRegionNames()
{
    for (const char* good : {"eu-west-1", "us-gov-east-1", "default"})
        QVERIFY2(isRegionName(QString::fromLatin1(good)), good);
    for (const char* bad : {"", "EU", "eu west", "evil.com/", "eu-west-1.evil.com", "-a", "a-",
                            "a\n", "abcdefghijabcdefghijabcdefghijabc"})
        QVERIFY2(!isRegionName(QString::fromLatin1(bad)), bad);
}

} // namespace fuotadesk

using fuotadesk::S3AddressTest;
FUOTADESK_TEST(S3AddressTest);
#include "s3addresstest.moc"
