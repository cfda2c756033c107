#include "sandbox/sandbox.h"
#include "sandbox/rawclient.h"
#include "sandbox/signedcall.h"
#include "support/testcase.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QNetworkInterface>
#include <QTcpSocket>
#include <QUrl>

#include <thread>

namespace fuotadesk {

class SandboxTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void servesASignedClient();
    void keysDifferEachTime();
    void secondOneCannotTakeThePort();
    void tasksOutliveAStop();
    void stopsQuicklyWithAClientThatSaysNothing();
    void stopsQuicklyInTheMiddleOfARequest();
    void startAndStopManyTimes();
    void listensOnLoopbackOnly();
    void manyClientsAtOnce();
    void quotaAnswersTooManyRequests();

private:
    static quint16 portOf(const LocalEndpoint& sandbox);
    static HttpAnswer call(const LocalEndpoint& sandbox, const QByteArray& method,
                           const QByteArray& target, const QByteArray& body = {});

    SystemClock m_clock;
    SystemRandom m_random;
};

namespace {

constexpr auto Body = R"({"Name":"n","FirmwareUpdateImage":"s3://b/k","FirmwareUpdateRole":"r"})";

HttpAnswer signedAnswer(quint16 port, const TestSigner& signer, HttpCall call)
{
    call.headers.append(HttpHeader{"Host", "127.0.0.1:" + QByteArray::number(port)});
    return answerTo(port, wireForm(signer(call)));
}

} // namespace

quint16 SandboxTest::portOf(const LocalEndpoint& sandbox)
{
    return quint16(QUrl(sandbox.url()).port(0));
}

HttpAnswer SandboxTest::call(const LocalEndpoint& sandbox, const QByteArray& method,
                             const QByteArray& target, const QByteArray& body)
{
    return signedAnswer(portOf(sandbox), signerFor(sandbox.credentials()),
                        {method, target, {}, body});
}

void SandboxTest::servesASignedClient()
{
    const auto sandbox = makeSandbox(m_clock, m_random);
    QVERIFY(sandbox->url().isEmpty());
    QVERIFY(sandbox->start({}));
    QVERIFY(sandbox->url().startsWith(u"http://127.0.0.1:"));
    QCOMPARE(sandbox->region(), QStringLiteral("eu-west-1"));

    const HttpAnswer created = call(*sandbox, "POST", "/fuota-tasks", Body);
    QCOMPARE(created.status, 201);
    QCOMPARE(headerValue(created.headers, "Content-Type"), QByteArray("application/json"));
    QCOMPARE(call(*sandbox, "GET", "/fuota-tasks/a%2Fb%20c%25%3A%2B%C3%A9").status, 404);
    TestSigner thief = signerFor(sandbox->credentials());
    thief.secret = "guessed";
    QCOMPARE(signedAnswer(portOf(*sandbox), thief, {"GET", "/fuota-tasks", {}, {}}).status, 403);
    sandbox->stop();
    QVERIFY(sandbox->url().isEmpty());
}

void SandboxTest::keysDifferEachTime()
{
    const Credentials first = makeSandbox(m_clock, m_random)->credentials();
    const Credentials second = makeSandbox(m_clock, m_random)->credentials();
    QVERIFY(first.accessKeyId.startsWith(u"AKIASANDBOX"));
    QCOMPARE(first.accessKeyId.size(), 20);
    QCOMPARE(first.secretAccessKey.reveal().size(), 40);
    QVERIFY(first.sessionToken.isEmpty());
    QVERIFY(!(first.secretAccessKey == second.secretAccessKey));
}

void SandboxTest::secondOneCannotTakeThePort()
{
    const auto first = makeSandbox(m_clock, m_random);
    const auto second = makeSandbox(m_clock, m_random);
    QVERIFY(first->start({}));
    LocalEndpointOptions options;
    options.port = portOf(*first);
    const auto started = second->start(options);
    QVERIFY(!started);
    QCOMPARE(started.error().kind, ErrorKind::SandboxUnavailable);
    QVERIFY(second->url().isEmpty());
    first->stop();
    QVERIFY(second->start(options));
    QCOMPARE(portOf(*second), options.port);
}

