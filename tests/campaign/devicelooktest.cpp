#include "campaign/devicelook.h"
#include "campaign/devicebench.h"
#include "campaign/profileshelf.h"
#include "campaign/sandboxbench.h"
#include "fleet/devicefleet.h"
#include "support/testcase.h"

#include <QSignalSpy>

namespace fuotadesk {

class DeviceLookTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void allThatIsToldComesTogether();
    void latestUplinkOutweighsTheListsOne();
    void profileThatFailsLeavesTheRest();
    void uplinkThatFailsLeavesTheRest();
    void deviceThatCannotBeReadIsAFailure();
    void lateAnswersOfAnotherDeviceAreDropped();
    void sameDeviceIsNotAskedForTwice();
    void sandboxTellsEverything();
};

namespace {

struct Looked : DeviceBench {
    ProfileShelf profiles{session};
    DeviceChecks checks{session, profiles, clock};
    DeviceLook look{session, profiles, checks, clock};

    void lookAt(const char* id)
    {
        WirelessDeviceSummary device;
        device.id = QString::fromLatin1(id);
        look.lookAt(device);
    }
};

const QString GetDevice = QStringLiteral("GetWirelessDevice");

} // namespace

void DeviceLookTest::allThatIsToldComesTogether()
{
    Looked bench;
    bench.signIn();
    bench.lookAt("d1");
    QCOMPARE(bench.look.state(), ListState::Loading);
    QTRY_COMPARE(bench.look.state(), ListState::Ready);
    QCOMPARE(bench.look.device()->fuotaPort, 201);
    QCOMPARE(bench.look.profile()->name, QStringLiteral("meters"));
    QVERIFY(bench.look.statistics()->lastUplinkAt.isValid());
    QCOMPARE(bench.look.check()->fitness(), Fitness::Fit);
    QCOMPARE(bench.checks.fitnessOf(QStringLiteral("d1")), Fitness::Fit);
    QCOMPARE(bench.urgencies.value(GetDevice), Urgency::Pressed);
}

void DeviceLookTest::latestUplinkOutweighsTheListsOne()
{
    Looked bench;
    bench.heard = QStringLiteral("2025-12-20T02:00:00Z");
    bench.signIn();
    bench.lookAt("d1"); // the list knew of no uplink
    QTRY_COMPARE(bench.look.state(), ListState::Ready);
    const auto& findings = bench.look.check()->findings;
    QCOMPARE(findings.first(), (FitnessFinding{FitnessCode::SilentForDays, Severity::Warning, 13}));
}

void DeviceLookTest::profileThatFailsLeavesTheRest()
{
    Looked bench;
    bench.failures.insert(QStringLiteral("GetDeviceProfile"), 403);
    bench.signIn();
    bench.lookAt("d1");
    QTRY_COMPARE(bench.look.state(), ListState::Ready);
    QVERIFY(!bench.look.profile());
    QCOMPARE(bench.look.profileError()->kind, ErrorKind::AccessDenied);
    QCOMPARE(bench.look.check()->fitness(), Fitness::Unknown);
}

void DeviceLookTest::uplinkThatFailsLeavesTheRest()
{
    Looked bench;
    bench.failures.insert(QStringLiteral("GetWirelessDeviceStatistics"), 403);
    bench.signIn();
    bench.lookAt("d1");
    QTRY_COMPARE(bench.look.state(), ListState::Ready);
    QVERIFY(!bench.look.statistics());
    QCOMPARE(bench.look.check()->findings.first().code, FitnessCode::NeverHeard);
}

void DeviceLookTest::deviceThatCannotBeReadIsAFailure()
{
    Looked bench;
    bench.failures.insert(GetDevice, 403);
    bench.signIn();
    bench.lookAt("d1");
    QTRY_COMPARE(bench.look.state(), ListState::Failed);
    QCOMPARE(bench.look.error()->kind, ErrorKind::AccessDenied);
    QVERIFY(!bench.checks.find(QStringLiteral("d1")));
    bench.failures.clear();
    bench.look.refresh();
    QTRY_COMPARE(bench.look.state(), ListState::Ready);
    QVERIFY(!bench.look.error());
}

void DeviceLookTest::lateAnswersOfAnotherDeviceAreDropped()
{
    Looked bench;
    bench.signIn();
    bench.lookAt("d1");
    bench.lookAt("d2");
    QTRY_COMPARE(bench.look.state(), ListState::Ready);
    QCOMPARE(bench.look.device()->id, QStringLiteral("d2"));
    QVERIFY(!bench.checks.find(QStringLiteral("d1")));
    bench.look.lookAway();
    QCOMPARE(bench.look.state(), ListState::Empty);
    QVERIFY(!bench.look.device());
}

void DeviceLookTest::sameDeviceIsNotAskedForTwice()
{
    Looked bench;
    bench.signIn();
    bench.lookAt("d1");
    QTRY_COMPARE(bench.look.state(), ListState::Ready);
    bench.lookAt("d1");
    QCOMPARE(bench.look.state(), ListState::Ready);
    QCOMPARE(bench.askedFor(GetDevice), 1);
}

void DeviceLookTest::sandboxTellsEverything()
{
    SandboxBench bench;
    bench.signIn();
    ProfileShelf profiles(bench.session);
    DeviceChecks checks(bench.session, profiles, bench.clock);
    DeviceLook look(bench.session, profiles, checks, bench.clock);
    WirelessDeviceSummary personalized;
    for (int i = 0; i < DeviceFleet::DefaultSize; ++i)
        if (DeviceFleet::at(i).kind == DeviceKind::Personalized)
            personalized.id = DeviceFleet::at(i).id();
    look.lookAt(personalized);
    QTRY_COMPARE_WITH_TIMEOUT(look.state(), ListState::Ready, 20000);
    QCOMPARE(look.device()->activation, Activation::Abp10x);
    QVERIFY(!look.device()->devAddr.isEmpty());
    QCOMPARE(look.profile()->rfRegion, QStringLiteral("EU868"));
    QCOMPARE(look.statistics()->gateways.size(), 1);
    QList<FitnessCode> codes;
    for (const FitnessFinding& each : look.check()->findings)
        codes << each.code;
    QCOMPARE(codes, (QList<FitnessCode>{FitnessCode::Personalized, FitnessCode::JoinUnsupported}));
}

} // namespace fuotadesk

using fuotadesk::DeviceLookTest;
FUOTADESK_TEST(DeviceLookTest);
#include "devicelooktest.moc"
