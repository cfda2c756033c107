#include "campaign/devicelook.h"

#include "base/clock.h"
#include "campaign/profileshelf.h"
#include "campaign/session.h"
#include "iotwireless/wirelessdeviceclient.h"

namespace fuotadesk {

DeviceLook::DeviceLook(Session& session, ProfileShelf& profiles, DeviceChecks& checks,
                       const Clock& clock, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_profiles(profiles),
      m_checks(checks),
      m_clock(clock)
{
    connect(&session, &Session::activeChanged, this, &DeviceLook::lookAway);
}

DeviceLook::~DeviceLook() = default;

void DeviceLook::lookAt(const WirelessDeviceSummary& device)
{
    const bool isOther = device.id != m_summary.id;
    if (isOther)
        lookAway();
    m_summary = device;
    if (isOther)
        refresh();
}

void DeviceLook::lookAway()
{
    m_look.reset();
    m_summary = {};
    m_error.reset();
    m_device.reset();
    m_profile.reset();
    m_profileError.reset();
    m_statistics.reset();
    m_check.reset();
    m_state = ListState::Empty;
    Q_EMIT changed();
}

void DeviceLook::refresh()
{
    const auto stack = m_session.stack();
    if (!stack || m_summary.id.isEmpty())
        return;
    m_look = std::make_unique<QObject>();
    m_state = ListState::Loading;
    m_error.reset();
    m_open = 2;
    m_profiles.forgetFailures();
    Q_EMIT changed();
    auto& client = stack->wirelessDevices();
    client.get(m_summary.id, DeviceIdentifier::WirelessDeviceId, m_look.get())
        ->then(m_look.get(), [this](const Result<WirelessDevice>& device) { takeDevice(device); });
    client.statistics(m_summary.id, m_look.get())
        ->then(m_look.get(),
               [this](const Result<DeviceStatistics>& read) { takeStatistics(read); });
}

void DeviceLook::takeDevice(const Result<WirelessDevice>& device)
{
    if (!device) {
        m_look.reset();
        m_state = ListState::Failed;
        m_error = device.error();
        Q_EMIT changed();
        return;
    }
    m_device = *device;
    if (device->deviceProfileId.isEmpty()) {
        m_profile.reset();
        m_profileError.reset();
        settleOne();
        return;
    }
    m_profiles.get(device->deviceProfileId, Urgency::Pressed, m_look.get())
        ->then(m_look.get(), [this](const Result<DeviceProfile>& read) { takeProfile(read); });
    Q_EMIT changed();
}

void DeviceLook::takeProfile(const Result<DeviceProfile>& profile)
{
    m_profile.reset();
    m_profileError.reset();
    if (profile)
        m_profile = *profile;
    else
        m_profileError = profile.error();
    settleOne();
}

void DeviceLook::takeStatistics(const Result<DeviceStatistics>& statistics)
{
    m_statistics.reset();
    if (statistics)
        m_statistics = *statistics;
    settleOne();
}

void DeviceLook::settleOne()
{
    if (--m_open > 0) {
        Q_EMIT changed();
        return;
    }
    QDateTime heard = m_summary.lastUplinkAt;
    if (m_statistics && m_statistics->lastUplinkAt.isValid())
        heard = m_statistics->lastUplinkAt;
    m_check = DeviceCheck{fitnessFindings(*m_device, m_profile, heard, m_clock.now()), {}};
    m_state = ListState::Ready;
    m_checks.take(m_summary.id, *m_check);
    Q_EMIT changed();
}

} // namespace fuotadesk
