#include "sandbox/sandbox.h"
#include "fleet/devicefleet.h"
#include "sandbox/rawclient.h"
#include "sandbox/signedcall.h"
#include "support/fakes.h"
#include "support/testcase.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QJsonDocument>
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
    void faultsStrikeOnRequest_data();
    void faultsStrikeOnRequest();
    void unknownOperationIsNoFault();
    void faultsChangeWhileItRuns();
    void timeIsTurnedFromOutside();
    void jumpsToTheNextStart();

private:
    static quint16 portOf(const LocalEndpoint& sandbox);
    // What a task with one device that waits for its start is asked by.
    static QByteArray startedTask(const LocalEndpoint& sandbox, const QByteArray& start = "{}");
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

QByteArray SandboxTest::startedTask(const LocalEndpoint& sandbox, const QByteArray& start)
{
    const QByteArray created = call(sandbox, "POST", "/fuota-tasks", Body).body;
    const QByteArray task = "/fuota-tasks/"
        + QJsonDocument::fromJson(created)[QStringLiteral("Id")].toString().toLatin1();
    const QByteArray device =
        R"({"WirelessDeviceId":")" + DeviceFleet::at(0).id().toLatin1() + R"("})";
    const int added = call(sandbox, "PUT", task + "/wireless-device", device).status;
    const int started = call(sandbox, "PUT", task, start).status;
    return added == 204 && started == 204 ? task : QByteArray();
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
    QVERIFY2(timer.elapsed() < 4500, qPrintable(QString::number(timer.elapsed())));
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
    QVERIFY2(timer.elapsed() < 4500, qPrintable(QString::number(timer.elapsed())));
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
    const FakeClock clock; // the quota does not fill again
    const auto sandbox = makeSandbox(clock, m_random);
    LocalEndpointOptions options;
    options.quota = true;
    QVERIFY(sandbox->start(options));
    TestSigner signer = signerFor(sandbox->credentials());
    signer.time = clock.now();
    QMap<int, int> statuses;
    for (int i = 0; i < 40; ++i)
        ++statuses[signedAnswer(portOf(*sandbox), signer, {"GET", "/fuota-tasks", {}, {}}).status];
    QCOMPARE(statuses, (QMap<int, int>{{200, 10}, {429, 30}}));
}

void SandboxTest::faultsStrikeOnRequest_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("status"); // 0: no whole answer
    QTest::addColumn<int>("created"); // has it had its effect
    QTest::newRow("none") << QStringLiteral("reset=1:GetFuotaTask") << 201 << 1;
    QTest::newRow("429") << QStringLiteral("429=1:CreateFuotaTask") << 429 << 0;
    QTest::newRow("500") << QStringLiteral("500=1:CreateFuotaTask") << 500 << 0;
    QTest::newRow("reset") << QStringLiteral("reset=1:CreateFuotaTask") << 0 << 0;
    QTest::newRow("lost") << QStringLiteral("lost=1:CreateFuotaTask") << 0 << 1;
    QTest::newRow("truncate") << QStringLiteral("truncate=1:CreateFuotaTask") << 201 << 1;
    QTest::newRow("latency") << QStringLiteral("latency=50ms:CreateFuotaTask") << 201 << 1;
}

void SandboxTest::faultsStrikeOnRequest()
{
    QFETCH(QString, fault);
    QFETCH(int, created);
    const auto sandbox = makeSandbox(m_clock, m_random);
    LocalEndpointOptions options;
    options.faults = {*parseFault(fault)};
    QVERIFY(sandbox->start(options));
    const HttpAnswer answer = call(*sandbox, "POST", "/fuota-tasks", Body);
    QTEST(answer.status, "status");
    if (fault.startsWith(u"truncate"))
        QVERIFY(answer.body.size() < headerValue(answer.headers, "Content-Length").toInt());
    QCOMPARE(call(*sandbox, "GET", "/fuota-tasks").body.count("\"Id\""), created);
}

void SandboxTest::unknownOperationIsNoFault()
{
    const auto sandbox = makeSandbox(m_clock, m_random);
    LocalEndpointOptions options;
    options.faults = {*parseFault(QStringLiteral("500=1:MakeCoffee"))};
    const auto started = sandbox->start(options);
    QVERIFY(!started);
    QCOMPARE(started.error().kind, ErrorKind::InputInvalid);
    QCOMPARE(started.error().code, QStringLiteral("MakeCoffee"));
    QVERIFY(sandbox->url().isEmpty());
}

void SandboxTest::faultsChangeWhileItRuns()
{
    const auto sandbox = makeSandbox(m_clock, m_random);
    QVERIFY(sandbox->start({}));
    QVERIFY(sandbox->setFaults({*parseFault(QStringLiteral("500=1"))}));
    QCOMPARE(call(*sandbox, "GET", "/fuota-tasks").status, 500);
    QVERIFY(!sandbox->setFaults({*parseFault(QStringLiteral("lost=1:Nothing"))}));
    QCOMPARE(call(*sandbox, "GET", "/fuota-tasks").status, 500);
    QVERIFY(sandbox->setFaults({}));
    QCOMPARE(call(*sandbox, "GET", "/fuota-tasks").status, 200);
}

void SandboxTest::timeIsTurnedFromOutside()
{
    const auto sandbox = makeSandbox(m_clock, m_random);
    LocalEndpointOptions options;
    options.speed = 60;
    QVERIFY(sandbox->start(options));
    QCOMPARE(sandbox->speed(), 60.0);
    sandbox->pause();
    QVERIFY(sandbox->isPaused());
    const QByteArray task = startedTask(*sandbox);
    QVERIFY(call(*sandbox, "GET", task).body.contains("FuotaSession_Waiting"));
    sandbox->jump(std::chrono::minutes(30));
    QVERIFY(call(*sandbox, "GET", task).body.contains("In_FuotaSession"));
    sandbox->jump(std::chrono::hours(24));
    QVERIFY(call(*sandbox, "GET", task).body.contains("FuotaDone"));
    sandbox->resume();
    sandbox->setSpeed(2);
    QVERIFY(!sandbox->isPaused());
    QCOMPARE(sandbox->speed(), 2.0);
}

void SandboxTest::jumpsToTheNextStart()
{
    const auto sandbox = makeSandbox(m_clock, m_random);
    QVERIFY(sandbox->start({}));
    sandbox->pause();
    QVERIFY(!sandbox->jumpToNextStart());
    const QByteArray inTwoHours =
        m_clock.now().addSecs(7200).toString(Qt::ISODate).toLatin1(); // UTC
    const QByteArray later =
        startedTask(*sandbox, R"({"LoRaWAN":{"StartTime":")" + inTwoHours + R"("}})");
    const QByteArray sooner = startedTask(*sandbox);
    QVERIFY(sandbox->jumpToNextStart());
    QVERIFY(call(*sandbox, "GET", sooner).body.contains("In_FuotaSession"));
    QVERIFY(call(*sandbox, "GET", later).body.contains("FuotaSession_Waiting"));
    QVERIFY(sandbox->jumpToNextStart());
    QVERIFY(call(*sandbox, "GET", later).body.contains("In_FuotaSession"));
    QVERIFY(!sandbox->jumpToNextStart());
}

FUOTADESK_TEST(SandboxTest);

} // namespace fuotadesk

#include "sandboxtest.moc"
