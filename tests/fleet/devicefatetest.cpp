#include "fleet/devicefate.h"
#include "support/testcase.h"

Q_DECLARE_METATYPE(fuotadesk::DeviceKind)
Q_DECLARE_METATYPE(fuotadesk::FuotaDeviceStatus)

namespace fuotadesk {

class DeviceFateTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void kindDecides_data();
    void kindDecides();
    void fitDevicesEndAsTheSimulationSays();
    void eachSessionLosesOtherFragments();
    void smallImagesFitSmallMemories();
    void descriptorOfTheProductIsTaken();
    void groupMustSendInTheClassOfTheDevice();
};

namespace {

// As a template would have it: 427 fragments of 48 bytes, 86 of them redundant.
CampaignPlan plan(int dataFragments = 427, int redundantFragments = 86, int fragmentBytes = 48)
{
    CampaignPlan result;
    result.transmission = {lorawan::Variant::V1, dataFragments, redundantFragments, fragmentBytes};
    result.rfRegion = QStringLiteral("EU868");
    return result;
}

FleetDevice deviceOf(DeviceKind kind)
{
    for (int index = 0; index < DeviceFleet::DefaultSize; ++index)
        if (DeviceFleet::at(index).kind == kind)
            return DeviceFleet::at(index);
    qFatal("no such device");
}

} // namespace

void DeviceFateTest::kindDecides_data()
{
    QTest::addColumn<DeviceKind>("kind");
    QTest::addColumn<FuotaDeviceStatus>("status");
    QTest::addColumn<int>("shows");
    using enum DeviceFate::Shows;
    using Status = FuotaDeviceStatus;
    const auto row = [](const char* name, DeviceKind kind, Status status, DeviceFate::Shows shows) {
        QTest::newRow(name) << kind << status << int(shows);
    };
    row("no ports", DeviceKind::NoPorts, Status::PackageNotSupported, AtSetup);
    row("class A", DeviceKind::ClassA, Status::PackageNotSupported, AtSetup);
    row("ABP", DeviceKind::Personalized, Status::PackageNotSupported, AtSetup);
    row("other region", DeviceKind::OtherRegion, Status::MissingFrag, AtEnd);
    row("never seen", DeviceKind::NeverSeen, Status::Initial, Never);
    row("held", DeviceKind::HeldElsewhere, Status::DeviceInConflictingTask, AtSetup);
    row("algorithm", DeviceKind::OtherAlgorithm, Status::FragAlgoUnsupported, AtSetup);
    row("sessions", DeviceKind::SessionsTaken, Status::FragIndexUnsupported, AtSetup);
    row("descriptor", DeviceKind::PicksDescriptor, Status::WrongDescriptor, AtSetup);
    row("counter", DeviceKind::CountsBehind, Status::SessionCntReplay, AtSetup);
    row("memory", DeviceKind::SmallMemory, Status::NotEnoughMemory, AtSetup);
    row("matrix", DeviceKind::OtherMatrix, Status::MicError, AtEnd);
    row("reception", DeviceKind::PoorReception, Status::MissingFrag, AtEnd);
}

void DeviceFateTest::kindDecides()
{
    QFETCH(DeviceKind, kind);
    const DeviceFate fate = fateOf(deviceOf(kind), plan(), Sending::Single, 1);
    QTEST(fate.status, "status");
    QTEST(int(fate.shows), "shows");
}

void DeviceFateTest::fitDevicesEndAsTheSimulationSays()
{
    int successful = 0;
    for (int index = 24; index < 264; ++index) {
        const FleetDevice device = DeviceFleet::at(index);
        if (device.kind != DeviceKind::Fit)
            continue;
        const bool received = device.radio().receive(plan().transmission, 1)->status
            == recovery::DeviceStatus::Successful;
        const DeviceFate fate = fateOf(device, plan(), Sending::Single, 1);
        QCOMPARE(fate.status == FuotaDeviceStatus::Successful, received);
        QCOMPARE(fate.shows, DeviceFate::Shows::AtEnd);
        successful += received ? 1 : 0;
    }
    QVERIFY2(successful > 230, qPrintable(QString::number(successful)));
}

void DeviceFateTest::eachSessionLosesOtherFragments()
{
    // 36 fragments with 9 more: a device with a loss of some per cent may fail, and may not
    const FleetDevice device = DeviceFleet::at(0);
    int successful = 0;
    for (std::uint64_t session = 1; session <= 400; ++session)
        successful += fateOf(device, plan(36, 9), Sending::Single, session).status
                == FuotaDeviceStatus::Successful
            ? 1
            : 0;
    QVERIFY2(successful > 40 && successful < 400, qPrintable(QString::number(successful)));
}

void DeviceFateTest::smallImagesFitSmallMemories()
{
    const FleetDevice device = deviceOf(DeviceKind::SmallMemory);
    QVERIFY(fateOf(device, plan(21, 5), Sending::Single, 1).status
            != FuotaDeviceStatus::NotEnoughMemory);
    // its flash takes multiples of 8 bytes
    const FleetDevice paged = deviceOf(DeviceKind::FlashPages);
    QCOMPARE(fateOf(paged, plan(100, 20, 50), Sending::Single, 1).status,
             FuotaDeviceStatus::MemoryError);
    QCOMPARE(fateOf(paged, plan(100, 20, 56), Sending::Single, 1).status,
             FuotaDeviceStatus::Successful);
}

void DeviceFateTest::descriptorOfTheProductIsTaken()
{
    const FleetDevice device = deviceOf(DeviceKind::PicksDescriptor);
    CampaignPlan right = plan();
    right.descriptor = QStringLiteral("fgIEAQ=="); // 7e 02 04 01
    QVERIFY(fateOf(device, right, Sending::Single, 1).status != FuotaDeviceStatus::WrongDescriptor);
    QCOMPARE(fateOf(deviceOf(DeviceKind::CountsBehind), plan(), Sending::Single, 2).shows,
             DeviceFate::Shows::AtEnd);
}

void DeviceFateTest::groupMustSendInTheClassOfTheDevice()
{
    const FleetDevice inClassB = DeviceFleet::at(2);
    QCOMPARE(inClassB.deviceClass(), DeviceClass::B);
    QCOMPARE(fateOf(inClassB, plan(), Sending::ClassB, 1).status, FuotaDeviceStatus::Successful);
    QCOMPARE(fateOf(inClassB, plan(), Sending::ClassC, 1).status, FuotaDeviceStatus::MissingFrag);
    CampaignPlan anywhere = plan();
    anywhere.rfRegion.clear();
    QCOMPARE(fateOf(deviceOf(DeviceKind::OtherRegion), anywhere, Sending::Single, 1).status,
             FuotaDeviceStatus::Successful);
}

FUOTADESK_TEST(DeviceFateTest);

} // namespace fuotadesk

#include "devicefatetest.moc"
