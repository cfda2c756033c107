#include "fleet/campaignrun.h"

#include "fleet/numberedid.h"

#include <algorithm>
#include <utility>

namespace fuotadesk {

namespace {

constexpr qint64 Minute = 60'000;
constexpr std::uint64_t AnswerSalt = 21;

bool isSilent(const std::pair<const int, Participant>& each)
{
    return DeviceFleet::at(each.first).kind == DeviceKind::NeverSeen && !each.second.isHeld;
}

} // namespace

CampaignRun::CampaignRun(std::optional<CampaignPlan> plan, Participants participants, qint64 begin,
                         std::uint64_t session)
    : m_plan(std::move(plan)),
      m_participants(std::move(participants)),
      m_begin(begin),
      m_session(session),
      m_hasSilentOne(std::ranges::any_of(m_participants, isSilent))
{
}

qint64 CampaignRun::setupEnd() const
{
    return m_begin + Minute;
}

qint64 CampaignRun::sendEnd() const
{
    return setupEnd() + (m_plan ? m_plan->sendMs() : 0);
}

qint64 CampaignRun::end() const
{
    if (!m_plan)
        return setupEnd();
    const qint64 reported = sendEnd() + Minute;
    const qint64 timedOut = setupEnd() + m_plan->timeoutSeconds * 1000;
    return m_hasSilentOne ? std::max(reported, timedOut) : reported;
}

TaskStatus CampaignRun::statusAt(qint64 time) const
{
    if (time < m_begin)
        return TaskStatus::SessionWaiting;
    return time < end() ? TaskStatus::InSession : TaskStatus::Done;
}

FuotaDeviceStatus CampaignRun::deviceStatusAt(const FleetDevice& device, qint64 time) const
{
    const auto late = qint64(spread(device.index, AnswerSalt) % Minute);
    if (!m_plan || time < m_begin + late)
        return FuotaDeviceStatus::Initial;
    const DeviceFate ending = fate(device);
    const bool shows = ending.shows == DeviceFate::Shows::AtSetup
        || (ending.shows == DeviceFate::Shows::AtEnd && time >= sendEnd() + late);
    return shows ? ending.status : FuotaDeviceStatus::Initial;
}

DeviceFate CampaignRun::fate(const FleetDevice& device) const
{
    const Participant& part = m_participants.at(device.index);
    if (part.isHeld)
        return {FuotaDeviceStatus::DeviceInConflictingTask, DeviceFate::Shows::AtSetup};
    const auto known = m_fates.find(device.index);
    if (known != m_fates.end())
        return known->second;
    return m_fates.emplace(device.index, fateOf(device, *m_plan, part.sending, m_session))
        .first->second;
}

} // namespace fuotadesk
