#include "identity/identitybench.h"
#include "support/testcase.h"

#include <QJsonArray>

namespace fuotadesk {

class PortalServerTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsLetInWithoutAToken();
    void listsComeInPages();
    void wrongQueriesAreRefused_data();
    void wrongQueriesAreRefused();
    void keysAreGivenOut();

private:
    static HttpResponse asked(const QByteArray& path, const QByteArray& query = {});
};

// By somebody with a token.
HttpResponse PortalServerTest::asked(const QByteArray& path, const QByteArray& query)
{
    IdentityBench bench;
    const QJsonObject client =
        IdentityBench::json(bench.post("/client/register",
                                       {{QStringLiteral("clientName"), QStringLiteral("n")},
                                        {QStringLiteral("clientType"), QStringLiteral("public")}}));
    QJsonObject body{{QStringLiteral("clientId"), client.value(QStringLiteral("clientId"))},
                     {QStringLiteral("clientSecret"), client.value(QStringLiteral("clientSecret"))},
                     {QStringLiteral("startUrl"), QStringLiteral("http://127.0.0.1/start")},
                     {QStringLiteral("grantType"), QLatin1String(DeviceCodeGrant)}};
    const QJsonObject device = IdentityBench::json(bench.post("/device_authorization", body));
    bench.identity.oidc().decide(device.value(QStringLiteral("userCode")).toString(), true);
    body.insert(QStringLiteral("deviceCode"), device.value(QStringLiteral("deviceCode")));
    const QJsonObject token = IdentityBench::json(bench.post("/token", body));
    IdentityCall call = IdentityBench::call("GET", path, query);
    call.headers.append({"x-amz-sso_bearer_token",
                         token.value(QStringLiteral("accessToken")).toString().toLatin1()});
    return bench.answer(call);
}

void PortalServerTest::nobodyIsLetInWithoutAToken()
{
    IdentityBench bench;
    for (const char* path :
         {"/federation/credentials", "/assignment/accounts", "/assignment/roles"}) {
        IdentityCall call = IdentityBench::call("GET", path);
        QCOMPARE(bench.answer(call).status, 401);
        call.headers.append(HttpHeader{"x-amz-sso_bearer_token", "x"});
        const HttpResponse got = bench.answer(call);
        QCOMPARE(got.status, 401);
        QCOMPARE(headerValue(got.headers, "x-amzn-errortype"), QByteArray("UnauthorizedException"));
    }
}

void PortalServerTest::listsComeInPages()
{
    const QJsonObject first =
        IdentityBench::json(asked("/assignment/roles", "account_id=123456789012&max_result=1"));
    QCOMPARE(first.value(QStringLiteral("roleList")).toArray().size(), 1);
    const QByteArray next = first.value(QStringLiteral("nextToken")).toString().toLatin1();
    QVERIFY(!next.isEmpty());
    const QJsonObject second = IdentityBench::json(
        asked("/assignment/roles", "account_id=123456789012&next_token=" + next));
    QCOMPARE(second.value(QStringLiteral("roleList"))[0][QStringLiteral("roleName")].toString(),
             people::SsoRoles.last());
    QVERIFY(!second.contains(QStringLiteral("nextToken")));
    const QJsonObject accounts = IdentityBench::json(asked("/assignment/accounts"));
    QCOMPARE(
        accounts.value(QStringLiteral("accountList"))[0][QStringLiteral("accountId")].toString(),
        people::Account);
}

void PortalServerTest::wrongQueriesAreRefused_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("status");
    const auto row = [](const char* name, const char* path, const char* query, int status) {
        QTest::newRow(name) << QByteArray(path) << QByteArray(query) << status;
    };
    row("no account", "/assignment/roles", "", 400);
    row("other account", "/assignment/roles", "account_id=1", 403);
    row("page of none", "/assignment/accounts", "max_result=0", 400);
    row("page of many", "/assignment/accounts", "max_result=101", 400);
    row("no such page", "/assignment/accounts", "next_token=2", 400);
    row("no number", "/assignment/accounts", "next_token=-1", 400);
    row("no role", "/federation/credentials", "account_id=123456789012", 400);
    row("other role", "/federation/credentials", "account_id=123456789012&role_name=x", 403);
}

void PortalServerTest::wrongQueriesAreRefused()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, query);
    QTEST(asked(path, query).status, "status");
}

void PortalServerTest::keysAreGivenOut()
{
    const HttpResponse got =
        asked("/federation/credentials", "account_id=123456789012&role_name=FuotaOperator");
    QCOMPARE(got.status, 200);
    const QJsonValue keys = IdentityBench::json(got).value(QStringLiteral("roleCredentials"));
    QVERIFY(keys[QStringLiteral("accessKeyId")].toString().startsWith(u"ASIA"));
    QCOMPARE(keys[QStringLiteral("expiration")].toDouble(),
             double(FakeClock().now().addSecs(3600).toMSecsSinceEpoch()));
}

FUOTADESK_TEST(PortalServerTest);

} // namespace fuotadesk

#include "portalservertest.moc"
