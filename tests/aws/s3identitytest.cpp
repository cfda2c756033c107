#include "aws/s3/s3identity.h"
#include "support/testcase.h"

namespace fuotadesk {

class S3IdentityTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void knowsItsOwnContent_data();
    void knowsItsOwnContent();
    void knowsItsOwnParts_data();
    void knowsItsOwnParts();
};

void S3IdentityTest::knowsItsOwnContent_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QByteArray>("sha256");
    QTest::addColumn<int>("isOurs"); // -1: can not be known
    QTest::newRow("ours") << qint64(4) << QByteArray("s") << 1;
    QTest::newRow("other size") << qint64(5) << QByteArray("s") << 0;
    QTest::newRow("other content") << qint64(4) << QByteArray("t") << 0;
    QTest::newRow("nothing noted") << qint64(4) << QByteArray() << -1;
}

void S3IdentityTest::knowsItsOwnContent()
{
    QFETCH(const qint64, size);
    QFETCH(const QByteArray, sha256);
    S3ObjectFacts facts;
    facts.size = size;
    facts.sha256 = sha256;
    const auto ours = isContent(facts, 4, "s");
    QTEST(ours ? int(*ours) : -1, "isOurs");
}

void S3IdentityTest::knowsItsOwnParts_data()
{
    QTest::addColumn<QString>("eTag");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QString>("encryption");
    QTest::addColumn<int>("isOurs");
    // printf '%s' 0cc175b9c0f1b6a831c399e269772661 92eb5ffee6ae2fec3ad71c777531578f | xxd -r -p |
    // md5sum, of the parts "a" and "b"
    const auto ours = QStringLiteral("96e024ba2074fe77e8e965ba43a704be-2");
    const auto other = QStringLiteral("06e024ba2074fe77e8e965ba43a704be-2");
    QTest::newRow("ours") << ours << qint64(2) << QString() << 1;
    QTest::newRow("others") << other << qint64(2) << QStringLiteral("AES256") << 0;
    QTest::newRow("other size") << ours << qint64(3) << QString() << 0;
    QTest::newRow("other parts") << ours.chopped(1) + u'3' << qint64(2) << QString() << 0;
    QTest::newRow("KMS") << other << qint64(2) << QStringLiteral("aws:kms") << -1;
    QTest::newRow("KMS, one part")
        << ours.chopped(2) << qint64(2) << QStringLiteral("aws:kms") << 0;
}

void S3IdentityTest::knowsItsOwnParts()
{
    QFETCH(const QString, eTag);
    QFETCH(const qint64, size);
    QFETCH(const QString, encryption);
    S3ObjectFacts facts;
    facts.size = size;
    facts.eTag = eTag;
    facts.encryption = encryption;
    const auto ours = isMadeOf(facts,
                               {{2, 1, QStringLiteral("92eb5ffee6ae2fec3ad71c777531578f")},
                                {1, 1, QStringLiteral("0cc175b9c0f1b6a831c399e269772661")}});
    QTEST(ours ? int(*ours) : -1, "isOurs");
}

} // namespace fuotadesk

using fuotadesk::S3IdentityTest;
FUOTADESK_TEST(S3IdentityTest);
#include "s3identitytest.moc"
