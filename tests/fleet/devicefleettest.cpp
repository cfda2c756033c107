#include "fleet/devicefleet.h"
#include "support/testcase.h"

#include <QRegularExpression>
#include <QSet>

#include <set>

namespace fuotadesk {

class DeviceFleetTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void firstOnesHaveEveryKind();
    void mostOfALargeFleetAreFit();
    void everyKindComesAgain();
    void devicesAreFoundByWhatNamesThem();
    void whatIsNotInTheFleetIsNotFound();
    void namesAreUnlike();
    void lossesAreTheirOwn();
};

void DeviceFleetTest::firstOnesHaveEveryKind()
{
    std::set<DeviceKind> kinds;
    for (int index = 0; index < DeviceFleet::DefaultSize; ++index)
        kinds.insert(DeviceFleet::at(index).kind);
    QCOMPARE(int(kinds.size()), 15);
}

void DeviceFleetTest::mostOfALargeFleetAreFit()
{
    int fit = 0;
    for (int index = 0; index < DeviceFleet::MostDevices; ++index)
        fit += DeviceFleet::at(index).kind == DeviceKind::Fit ? 1 : 0;
    QVERIFY2(fit > 97'000 && fit < 98'000, qPrintable(QString::number(fit)));
}

void DeviceFleetTest::everyKindComesAgain()
{
    std::set<DeviceKind> kinds;
    for (int index = 24; index < 1000; ++index)
        kinds.insert(DeviceFleet::at(index).kind);
    QCOMPARE(int(kinds.size()), 15);
}

void DeviceFleetTest::devicesAreFoundByWhatNamesThem()
{
    DeviceFleet fleet;
    fleet.resize(DeviceFleet::MostDevices);
    for (const int index : {0, 23, 24, 9'999, 99'999}) {
        const FleetDevice device = DeviceFleet::at(index);
        QCOMPARE(fleet.findId(device.id()), index);
        QCOMPARE(fleet.findDevEui(device.devEui()), index);
        QCOMPARE(fleet.findDevEui(device.devEui().toUpper()), index);
        QCOMPARE(fleet.findThing(device.name()), index);
        QCOMPARE(device.devEui().size(), 16);
    }
}

void DeviceFleetTest::whatIsNotInTheFleetIsNotFound()
{
    const DeviceFleet fleet;
    const FleetDevice next = DeviceFleet::at(DeviceFleet::DefaultSize);
    QVERIFY(!fleet.findId(next.id()));
    QVERIFY(!fleet.findDevEui(next.devEui()));
    QVERIFY(!fleet.findThing(next.name()));
    for (const char* name : {"", "meter-", "meter-1", "meter-00000", "meter-0000x", "valve-00001"})
        QVERIFY2(!fleet.findThing(QString::fromLatin1(name)), name);
    for (const char* eui : {"", "0000000000000001", "70b3d57ed00000000", "70b3d57ed000000g"})
        QVERIFY2(!fleet.findDevEui(QString::fromLatin1(eui)), eui);
}

void DeviceFleetTest::namesAreUnlike()
{
    QSet<QString> names;
    for (int index = 0; index < 1000; ++index) {
        const FleetDevice device = DeviceFleet::at(index);
        names += {device.id(), device.name(), device.devEui()};
    }
    QCOMPARE(names.size(), 3000);
}

void DeviceFleetTest::lossesAreTheirOwn()
{
    std::set<double> losses;
    std::set<std::uint64_t> seeds;
    for (int index = 0; index < 1000; ++index) {
        const auto radio = DeviceFleet::at(index).radio();
        QVERIFY(radio.loss.isValid());
        losses.insert(radio.loss.meanLoss());
        seeds.insert(radio.seed);
    }
    QVERIFY(losses.size() > 900);
    QCOMPARE(int(seeds.size()), 1000);
}

FUOTADESK_TEST(DeviceFleetTest);

} // namespace fuotadesk

#include "devicefleettest.moc"
