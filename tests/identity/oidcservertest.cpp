#include "identity/oidcserver.h"
#include "identity/identitybench.h"
#include "support/testcase.h"

#include <QJsonArray>

namespace fuotadesk {

using namespace std::chrono_literals;

class OidcServerTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void registrationIsChecked_data();
    void registrationIsChecked();
    void strangerGetsNothing();
    void registrationEnds();
    void grantsAreThoseRegistered();
    void pageEscapesAndDecides();
    void wrongCodeShowsTheForm();
    void browserIsSentToNobodyElse_data();
    void browserIsSentToNobodyElse();
    void wrongRequestGoesBackWithAnError();
    void withoutTheScopeThereIsNoRefreshToken();
    void refreshTokenIsGoodOnce();
    void bodiesAreBounded();

private:
    static QJsonObject registered(IdentityBench& bench, QJsonObject with = {});
    static QJsonObject begun(IdentityBench& bench, const QJsonObject& client);
};

namespace {

const auto Callback = QStringLiteral("http://127.0.0.1/oauth/callback");
const QJsonObject ForCode{
    {QStringLiteral("grantTypes"), QJsonArray{QStringLiteral("authorization_code")}},
    {QStringLiteral("redirectUris"), QJsonArray{Callback}}};

QJsonObject with(QJsonObject object, const QJsonObject& more)
{
    for (auto it = more.begin(); it != more.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QString text(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1String(name)).toString();
}

QByteArray query(const QJsonObject& client, const QByteArray& redirectUri)
{
    return "response_type=code&state=s&code_challenge_method=S256&code_challenge="
        + QByteArray(43, 'c') + "&client_id=" + text(client, "clientId").toLatin1()
        + "&redirect_uri=" + redirectUri;
}

} // namespace

// What a client sends with each later request.
QJsonObject OidcServerTest::registered(IdentityBench& bench, QJsonObject more)
{
    const QJsonObject usual{{QStringLiteral("clientName"), QStringLiteral("n")},
                            {QStringLiteral("clientType"), QStringLiteral("public")}};
    const QJsonObject got = IdentityBench::json(bench.post("/client/register", with(usual, more)));
    return {{QStringLiteral("clientId"), got.value(QStringLiteral("clientId"))},
            {QStringLiteral("clientSecret"), got.value(QStringLiteral("clientSecret"))}};
}

QJsonObject OidcServerTest::begun(IdentityBench& bench, const QJsonObject& client)
{
    return IdentityBench::json(bench.post(
        "/device_authorization",
        with(client,
             {{QStringLiteral("startUrl"), QStringLiteral("http://127.0.0.1:4711/start")}})));
}

void OidcServerTest::registrationIsChecked_data()
{
    QTest::addColumn<QJsonObject>("more");
    QTest::addColumn<QString>("error");
    const auto uris = [](const char* uri) {
        return QJsonObject{{QStringLiteral("redirectUris"), QJsonArray{QLatin1String(uri)}}};
    };
    QJsonArray many;
    for (int i = 0; i < 21; ++i)
        many.append(QStringLiteral("s"));
    QTest::newRow("usual") << QJsonObject() << QString();
    QTest::newRow("for a code") << ForCode << QString();
    QTest::newRow("localhost") << uris("http://localhost:80/x") << QString();
    QTest::newRow("confidential") << QJsonObject{{QStringLiteral("clientType"),
                                                  QStringLiteral("confidential")}}
                                  << QStringLiteral("invalid_client_metadata");
    QTest::newRow("nameless") << QJsonObject{{QStringLiteral("clientName"), QString()}}
                              << QStringLiteral("invalid_request");
    QTest::newRow("many scopes") << QJsonObject{{QStringLiteral("scopes"), many}}
                                 << QStringLiteral("invalid_request");
    QTest::newRow("elsewhere") << uris("http://example.com/x")
                               << QStringLiteral("invalid_redirect_uri");
    QTest::newRow("looks local") << uris("http://127.0.0.1@example.com/x")
                                 << QStringLiteral("invalid_redirect_uri");
    QTest::newRow("another scheme")
        << uris("app://127.0.0.1/x") << QStringLiteral("invalid_redirect_uri");
    QTest::newRow("code without a way back")
        << QJsonObject{{QStringLiteral("grantTypes"),
                        QJsonArray{QStringLiteral("authorization_code")}}}
        << QStringLiteral("invalid_redirect_uri");
}

void OidcServerTest::registrationIsChecked()
{
    QFETCH(QJsonObject, more);
    IdentityBench bench;
    const QJsonObject usual{{QStringLiteral("clientName"), QStringLiteral("n")},
                            {QStringLiteral("clientType"), QStringLiteral("public")}};
    const HttpResponse got = bench.post("/client/register", with(usual, more));
    QTEST(IdentityBench::error(got), "error");
    QCOMPARE(got.status, IdentityBench::error(got).isEmpty() ? 200 : 400);
}

void OidcServerTest::strangerGetsNothing()
{
    IdentityBench bench;
    QJsonObject client = registered(bench);
    client.insert(QStringLiteral("clientSecret"), QStringLiteral("x"));
    const HttpResponse got = bench.post("/token", client);
    QCOMPARE(got.status, 401);
    QCOMPARE(IdentityBench::error(got), QStringLiteral("invalid_client"));
    QCOMPARE(headerValue(got.headers, "x-amzn-errortype"), QByteArray("InvalidClientException"));
}

void OidcServerTest::registrationEnds()
{
    IdentityBench bench;
    const QJsonObject client = registered(bench);
    QVERIFY(!begun(bench, client).isEmpty());
    bench.clock.advance(24h * 90);
    QCOMPARE(text(begun(bench, client), "error"), QStringLiteral("invalid_client"));
}

void OidcServerTest::grantsAreThoseRegistered()
{
    IdentityBench bench;
    const QJsonObject client = registered(bench, ForCode);
    QCOMPARE(text(begun(bench, client), "error"), QStringLiteral("unauthorized_client"));
    const auto ask = [&](const char* grant) {
        return IdentityBench::error(bench.post(
            "/token", with(client, {{QStringLiteral("grantType"), QLatin1String(grant)}})));
    };
    QCOMPARE(ask(RefreshTokenGrant), QStringLiteral("unauthorized_client"));
    QCOMPARE(ask("password"), QStringLiteral("unsupported_grant_type"));
    QCOMPARE(ask(AuthorizationCodeGrant), QStringLiteral("invalid_grant"));
}

void OidcServerTest::pageEscapesAndDecides()
{
    IdentityBench bench;
    const QJsonObject device = begun(bench, registered(bench));
    const QByteArray code = text(device, "userCode").toLatin1();
    QCOMPARE(text(device, "verificationUriComplete").toLatin1(),
             QByteArray("http://127.0.0.1:4711/device?user_code=" + code));
    const HttpResponse page =
        bench.answer(IdentityBench::call("GET", "/device", "user_code=" + code));
    QCOMPARE(page.status, 200);
    QVERIFY(page.body.contains("value=\"" + code + "\""));
    QVERIFY(!page.body.contains("<script"));
    const HttpResponse unsure = bench.answer(
        IdentityBench::call("POST", "/device", {}, "decision=perhaps&user_code=" + code));
    QCOMPARE(unsure.status, 400);
    QVERIFY(bench.identity.oidc().decide(QString::fromLatin1(code).remove(u'-'), true));
    QVERIFY(!bench.identity.oidc().decide(QString::fromLatin1(code), false)); // once
}

void OidcServerTest::wrongCodeShowsTheForm()
{
    IdentityBench bench;
    const HttpResponse page =
        bench.answer(IdentityBench::call("GET", "/device", "user_code=%3Cb%3E"));
    QCOMPARE(page.status, 404);
    QVERIFY(page.body.contains("<form") && !page.body.contains("<b>"));
    QCOMPARE(bench.answer(IdentityBench::call("GET", "/device")).status, 200);
}

void OidcServerTest::browserIsSentToNobodyElse_data()
{
    QTest::addColumn<QByteArray>("uri");
    QTest::addColumn<int>("status");
    const auto row = [](const char* uri, int status) {
        QTest::newRow(uri) << QByteArray(uri) << status;
    };
    row("http://127.0.0.1/oauth/callback", 302);
    row("http://127.0.0.1:4711/oauth/callback", 302);
    row("http://127.0.0.1:4711/other", 400);
    row("http://localhost:4711/oauth/callback", 400);
    row("http://example.com/oauth/callback", 400);
    row("http://127.0.0.1:80@example.com/oauth/callback", 400);
    row("https://127.0.0.1/oauth/callback", 400);
    row("", 400);
}

void OidcServerTest::browserIsSentToNobodyElse()
{
    QFETCH(QByteArray, uri);
    IdentityBench bench;
    const QJsonObject client = registered(bench, ForCode);
    const HttpResponse got =
        bench.answer(IdentityBench::call("GET", "/authorize", query(client, uri)));
    QTEST(got.status, "status");
    const QByteArray location = headerValue(got.headers, "location");
    QCOMPARE(location.startsWith(uri + "?code="), got.status == 302);
    QCOMPARE(location.endsWith("&state=s"), got.status == 302);
}

void OidcServerTest::wrongRequestGoesBackWithAnError()
{
    IdentityBench bench;
    const QJsonObject client = registered(bench, ForCode);
    const auto sentBack = [&](const char* from, const char* to) {
        const QByteArray changed = query(client, Callback.toLatin1()).replace(from, to);
        const HttpResponse got = bench.answer(IdentityBench::call("GET", "/authorize", changed));
        return headerValue(got.headers, "location").mid(Callback.size());
    };
    QCOMPARE(sentBack("=code&", "=token&"), QByteArray("?error=unsupported_response_type&state=s"));
    QCOMPARE(sentBack("S256", "plain"), QByteArray("?error=invalid_request&state=s"));
    QCOMPARE(sentBack("cccc", "c"), QByteArray("?error=invalid_request&state=s"));
}

void OidcServerTest::withoutTheScopeThereIsNoRefreshToken()
{
    IdentityBench bench;
    for (const auto* scope : {"sso:account:access", "other"}) {
        const QJsonObject client =
            registered(bench, {{QStringLiteral("scopes"), QJsonArray{QLatin1String(scope)}}});
        const QJsonObject device = begun(bench, client);
        QVERIFY(bench.identity.oidc().decide(text(device, "userCode"), true));
        const QJsonObject token = IdentityBench::json(bench.post(
            "/token",
            with(client,
                 {{QStringLiteral("grantType"), QLatin1String(DeviceCodeGrant)},
                  {QStringLiteral("deviceCode"), device.value(QStringLiteral("deviceCode"))}})));
        QVERIFY(!text(token, "accessToken").isEmpty());
        QCOMPARE(token.contains(QStringLiteral("refreshToken")),
                 QByteArray(scope) == "sso:account:access");
    }
}

void OidcServerTest::refreshTokenIsGoodOnce()
{
    FakeClock clock;
    FakeRandom random;
    TokenBook book(clock, random);
    const QString first = text(book.begin(QStringLiteral("c"), true), "refreshToken");
    QVERIFY(!book.renewed(first, QStringLiteral("other")));
    const auto second = book.renewed(first, QStringLiteral("c"));
    QVERIFY(second);
    QVERIFY(book.holds(text(*second, "accessToken")));
    QVERIFY(!book.renewed(first, QStringLiteral("c")));
    clock.advance(1h);
    QVERIFY(!book.holds(text(*second, "accessToken")));
    clock.advance(7h);
    QCOMPARE(book.renewed(text(*second, "refreshToken"), QStringLiteral("c")).error(),
             OAuthError::InvalidGrant);
}

void OidcServerTest::bodiesAreBounded()
{
    IdentityBench bench;
    for (const QByteArray& body :
         {QByteArray("{"), QByteArray("[]"),
          QByteArray(R"({"clientName":"n","clientType":"public"})" + QByteArray(64 * 1024, ' '))}) {
        const HttpResponse got =
            bench.answer(IdentityBench::call("POST", "/client/register", {}, body));
        QCOMPARE(IdentityBench::error(got), QStringLiteral("invalid_request"));
    }
    QCOMPARE(formFields(QByteArray("a=1&").repeated(3) + "a=2&=x&b").size(), 2);
    QCOMPARE(formFields("a=1&a=2").value(QStringLiteral("a")), QStringLiteral("1"));
}

FUOTADESK_TEST(OidcServerTest);

} // namespace fuotadesk

#include "oidcservertest.moc"
