#include "account/accountbench.h"
#include "support/testcase.h"

namespace fuotadesk {

class TaskMemberDeskTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void devicesComeAndGo();
    void groupsComeAndGo();
    void devicesOrGroupsNeverBoth();
    void fragmentSizeIsForGroups();
    void groupMustBeOfTheRegion();
    void groupOfARunningTaskIsTaken();
    void whatDoesNotExistIsNotFound();
};

void TaskMemberDeskTest::devicesComeAndGo()
{
    AccountBench bench;
    bench.makeTask("t");
    bench.keepDevice("d", 3);
    const QByteArray both = R"({"Id":"$t","WirelessDeviceId":"$d"})";
    QCOMPARE(bench.refusal(associateWirelessDeviceWithFuotaTaskOperation(), both), 0);
    QCOMPARE(bench.refusal(associateWirelessDeviceWithFuotaTaskOperation(), both), 409);
    QCOMPARE(bench.listed(listWirelessDevicesOperation(), "WirelessDeviceList",
                          R"({"FuotaTaskId":"$t"})"),
             QStringList{QStringLiteral("meter-00004")});
    QCOMPARE(bench.refusal(disassociateWirelessDeviceFromFuotaTaskOperation(), both), 0);
    QCOMPARE(bench.refusal(disassociateWirelessDeviceFromFuotaTaskOperation(), both), 404);
    QVERIFY(
        bench
            .listed(listWirelessDevicesOperation(), "WirelessDeviceList", R"({"FuotaTaskId":"$t"})")
            .isEmpty());
}

void TaskMemberDeskTest::groupsComeAndGo()
{
    AccountBench bench;
    bench.makeTask("t");
    bench.makeGroup("g");
    bench.makeGroup("h");
    const QByteArray both = R"({"Id":"$t","MulticastGroupId":"$g"})";
    QCOMPARE(bench.refusal(associateMulticastGroupWithFuotaTaskOperation(), both), 0);
    QCOMPARE(bench.refusal(associateMulticastGroupWithFuotaTaskOperation(), both), 409);
    QCOMPARE(bench.refusal(associateMulticastGroupWithFuotaTaskOperation(),
                           R"({"Id":"$t","MulticastGroupId":"$h"})"),
             0);
    const QStringList expected{QString::fromLatin1(bench.id("g")),
                               QString::fromLatin1(bench.id("h"))};
    QCOMPARE(bench.listed(listMulticastGroupsByFuotaTaskOperation(), "MulticastGroupList",
                          R"({"Id":"$t"})"),
             expected);
    QCOMPARE(bench.listed(listMulticastGroupsByFuotaTaskOperation(), "MulticastGroupList",
                          R"({"Id":"$t","MaxResults":1})"),
             expected.mid(0, 1));
    QCOMPARE(bench.refusal(disassociateMulticastGroupFromFuotaTaskOperation(), both), 0);
    QCOMPARE(bench.refusal(disassociateMulticastGroupFromFuotaTaskOperation(), both), 404);
}

void TaskMemberDeskTest::devicesOrGroupsNeverBoth()
{
    AccountBench bench;
    bench.makeTask("devices");
    bench.makeTask("groups");
    bench.makeGroup("g");
    bench.keepDevice("d", 0);
    QCOMPARE(bench.refusal(associateWirelessDeviceWithFuotaTaskOperation(),
                           R"({"Id":"$devices","WirelessDeviceId":"$d"})"),
             0);
    QCOMPARE(bench.refusal(associateMulticastGroupWithFuotaTaskOperation(),
                           R"({"Id":"$devices","MulticastGroupId":"$g"})"),
             409);
    QCOMPARE(bench.refusal(associateMulticastGroupWithFuotaTaskOperation(),
                           R"({"Id":"$groups","MulticastGroupId":"$g"})"),
             0);
    QCOMPARE(bench.refusal(associateWirelessDeviceWithFuotaTaskOperation(),
                           R"({"Id":"$groups","WirelessDeviceId":"$d"})"),
             409);
}

void TaskMemberDeskTest::fragmentSizeIsForGroups()
{
    AccountBench bench;
    bench.makeTask("t", R"(,"FragmentSizeBytes":48)");
    bench.keepDevice("d", 0);
    QCOMPARE(bench.refusal(associateWirelessDeviceWithFuotaTaskOperation(),
                           R"({"Id":"$t","WirelessDeviceId":"$d"})"),
             400);
}

void TaskMemberDeskTest::groupMustBeOfTheRegion()
{
    AccountBench bench;
    bench.makeTask("t", R"(,"LoRaWAN":{"RfRegion":"US915"})");
    bench.makeGroup("g");
    QCOMPARE(bench.refusal(associateMulticastGroupWithFuotaTaskOperation(),
                           R"({"Id":"$t","MulticastGroupId":"$g"})"),
             400);
}

void TaskMemberDeskTest::groupOfARunningTaskIsTaken()
{
    AccountBench bench;
    bench.makeTask("first");
    bench.makeTask("second");
    bench.makeTask("third");
    bench.makeGroup("g");
    bench.keepDevice("d", 0);
    bench.addToGroup("g", "d");
    for (const QByteArray& name : {QByteArrayLiteral("first"), QByteArrayLiteral("second")})
        QVERIFY(bench.call(associateMulticastGroupWithFuotaTaskOperation(),
                           R"({"Id":"$)" + name + R"(","MulticastGroupId":"$g"})"));
    bench.startNow("first");
    QCOMPARE(bench.refusal(startFuotaTaskOperation(), R"({"Id":"$second"})"), 409);
    QCOMPARE(bench.refusal(associateMulticastGroupWithFuotaTaskOperation(),
                           R"({"Id":"$third","MulticastGroupId":"$g"})"),
             409);
}

void TaskMemberDeskTest::whatDoesNotExistIsNotFound()
{
    AccountBench bench;
    bench.makeTask("t");
    bench.keepDevice("beyond", DeviceFleet::DefaultSize);
    QCOMPARE(bench.refusal(associateWirelessDeviceWithFuotaTaskOperation(),
                           R"({"Id":"$t","WirelessDeviceId":"$beyond"})"),
             404);
    QCOMPARE(bench.refusal(associateMulticastGroupWithFuotaTaskOperation(),
                           R"({"Id":"$t","MulticastGroupId":"x"})"),
             404);
    QCOMPARE(bench.refusal(listMulticastGroupsByFuotaTaskOperation(), R"({"Id":"x"})"), 404);
    const auto refused = bench.call(associateWirelessDeviceWithFuotaTaskOperation(),
                                    R"({"Id":"x","WirelessDeviceId":"$beyond"})");
    QCOMPARE(refused.error().resourceType, QStringLiteral("FuotaTask"));
}

FUOTADESK_TEST(TaskMemberDeskTest);

} // namespace fuotadesk

#include "taskmemberdesktest.moc"
