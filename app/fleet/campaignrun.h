#pragma once

#include "fleet/devicefate.h"
#include "fuota/fuotatask.h"

#include <map>
#include <unordered_map>

namespace fuotadesk {

// A device that takes part in a campaign. isHeld: by another one that runs.
struct Participant {
    Sending sending = Sending::Single;
    bool isHeld = false;
};

// A started task. Where it stands follows from the simulated time alone: waiting until begin, then
// a minute of setup, the fragments, and a minute in which the devices report; when a device stays
// silent, until the session times out. Times are simulated milliseconds.
class CampaignRun {
public:
    using Participants = std::map<int, Participant>; // by device

    // Without a plan the image can not be sent: the session ends at its setup, and no device has
    // heard of it.
    CampaignRun(std::optional<CampaignPlan> plan, Participants participants, qint64 begin,
                std::uint64_t session);

    const std::optional<CampaignPlan>& plan() const { return m_plan; }
    // At its begin: what the image comes to then.
    void planAgain(std::optional<CampaignPlan> plan) { m_plan = std::move(plan); }
    const Participants& participants() const { return m_participants; }
    qint64 begin() const { return m_begin; }
    qint64 end() const;

    TaskStatus statusAt(qint64 time) const;
    // Waiting or in session: it holds its devices.
    bool runsAt(qint64 time) const { return time < end(); }
    // Of a participant.
    FuotaDeviceStatus deviceStatusAt(const FleetDevice& device, qint64 time) const;

private:
    qint64 setupEnd() const;
    qint64 sendEnd() const;
    DeviceFate fate(const FleetDevice& device) const;

    std::optional<CampaignPlan> m_plan;
    Participants m_participants;
    qint64 m_begin;
    std::uint64_t m_session;
    bool m_hasSilentOne;
    mutable std::unordered_map<int, DeviceFate> m_fates; // as far as anybody has asked
};

} // namespace fuotadesk
