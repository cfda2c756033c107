#include "account/multicast.h"
#include "account/accountbench.h"
#include "support/testcase.h"

using namespace std::chrono_literals;

namespace fuotadesk {

class MulticastTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void deviceTakesTheGroupStepByStep();
    void unfitDevicesDoNot();
    void sessionShowsAtTheDevice();
    void indexStaysWithinTheModel();
    void radioComesFromTheGroup();
};

namespace {

constexpr qint64 Serial = 3; // the third group: the account comes with two

QString statusOf(AccountBench& bench, int device)
{
    bench.world.advance();
    return memberStatus(bench.world, Serial, DeviceFleet::at(device));
}

void join(AccountBench& bench, int device)
{
    bench.world.advance();
    bench.world.groups.at(Serial).members.emplace(device, bench.world.now());
}

} // namespace

void MulticastTest::deviceTakesTheGroupStepByStep()
{
    AccountBench bench;
    bench.makeGroup("g");
    join(bench, 0);
    QCOMPARE(statusOf(bench, 0), QStringLiteral("Package_attempting"));
    bench.pass(1min);
    QCOMPARE(statusOf(bench, 0), QStringLiteral("Multicast_setup_attempting"));
    bench.pass(1min);
    QCOMPARE(statusOf(bench, 0), QStringLiteral("Multicast_setup_ready"));
}

void MulticastTest::unfitDevicesDoNot()
{
    AccountBench bench;
    bench.makeGroup("g");
    for (const int device : {4, 6, 8, 11})
        join(bench, device);
    bench.pass(1h);
    for (const int device : {4, 6, 8}) // without ports, class A, ABP
        QCOMPARE(statusOf(bench, device), QStringLiteral("Package_unsupported"));
    QCOMPARE(statusOf(bench, 11), QStringLiteral("Package_attempting")); // never seen
}

void MulticastTest::sessionShowsAtTheDevice()
{
    AccountBench bench;
    bench.makeGroup("g");
    join(bench, 0);
    bench.pass(1h);
    QVERIFY(bench.call(startMulticastGroupSessionOperation(), R"({"Id":"$g","LoRaWAN":{}})"));
    QCOMPARE(statusOf(bench, 0), QStringLiteral("Session_attempting"));
    bench.pass(30min);
    QCOMPARE(statusOf(bench, 0), QStringLiteral("In_Session"));
    bench.pass(2h);
    QCOMPARE(statusOf(bench, 0), QStringLiteral("Multicast_setup_ready"));
}

void MulticastTest::indexStaysWithinTheModel()
{
    QCOMPARE(groupIndex(1), 1);
    QCOMPARE(groupIndex(256), 256);
    QCOMPARE(groupIndex(257), 1);
}

void MulticastTest::radioComesFromTheGroup()
{
    AccountBench bench;
    bench.makeGroup("g", "ClassB");
    const auto gateways = bench.world.surroundings.gateways.list({});
    QByteArray ids;
    for (const QJsonObject& gateway : gateways->items)
        ids += (ids.isEmpty() ? "\"" : ",\"") + gateway[u"Id"].toString().toLatin1() + '"';
    QVERIFY(bench.call(updateMulticastGroupOperation(),
                       R"({"Id":"$g","LoRaWAN":{"DefaultSessionParameters":{"DlDr":3},)"
                       R"("ParticipatingGateways":{"TransmissionInterval":200,"GatewayList":[)"
                           + ids + "]}}}"));
    const GroupRadio expected{true, 3, std::nullopt, 4, 200};
    QCOMPARE(groupRadio(bench.world.groups.at(Serial)), expected);
}

FUOTADESK_TEST(MulticastTest);

} // namespace fuotadesk

#include "multicasttest.moc"
