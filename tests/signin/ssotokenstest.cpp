#include "signin/ssotokens.h"
#include "support/testcase.h"

#include "signin/signinbench.h"
#include "signin/tokenfile.h"

namespace fuotadesk {

class SsoTokensTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void cachedTokenIsTaken();
    void nearItsEndItIsRenewedInPlace();
    void failedRenewalKeepsWhatHolds();
    void expiredOneAsksForASignIn_data();
    void expiredOneAsksForASignIn();
    void oldFormIsNeverRenewed();
    void damagedCacheIsSaid();
    void signInIsKeptAsTheCliReadsIt();
};

namespace {

const QUrl Endpoint(QStringLiteral("https://oidc.eu-west-1.amazonaws.com"));

QByteArray tokenText(const char* expires, const char* registrationExpires)
{
    return QByteArray(R"({"accessToken":"at","expiresAt":")") + expires
        + R"(","startUrl":"https://d","region":"eu-west-1","refreshToken":"rt","clientId":"id",
           "clientSecret":"cs","later":7,"registrationExpiresAt":")"
        + registrationExpires + R"("})";
}

struct Cache : SignInBench {
    SsoTokens tokens{parts(), folder.path()};
    SsoSource source{QStringLiteral("dev"),
                     QStringLiteral("eu-west-1"),
                     QStringLiteral("https://d"),
                     {},
                     {},
                     {}};

    QString file() const
    {
        return ssoTokenFileName(source.sessionName.isEmpty() ? source.startUrl
                                                             : source.sessionName);
    }

    Result<SsoToken> token()
    {
        Outcome<SsoToken> outcome;
        outcome.watch(tokens.token(source, Endpoint, &owner), &owner);
        (void)QTest::qWaitFor([&] { return outcome.count > 0; }, 30'000);
        return *outcome.result;
    }
};

} // namespace

void SsoTokensTest::cachedTokenIsTaken()
{
    Cache c;
    c.write(c.file(), tokenText("2026-01-02T03:19:06Z", "2026-03-01T00:00:00Z"));
    QCOMPARE(c.token()->accessToken, Secret("at"));
    QVERIFY(c.network.requests().isEmpty());
}

void SsoTokensTest::nearItsEndItIsRenewedInPlace()
{
    Cache c;
    c.write(c.file(), tokenText("2026-01-02T03:19:05Z", "2026-03-01T00:00:00Z"));
    c.network.answer(200, R"({"accessToken":"at2","refreshToken":"rt2","expiresIn":3600})");
    QCOMPARE(c.token()->accessToken, Secret("at2"));
    QCOMPARE(c.sentJson(0).value(u"refreshToken").toString(), QStringLiteral("rt"));
    const auto kept = readTokenFile(c.folder.filePath(c.file()));
    QCOMPARE(kept->value(u"accessToken").toString(), QStringLiteral("at2"));
    QCOMPARE(kept->value(u"refreshToken").toString(), QStringLiteral("rt2"));
    QCOMPARE(kept->value(u"expiresAt").toString(), QStringLiteral("2026-01-02T04:04:05Z"));
    QCOMPARE(kept->value(u"later").toInt(), 7);
}

void SsoTokensTest::failedRenewalKeepsWhatHolds()
{
    Cache c;
    c.write(c.file(), tokenText("2026-01-02T03:10:00Z", "2026-03-01T00:00:00Z"));
    c.network.fail(ErrorKind::HostNotFound, false);
    QCOMPARE(c.token()->accessToken, Secret("at"));
}

void SsoTokensTest::expiredOneAsksForASignIn_data()
{
    QTest::addColumn<QByteArray>("registration");
    QTest::addColumn<int>("status"); // 0: the service is not asked
    QTest::newRow("refused") << QByteArray("2026-03-01T00:00:00Z") << 400;
    QTest::newRow("client unknown") << QByteArray("2026-03-01T00:00:00Z") << 401;
    QTest::newRow("registration ended") << QByteArray("2026-01-01T00:00:00Z") << 0;
}

void SsoTokensTest::expiredOneAsksForASignIn()
{
    QFETCH(QByteArray, registration);
    QFETCH(int, status);
    Cache c;
    c.write(c.file(), tokenText("2026-01-02T03:00:00Z", registration.constData()));
    if (status != 0)
        c.network.answer(status, R"({"error":"invalid_grant"})");
    const auto token = c.token();
    QVERIFY(!token);
    QCOMPARE(token.error().kind, ErrorKind::CredentialsExpired);
    QCOMPARE(token.error().code, QStringLiteral("sso-token"));
    QCOMPARE(token.error().detail, QStringLiteral("dev"));
    QVERIFY(c.network.isUsedUp());
}

void SsoTokensTest::oldFormIsNeverRenewed()
{
    Cache c;
    c.source.sessionName.clear();
    c.write(c.file(), tokenText("2026-01-02T03:10:00Z", "2026-03-01T00:00:00Z"));
    QCOMPARE(c.token()->accessToken, Secret("at"));
    QVERIFY(c.network.requests().isEmpty());
}

void SsoTokensTest::damagedCacheIsSaid()
{
    Cache c;
    QCOMPARE(c.token().error().kind, ErrorKind::CredentialsMissing);
    c.write(c.file(), R"({"accessToken":"at","expiresAt":"soon"})");
    const auto token = c.token();
    QCOMPARE(token.error().kind, ErrorKind::FileMalformed);
    QCOMPARE(token.error().code, QStringLiteral("expiresAt"));
    QCOMPARE(token.error().detail, c.folder.filePath(c.file()));
}

void SsoTokensTest::signInIsKeptAsTheCliReadsIt()
{
    Cache c;
    const SsoToken token{Secret("at"),
                         c.clock.now().addMSecs(3600'500),
                         QStringLiteral("https://d"),
                         QStringLiteral("eu-west-1"),
                         Secret("rt"),
                         QStringLiteral("id"),
                         Secret("cs"),
                         c.clock.now().addDays(90),
                         {}};
    Outcome<void> outcome;
    outcome.watch(c.tokens.keep(c.source, token, &c.owner), &c.owner);
    QTRY_COMPARE(outcome.count, 1);
    QVERIFY(*outcome.result);
    const QJsonObject expected{
        {QStringLiteral("accessToken"), QStringLiteral("at")},
        {QStringLiteral("expiresAt"), QStringLiteral("2026-01-02T04:04:05Z")},
        {QStringLiteral("startUrl"), QStringLiteral("https://d")},
        {QStringLiteral("region"), QStringLiteral("eu-west-1")},
        {QStringLiteral("refreshToken"), QStringLiteral("rt")},
        {QStringLiteral("clientId"), QStringLiteral("id")},
        {QStringLiteral("clientSecret"), QStringLiteral("cs")},
        {QStringLiteral("registrationExpiresAt"), QStringLiteral("2026-04-02T03:04:05Z")}};
    QCOMPARE(readTokenFile(c.folder.filePath(c.file())).value(), expected);
}

} // namespace fuotadesk

using fuotadesk::SsoTokensTest;
FUOTADESK_TEST(SsoTokensTest);
#include "ssotokenstest.moc"
