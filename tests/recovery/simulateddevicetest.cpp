#include "recovery/simulateddevice.h"
#include "recovery/recoverysimulation.h"
#include "support/testcase.h"

#include <cmath>
#include <limits>

namespace fuotadesk {

using namespace recovery;
using lorawan::Variant;

class SimulatedDeviceTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void profilesAreFoundByName();
    void refusesWhatItsMemoryCannotHold();
    void flashWantsItsMultiple();
    void completeReceptionIsASuccess();
    void endsTheSameEachTime();
    void fleetFollowsTheSimulation();
    void overTheLimitTheImageIsCorrupt();
    void otherMatrixGivesACorruptImage();
    void badSessionsAreNotReceived();
};

namespace {

SimulatedDevice deviceWith(std::string_view decoder, double loss, std::uint64_t seed = 1)
{
    return {LossModel::independent(loss), *findDecoder(decoder), Variant::V1, seed};
}

} // namespace

void SimulatedDeviceTest::profilesAreFoundByName()
{
    QVERIFY(!findDecoder("unheard of"));
    for (const DecoderProfile& profile : decoderProfiles())
        QCOMPARE(*findDecoder(profile.name), profile);
    QCOMPARE(*findDecoder("ideal"), DecoderProfile());
    QCOMPARE(findDecoder("loramac-node")->limit, (DecoderLimit{5, true}));
    // 262144 / 48 + 1, and a fifth of it.
    QCOMPARE(findDecoder("zephyr-lowmem")->maximumFragments, 5462);
    QCOMPARE(findDecoder("zephyr-lowmem")->limit, (DecoderLimit{1092, false}));
    QCOMPARE(zephyrLowMemory(48 * 99, 13).limit.maximumLost, 13);
}

void SimulatedDeviceTest::refusesWhatItsMemoryCannotHold()
{
    const SimulatedDevice stock = deviceWith("loramac-node", 0);
    QCOMPARE(stock.receive({Variant::V1, 21, 5, 50})->status, DeviceStatus::Successful);
    QCOMPARE(stock.receive({Variant::V1, 22, 5, 50})->status, DeviceStatus::NotEnoughMemory);
    QCOMPARE(stock.receive({Variant::V1, 21, 5, 51})->status, DeviceStatus::NotEnoughMemory);
}

void SimulatedDeviceTest::flashWantsItsMultiple()
{
    const SimulatedDevice zephyr = deviceWith("zephyr-lowmem", 0);
    QCOMPARE(zephyr.receive({Variant::V1, 100, 5, 56})->status, DeviceStatus::Successful);
    QCOMPARE(zephyr.receive({Variant::V1, 100, 5, 57})->status, DeviceStatus::MemoryError);
    QCOMPARE(zephyr.receive({Variant::V1, 100, 5, 40})->status, DeviceStatus::MemoryError);
    QCOMPARE(zephyr.receive({Variant::V1, 100, 5, 233})->status, DeviceStatus::NotEnoughMemory);
}

// The modem answers before it counts.
void SimulatedDeviceTest::completeReceptionIsASuccess()
{
    const Transmission session{Variant::V1, 21, 10, 48};
    const DeviceReport done{DeviceStatus::Successful, 0};
    QCOMPARE(deviceWith("loramac-node", 0).receive(session), done);
    const DeviceReport modem{DeviceStatus::Successful, 1};
    QCOMPARE(deviceWith("basics-modem", 0).receive(session), modem);
    const DeviceReport nothing{DeviceStatus::MissingFragments, 21};
    QCOMPARE(deviceWith("ideal", 1).receive(session), nothing);
}

void SimulatedDeviceTest::endsTheSameEachTime()
{
    const Transmission session{Variant::V1, 50, 8, 48};
    std::vector<DeviceReport> reports;
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const SimulatedDevice device = deviceWith("ideal", 0.12, seed);
        reports.push_back(*device.receive(session));
        QCOMPARE(*device.receive(session), reports.back());
    }
    const auto successes = std::ranges::count(reports, DeviceStatus::Successful,
                                              [](const DeviceReport& each) { return each.status; });
    QVERIFY(successes > 0 && successes < 50);
}

void SimulatedDeviceTest::fleetFollowsTheSimulation()
{
    const DecoderLimit limit = findDecoder("loramac-node")->limit;
    const std::atomic<bool> cancelled = false;
    const RecoveryChance expected =
        RecoverySimulation({Variant::V1, 21, 8, LossModel::bursts(0.15, 2), limit})
            .run({1, 0, 500}, cancelled)
            .at(8);
    constexpr int fleet = 4000;
    int successes = 0;
    int corrupt = 0;
    for (int i = 0; i < fleet; ++i) {
        const SimulatedDevice device{LossModel::bursts(0.15, 2), *findDecoder("loramac-node"),
                                     Variant::V1, std::uint64_t(i)};
        const DeviceStatus status = device.receive({Variant::V1, 21, 8, 50})->status;
        successes += status == DeviceStatus::Successful ? 1 : 0;
        corrupt += status == DeviceStatus::MicError ? 1 : 0;
    }
    const double error = 4 * std::hypot(0.5 / std::sqrt(fleet), 0.003);
    QVERIFY(std::abs(successes / double(fleet) - expected.recovered.probability) < error);
    QVERIFY(std::abs(corrupt / double(fleet) - expected.falseDone.probability) < error);
}

void SimulatedDeviceTest::overTheLimitTheImageIsCorrupt()
{
    const Transmission session{Variant::V1, 21, 21, 48};
    SimulatedDevice device = deviceWith("loramac-node", 0.5);
    device.decoder.limit.maximumLost = 0;
    const auto falselyDone = device.receive(session);
    QCOMPARE(falselyDone->status, DeviceStatus::MicError);
    QVERIFY(falselyDone->missingFragments > 0); // as the original says to the end
    device.decoder.limit.falseDone = false;
    QCOMPARE(device.receive(session)->status, DeviceStatus::MissingFragments);
}

void SimulatedDeviceTest::otherMatrixGivesACorruptImage()
{
    const Transmission session{Variant::V2, 100, 100, 48};
    SimulatedDevice device = deviceWith("ideal", 0.1);
    QCOMPARE(device.receive(session)->status, DeviceStatus::MicError);
    device.variant = Variant::V2;
    QCOMPARE(device.receive(session)->status, DeviceStatus::Successful);
    device.loss = LossModel::independent(0);
    device.variant = Variant::V1; // needs no coded fragment
    QCOMPARE(device.receive(session)->status, DeviceStatus::Successful);
}

void SimulatedDeviceTest::badSessionsAreNotReceived()
{
    const SimulatedDevice device = deviceWith("ideal", 0.1);
    for (const Transmission& session : {Transmission{Variant::V1, 0, 5, 50},
                                        {Variant::V1, 10, -1, 50},
                                        {Variant::V1, 10, 5, 0},
                                        {Variant::V1, 16000, 400, 50}})
        QVERIFY(!device.receive(session));
    SimulatedDevice odd = device;
    odd.loss = LossModel::independent(std::numeric_limits<double>::quiet_NaN());
    QVERIFY(!odd.receive({Variant::V1, 10, 5, 50}));
}

} // namespace fuotadesk

using fuotadesk::SimulatedDeviceTest;
FUOTADESK_TEST(SimulatedDeviceTest);
#include "simulateddevicetest.moc"
