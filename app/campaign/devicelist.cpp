#include "campaign/devicelist.h"

#include "base/clock.h"
#include "campaign/session.h"
#include "iotwireless/wirelessdeviceclient.h"

#include <algorithm>

namespace fuotadesk {

namespace {

// What is in a task or a group is LoRaWAN already.
WirelessDeviceFilter asked(WirelessDeviceFilter filter)
{
    if (filter.fuotaTaskId.isEmpty() && filter.multicastGroupId.isEmpty())
        filter.type = QStringLiteral("LoRaWAN");
    return filter;
}

} // namespace

DeviceList::DeviceList(Session& session, const Clock& clock, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_clock(clock)
{
    connect(&session, &Session::activeChanged, this, &DeviceList::forget);
    connect(&session, &Session::stateChanged, this, [this] {
        if (m_isWanted && m_session.isReady())
            refresh();
    });
}

DeviceList::~DeviceList() = default;

const WirelessDeviceSummary* DeviceList::find(const QString& id) const
{
    const auto found = std::ranges::find(m_devices, id, &WirelessDeviceSummary::id);
    return found == m_devices.end() ? nullptr : &*found;
}

void DeviceList::setFilter(const WirelessDeviceFilter& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    clear();
    Q_EMIT filterChanged();
    if (m_isWanted)
        refresh();
}

void DeviceList::leave()
{
    m_isWanted = false;
    forget();
}

void DeviceList::forget()
{
    m_filter = {};
    clear();
    Q_EMIT filterChanged();
}

void DeviceList::clear()
{
    m_reading.reset();
    m_devices.clear();
    m_asOf = {};
    Q_EMIT devicesReset();
    setState(ListState::Empty);
}

void DeviceList::setState(ListState state, std::optional<Error> error)
{
    m_state = state;
    m_error = std::move(error);
    Q_EMIT stateChanged();
}

void DeviceList::refresh()
{
    m_isWanted = true;
    const auto stack = m_session.stack();
    if (!stack)
        return;
    m_reading = std::make_unique<QObject>();
    const bool isShown = m_devices.isEmpty();
    setState(ListState::Loading);
    const auto showPage = [this, isShown](const QList<WirelessDeviceSummary>& page) {
        if (isShown)
            add(page);
    };
    stack->wirelessDevices(Urgency::InSight)
        .list(asked(m_filter), m_reading.get(), showPage)
        ->then(m_reading.get(),
               [this, isShown](const Result<QList<WirelessDeviceSummary>>& devices) {
                   take(devices, isShown);
               });
}

void DeviceList::add(const QList<WirelessDeviceSummary>& page)
{
    const qsizetype first = m_devices.size();
    m_devices += page;
    if (!page.isEmpty())
        Q_EMIT devicesAdded(first);
}

void DeviceList::take(const Result<QList<WirelessDeviceSummary>>& devices, bool isShown)
{
    if (!devices) {
        setState(ListState::Failed, devices.error());
        return;
    }
    m_asOf = m_clock.now();
    if (!isShown && *devices != m_devices) {
        m_devices = *devices;
        Q_EMIT devicesReset();
    }
    setState(ListState::Ready);
}

} // namespace fuotadesk
