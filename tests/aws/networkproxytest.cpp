#include "networkfixture.h"
#include "support/testcase.h"

namespace fuotadesk {

class NetworkProxyTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void goesThroughTheProxyOfTheSystem();
    void tunnelThatTheProxyRefuses_data();
    void tunnelThatTheProxyRefuses();
    void passesTheProxyBy_data();
    void passesTheProxyBy();
};

namespace {

// The environment names the proxy while this lives.
struct ProxyFixture : NetworkFixture {
    explicit ProxyFixture(const NetworkOptions& options)
    {
        const QByteArray address = proxy.url().toEncoded();
        qputenv("http_proxy", address);
        qputenv("https_proxy", address);
        transport = std::make_unique<NetworkTransport>(options);
    }
    ~ProxyFixture()
    {
        qunsetenv("http_proxy");
        qunsetenv("https_proxy");
    }
    Q_DISABLE_COPY_MOVE(ProxyFixture)

    LoopbackServer proxy;
};

} // namespace

void NetworkProxyTest::goesThroughTheProxyOfTheSystem()
{
    ProxyFixture f({true, {}, {}});
    f.proxy.answer(200, "via proxy");
    f.send(request(QUrl(QStringLiteral("http://service.invalid/x%2Fy?a=%2B")), "POST", "{}"));
    QTRY_COMPARE(f.outcome.count, 1);
    QVERIFY(f.outcome.result->has_value());
    QCOMPARE((*f.outcome.result)->body, QByteArrayLiteral("via proxy"));
    const auto& seen = f.proxy.received().constFirst();
    QCOMPARE(seen.line, QByteArrayLiteral("POST http://service.invalid/x%2Fy?a=%2B HTTP/1.1"));
    QCOMPARE(headerValue(seen.headers, "Host"), QByteArrayLiteral("service.invalid"));
    QCOMPARE(seen.body, QByteArrayLiteral("{}"));
}

void NetworkProxyTest::tunnelThatTheProxyRefuses_data()
{
    QTest::addColumn<QByteArray>("status");
    for (const char* status : {"403 Forbidden", "407 Proxy Authentication Required",
                               "502 Bad Gateway", "503 Service Unavailable"})
        QTest::newRow(status) << QByteArray(status);
}

void NetworkProxyTest::tunnelThatTheProxyRefuses()
{
    QFETCH(QByteArray, status);
    ProxyFixture f({true, {}, {}});
    f.proxy.answerRaw("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n",
                      LoopbackServer::Then::Close);
    f.send(request(QUrl(QStringLiteral("https://service.invalid/x")), "POST", "{}"));
    QTRY_COMPARE(f.outcome.count, 1);
    QVERIFY(!f.outcome.result->has_value());
    QCOMPARE(f.error().kind, ErrorKind::ProxyFailed);
    const auto& seen = f.proxy.received().constFirst();
    QCOMPARE(seen.line, QByteArrayLiteral("CONNECT service.invalid:443 HTTP/1.1"));
    QVERIFY(seen.body.isEmpty());
}

void NetworkProxyTest::passesTheProxyBy_data()
{
    QTest::addColumn<bool>("useSystemProxy");
    QTest::addColumn<QString>("noProxy");
    QTest::newRow("the sandbox uses none") << false << QString();
    QTest::newRow("NO_PROXY names the host") << true << QStringLiteral("other.example, 127.0.0.1");
}

void NetworkProxyTest::passesTheProxyBy()
{
    QFETCH(bool, useSystemProxy);
    QFETCH(QString, noProxy);
    ProxyFixture f({useSystemProxy, noProxy, {}});
    f.server.answer(200, "direct");
    f.send(request(f.server.url("/x")));
    QTRY_COMPARE(f.outcome.count, 1);
    QCOMPARE((*f.outcome.result)->body, QByteArrayLiteral("direct"));
    QVERIFY(f.proxy.received().isEmpty());
}

} // namespace fuotadesk

using fuotadesk::NetworkProxyTest;
FUOTADESK_TEST(NetworkProxyTest);
#include "networkproxytest.moc"
