#include "campaign/devicefitness.h"
#include "support/testcase.h"

#include <functional>

namespace fuotadesk {

class DeviceFitnessTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void wholeDeviceIsFit();
    void oneThingWrongIsFound_data();
    void oneThingWrongIsFound();
    void silenceIsCountedInDays_data();
    void silenceIsCountedInDays();
    void otherKindsOfDeviceAreNotLookedInto();
    void worstComesFirst();
};

namespace {

const QDateTime Now(QDate(2026, 3, 4), QTime(5, 6, 7), Qt::UTC);

WirelessDevice wholeDevice()
{
    WirelessDevice device;
    device.id = QStringLiteral("d1");
    device.type = QStringLiteral("LoRaWAN");
    device.activation = Activation::Otaa11;
    device.deviceProfileId = QStringLiteral("p1");
    device.fuotaPort = 201;
    device.multicastPort = 200;
    device.clockSyncPort = 202;
    return device;
}

DeviceProfile wholeProfile()
{
    DeviceProfile profile;
    profile.id = QStringLiteral("p1");
    profile.rfRegion = QStringLiteral("EU868");
    profile.macVersion = QStringLiteral("1.1.0");
    profile.supportsClassB = true;
    profile.supportsClassC = false;
    profile.supportsJoin = true;
    return profile;
}

using Spoil = std::function<void(WirelessDevice& device, DeviceProfile& profile)>;

QList<FitnessFinding> findingsAfter(const Spoil& spoil)
{
    WirelessDevice device = wholeDevice();
    DeviceProfile profile = wholeProfile();
    spoil(device, profile);
    return fitnessFindings(device, profile, Now.addSecs(-60), Now);
}

} // namespace

void DeviceFitnessTest::wholeDeviceIsFit()
{
    const auto findings = fitnessFindings(wholeDevice(), wholeProfile(), Now.addSecs(-60), Now);
    QCOMPARE(findings, QList<FitnessFinding>());
    QCOMPARE(fitnessOf(findings), Fitness::Fit);
    const auto untold = fitnessFindings(wholeDevice(), {}, Now.addSecs(-60), Now);
    QCOMPARE(fitnessOf(untold), Fitness::Unknown);
    QCOMPARE(untold.first().code, FitnessCode::ProfileUnknown);
}

void DeviceFitnessTest::oneThingWrongIsFound_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<FitnessCode>("code");
    QTest::addColumn<Severity>("severity");
    QTest::addColumn<qint64>("figure");
    QTest::addColumn<Fitness>("fitness");
    using Device = WirelessDevice;
    using Profile = DeviceProfile;
    const auto row = [](const char* name, const Spoil& spoil, FitnessCode code, Severity severity,
                        Fitness fitness, qint64 figure = 0) {
        QTest::newRow(name) << spoil << code << severity << figure << fitness;
    };
    const auto unfit = [&](const char* name, const Spoil& spoil, FitnessCode code) {
        row(name, spoil, code, Severity::Error, Fitness::Unfit);
    };
    const auto open = [&](const char* name, const Spoil& spoil, FitnessCode code) {
        row(name, spoil, code, Severity::Warning, Fitness::Unknown);
    };
    const auto fit = [&](const char* name, const Spoil& spoil, FitnessCode code, Severity severity,
                         qint64 figure = 0) {
        row(name, spoil, code, severity, Fitness::Fit, figure);
    };
    unfit(
        "ABP 1.1", [](Device& d, Profile&) { d.activation = Activation::Abp11; },
        FitnessCode::Personalized);
    unfit(
        "no FUOTA port", [](Device& d, Profile&) { d.fuotaPort.reset(); },
        FitnessCode::FuotaPortMissing);
    unfit(
        "no multicast port", [](Device& d, Profile&) { d.multicastPort.reset(); },
        FitnessCode::MulticastPortMissing);
    unfit(
        "no clock port", [](Device& d, Profile&) { d.clockSyncPort.reset(); },
        FitnessCode::ClockSyncPortMissing);
    unfit(
        "class A", [](Device&, Profile& p) { p.supportsClassB = false; },
        FitnessCode::NeitherClassBNorC);
    open(
        "one class untold", [](Device&, Profile& p) { p.supportsClassB.reset(); },
        FitnessCode::ClassesUnknown);
    open(
        "activation untold", [](Device& d, Profile&) { d.activation = Activation::Unknown; },
        FitnessCode::ActivationUnknown);
    fit(
        "port of its own", [](Device& d, Profile&) { d.fuotaPort = 199; },
        FitnessCode::FuotaPortUnusual, Severity::Info, 199);
    fit(
        "no join", [](Device&, Profile& p) { p.supportsJoin = false; },
        FitnessCode::JoinUnsupported, Severity::Warning);
    fit(
        "other version", [](Device&, Profile& p) { p.macVersion = QStringLiteral("1.0.3"); },
        FitnessCode::VersionsDiffer, Severity::Warning);
    fit(
        "no region", [](Device&, Profile& p) { p.rfRegion.clear(); }, FitnessCode::RegionUnknown,
        Severity::Warning);
    fit(
        "region without tasks", [](Device&, Profile& p) { p.rfRegion = QStringLiteral("ISM2400"); },
        FitnessCode::RegionUnsupported, Severity::Warning);
}

