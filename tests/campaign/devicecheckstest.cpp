#include "campaign/devicechecks.h"
#include "campaign/devicebench.h"
#include "campaign/devicelist.h"
#include "campaign/profileshelf.h"
#include "campaign/sandboxbench.h"
#include "support/testcase.h"

#include <QSignalSpy>

namespace fuotadesk {

class DeviceChecksTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void eachDeviceIsAskedForOnceAndItsProfileOnceForAll();
    void oneDeviceThatFailsDoesNotStopTheRest();
    void whatConcernsAllStops();
    void failuresInARowStop();
    void profileThatCannotBeReadLeavesItOpen();
    void cancelKeepsWhatWasFound();
    void nextRunLeavesTheOneBefore();
    void otherConnectionForgets();
    void signedOutSaysSo();
    void profileIsReadAgainAfterAFailure();
    void sandboxHasThreeUnfitOnes();
};

namespace {

QList<WirelessDeviceSummary> devicesUpTo(int count, const QDateTime& heard)
{
    QList<WirelessDeviceSummary> devices;
    for (int i = 0; i < count; ++i) {
        WirelessDeviceSummary device;
        device.id = QStringLiteral("d%1").arg(i);
        device.lastUplinkAt = heard;
        devices << device;
    }
    return devices;
}

struct Checked : DeviceBench {
    ProfileShelf profiles{session};
    DeviceChecks checks{session, profiles, clock};

    void run(int devices)
    {
        checks.start(devicesUpTo(devices, clock.now()));
        QTRY_VERIFY(!checks.isRunning());
    }

    Fitness fitness(int number) const
    {
        return checks.fitnessOf(QStringLiteral("d%1").arg(number));
    }
};

const QString GetDevice = QStringLiteral("GetWirelessDevice");
const QString GetProfile = QStringLiteral("GetDeviceProfile");

} // namespace

void DeviceChecksTest::eachDeviceIsAskedForOnceAndItsProfileOnceForAll()
{
    Checked bench;
    bench.portless = {QStringLiteral("d2")};
    bench.signIn();
    QSignalSpy progress(&bench.checks, &DeviceChecks::progressChanged);
    QSignalSpy ended(&bench.checks, &DeviceChecks::ended);
    bench.run(20);
    QCOMPARE(bench.askedFor(GetDevice), 20);
    QCOMPARE(bench.askedFor(GetProfile), 1);
    QCOMPARE(bench.urgencies.value(GetDevice), Urgency::Behind);
    QCOMPARE(bench.urgencies.value(GetProfile), Urgency::Behind);
    QCOMPARE(bench.checks.doneCount(), 20);
    QCOMPARE(bench.fitness(1), Fitness::Fit);
    QCOMPARE(bench.fitness(2), Fitness::Unfit);
    QCOMPARE(bench.fitness(20), Fitness::Unknown);
    QVERIFY(progress.count() >= 20);
    QCOMPARE(ended.count(), 1);
    QVERIFY(!bench.checks.error());
}

void DeviceChecksTest::oneDeviceThatFailsDoesNotStopTheRest()
{
    Checked bench;
    bench.signIn();
    bench.failures.insert(GetDevice, 404);
    bench.failureType = "ResourceNotFoundException";
    bench.run(8);
    QCOMPARE(bench.checks.doneCount(), 8);
    QVERIFY(!bench.checks.error());
    QCOMPARE(bench.fitness(3), Fitness::Unknown);
    QCOMPARE(bench.checks.find(QStringLiteral("d3"))->error->kind, ErrorKind::NotFound);
}

void DeviceChecksTest::whatConcernsAllStops()
{
    Checked bench;
    bench.signIn();
    bench.failures.insert(GetDevice, 403);
    bench.failureType = "ExpiredTokenException";
    bench.run(50);
    QCOMPARE(bench.checks.error()->kind, ErrorKind::CredentialsExpired);
    QVERIFY(bench.askedFor(GetDevice) < 10);
}

void DeviceChecksTest::failuresInARowStop()
{
    Checked bench;
    bench.signIn();
    bench.failures.insert(GetDevice, 403);
    bench.run(50);
    QCOMPARE(bench.checks.error()->kind, ErrorKind::AccessDenied);
    QCOMPARE(bench.checks.doneCount(), 2);
    bench.failures.clear();
    bench.run(50);
    QVERIFY(!bench.checks.error());
    QCOMPARE(bench.checks.doneCount(), 50);
}

