#pragma once

#include "campaign/devicechecks.h"
#include "campaign/tasklist.h"

namespace fuotadesk {

// Everything the service tells of one device: itself, its profile, its latest uplink, and from
// these whether it is fit for an update, which DeviceChecks hears too. What comes late for another
// device is dropped. A profile or an uplink that can not be read leaves the rest.
class DeviceLook : public QObject {
    Q_OBJECT

public:
    DeviceLook(Session& session, ProfileShelf& profiles, DeviceChecks& checks, const Clock& clock,
               QObject* parent = nullptr);
    ~DeviceLook() override;

    // Looks at this device from now on, or at none.
    void lookAt(const WirelessDeviceSummary& device);
    void lookAway();
    void refresh();

    const WirelessDeviceSummary& summary() const { return m_summary; }
    // Loading until all has come; Failed: the device itself could not be read.
    ListState state() const { return m_state; }
    const std::optional<Error>& error() const { return m_error; }
    const std::optional<WirelessDevice>& device() const { return m_device; }
    const std::optional<DeviceProfile>& profile() const { return m_profile; }
    const std::optional<Error>& profileError() const { return m_profileError; }
    const std::optional<DeviceStatistics>& statistics() const { return m_statistics; }
    // Once Ready.
    const std::optional<DeviceCheck>& check() const { return m_check; }

Q_SIGNALS:
    void changed();

private:
    void takeDevice(const Result<WirelessDevice>& device);
    void takeProfile(const Result<DeviceProfile>& profile);
    void takeStatistics(const Result<DeviceStatistics>& statistics);
    void settleOne();

    Session& m_session;
    ProfileShelf& m_profiles;
    DeviceChecks& m_checks;
    const Clock& m_clock;
    WirelessDeviceSummary m_summary;
    ListState m_state = ListState::Empty;
    std::optional<Error> m_error;
    std::optional<WirelessDevice> m_device;
    std::optional<DeviceProfile> m_profile;
    std::optional<Error> m_profileError;
    std::optional<DeviceStatistics> m_statistics;
    std::optional<DeviceCheck> m_check;
    std::unique_ptr<QObject> m_look; // owns the calls of the present look
    int m_open = 0; // answers that have not come
};

} // namespace fuotadesk
