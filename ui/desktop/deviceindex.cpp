#include "desktop/deviceindex.h"

#include <algorithm>
#include <numeric>

namespace fuotadesk {

void DeviceIndex::setDevices(const QList<WirelessDeviceSummary>& devices)
{
    m_devices = devices;
    m_keys.clear();
    m_byId.clear();
    addKeys();
    reorder();
}

void DeviceIndex::addDevices(const QList<WirelessDeviceSummary>& devices)
{
    const qsizetype first = m_devices.size();
    m_devices += devices;
    addKeys();
    m_sorted.resize(std::size_t(m_devices.size()));
    const auto middle = m_sorted.begin() + first;
    std::iota(middle, m_sorted.end(), first);
    const auto inOrderHere = [this](qsizetype one, qsizetype other) { return inOrder(one, other); };
    std::stable_sort(middle, m_sorted.end(), inOrderHere);
    std::inplace_merge(m_sorted.begin(), middle, m_sorted.end(), inOrderHere);
    select();
}

void DeviceIndex::addKeys()
{
    m_keys.reserve(std::size_t(m_devices.size()));
    m_byId.reserve(m_devices.size());
    for (auto i = qsizetype(m_keys.size()); i < m_devices.size(); ++i) {
        const WirelessDeviceSummary& device = m_devices.at(i);
        m_byId.insert(device.id, i);
        m_keys.push_back({(device.name + u'\n' + device.devEui + u'\n' + device.id).toCaseFolded(),
                          m_fitnessOf ? m_fitnessOf(device.id) : Fitness::Unknown});
    }
}

bool DeviceIndex::updateFitness(const QString& id)
{
    const auto found = m_byId.constFind(id);
    if (found == m_byId.constEnd() || !m_fitnessOf)
        return true;
    Fitness& fitness = m_keys[std::size_t(*found)].fitness;
    if (std::exchange(fitness, m_fitnessOf(id)) == fitness)
        return true;
    const bool isShown = m_positions[std::size_t(*found)] >= 0;
    return m_column != DeviceColumn::Fitness && matches(*found) == isShown;
}

void DeviceIndex::updateAllFitness()
{
    for (qsizetype i = 0; i < m_devices.size(); ++i)
        m_keys[std::size_t(i)].fitness = m_fitnessOf ? m_fitnessOf(m_devices.at(i).id) : Fitness();
    reorder();
}

void DeviceIndex::setFilter(const DeviceFilter& filter)
{
    m_filter = filter;
    m_foldedText = filter.text.trimmed().toCaseFolded();
    select();
}

void DeviceIndex::setOrder(DeviceColumn column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    reorder();
}

void DeviceIndex::reorder()
{
    m_sorted.resize(std::size_t(m_devices.size()));
    std::iota(m_sorted.begin(), m_sorted.end(), qsizetype(0));
    std::ranges::stable_sort(
        m_sorted, [this](qsizetype one, qsizetype other) { return inOrder(one, other); });
    select();
}

int DeviceIndex::positionOf(const QString& id) const
{
    const auto found = m_byId.constFind(id);
    return found == m_byId.constEnd() ? -1 : m_positions[std::size_t(*found)];
}

bool DeviceIndex::matches(qsizetype device) const
{
    const Key& key = m_keys[std::size_t(device)];
    if (m_filter.outcome && deviceOutcome(m_devices[device].fuotaStatus) != *m_filter.outcome)
        return false;
    if (m_filter.fitness && key.fitness != *m_filter.fitness)
        return false;
    return m_foldedText.isEmpty() || key.search.contains(m_foldedText);
}

bool DeviceIndex::inOrder(qsizetype one, qsizetype other) const
{
    return m_order == Qt::AscendingOrder ? before(one, other) : before(other, one);
}

bool DeviceIndex::before(qsizetype one, qsizetype other) const
{
    const WirelessDeviceSummary& a = m_devices[one];
    const WirelessDeviceSummary& b = m_devices[other];
    switch (m_column) {
    case DeviceColumn::Name:
        return m_keys[std::size_t(one)].search < m_keys[std::size_t(other)].search;
    case DeviceColumn::Status:
        return a.fuotaStatus < b.fuotaStatus;
    case DeviceColumn::DevEui:
        return a.devEui < b.devEui;
    case DeviceColumn::LastUplink:
        return a.lastUplinkAt < b.lastUplinkAt;
    case DeviceColumn::Fitness:
        return m_keys[std::size_t(one)].fitness < m_keys[std::size_t(other)].fitness;
    case DeviceColumn::Destination:
        return a.destinationName < b.destinationName;
    case DeviceColumn::GroupStatus:
        return a.multicastStatusText < b.multicastStatusText;
    case DeviceColumn::Id:
        break;
    }
    return a.id < b.id;
}

void DeviceIndex::select()
{
    m_shown.clear();
    m_positions.assign(std::size_t(m_devices.size()), -1);
    for (const qsizetype device : m_sorted) {
        if (!matches(device))
            continue;
        m_positions[std::size_t(device)] = size();
        m_shown.push_back(device);
    }
}

} // namespace fuotadesk
