#include "campaign/devicefitness.h"

#include "fuota/fieldtable.h"

#include <algorithm>

namespace fuotadesk {

namespace {

// What TS003, TS004 and TS005 propose and the service takes where nothing else is set.
constexpr qint64 UsualMulticastPort = 200;
constexpr qint64 UsualFuotaPort = 201;
constexpr qint64 UsualClockSyncPort = 202;

class Findings {
public:
    void add(FitnessCode code, Severity severity, qint64 figure = 0)
    {
        m_list.append({code, severity, figure});
    }
    const QList<FitnessFinding>& list() const { return m_list; }

private:
    QList<FitnessFinding> m_list;
};

void judgeActivation(const WirelessDevice& device, Findings& found)
{
    switch (device.activation) {
    case Activation::Abp10x:
    case Activation::Abp11:
        found.add(FitnessCode::Personalized, Severity::Error);
        break;
    case Activation::Unknown:
        found.add(FitnessCode::ActivationUnknown, Severity::Warning);
        break;
    case Activation::Otaa10x:
        found.add(FitnessCode::GenAppKeyUntold, Severity::Info);
        break;
    case Activation::Otaa11:
        break;
    }
}

void judgePort(const std::optional<qint64>& port, qint64 usual, FitnessCode missing,
               FitnessCode unusual, Findings& found)
{
    if (!port)
        found.add(missing, Severity::Error);
    else if (*port != usual)
        found.add(unusual, Severity::Info, *port);
}

void judgePorts(const WirelessDevice& device, Findings& found)
{
    judgePort(device.fuotaPort, UsualFuotaPort, FitnessCode::FuotaPortMissing,
              FitnessCode::FuotaPortUnusual, found);
    judgePort(device.multicastPort, UsualMulticastPort, FitnessCode::MulticastPortMissing,
              FitnessCode::MulticastPortUnusual, found);
    judgePort(device.clockSyncPort, UsualClockSyncPort, FitnessCode::ClockSyncPortMissing,
              FitnessCode::ClockSyncPortUnusual, found);
    const auto same = [](const std::optional<qint64>& one, const std::optional<qint64>& other) {
        return one && one == other;
    };
    if (same(device.fuotaPort, device.multicastPort) || same(device.fuotaPort, device.clockSyncPort)
        || same(device.multicastPort, device.clockSyncPort))
        found.add(FitnessCode::PortsNotDistinct, Severity::Warning);
}

bool isVersion11(Activation activation)
{
    return activation == Activation::Otaa11 || activation == Activation::Abp11;
}

void judgeClasses(const DeviceProfile& profile, Findings& found)
{
    if (profile.supportsClassB.value_or(false) || profile.supportsClassC.value_or(false))
        return;
    if (profile.supportsClassB && profile.supportsClassC)
        found.add(FitnessCode::NeitherClassBNorC, Severity::Error);
    else
        found.add(FitnessCode::ClassesUnknown, Severity::Warning);
}

void judgeRegion(const DeviceProfile& profile, Findings& found)
{
    if (profile.rfRegion.isEmpty()) {
        found.add(FitnessCode::RegionUnknown, Severity::Warning);
        return;
    }
    const auto isIt = [&](const char* region) { return profile.rfRegion == QLatin1String(region); };
    if (std::ranges::none_of(fieldSpec(Field::RfRegion).values, isIt))
        found.add(FitnessCode::RegionUnsupported, Severity::Warning);
}

void judgeProfile(const WirelessDevice& device, const DeviceProfile& profile, Findings& found)
{
    judgeClasses(profile, found);
    if (profile.supportsJoin == false)
        found.add(FitnessCode::JoinUnsupported, Severity::Warning);
    const bool versionsAreTold =
        device.activation != Activation::Unknown && !profile.macVersion.isEmpty();
    if (versionsAreTold && isVersion11(device.activation) != profile.macVersion.startsWith(u"1.1"))
        found.add(FitnessCode::VersionsDiffer, Severity::Warning);
    judgeRegion(profile, found);
}

void judgeSilence(const QDateTime& lastUplinkAt, const QDateTime& now, Findings& found)
{
    if (!lastUplinkAt.isValid()) {
        found.add(FitnessCode::NeverHeard, Severity::Warning);
        return;
    }
    const qint64 days = lastUplinkAt.daysTo(now);
    if (days >= DaysUntilSilent)
        found.add(FitnessCode::SilentForDays, Severity::Warning, days);
}

bool hasAny(const QList<FitnessFinding>& findings, Severity severity)
{
    return std::ranges::find(findings, severity, &FitnessFinding::severity) != findings.end();
}

bool leavesItOpen(const FitnessFinding& finding)
{
    return finding.code == FitnessCode::ProfileUnknown
        || finding.code == FitnessCode::ClassesUnknown
        || finding.code == FitnessCode::ActivationUnknown;
}

} // namespace

QList<FitnessFinding> fitnessFindings(const WirelessDevice& device,
                                      const std::optional<DeviceProfile>& profile,
                                      const QDateTime& lastUplinkAt, const QDateTime& now)
{
    Findings found;
    if (!device.type.isEmpty() && device.type != u"LoRaWAN") {
        found.add(FitnessCode::NotLoRaWan, Severity::Error);
        return found.list();
    }
    judgeActivation(device, found);
    judgePorts(device, found);
    if (profile)
        judgeProfile(device, *profile, found);
    else
        found.add(FitnessCode::ProfileUnknown, Severity::Warning);
    judgeSilence(lastUplinkAt, now, found);
    QList<FitnessFinding> findings = found.list();
    std::ranges::stable_sort(findings, {}, &FitnessFinding::severity);
    return findings;
}

Fitness fitnessOf(const QList<FitnessFinding>& findings)
{
    if (hasAny(findings, Severity::Error))
        return Fitness::Unfit;
    return std::ranges::any_of(findings, leavesItOpen) ? Fitness::Unknown : Fitness::Fit;
}

bool hasWarnings(const QList<FitnessFinding>& findings)
{
    return hasAny(findings, Severity::Warning);
}

} // namespace fuotadesk
