#pragma once

#include "fleet/campaignplan.h"
#include "fleet/devicefleet.h"
#include "iotwireless/fuotadevicestatus.h"

namespace fuotadesk {

// How a campaign ends for a device, and when that shows: at the setup, after the last fragment, or
// never, for a device that does not answer.
struct DeviceFate {
    enum class Shows { AtSetup, AtEnd, Never };

    FuotaDeviceStatus status = FuotaDeviceStatus::Initial;
    Shows shows = Shows::Never;

    friend bool operator==(const DeviceFate&, const DeviceFate&) = default;
};

// How the fragments go to a device: to it alone, or to its group in a class.
enum class Sending { Single, ClassB, ClassC };

// What follows from the device's kind, or else from the simulation of its radio and decoder with
// the real fragments. A device that listens in another region, or in another class than the group
// sends in, gets no fragment. session counts campaigns: each loses other fragments.
DeviceFate fateOf(const FleetDevice& device, const CampaignPlan& plan, Sending sending,
                  std::uint64_t session);

} // namespace fuotadesk
