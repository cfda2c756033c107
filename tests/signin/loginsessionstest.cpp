#include "signin/loginsessions.h"
#include "support/testcase.h"

#include "signin/signinbench.h"
#include "signin/tokenfile.h"

#include <QProcess>

namespace fuotadesk {

class LoginSessionsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void cachedKeysAreTaken();
    void nearTheirEndTheyAreRenewedInPlace();
    void regionOfTheSignInIsAsked_data();
    void regionOfTheSignInIsAsked();
    void endedSessionAsksForASignIn_data();
    void endedSessionAsksForASignIn();
    void lostNetworkKeepsWhatHolds();
    void everyMemberIsNeeded_data();
    void everyMemberIsNeeded();
};

namespace {

const auto Session = QStringLiteral("arn:aws:sts::1:assumed-role/Admin/me");

QString newKey()
{
    QProcess program;
    program.start(QStringLiteral("openssl"),
                  {QStringLiteral("ecparam"), QStringLiteral("-name"), QStringLiteral("prime256v1"),
                   QStringLiteral("-genkey"), QStringLiteral("-noout")});
    if (!program.waitForFinished())
        qFatal("openssl does not answer");
    return QString::fromLatin1(program.readAllStandardOutput());
}

QJsonObject cached(const char* expires)
{
    static const QString key = newKey();
    return {{QStringLiteral("accessToken"),
             QJsonObject{{QStringLiteral("accessKeyId"), QStringLiteral("ASIA")},
                         {QStringLiteral("secretAccessKey"), QStringLiteral("s")},
                         {QStringLiteral("sessionToken"), QStringLiteral("t")},
                         {QStringLiteral("accountId"), QStringLiteral("1")},
                         {QStringLiteral("expiresAt"), QString::fromLatin1(expires)}}},
            {QStringLiteral("clientId"), QStringLiteral("arn:aws:signin:::devtools/same-device")},
            {QStringLiteral("refreshToken"), QStringLiteral("rt")},
            {QStringLiteral("idToken"), QStringLiteral("kept")},
            {QStringLiteral("dpopKey"), key}};
}

constexpr auto Renewed = R"({"accessToken":{"accessKeyId":"ASIB","secretAccessKey":"s2",
    "sessionToken":"t2"},"refreshToken":"rt2","expiresIn":900})";

struct Login : SignInBench {
    LoginSessions sessions{parts(), folder.path()};
    Environment environment;

    void cache(const QJsonObject& json) const
    {
        write(loginTokenFileName(Session), QJsonDocument(json).toJson());
    }

    Result<IssuedCredentials> issued()
    {
        const ServiceAddresses addresses({}, {}, environment);
        Outcome<IssuedCredentials> outcome;
        outcome.watch(sessions.credentials(Session, addresses, &owner), &owner);
        (void)QTest::qWaitFor([&] { return outcome.count > 0; }, 30'000);
        return *outcome.result;
    }
};

} // namespace

void LoginSessionsTest::cachedKeysAreTaken()
{
    Login login;
    QCOMPARE(login.issued().error().kind, ErrorKind::CredentialsMissing);
    login.cache(cached("2026-01-02T03:09:06Z"));
    const IssuedCredentials expected{{QStringLiteral("ASIA"), Secret("s"), Secret("t")},
                                     QStringLiteral("1"),
                                     QDateTime(QDate(2026, 1, 2), QTime(3, 9, 6), Qt::UTC)};
    QCOMPARE(login.issued().value(), expected);
    QVERIFY(login.network.requests().isEmpty());
}

