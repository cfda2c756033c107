#include "buckets/checksums.h"

#include "aws/sigv4.h"
#include "support/testcase.h"

namespace fuotadesk {

class ChecksumsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void sumsArePublishedOnes_data();
    void sumsArePublishedOnes();
    void headersAreHeldToTheBody_data();
    void headersAreHeldToTheBody();
    void sumsAreToldAgain();
};

// https://reveng.sourceforge.io/crc-catalogue/all.htm: the checks of CRC-32/ISO-HDLC,
// CRC-32/ISCSI and CRC-64/NVME; FIPS 180-4 sums by sha1sum and sha256sum
void ChecksumsTest::sumsArePublishedOnes_data()
{
    QTest::addColumn<QByteArray>("sum");
    QTest::newRow("CRC32") << QByteArray("cbf43926");
    QTest::newRow("CRC32C") << QByteArray("e3069283");
    QTest::newRow("CRC64NVME") << QByteArray("ae8b14860a799888");
    QTest::newRow("SHA1") << QByteArray("f7c3bc1d808e04732adf679965ccc34ca7ae3441");
    QTest::newRow("SHA256") << QByteArray(
        "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225");
    QTest::newRow("MD4") << QByteArray();
}

void ChecksumsTest::sumsArePublishedOnes()
{
    const auto sum = checksumOf(QTest::currentDataTag(), "123456789");
    QTEST(sum.value_or(QByteArray()).toHex(), "sum");
}

void ChecksumsTest::headersAreHeldToTheBody_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("code"); // empty: taken
    const auto row = [](const char* what, const char* name, const char* value, const char* code) {
        QTest::newRow(what) << QByteArray(name) << QByteArray(value) << QByteArray(code);
    };
    // of "123456789", by openssl dgst -md5 -binary | base64
    row("MD5", "Content-MD5", "JfnnlDI7RTiF9RgfG2JNCw==", "");
    row("other MD5", "Content-MD5", "JfnnlDI7RTiF9RgfG2JNCg==", "BadDigest");
    row("short MD5", "Content-MD5", "JfnnlDI7", "InvalidDigest");
    row("no base64", "Content-MD5", "?", "InvalidDigest");
    row("hash", "x-amz-content-sha256",
        "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225", "");
    row("other hash", "x-amz-content-sha256",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "XAmzContentSHA256Mismatch");
    row("not hashed", "x-amz-content-sha256", "UNSIGNED-PAYLOAD", "");
    row("chunks", "x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "NotImplemented");
    row("chunks with trailer", "x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
        "NotImplemented");
    row("CRC32", "x-amz-checksum-crc32", "y/Q5Jg==", "");
    row("other CRC32", "X-Amz-Checksum-CRC32", "AAAAAA==", "BadDigest");
    row("not known", "x-amz-checksum-algorithm", "CRC32", "");
}

void ChecksumsTest::headersAreHeldToTheBody()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    BucketRequest request;
    request.body = "123456789";
    request.bodySha256 = sha256Hex(request.body);
    request.headers = {{name, value}};
    const auto checked = checkedBody(request);
    QTEST(checked ? QByteArray() : checked.error().code, "code");
}

void ChecksumsTest::sumsAreToldAgain()
{
    BucketRequest request;
    request.body = "123456789";
    request.headers = {{"X-Amz-Checksum-Crc32", "y/Q5Jg=="}, {"Content-Type", "x/y"}};
    const auto sums = checkedBody(request);
    QVERIFY(sums);
    QCOMPARE(*sums, (HttpHeaders{{"x-amz-checksum-crc32", "y/Q5Jg=="}}));
}

FUOTADESK_TEST(ChecksumsTest);

} // namespace fuotadesk

#include "checksumstest.moc"
