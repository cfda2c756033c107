#pragma once

#include "iotwireless/multicastgroup.h"

namespace fuotadesk {

// Multicast groups and their devices in the operator's words. The API has no closed list of their
// statuses: those of the console are known however they are spelled, for another the service's own
// word stands.
// https://docs.aws.amazon.com/iot-wireless/latest/developerguide/lorawan-multicast-groups-status.html
QString groupStatusLabel(const QString& status);
QString groupStatusMeaning(const QString& status);
QString memberStatusLabel(const QString& status);
QString memberStatusMeaning(const QString& status);
// "ClassB" as "Class B".
QString downlinkClassLabel(const QString& downlinkClass);
// How many devices are in it: "12", or "3 of 12" while the service still adds them.
QString groupSizeText(const MulticastGroup& group);

// Whether devices can be added and the group be changed. Of an unknown status nothing is known.
bool isKnownBusy(const QString& status);

} // namespace fuotadesk
