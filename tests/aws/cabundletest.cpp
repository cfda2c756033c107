#include "aws/cabundle.h"
#include "support/testcase.h"

#include <QFile>
#include <QSslCertificate>
#include <QTemporaryDir>

namespace fuotadesk {

class CaBundleTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryCertificate();
    void refuses_data();
    void refuses();
    void refusesAFileThatIsNotThere();
    void boundsTheFile();
};

namespace {

// Self-signed, made for this test; its key was thrown away.
const QByteArray Certificate = R"(-----BEGIN CERTIFICATE-----
MIIBizCCATGgAwIBAgIUe/N2lxHeetXWaXvzehGAQqhTScEwCgYIKoZIzj0EAwIw
GjEYMBYGA1UEAwwPRlVPVEEgRGVzayB0ZXN0MCAXDTI2MTEyMzIyNTAxMFoYDzIx
MjYxMDMwMjI1MDEwWjAaMRgwFgYDVQQDDA9GVU9UQSBEZXNrIHRlc3QwWTATBgcq
hkjOPQIBBggqhkjOPQMBBwNCAAR7nQUteNzq7q5pVi4GlzY8q4rY0trJdXi0BD1z
X0qqxomxmslFlqDKlaZLbM6xksYkaQUNJKtdxnN87eg457lEo1MwUTAdBgNVHQ4E
FgQUAgBjG5VAXKokD7crchnesFGj2vYwHwYDVR0jBBgwFoAUAgBjG5VAXKokD7cr
chnesFGj2vYwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiAupWa/
gavRqiPiywJBSJnhL2GBjaW+6hM1wXaoFRbeBgIhAP840NjbEzrSCEQP1Gwf/Bt6
I/uChHUMs7VGiEYTJi3f
-----END CERTIFICATE-----
)";

Result<QList<QSslCertificate>> readBytes(const QByteArray& bytes)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("ca.pem")));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    file.close();
    return readCaBundle(file.fileName());
}

} // namespace

void CaBundleTest::readsEveryCertificate()
{
    const auto bundle = readBytes("# a comment\n" + Certificate + "\n" + Certificate);
    QVERIFY(bundle);
    QCOMPARE(bundle->size(), 2);
    QVERIFY(bundle->constFirst().isSelfSigned());
}

void CaBundleTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArrayLiteral("no certificate at all");
    QTest::newRow("cut") << Certificate.left(200);
    QTest::newRow("key") << QByteArrayLiteral(
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    QTest::newRow("noise") << QByteArray(1000, '\xff');
}

void CaBundleTest::refuses()
{
    QFETCH(const QByteArray, bytes);
    const auto bundle = readBytes(bytes);
    QVERIFY(!bundle);
    QCOMPARE(bundle.error().kind, ErrorKind::CaBundleUnusable);
    QCOMPARE(bundle.error().code, QStringLiteral("no-certificate"));
}

void CaBundleTest::refusesAFileThatIsNotThere()
{
    const auto bundle = readCaBundle(QStringLiteral("/nonexistent/ca.pem"));
    QCOMPARE(bundle.error().code, QStringLiteral("unreadable"));
    QCOMPARE(bundle.error().detail, QStringLiteral("/nonexistent/ca.pem"));
}

void CaBundleTest::boundsTheFile()
{
    const auto bundle = readBytes(Certificate + QByteArray(16 * 1024 * 1024, '\n'));
    QCOMPARE(bundle.error().code, QStringLiteral("too-large"));
}

} // namespace fuotadesk

using fuotadesk::CaBundleTest;
FUOTADESK_TEST(CaBundleTest);
#include "cabundletest.moc"
