#include "campaign/groupgrowth.h"
#include "campaign/groupbench.h"
#include "campaign/grouplist.h"
#include "campaign/sandboxbench.h"
#include "iotwireless/wirelessdeviceclient.h"
#include "store/memberbatch.h"
#include "support/testcase.h"

#include <QSignalSpy>

namespace fuotadesk {

using namespace std::chrono_literals;

class GroupGrowthTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void followedGroupIsReadUntilItIsQuiet();
    void changeBeginsAnew();
    void requestGoesOutAsItIs();
    void sandboxTakesDevicesInAndOut();
};

namespace {

struct Grown : GroupBench {
    GroupList list{session, clock};
    GroupGrowth growth{list, {5ms, 20ms, 4}};

    void read()
    {
        signIn();
        list.refresh();
        QTRY_VERIFY(!list.rows().isEmpty() && list.rows().last().details);
    }
};

const QString First = QStringLiteral("g0");

} // namespace

void GroupGrowthTest::followedGroupIsReadUntilItIsQuiet()
{
    Grown bench;
    bench.read();
    const int before = bench.askedFor("GetMulticastGroup");
    QSignalSpy changed(&bench.growth, &GroupGrowth::sizeChanged);
    bench.growth.follow(First);
    QVERIFY(bench.growth.isFollowing());
    QTRY_VERIFY(!bench.growth.isFollowing());
    QCOMPARE(bench.askedFor("GetMulticastGroup"), before + 4);
    QCOMPARE(changed.count(), 0);
}

void GroupGrowthTest::changeBeginsAnew()
{
    Grown bench;
    bench.read();
    const int before = bench.askedFor("GetMulticastGroup");
    QSignalSpy changed(&bench.growth, &GroupGrowth::sizeChanged);
    connect(&bench.list, &GroupList::rowChanged, &bench.list, [&bench, before] {
        if (bench.askedFor("GetMulticastGroup") == before + 3)
            bench.inGroup = 7; // told by the fourth answer, one before it would be left
    });
    bench.growth.follow(First);
    QTRY_VERIFY(!bench.growth.isFollowing());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(bench.askedFor("GetMulticastGroup"), before + 4 + 4);
}

void GroupGrowthTest::requestGoesOutAsItIs()
{
    Grown bench;
    bench.read();
    const DeviceQuery query{QStringLiteral("DeviceProfileName: Meter"), {}};
    QVERIFY(*resultOf(bench.list.changeDevices(First, MemberChange::Add, query, this)));
    QVERIFY(*resultOf(bench.list.changeDevices(First, MemberChange::Remove, query, this)));
    QCOMPARE(bench.askedFor("StartBulkAssociateWirelessDeviceWithMulticastGroup"), 1);
    QCOMPARE(bench.askedFor("StartBulkDisassociateWirelessDeviceFromMulticastGroup"), 1);
    QCOMPARE(bench.bodies.last().value(u"QueryString").toString(), query.query);
}

void GroupGrowthTest::sandboxTakesDevicesInAndOut()
{
    LocalEndpointOptions options;
    options.speed = 2000;
    SandboxBench bench(options);
    bench.signIn();
    GroupList list(bench.session, bench.clock);
    GroupGrowth growth(list, {50ms, 200ms, 10});
    list.refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!list.rows().isEmpty() && list.rows().last().details, 20000);
    const QString id = list.rows().last().summary.id;
    const qint64 before = list.find(id)->details->devicesInGroup.value_or(0);
    const DeviceQuery all{QStringLiteral("WirelessDeviceName: meter-*"), {}};
    QVERIFY(*resultOf(list.changeDevices(id, MemberChange::Add, all, this)));
    growth.follow(id);
    QTRY_VERIFY_WITH_TIMEOUT(list.find(id)->details->devicesInGroup > before, 30000);
    QVERIFY(*resultOf(list.changeDevices(id, MemberChange::Remove, all, this)));
    growth.follow(id);
    QTRY_COMPARE_WITH_TIMEOUT(list.find(id)->details->devicesInGroup, qint64(0), 30000);
    const DeviceQuery wrong{QStringLiteral("Colour: red"), {}};
    const auto refused = resultOf(list.changeDevices(id, MemberChange::Add, wrong, this));
    QCOMPARE(refused->error().kind, ErrorKind::ValidationFailed);
}

} // namespace fuotadesk

using fuotadesk::GroupGrowthTest;
FUOTADESK_TEST(GroupGrowthTest);
#include "groupgrowthtest.moc"