void SandboxTest::tasksOutliveAStop()
{
    const auto sandbox = makeSandbox(m_clock, m_random);
    QVERIFY(sandbox->start({}));
    QCOMPARE(call(*sandbox, "POST", "/fuota-tasks", Body).status, 201);
    sandbox->stop();
    QVERIFY(sandbox->start({}));
    QVERIFY(call(*sandbox, "GET", "/fuota-tasks").body.contains(R"("Name":"n")"));
}

void SandboxTest::stopsQuicklyWithAClientThatSaysNothing()
{
    const auto sandbox = makeSandbox(m_clock, m_random);
    QVERIFY(sandbox->start({}));
    QTcpSocket silent;
    silent.connectToHost(QHostAddress(QHostAddress::LocalHost), portOf(*sandbox));
    QVERIFY(silent.waitForConnected());
    QElapsedTimer timer;
    timer.start();
    sandbox->stop();
    QVERIFY2(timer.elapsed() < 2500, qPrintable(QString::number(timer.elapsed())));
}

void SandboxTest::stopsQuicklyInTheMiddleOfARequest()
{
    const auto sandbox = makeSandbox(m_clock, m_random);
    QVERIFY(sandbox->start({}));
    QTcpSocket slow;
    slow.connectToHost(QHostAddress(QHostAddress::LocalHost), portOf(*sandbox));
    QVERIFY(slow.waitForConnected());
    slow.write("POST /fuota-tasks HTTP/1.1\r\nContent-Length: 100\r\n\r\n{");
    QVERIFY(slow.waitForBytesWritten());
    QElapsedTimer timer;
    timer.start();
    sandbox->stop();
    QVERIFY2(timer.elapsed() < 2500, qPrintable(QString::number(timer.elapsed())));
}

void SandboxTest::startAndStopManyTimes()
{
    const auto sandbox = makeSandbox(m_clock, m_random);
    for (int i = 0; i < 200; ++i) {
        QVERIFY(sandbox->start({}));
        sandbox->stop();
    }
    sandbox->stop();
}

void SandboxTest::listensOnLoopbackOnly()
{
    const auto sandbox = makeSandbox(m_clock, m_random);
    QVERIFY(sandbox->start({}));
    const QList<QHostAddress> addresses = QNetworkInterface::allAddresses();
    for (const QHostAddress& address : addresses) {
        if (address == QHostAddress(QHostAddress::LocalHost))
            continue;
        QTcpSocket socket;
        socket.connectToHost(address, portOf(*sandbox));
        QVERIFY2(!socket.waitForConnected(500), qPrintable(address.toString()));
    }
}

void SandboxTest::manyClientsAtOnce()
{
    const auto sandbox = makeSandbox(m_clock, m_random);
    QVERIFY(sandbox->start({}));
    const quint16 port = portOf(*sandbox);
    const TestSigner signer = signerFor(sandbox->credentials());
    std::atomic_int created = 0;
    std::vector<std::thread> clients;
    for (int i = 0; i < 8; ++i) {
        clients.emplace_back([&] {
            for (int j = 0; j < 5; ++j)
                created +=
                    signedAnswer(port, signer, {"POST", "/fuota-tasks", {}, Body}).status == 201
                    ? 1
                    : 0;
        });
    }
    for (std::thread& client : clients)
        client.join();
    QCOMPARE(created.load(), 40);
    QCOMPARE(call(*sandbox, "GET", "/fuota-tasks").body.count("\"Id\""), 40);
}

void SandboxTest::quotaAnswersTooManyRequests()
{
    const auto sandbox = makeSandbox(m_clock, m_random);
    LocalEndpointOptions options;
    options.quota = true;
    QVERIFY(sandbox->start(options));
    QMap<int, int> statuses;
    for (int i = 0; i < 40; ++i)
        ++statuses[call(*sandbox, "GET", "/fuota-tasks").status];
    QVERIFY(statuses.value(200) >= 10);
    QVERIFY(statuses.value(429) >= 1);
    QCOMPARE(statuses.value(200) + statuses.value(429), 40);
}

FUOTADESK_TEST(SandboxTest);

} // namespace fuotadesk

#include "sandboxtest.moc"
