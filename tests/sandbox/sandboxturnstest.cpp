#include "sandbox/rawclient.h"
#include "sandbox/sandbox.h"
#include "sandbox/signedcall.h"
#include "support/fakes.h"
#include "support/testcase.h"

#include <QUrl>

namespace fuotadesk {

class SandboxTurnsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void fleetIsAsLargeAsAsked();
    void fleetGrowsWhileItRuns();
    void quotaIsTurnedWhileItRuns();

private:
    SystemClock m_clock;
    SystemRandom m_random;
};

namespace {

HttpAnswer call(const LocalEndpoint& sandbox, const QByteArray& method, const QByteArray& target,
                const Clock& clock = SystemClock())
{
    const auto port = quint16(QUrl(sandbox.url()).port(0));
    const HttpHeader host{"Host", "127.0.0.1:" + QByteArray::number(port)};
    TestSigner signer = signerFor(sandbox.credentials());
    signer.time = clock.now();
    return answerTo(port, wireForm(signer({method, target, {host}, {}})));
}

} // namespace

void SandboxTurnsTest::fleetIsAsLargeAsAsked()
{
    const auto sandbox = makeSandbox(m_clock, m_random);
    LocalEndpointOptions options;
    options.devices = 3;
    QVERIFY(sandbox->start(options));
    QCOMPARE(call(*sandbox, "GET", "/wireless-devices").body.count("\"DevEui\""), 3);
    sandbox->stop();
    options.devices = 100'000;
    QVERIFY(sandbox->start(options));
    const QByteArray page = call(*sandbox, "GET", "/wireless-devices?maxResults=200").body;
    QCOMPARE(page.count("\"DevEui\""), 200);
    QVERIFY(page.contains("NextToken"));
}

void SandboxTurnsTest::fleetGrowsWhileItRuns()
{
    const auto sandbox = makeSandbox(m_clock, m_random);
    LocalEndpointOptions options;
    options.devices = 3;
    QVERIFY(sandbox->start(options));
    sandbox->growFleet(2);
    QCOMPARE(call(*sandbox, "GET", "/wireless-devices").body.count("\"DevEui\""), 3);
    sandbox->growFleet(7);
    QCOMPARE(call(*sandbox, "GET", "/wireless-devices").body.count("\"DevEui\""), 7);
}

void SandboxTurnsTest::quotaIsTurnedWhileItRuns()
{
    const FakeClock clock; // the quota does not fill again
    const auto sandbox = makeSandbox(clock, m_random);
    QVERIFY(sandbox->start({}));
    const auto refused = [&] {
        int count = 0;
        for (int i = 0; i < 15; ++i)
            count += call(*sandbox, "GET", "/fuota-tasks", clock).status == 429 ? 1 : 0;
        return count;
    };
    QCOMPARE(refused(), 0);
    sandbox->setQuota(true);
    QCOMPARE(refused(), 5);
}

FUOTADESK_TEST(SandboxTurnsTest);

} // namespace fuotadesk

#include "sandboxturnstest.moc"
