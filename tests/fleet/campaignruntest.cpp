#include "fleet/campaignrun.h"
#include "support/testcase.h"

#include <algorithm>

namespace fuotadesk {

class CampaignRunTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void statusFollowsTheTime();
    void silentDeviceKeepsItOpenUntilTheTimeout();
    void devicesReportOneAfterTheOther();
    void refusalsShowAtTheSetup();
    void heldDeviceIsToldSo();
    void withoutAPlanNobodyHearsOfIt();
    void askedTwiceItSaysTheSame();
};

namespace {

constexpr qint64 Begin = 1'800'000;
constexpr qint64 Minute = 60'000;

// Ten fragments, a second apart, in a session of 640 seconds.
CampaignPlan shortPlan()
{
    CampaignPlan plan;
    plan.transmission = {lorawan::Variant::V1, 8, 2, 48};
    plan.intervalMs = 1000;
    plan.timeoutSeconds = 640;
    return plan;
}

CampaignRun runOf(std::initializer_list<int> devices,
                  std::optional<CampaignPlan> plan = shortPlan())
{
    CampaignRun::Participants participants;
    for (const int device : devices)
        participants.emplace(device, Participant());
    return {plan, participants, Begin, 1};
}

int firstOf(DeviceKind kind)
{
    int index = 0;
    while (DeviceFleet::at(index).kind != kind)
        ++index;
    return index;
}

} // namespace

void CampaignRunTest::statusFollowsTheTime()
{
    const CampaignRun run = runOf({0, 1});
    const qint64 end = Begin + Minute + 10'000 + Minute;
    QCOMPARE(run.end(), end);
    QCOMPARE(run.statusAt(0), TaskStatus::SessionWaiting);
    QCOMPARE(run.statusAt(Begin - 1), TaskStatus::SessionWaiting);
    QCOMPARE(run.statusAt(Begin), TaskStatus::InSession);
    QCOMPARE(run.statusAt(end - 1), TaskStatus::InSession);
    QVERIFY(run.runsAt(end - 1));
    QCOMPARE(run.statusAt(end), TaskStatus::Done);
    QVERIFY(!run.runsAt(end));
}

void CampaignRunTest::silentDeviceKeepsItOpenUntilTheTimeout()
{
    const int silent = firstOf(DeviceKind::NeverSeen);
    const CampaignRun run = runOf({0, silent});
    QCOMPARE(run.end(), Begin + Minute + 640'000);
    QCOMPARE(run.deviceStatusAt(DeviceFleet::at(silent), run.end()), FuotaDeviceStatus::Initial);
}

void CampaignRunTest::devicesReportOneAfterTheOther()
{
    CampaignRun::Participants participants;
    for (int device = 24; device < 39; ++device)
        participants.emplace(device, Participant());
    const CampaignRun run(shortPlan(), participants, Begin, 1);
    const auto reported = [&](qint64 time) {
        return std::ranges::count_if(participants, [&](const auto& each) {
            return run.deviceStatusAt(DeviceFleet::at(each.first), time)
                != FuotaDeviceStatus::Initial;
        });
    };
    const qint64 sent = Begin + Minute + 10'000;
    QCOMPARE(reported(Begin - 1), 0);
    QCOMPARE(reported(sent - 1), 0);
    const auto half = reported(sent + Minute / 2);
    QVERIFY2(half > 2 && half < 13, qPrintable(QString::number(half)));
    QCOMPARE(reported(run.end()), 15);
}

void CampaignRunTest::refusalsShowAtTheSetup()
{
    const int refuses = firstOf(DeviceKind::NoPorts);
    const CampaignRun run = runOf({refuses});
    const FleetDevice device = DeviceFleet::at(refuses);
    QCOMPARE(run.deviceStatusAt(device, Begin - 1), FuotaDeviceStatus::Initial);
    QCOMPARE(run.deviceStatusAt(device, Begin + Minute), FuotaDeviceStatus::PackageNotSupported);
}

void CampaignRunTest::heldDeviceIsToldSo()
{
    const CampaignRun run(shortPlan(), {{0, {Sending::Single, true}}}, Begin, 1);
    QCOMPARE(run.deviceStatusAt(DeviceFleet::at(0), Begin + Minute),
             FuotaDeviceStatus::DeviceInConflictingTask);
}

void CampaignRunTest::withoutAPlanNobodyHearsOfIt()
{
    const CampaignRun run = runOf({0}, std::nullopt);
    QCOMPARE(run.end(), Begin + Minute);
    QCOMPARE(run.statusAt(run.end()), TaskStatus::Done);
    QCOMPARE(run.deviceStatusAt(DeviceFleet::at(0), run.end()), FuotaDeviceStatus::Initial);
}

void CampaignRunTest::askedTwiceItSaysTheSame()
{
    const CampaignRun run = runOf({0, 1, 2, 3});
    const CampaignRun again = runOf({0, 1, 2, 3});
    for (int device = 0; device < 4; ++device) {
        const FleetDevice each = DeviceFleet::at(device);
        const auto status = run.deviceStatusAt(each, run.end());
        QCOMPARE(run.deviceStatusAt(each, run.end()), status);
        QCOMPARE(again.deviceStatusAt(each, run.end()), status);
    }
}

FUOTADESK_TEST(CampaignRunTest);

} // namespace fuotadesk

#include "campaignruntest.moc"
