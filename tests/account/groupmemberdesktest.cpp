#include "account/accountbench.h"
#include "support/testcase.h"

using namespace std::chrono_literals;

namespace fuotadesk {

class GroupMemberDeskTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void devicesComeAndGo();
    void nothingJoinsOutsideOfPending();
    void bulkJoinsBitByBit();
    void bulkTakesTagsAndQueryTogether();
    void bulkLeavesAtOnce();
    void bulkWantsToKnowWhom();
    void tagsGivenLaterCount();

private:
    static std::pair<int, int> counts(AccountBench& bench);
};

std::pair<int, int> GroupMemberDeskTest::counts(AccountBench& bench)
{
    const auto group = bench.call(getMulticastGroupOperation(), R"({"Id":"$g"})");
    const QJsonValue lorawan = group->value(u"LoRaWAN");
    return {lorawan[QStringLiteral("NumberOfDevicesRequested")].toInt(-1),
            lorawan[QStringLiteral("NumberOfDevicesInGroup")].toInt(-1)};
}

void GroupMemberDeskTest::devicesComeAndGo()
{
    AccountBench bench;
    bench.makeGroup("g");
    bench.keepDevice("d", 0);
    const QByteArray both = R"({"Id":"$g","WirelessDeviceId":"$d"})";
    QCOMPARE(bench.refusal(associateWirelessDeviceWithMulticastGroupOperation(), both), 0);
    QCOMPARE(bench.refusal(associateWirelessDeviceWithMulticastGroupOperation(), both), 409);
    QCOMPARE(counts(bench), std::pair(1, 1));
    QCOMPARE(bench.refusal(disassociateWirelessDeviceFromMulticastGroupOperation(), both), 0);
    QCOMPARE(bench.refusal(disassociateWirelessDeviceFromMulticastGroupOperation(), both), 404);
    QCOMPARE(bench.refusal(associateWirelessDeviceWithMulticastGroupOperation(),
                           R"({"Id":"$g","WirelessDeviceId":"x"})"),
             404);
    QCOMPARE(bench.refusal(associateWirelessDeviceWithMulticastGroupOperation(),
                           R"({"Id":"x","WirelessDeviceId":"$d"})"),
             404);
}

void GroupMemberDeskTest::nothingJoinsOutsideOfPending()
{
    AccountBench bench;
    bench.makeGroup("g");
    bench.keepDevice("d", 0);
    QVERIFY(bench.call(startMulticastGroupSessionOperation(), R"({"Id":"$g","LoRaWAN":{}})"));
    QCOMPARE(bench.refusal(associateWirelessDeviceWithMulticastGroupOperation(),
                           R"({"Id":"$g","WirelessDeviceId":"$d"})"),
             409);
    // the model of the bulk operations has no conflict
    QCOMPARE(bench.refusal(startBulkAssociateWirelessDeviceWithMulticastGroupOperation(),
                           R"({"Id":"$g","QueryString":"DevEui: 7*"})"),
             400);
}

void GroupMemberDeskTest::bulkJoinsBitByBit()
{
    AccountBench bench;
    bench.makeGroup("g");
    bench.world.fleet.resize(1000);
    QVERIFY(bench.call(startBulkAssociateWirelessDeviceWithMulticastGroupOperation(),
                       R"({"Id":"$g","QueryString":"WirelessDeviceName: meter-*"})"));
    QCOMPARE(counts(bench), std::pair(1000, 0));
    bench.pass(1s);
    QCOMPARE(counts(bench), std::pair(1000, 10));
    bench.pass(99s);
    QCOMPARE(counts(bench), std::pair(1000, 1000));
}

void GroupMemberDeskTest::bulkTakesTagsAndQueryTogether()
{
    AccountBench bench;
    bench.makeGroup("g");
    int north = 0;
    int northInClassB = 0;
    for (int index = 0; index < DeviceFleet::DefaultSize; ++index) {
        const FleetDevice device = DeviceFleet::at(index);
        const bool isNorth = device.tags().constFirst().value == u"north";
        north += isNorth ? 1 : 0;
        northInClassB += isNorth && device.deviceClass() == DeviceClass::B ? 1 : 0;
    }
    QVERIFY(north > 0);
    QVERIFY(bench.call(startBulkAssociateWirelessDeviceWithMulticastGroupOperation(),
                       R"({"Id":"$g","QueryString":"DeviceProfileName: EU868-class-B","Tags":[)"
                       R"({"Key":"site","Value":"north"}]})"));
    QCOMPARE(counts(bench).first, northInClassB);
    QVERIFY(bench.call(startBulkAssociateWirelessDeviceWithMulticastGroupOperation(),
                       R"({"Id":"$g","Tags":[{"Key":"site","Value":"north"}]})"));
    QCOMPARE(counts(bench).first, north);
}

void GroupMemberDeskTest::bulkLeavesAtOnce()
{
    AccountBench bench;
    bench.makeGroup("g");
    const QByteArray all = R"({"Id":"$g","QueryString":"DevEui: *"})";
    QVERIFY(bench.call(startBulkAssociateWirelessDeviceWithMulticastGroupOperation(), all));
    bench.pass(1min);
    QCOMPARE(counts(bench), std::pair(24, 24));
    QVERIFY(bench.call(startBulkDisassociateWirelessDeviceFromMulticastGroupOperation(), all));
    QCOMPARE(counts(bench), std::pair(0, 0));
}

void GroupMemberDeskTest::bulkWantsToKnowWhom()
{
    AccountBench bench;
    bench.makeGroup("g");
    const Operation& bulk = startBulkAssociateWirelessDeviceWithMulticastGroupOperation();
    QCOMPARE(bench.refusal(bulk, R"({"Id":"$g"})"), 400);
    QCOMPARE(bench.refusal(bulk, R"({"Id":"$g","QueryString":"Colour: red"})"), 400);
    QCOMPARE(bench.refusal(bulk, R"({"Id":"x","QueryString":"DevEui: *"})"), 404);
}

void GroupMemberDeskTest::tagsGivenLaterCount()
{
    AccountBench bench;
    bench.makeGroup("g");
    const QByteArray arn = "arn:aws:iotwireless:eu-west-1:123456789012:WirelessDevice/"
        + DeviceFleet::at(7).id().toLatin1();
    QVERIFY(bench.call(tagResourceOperation(),
                       R"({"ResourceArn":")" + arn + R"(","Tags":[{"Key":"wave","Value":"1"}]})"));
    QVERIFY(bench.call(startBulkAssociateWirelessDeviceWithMulticastGroupOperation(),
                       R"({"Id":"$g","Tags":[{"Key":"wave","Value":"1"}]})"));
    QCOMPARE(counts(bench).first, 1);
}

FUOTADESK_TEST(GroupMemberDeskTest);

} // namespace fuotadesk

#include "groupmemberdesktest.moc"