void LoginSessionsTest::nearTheirEndTheyAreRenewedInPlace()
{
    Login login;
    login.cache(cached("2026-01-02T03:09:05Z"));
    login.network.answer(200, Renewed);
    const IssuedCredentials expected{{QStringLiteral("ASIB"), Secret("s2"), Secret("t2")},
                                     QStringLiteral("1"),
                                     login.clock.now().addSecs(900)};
    QCOMPARE(login.issued().value(), expected);
    const HttpRequest& sent = login.network.requests().first();
    QCOMPARE(headerValue(sent.headers, "DPoP").count('.'), 2);
    const QJsonObject body{
        {QStringLiteral("clientId"), QStringLiteral("arn:aws:signin:::devtools/same-device")},
        {QStringLiteral("refreshToken"), QStringLiteral("rt")},
        {QStringLiteral("grantType"), QStringLiteral("refresh_token")}};
    QCOMPARE(login.sentJson(0), body);
    const auto kept = readTokenFile(login.folder.filePath(loginTokenFileName(Session)));
    QCOMPARE(kept->value(u"refreshToken").toString(), QStringLiteral("rt2"));
    QCOMPARE(kept->value(u"idToken").toString(), QStringLiteral("kept"));
    QCOMPARE(kept->value(u"accessToken")[u"accountId"].toString(), QStringLiteral("1"));
    QCOMPARE(login.issued().value(), expected); // and is not renewed again
}

void LoginSessionsTest::regionOfTheSignInIsAsked_data()
{
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("host");
    const auto row = [](const char* region, const char* host) {
        QTest::newRow(region) << QString::fromLatin1(region) << QString::fromLatin1(host);
    };
    row("", "us-east-1.signin.aws.amazon.com");
    row("eu-west-1", "eu-west-1.signin.aws.amazon.com");
    row("cn-north-1", "cn-north-1.signin.amazonaws.cn");
    row("us-gov-west-1", "us-gov-west-1.signin.amazonaws-us-gov.com");
}

void LoginSessionsTest::regionOfTheSignInIsAsked()
{
    QFETCH(QString, region);
    QFETCH(QString, host);
    Login login;
    QJsonObject json = cached("2026-01-02T03:00:00Z");
    json.insert(QStringLiteral("signInRegion"), region);
    login.cache(json);
    login.network.answer(200, Renewed);
    QVERIFY(login.issued());
    QCOMPARE(login.network.requests().first().url.host(), host);
}

void LoginSessionsTest::endedSessionAsksForASignIn_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("ended") << QByteArray("TOKEN_EXPIRED") << ErrorKind::CredentialsExpired;
    QTest::newRow("new password") << QByteArray("USER_CREDENTIALS_CHANGED")
                                  << ErrorKind::CredentialsExpired;
    QTest::newRow("not allowed") << QByteArray("INSUFFICIENT_PERMISSIONS")
                                 << ErrorKind::AccessDenied;
}

void LoginSessionsTest::endedSessionAsksForASignIn()
{
    QFETCH(QByteArray, code);
    QFETCH(ErrorKind, kind);
    Login login;
    login.cache(cached("2026-01-02T03:08:00Z"));
    login.network.answer(403, R"({"error":")" + code + R"(","message":"m"})",
                         {{"x-amzn-errortype", "AccessDeniedException"}});
    const auto issued = login.issued();
    QVERIFY(!issued);
    QCOMPARE(issued.error().kind, kind);
}

void LoginSessionsTest::lostNetworkKeepsWhatHolds()
{
    Login login;
    login.cache(cached("2026-01-02T03:08:00Z"));
    login.network.fail(ErrorKind::HostNotFound, false);
    QCOMPARE(login.issued()->credentials.accessKeyId, QStringLiteral("ASIA"));
    login.clock.advance(std::chrono::minutes(5));
    login.network.fail(ErrorKind::HostNotFound, false);
    QCOMPARE(login.issued().error().kind, ErrorKind::HostNotFound);
}

void LoginSessionsTest::everyMemberIsNeeded_data()
{
    QTest::addColumn<QString>("member");
    for (const char* member : {"accessToken", "clientId", "refreshToken", "dpopKey"})
        QTest::newRow(member) << QString::fromLatin1(member);
}

void LoginSessionsTest::everyMemberIsNeeded()
{
    QFETCH(QString, member);
    Login login;
    QJsonObject json = cached("2030-01-01T00:00:00Z");
    json.remove(member);
    login.cache(json);
    const auto issued = login.issued();
    QVERIFY(!issued);
    QCOMPARE(issued.error().kind, ErrorKind::FileMalformed);
    QCOMPARE(issued.error().code, member);
}

} // namespace fuotadesk

using fuotadesk::LoginSessionsTest;
FUOTADESK_TEST(LoginSessionsTest);
#include "loginsessionstest.moc"
