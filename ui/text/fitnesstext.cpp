#include "text/fitnesstext.h"

#include "text/errortext.h"
#include "text/numbertext.h"

#include <QCoreApplication>

namespace fuotadesk {

namespace {

struct FitnessText {
    Q_DECLARE_TR_FUNCTIONS(FitnessText)
};

QString deviceSentence(const FitnessFinding& finding)
{
    switch (finding.code) {
    case FitnessCode::NotLoRaWan:
        return FitnessText::tr("This is not a LoRaWAN device.");
    case FitnessCode::Personalized:
        return FitnessText::tr("It is activated by personalization (ABP). Updates need activation "
                               "over the air (OTAA).");
    case FitnessCode::ActivationUnknown:
        return FitnessText::tr("The service does not tell how it is activated.");
    case FitnessCode::GenAppKeyUntold:
        return FitnessText::tr("With LoRaWAN 1.0.x it needs a GenAppKey; keys are not looked at "
                               "here.");
    case FitnessCode::NeverHeard:
        return FitnessText::tr("No uplink of it is known of the last three months.");
    case FitnessCode::SilentForDays:
        return FitnessText::tr("Its last uplink was %n days ago.", nullptr,
                               static_cast<int>(finding.figure));
    default:
        return {};
    }
}

QString portSentence(const FitnessFinding& finding)
{
    switch (finding.code) {
    case FitnessCode::FuotaPortMissing:
        return FitnessText::tr("It has no port for firmware updates (FPorts.Fuota).");
    case FitnessCode::MulticastPortMissing:
        return FitnessText::tr("It has no port for multicast (FPorts.Multicast).");
    case FitnessCode::ClockSyncPortMissing:
        return FitnessText::tr("It has no port for clock synchronization (FPorts.ClockSync).");
    case FitnessCode::FuotaPortUnusual:
        return FitnessText::tr("Firmware updates are on port %1 instead of 201.")
            .arg(numberText(finding.figure));
    case FitnessCode::MulticastPortUnusual:
        return FitnessText::tr("Multicast is on port %1 instead of 200.")
            .arg(numberText(finding.figure));
    case FitnessCode::ClockSyncPortUnusual:
        return FitnessText::tr("Clock synchronization is on port %1 instead of 202.")
            .arg(numberText(finding.figure));
    case FitnessCode::PortsNotDistinct:
        return FitnessText::tr("Two of its ports for updates, multicast and clock "
                               "synchronization are the same.");
    default:
        return {};
    }
}

QString profileSentence(const FitnessFinding& finding)
{
    switch (finding.code) {
    case FitnessCode::ProfileUnknown:
        return FitnessText::tr("Its device profile is not known.");
    case FitnessCode::NeitherClassBNorC:
        return FitnessText::tr("Its device profile supports neither class B nor class C.");
    case FitnessCode::ClassesUnknown:
        return FitnessText::tr("Its device profile does not tell which classes it supports.");
    case FitnessCode::JoinUnsupported:
        return FitnessText::tr("Its device profile says that it does not join over the air.");
    case FitnessCode::VersionsDiffer:
        return FitnessText::tr("Its activation and its device profile are of different LoRaWAN "
                               "versions.");
    case FitnessCode::RegionUnknown:
        return FitnessText::tr("Its device profile names no RF region.");
    case FitnessCode::RegionUnsupported:
        return FitnessText::tr("Its device profile names an RF region that no task can have.");
    default:
        return {};
    }
}

} // namespace

QString fitnessLabel(Fitness fitness)
{
    switch (fitness) {
    case Fitness::Fit:
        return FitnessText::tr("Fit", "for an update over the air");
    case Fitness::Unfit:
        return FitnessText::tr("Unfit", "for an update over the air");
    case Fitness::Unknown:
        break;
    }
    return FitnessText::tr("Not known");
}

QString fitnessLabel(const DeviceCheck* check)
{
    if (!check)
        return FitnessText::tr("Not checked");
    if (check->error)
        return FitnessText::tr("Could not be read");
    const Fitness fitness = check->fitness();
    return fitness == Fitness::Fit && hasWarnings(check->findings)
        ? FitnessText::tr("Fit, with warnings")
        : fitnessLabel(fitness);
}

QString fitnessReasons(const DeviceCheck* check)
{
    if (!check)
        return FitnessText::tr("Select the device, or check all.");
    if (check->error)
        return errorMessage(*check->error);
    QStringList lines{fitnessSummary(check->fitness())};
    for (const FitnessFinding& finding : check->findings)
        lines << fitnessSentence(finding);
    return lines.join(u'\n');
}

QString fitnessSummary(Fitness fitness)
{
    switch (fitness) {
    case Fitness::Fit:
        return FitnessText::tr("Nothing speaks against an update over the air. Whether its "
                               "firmware supports that, the service does not tell.");
    case Fitness::Unfit:
        return FitnessText::tr("It can not be updated over the air as it is.");
    case Fitness::Unknown:
        break;
    }
    return FitnessText::tr("Whether it can be updated over the air is not known.");
}

QString fitnessSentence(const FitnessFinding& finding)
{
    for (const QString& sentence :
         {deviceSentence(finding), portSentence(finding), profileSentence(finding)})
        if (!sentence.isEmpty())
            return sentence;
    return {};
}

QString fitnessRemedy(const FitnessFinding& finding)
{
    switch (finding.code) {
    case FitnessCode::Personalized:
        return FitnessText::tr("Delete the device and add it again with OTAA.");
    case FitnessCode::FuotaPortMissing:
    case FitnessCode::MulticastPortMissing:
    case FitnessCode::ClockSyncPortMissing:
        return FitnessText::tr("Ports are set only when a device is added: delete it and add it "
                               "again with all three.");
    case FitnessCode::FuotaPortUnusual:
    case FitnessCode::MulticastPortUnusual:
    case FitnessCode::ClockSyncPortUnusual:
        return FitnessText::tr("Its firmware must listen there.");
    case FitnessCode::GenAppKeyUntold:
        return FitnessText::tr("The key is set only when a device is added.");
    case FitnessCode::ProfileUnknown:
        return FitnessText::tr("Check that it has one, and that these credentials may read it.");
    case FitnessCode::NeitherClassBNorC:
    case FitnessCode::ClassesUnknown:
        return FitnessText::tr("Give it a device profile with class B or C, if its firmware knows "
                               "that class.");
    case FitnessCode::JoinUnsupported:
    case FitnessCode::VersionsDiffer:
        return FitnessText::tr("Give it a device profile that fits.");
    case FitnessCode::RegionUnknown:
    case FitnessCode::RegionUnsupported:
        return FitnessText::tr("Its region must be that of the task.");
    case FitnessCode::NeverHeard:
    case FitnessCode::SilentForDays:
        return FitnessText::tr("Look whether it is switched on and in reach of a gateway.");
    case FitnessCode::NotLoRaWan:
    case FitnessCode::ActivationUnknown:
    case FitnessCode::PortsNotDistinct:
        break;
    }
    return {};
}

QString activationLabel(Activation activation)
{
    switch (activation) {
    case Activation::Otaa11:
        return FitnessText::tr("OTAA, LoRaWAN 1.1");
    case Activation::Otaa10x:
        return FitnessText::tr("OTAA, LoRaWAN 1.0.x");
    case Activation::Abp11:
        return FitnessText::tr("ABP, LoRaWAN 1.1");
    case Activation::Abp10x:
        return FitnessText::tr("ABP, LoRaWAN 1.0.x");
    case Activation::Unknown:
        break;
    }
    return FitnessText::tr("Not known");
}

} // namespace fuotadesk
