#include "identity/es256.h"
#include "identity/identitybench.h"
#include "signin/dpop.h"
#include "support/testcase.h"

namespace fuotadesk {

using namespace std::chrono_literals;

// A proof that is as it should be, but for this.
struct Proof {
    QByteArray method = "POST";
    QUrl url = QUrl(QStringLiteral("http://127.0.0.1:4711/v1/token"));
    int ageSeconds = 0;
    QString id = QStringLiteral("one");
};

// The proofs are made by the client's own dpopProof().
class LoginServerTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void goodProofRenews();
    void badProofIsRefused_data();
    void badProofIsRefused();
    void proofIsGoodOnce();
    void tokenIsGoodOnce();
    void sessionLastsTwelveHours();

private:
    HttpResponse renewed(IdentityBench& bench, const Secret& token, const QByteArray& proof);
    QByteArray made(IdentityBench& bench, const Proof& proof = {});

    Secret m_key = newPrivateKey();
};

QByteArray LoginServerTest::made(IdentityBench& bench, const Proof& proof)
{
    return *dpopProof(m_key, proof.method, proof.url, bench.clock.now().addSecs(-proof.ageSeconds),
                      proof.id);
}

HttpResponse LoginServerTest::renewed(IdentityBench& bench, const Secret& token,
                                      const QByteArray& proof)
{
    const QJsonObject body{{QStringLiteral("clientId"), QStringLiteral("c")},
                           {QStringLiteral("grantType"), QStringLiteral("refresh_token")},
                           {QStringLiteral("refreshToken"), QString::fromUtf8(token.reveal())}};
    IdentityCall call = IdentityBench::call("POST", "/v1/token", {}, QJsonDocument(body).toJson());
    call.headers.append({"DPoP", proof});
    return bench.answer(call);
}

void LoginServerTest::goodProofRenews()
{
    IdentityBench bench;
    const BegunLogin login = bench.identity.login().begin(userPrincipal());
    const HttpResponse got = renewed(bench, login.refreshToken, made(bench));
    QVERIFY2(got.status == 200, got.body.constData());
    const QJsonObject json = IdentityBench::json(got);
    QCOMPARE(json.value(QStringLiteral("expiresIn")).toInt(), 900);
    const QString id =
        json.value(QStringLiteral("accessToken"))[QStringLiteral("accessKeyId")].toString();
    const HeldKey* key = bench.identity.keys().find(id);
    QVERIFY(key);
    QCOMPARE(key->principal, userPrincipal());
    QCOMPARE(*key->expiresAt, bench.clock.now().addSecs(900));
}

void LoginServerTest::badProofIsRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("age");
    QTest::addColumn<int>("status");
    QTest::newRow("good") << QByteArray() << QByteArray() << 0 << 200;
    QTest::newRow("old") << QByteArray() << QByteArray() << 301 << 400;
    QTest::newRow("old enough") << QByteArray() << QByteArray() << 300 << 200;
    QTest::newRow("of tomorrow") << QByteArray() << QByteArray() << -301 << 400;
    QTest::newRow("other method") << QByteArray("POST") << QByteArray("PUT") << 0 << 400;
    QTest::newRow("other place") << QByteArray("/v1/token") << QByteArray("/token") << 0 << 400;
    QTest::newRow("other host") << QByteArray("4711") << QByteArray("4712") << 0 << 400;
}

void LoginServerTest::badProofIsRefused()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(int, age);
    IdentityBench bench;
    const BegunLogin login = bench.identity.login().begin(userPrincipal());
    Proof proof;
    proof.ageSeconds = age;
    if (!from.isEmpty()) {
        proof.method.replace(from, to);
        proof.url = QUrl::fromEncoded(proof.url.toEncoded().replace(from, to));
    }
    const QByteArray good = made(bench, proof);
    QTEST(renewed(bench, login.refreshToken, good).status, "status");

    const BegunLogin other = bench.identity.login().begin(userPrincipal());
    proof.id = QStringLiteral("two");
    QByteArray forged = made(bench, proof);
    forged.replace(forged.lastIndexOf('.') + 5, 4, "AAAA");
    QCOMPARE(renewed(bench, other.refreshToken, forged).status, 400);
    const QList<QByteArray> parts = made(bench, proof).split('.');
    QCOMPARE(renewed(bench, other.refreshToken, parts.at(0) + '.' + parts.at(1)).status, 400);
    QCOMPARE(renewed(bench, other.refreshToken, {}).status, 400);
}

void LoginServerTest::proofIsGoodOnce()
{
    IdentityBench bench;
    const BegunLogin one = bench.identity.login().begin(userPrincipal());
    const BegunLogin two = bench.identity.login().begin(userPrincipal());
    QCOMPARE(renewed(bench, one.refreshToken, made(bench)).status, 200);
    const HttpResponse again = renewed(bench, two.refreshToken, made(bench));
    QCOMPARE(again.status, 400);
    QCOMPARE(IdentityBench::error(again), QStringLiteral("INVALID_REQUEST"));
}

void LoginServerTest::tokenIsGoodOnce()
{
    IdentityBench bench;
    const BegunLogin login = bench.identity.login().begin(userPrincipal());
    QCOMPARE(renewed(bench, login.refreshToken, made(bench)).status, 200);
    Proof second;
    second.id = QStringLiteral("two");
    const HttpResponse again = renewed(bench, login.refreshToken, made(bench, second));
    QCOMPARE(again.status, 401);
    QCOMPARE(IdentityBench::error(again), QStringLiteral("TOKEN_EXPIRED"));
}

void LoginServerTest::sessionLastsTwelveHours()
{
    IdentityBench bench;
    const BegunLogin login = bench.identity.login().begin(userPrincipal());
    bench.clock.advance(12h);
    QCOMPARE(IdentityBench::error(renewed(bench, login.refreshToken, made(bench))),
             QStringLiteral("TOKEN_EXPIRED"));
}

FUOTADESK_TEST(LoginServerTest);

} // namespace fuotadesk

#include "loginservertest.moc"
