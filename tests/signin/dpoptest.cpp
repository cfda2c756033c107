#include "signin/dpop.h"
#include "support/testcase.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace fuotadesk {

class DpopTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void proofSaysWhatItIsFor();
    void opensslTakesTheSignature();
    void otherKeysAreRefused_data();
    void otherKeysAreRefused();

private:
    QByteArray openssl(const QStringList& arguments, const QByteArray& input = {}) const;
    QByteArray proof() const;

    QTemporaryDir m_folder;
    QByteArray m_pem;
};

namespace {

QByteArray decoded(const QByteArray& text)
{
    return QByteArray::fromBase64(text, QByteArray::Base64UrlEncoding);
}

// One INTEGER of DER: no leading zeros, but one where the first bit would mean "negative".
QByteArray derNumber(QByteArray bytes)
{
    while (bytes.size() > 1 && bytes.front() == '\0')
        bytes.remove(0, 1);
    if (static_cast<unsigned char>(bytes.front()) >= 0x80)
        bytes.prepend('\0');
    return QByteArray("\x02") + char(bytes.size()) + bytes;
}

} // namespace

QByteArray DpopTest::openssl(const QStringList& arguments, const QByteArray& input) const
{
    QProcess program;
    program.setWorkingDirectory(m_folder.path());
    program.start(QStringLiteral("openssl"), arguments);
    program.write(input);
    program.closeWriteChannel();
    if (!program.waitForFinished() || program.exitCode() != 0)
        qFatal("openssl %s: %s", qPrintable(arguments.join(u' ')),
               program.readAllStandardError().constData());
    return program.readAllStandardOutput();
}

QByteArray DpopTest::proof() const
{
    return dpopProof(Secret(m_pem), "POST",
                     QUrl(QStringLiteral("https://eu-west-1.signin.aws.amazon.com/v1/token")),
                     QDateTime::fromSecsSinceEpoch(1767323045, Qt::UTC), QStringLiteral("id-1"))
        .value();
}

void DpopTest::initTestCase()
{
    m_pem =
        openssl({QStringLiteral("ecparam"), QStringLiteral("-name"), QStringLiteral("prime256v1"),
                 QStringLiteral("-genkey"), QStringLiteral("-noout")});
    QVERIFY(m_pem.startsWith("-----BEGIN EC PRIVATE KEY-----"));
}

void DpopTest::proofSaysWhatItIsFor()
{
    const QList<QByteArray> parts = proof().split('.');
    QCOMPARE(parts.size(), 3);
    const QJsonObject header = QJsonDocument::fromJson(decoded(parts[0])).object();
    QCOMPARE(header.value(u"typ").toString(), QStringLiteral("dpop+jwt"));
    QCOMPARE(header.value(u"alg").toString(), QStringLiteral("ES256"));
    const QJsonObject key = header.value(u"jwk").toObject();
    QCOMPARE(key.value(u"crv").toString(), QStringLiteral("P-256"));
    QCOMPARE(decoded(key.value(u"x").toString().toLatin1()).size(), 32);
    QVERIFY(!key.contains(u"d")); // the private half
    const QJsonObject expected{
        {QStringLiteral("jti"), QStringLiteral("id-1")},
        {QStringLiteral("htm"), QStringLiteral("POST")},
        {QStringLiteral("htu"), QStringLiteral("https://eu-west-1.signin.aws.amazon.com/v1/token")},
        {QStringLiteral("iat"), 1767323045}};
    QCOMPARE(QJsonDocument::fromJson(decoded(parts[1])).object(), expected);
    QCOMPARE(decoded(parts[2]).size(), 64);
}

void DpopTest::opensslTakesTheSignature()
{
    const QByteArray token = proof();
    const QByteArray text = token.left(token.lastIndexOf('.'));
    const QByteArray raw = decoded(token.mid(token.lastIndexOf('.') + 1));
    const QByteArray numbers = derNumber(raw.left(32)) + derNumber(raw.mid(32));
    const QByteArray der = QByteArray("\x30") + char(numbers.size()) + numbers;
    const auto write = [this](const char* name, const QByteArray& bytes) {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    };
    write("public.pem", openssl({QStringLiteral("pkey"), QStringLiteral("-pubout")}, m_pem));
    write("signature", der);
    QCOMPARE(openssl({QStringLiteral("dgst"), QStringLiteral("-sha256"), QStringLiteral("-verify"),
                      QStringLiteral("public.pem"), QStringLiteral("-signature"),
                      QStringLiteral("signature")},
                     text)
                 .trimmed(),
             QByteArray("Verified OK"));
}

void DpopTest::otherKeysAreRefused_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no PEM") << QByteArray("secret");
    QTest::newRow("cut") << m_pem.left(m_pem.size() / 2);
    QTest::newRow("another curve")
        << openssl({QStringLiteral("ecparam"), QStringLiteral("-name"), QStringLiteral("secp384r1"),
                    QStringLiteral("-genkey"), QStringLiteral("-noout")});
    QTest::newRow("with a password")
        << openssl({QStringLiteral("ec"), QStringLiteral("-aes128"), QStringLiteral("-passout"),
                    QStringLiteral("pass:x")},
                   m_pem);
    QTest::newRow("RSA") << openssl({QStringLiteral("genrsa"), QStringLiteral("1024")});
}

void DpopTest::otherKeysAreRefused()
{
    QFETCH(QByteArray, pem);
    const auto refused = dpopProof(Secret(pem), "POST", QUrl(QStringLiteral("https://x/")),
                                   QDateTime::fromSecsSinceEpoch(0), {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::ConfigurationInvalid);
    QCOMPARE(refused.error().code, QStringLiteral("dpopKey"));
}

} // namespace fuotadesk

using fuotadesk::DpopTest;
FUOTADESK_TEST(DpopTest);
#include "dpoptest.moc"