void DeviceChecksTest::profileThatCannotBeReadLeavesItOpen()
{
    Checked bench;
    bench.portless = {QStringLiteral("d1")};
    bench.signIn();
    bench.failures.insert(GetProfile, 403);
    bench.run(10);
    QCOMPARE(bench.askedFor(GetProfile), 1);
    QCOMPARE(bench.fitness(0), Fitness::Unknown);
    QCOMPARE(bench.fitness(1), Fitness::Unfit);
    QVERIFY(!bench.checks.error());
}

void DeviceChecksTest::cancelKeepsWhatWasFound()
{
    Checked bench;
    bench.signIn();
    connect(&bench.checks, &DeviceChecks::checked, this, [&] {
        if (bench.checks.doneCount() == 4)
            bench.checks.cancel();
    });
    bench.run(50);
    QCOMPARE(bench.checks.doneCount(), 4);
    QVERIFY(!bench.checks.error());
    QCOMPARE(bench.fitness(0), Fitness::Fit);
    QCOMPARE(bench.fitness(10), Fitness::Unknown);
}

void DeviceChecksTest::nextRunLeavesTheOneBefore()
{
    Checked bench;
    bench.signIn();
    QSignalSpy checked(&bench.checks, &DeviceChecks::checked);
    bench.checks.start(devicesUpTo(50, bench.clock.now()));
    bench.run(5);
    QCOMPARE(checked.count(), 5);
    QCOMPARE(bench.checks.count(), 5);
}

void DeviceChecksTest::otherConnectionForgets()
{
    Checked bench;
    bench.signIn();
    bench.run(5);
    QSignalSpy forgotten(&bench.checks, &DeviceChecks::forgotten);
    bench.checks.start(devicesUpTo(50, bench.clock.now()));
    bench.session.activate(sandboxConnection().id);
    QCOMPARE(forgotten.count(), 1);
    QVERIFY(!bench.checks.isRunning());
    QVERIFY(!bench.checks.find(QStringLiteral("d1")));
}

void DeviceChecksTest::signedOutSaysSo()
{
    Checked bench;
    QSignalSpy ended(&bench.checks, &DeviceChecks::ended);
    bench.checks.start(devicesUpTo(2, bench.clock.now()));
    QCOMPARE(ended.count(), 1);
    QCOMPARE(bench.checks.error()->kind, ErrorKind::CredentialsMissing);
}

void DeviceChecksTest::profileIsReadAgainAfterAFailure()
{
    Checked bench;
    bench.signIn();
    bench.failures.insert(GetProfile, 403);
    bench.run(2);
    QCOMPARE(bench.fitness(0), Fitness::Unknown);
    bench.failures.clear();
    bench.run(2);
    QCOMPARE(bench.fitness(0), Fitness::Fit);
    bench.run(2);
    QCOMPARE(bench.askedFor(GetProfile), 2);
}

void DeviceChecksTest::sandboxHasThreeUnfitOnes()
{
    SandboxBench bench;
    bench.signIn();
    DeviceList list(bench.session, bench.clock);
    ProfileShelf profiles(bench.session);
    DeviceChecks checks(bench.session, profiles, bench.clock);
    list.refresh();
    QTRY_COMPARE_WITH_TIMEOUT(list.state(), ListState::Ready, 20000);
    checks.start(list.devices());
    QTRY_VERIFY_WITH_TIMEOUT(!checks.isRunning(), 60000);
    QCOMPARE(checks.doneCount(), 24);
    QStringList unfit;
    for (const WirelessDeviceSummary& device : list.devices())
        if (checks.fitnessOf(device.id) == Fitness::Unfit)
            unfit << device.name;
    // Without ports, of class A, personalized; the others differ in what only a session shows.
    QCOMPARE(unfit.size(), 3);
    QCOMPARE(std::ranges::count_if(
                 list.devices(),
                 [&](const auto& each) { return checks.fitnessOf(each.id) == Fitness::Fit; }),
             21);
}

} // namespace fuotadesk

using fuotadesk::DeviceChecksTest;
FUOTADESK_TEST(DeviceChecksTest);
#include "devicecheckstest.moc"
