#pragma once

#include "campaign/tasklist.h"
#include "iotwireless/wirelessdevice.h"

namespace fuotadesk {

// The LoRaWAN devices of the active connection, those of one task, group, profile or destination
// where it is narrowed. Nothing is read before the first refresh(), from then on whenever the
// session gets ready. The first reading shows each page as it comes, a later one replaces the rows
// when it is complete. Answers of an older refresh are dropped; after a failure the last known rows
// stay.
class DeviceList : public QObject {
    Q_OBJECT

public:
    DeviceList(Session& session, const Clock& clock, QObject* parent = nullptr);
    ~DeviceList() override;

    const QList<WirelessDeviceSummary>& devices() const { return m_devices; }
    const WirelessDeviceSummary* find(const QString& id) const;
    ListState state() const { return m_state; }
    const std::optional<Error>& error() const { return m_error; }
    // When the rows were last all that the service has; invalid before the first complete answer.
    const QDateTime& asOf() const { return m_asOf; }

    const WirelessDeviceFilter& filter() const { return m_filter; }
    // Reads anew with another filter. A change of connection takes the filter away.
    void setFilter(const WirelessDeviceFilter& filter);
    void refresh();
    // Forgets rows and filter; nothing is read any more before the next refresh().
    void leave();

Q_SIGNALS:
    void devicesReset();
    void devicesAdded(qsizetype first); // this one and those behind it
    void filterChanged();
    void stateChanged();

private:
    void forget();
    void clear();
    void setState(ListState state, std::optional<Error> error = {});
    void add(const QList<WirelessDeviceSummary>& page);
    void take(const Result<QList<WirelessDeviceSummary>>& devices, bool isShown);

    Session& m_session;
    const Clock& m_clock;
    WirelessDeviceFilter m_filter;
    QList<WirelessDeviceSummary> m_devices;
    QDateTime m_asOf;
    ListState m_state = ListState::Empty;
    std::optional<Error> m_error;
    std::unique_ptr<QObject> m_reading; // owns the calls of the present refresh
    bool m_isWanted = false;
};

} // namespace fuotadesk
