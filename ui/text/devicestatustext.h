#pragma once

#include "iotwireless/wirelessdevice.h"

namespace fuotadesk {

// How far a device is in a task, in the operator's words. For a status this version does not know
// the service's own word stands.
QString deviceStatusLabel(const WirelessDeviceSummary& device);
QString deviceStatusLabel(FuotaDeviceStatus status);
// What it means and what can be done about it, in one sentence or two.
// https://docs.aws.amazon.com/iot-wireless/latest/developerguide/lorawan-fuota-status.html
QString deviceStatusMeaning(FuotaDeviceStatus status);

} // namespace fuotadesk
