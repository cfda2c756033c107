#pragma once

#include "fuota/finding.h"
#include "iotwireless/deviceprofile.h"
#include "iotwireless/wirelessdevice.h"

namespace fuotadesk {

// What speaks for or against a firmware update of a device over the air, as far as the service
// tells it.
enum class FitnessCode {
    NotLoRaWan,
    Personalized, // ABP: it has no root key to derive the group's keys from
    ActivationUnknown,
    FuotaPortMissing,
    MulticastPortMissing,
    ClockSyncPortMissing,
    FuotaPortUnusual, // figure is the port
    MulticastPortUnusual,
    ClockSyncPortUnusual,
    PortsNotDistinct,
    GenAppKeyUntold, // needed with LoRaWAN 1.0.x
    ProfileUnknown, // it names none, or that could not be read
    NeitherClassBNorC,
    ClassesUnknown,
    JoinUnsupported,
    VersionsDiffer, // the activation is of another LoRaWAN version than the profile
    RegionUnknown,
    RegionUnsupported, // no task can be made for the region
    NeverHeard, // not in the three months the service remembers
    SilentForDays, // figure is how many
};

struct FitnessFinding {
    FitnessCode code = FitnessCode::NotLoRaWan;
    Severity severity = Severity::Error;
    qint64 figure = 0;

    friend bool operator==(const FitnessFinding&, const FitnessFinding&) = default;
};

// Fit: nothing speaks against it; whether its firmware knows how is known to the device alone.
enum class Fitness { Unknown, Fit, Unfit };

// A device silent for so long may not answer when a session is set up.
inline constexpr int DaysUntilSilent = 7;

// profile: unset where it is not known. lastUplinkAt: invalid where the service tells none.
// https://docs.aws.amazon.com/iot-wireless/latest/developerguide/lorawan-prepare-devices-multicast.html
QList<FitnessFinding> fitnessFindings(const WirelessDevice& device,
                                      const std::optional<DeviceProfile>& profile,
                                      const QDateTime& lastUplinkAt, const QDateTime& now);
Fitness fitnessOf(const QList<FitnessFinding>& findings);
bool hasWarnings(const QList<FitnessFinding>& findings);

} // namespace fuotadesk
