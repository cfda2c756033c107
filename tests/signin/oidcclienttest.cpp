#include "signin/oidcclient.h"
#include "support/testcase.h"

#include "signin/signinbench.h"

#include <QJsonArray>

namespace fuotadesk {

using namespace std::chrono_literals;

class OidcClientTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void registersForBothFlows();
    void deviceIsAuthorized();
    void pageMustBeAPage_data();
    void pageMustBeAPage();
    void tokensAreAskedForByGrant();
    void refusalHasItsCode_data();
    void refusalHasItsCode();
    void codeIsUsedOnce();
};

namespace {

struct Oidc : SignInBench {
    OidcClient client{parts(), QUrl(QStringLiteral("https://oidc.eu-west-1.amazonaws.com"))};
    OidcRegistration registration{QStringLiteral("id"), Secret("cs"), {}};

    template <typename T>
    Result<T> settled(CallOf<T>* call)
    {
        Outcome<T> outcome;
        outcome.watch(call, &owner);
        (void)QTest::qWaitFor([&] { return outcome.count > 0; }, 30'000);
        return *outcome.result;
    }

    QString sent(qsizetype index, const char* member) const
    {
        return sentJson(index).value(QLatin1String(member)).toString();
    }
};

constexpr auto Authorized =
    R"({"deviceCode":"dc","userCode":"ABCD-EFGH","verificationUri":"https://d.awsapps.com/#/device",
       "verificationUriComplete":"https://d.awsapps.com/#/device?user_code=ABCD-EFGH",
       "expiresIn":600,"interval":1})";

} // namespace

void OidcClientTest::registersForBothFlows()
{
    Oidc oidc;
    const QByteArray answer =
        R"({"clientId":"id","clientSecret":"cs","clientSecretExpiresAt":1767326645})";
    oidc.network.answer(200, answer);
    const auto client =
        oidc.settled(oidc.client.registerClient({QStringLiteral("n"), {}, {}, {}}, &oidc.owner));
    const OidcRegistration expected{QStringLiteral("id"), Secret("cs"),
                                    QDateTime(QDate(2026, 1, 2), QTime(4, 4, 5), Qt::UTC)};
    QCOMPARE(client.value(), expected);
    QCOMPARE(oidc.network.requests().first().url.path(), QStringLiteral("/client/register"));
    const QJsonObject device = oidc.sentJson(0);
    QCOMPARE(device.value(u"clientType").toString(), QStringLiteral("public"));
    QCOMPARE(device.value(u"scopes").toArray(), QJsonArray{QStringLiteral("sso:account:access")});
    QVERIFY(!device.contains(u"grantTypes"));
    oidc.network.answer(200, answer);
    oidc.settled(oidc.client.registerClient({QStringLiteral("n"), QStringLiteral("a, b"),
                                             QStringLiteral("http://127.0.0.1/oauth/callback"),
                                             QStringLiteral("https://d")},
                                            &oidc.owner));
    const QJsonObject code = oidc.sentJson(1);
    QCOMPARE(code.value(u"scopes").toArray(),
             (QJsonArray{QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(code.value(u"redirectUris").toArray().at(0).toString(),
             QStringLiteral("http://127.0.0.1/oauth/callback"));
    QCOMPARE(code.value(u"issuerUrl").toString(), QStringLiteral("https://d"));
}

void OidcClientTest::deviceIsAuthorized()
{
    Oidc oidc;
    oidc.network.answer(200, Authorized);
    const auto given = oidc.settled(oidc.client.authorizeDevice(
        oidc.registration, QStringLiteral("https://d.awsapps.com/start"), &oidc.owner));
    QVERIFY(given);
    QCOMPARE(given->userCode, QStringLiteral("ABCD-EFGH"));
    QCOMPARE(given->interval, 1s);
    QCOMPARE(given->expiresAt, oidc.clock.now().addSecs(600));
    QCOMPARE(oidc.sent(0, "startUrl"), QStringLiteral("https://d.awsapps.com/start"));
    QCOMPARE(oidc.sent(0, "clientSecret"), QStringLiteral("cs"));
}

void OidcClientTest::pageMustBeAPage_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::newRow("a file") << QByteArray("file:///etc/passwd");
    QTest::newRow("a script") << QByteArray("javascript:alert(1)");
    QTest::newRow("nothing") << QByteArray();
}

void OidcClientTest::pageMustBeAPage()
{
    QFETCH(QByteArray, page);
    Oidc oidc;
    oidc.network.answer(
        200,
        QByteArray(Authorized).replace("https://d.awsapps.com/#/device?user_code=ABCD-EFGH", page));
    const auto given = oidc.settled(
        oidc.client.authorizeDevice(oidc.registration, QStringLiteral("u"), &oidc.owner));
    QVERIFY(!given);
    QCOMPARE(given.error().kind, ErrorKind::AnswerMalformed);
}

void OidcClientTest::tokensAreAskedForByGrant()
{
    Oidc oidc;
    const QByteArray answer = R"({"accessToken":"at","refreshToken":"rt","expiresIn":28800})";
    for (int i = 0; i < 3; ++i)
        oidc.network.answer(200, answer);
    const OidcToken expected{Secret("at"), Secret("rt"), oidc.clock.now().addSecs(28800)};
    QCOMPARE(oidc.settled(oidc.client.tokenForDevice(oidc.registration, Secret("dc"), &oidc.owner))
                 .value(),
             expected);
    QCOMPARE(oidc.sent(0, "grantType"),
             QStringLiteral("urn:ietf:params:oauth:grant-type:device_code"));
    QCOMPARE(oidc.sent(0, "deviceCode"), QStringLiteral("dc"));
    oidc.settled(oidc.client.tokenForCode(oidc.registration, Secret("c"), Secret("v"),
                                          QStringLiteral("http://127.0.0.1:9/oauth/callback"),
                                          &oidc.owner));
    QCOMPARE(oidc.sent(1, "grantType"), QStringLiteral("authorization_code"));
    QCOMPARE(oidc.sent(1, "codeVerifier"), QStringLiteral("v"));
    oidc.settled(oidc.client.refreshed(oidc.registration, Secret("rt"), &oidc.owner));
    QCOMPARE(oidc.sent(2, "grantType"), QStringLiteral("refresh_token"));
    QCOMPARE(oidc.sent(2, "refreshToken"), QStringLiteral("rt"));
}

void OidcClientTest::refusalHasItsCode_data()
{
    QTest::addColumn<QString>("code");
    for (const char* code : {"authorization_pending", "slow_down", "expired_token", "access_denied",
                             "invalid_grant", "invalid_client"})
        QTest::newRow(code) << QString::fromLatin1(code);
}

void OidcClientTest::refusalHasItsCode()
{
    QFETCH(QString, code);
    Oidc oidc;
    oidc.network.answer(400, R"({"error":")" + code.toLatin1() + R"(","error_description":"d"})");
    const auto token =
        oidc.settled(oidc.client.tokenForDevice(oidc.registration, Secret("dc"), &oidc.owner));
    QVERIFY(!token);
    QCOMPARE(token.error().code, code);
    QCOMPARE(token.error().detail, QStringLiteral("d"));
}

void OidcClientTest::codeIsUsedOnce()
{
    Oidc oidc;
    oidc.network.answer(503);
    QVERIFY(!oidc.settled(oidc.client.refreshed(oidc.registration, Secret("rt"), &oidc.owner)));
    QCOMPARE(oidc.network.requests().size(), 1);
}

} // namespace fuotadesk

using fuotadesk::OidcClientTest;
FUOTADESK_TEST(OidcClientTest);
#include "oidcclienttest.moc"