void DeviceFitnessTest::oneThingWrongIsFound()
{
    QFETCH(Spoil, spoil);
    QFETCH(FitnessCode, code);
    QFETCH(Severity, severity);
    QFETCH(qint64, figure);
    const auto findings = findingsAfter(spoil);
    QCOMPARE(findings, (QList<FitnessFinding>{{code, severity, figure}}));
    QTEST(fitnessOf(findings), "fitness");
}

void DeviceFitnessTest::silenceIsCountedInDays_data()
{
    QTest::addColumn<QDateTime>("heard");
    QTest::addColumn<QList<FitnessFinding>>("findings");
    const auto silent = [](qint64 days) {
        return QList<FitnessFinding>{{FitnessCode::SilentForDays, Severity::Warning, days}};
    };
    QTest::newRow("never") << QDateTime()
                           << QList<FitnessFinding>{{FitnessCode::NeverHeard, Severity::Warning}};
    QTest::newRow("6 days") << Now.addDays(-6) << QList<FitnessFinding>();
    QTest::newRow("7 days") << Now.addDays(-7) << silent(7);
    QTest::newRow("30 days") << Now.addDays(-30) << silent(30);
    QTest::newRow("clock ahead") << Now.addSecs(3600) << QList<FitnessFinding>();
}

void DeviceFitnessTest::silenceIsCountedInDays()
{
    QFETCH(QDateTime, heard);
    const auto found = fitnessFindings(wholeDevice(), wholeProfile(), heard, Now);
    QTEST(found, "findings");
    QCOMPARE(fitnessOf(found), Fitness::Fit);
}

void DeviceFitnessTest::otherKindsOfDeviceAreNotLookedInto()
{
    const auto findings = findingsAfter([](WirelessDevice& device, DeviceProfile&) {
        device = {};
        device.type = QStringLiteral("Sidewalk");
    });
    QCOMPARE(findings, (QList<FitnessFinding>{{FitnessCode::NotLoRaWan, Severity::Error}}));
}

void DeviceFitnessTest::worstComesFirst()
{
    const auto findings = findingsAfter([](WirelessDevice& device, DeviceProfile& profile) {
        device.activation = Activation::Otaa10x; // with a word about its key
        device.multicastPort = 202; // not the usual one, and that of clock synchronization
        profile.macVersion = QStringLiteral("1.0.4");
        profile.supportsClassB = false;
    });
    QList<FitnessCode> codes;
    for (const FitnessFinding& each : findings)
        codes << each.code;
    QCOMPARE(codes,
             (QList<FitnessCode>{FitnessCode::NeitherClassBNorC, FitnessCode::PortsNotDistinct,
                                 FitnessCode::GenAppKeyUntold, FitnessCode::MulticastPortUnusual}));
}

} // namespace fuotadesk

using fuotadesk::DeviceFitnessTest;
FUOTADESK_TEST(DeviceFitnessTest);
#include "devicefitnesstest.moc"
