#pragma once

#include "campaign/devicechecks.h"
#include "campaign/taskwatch.h"

#include <functional>
#include <vector>

namespace fuotadesk {

enum class DeviceColumn {
    Name,
    Status,
    DevEui,
    LastUplink,
    Id,
    Fitness,
    Destination,
    GroupStatus,
};

// Which devices are shown. outcome and fitness unset: all.
struct DeviceFilter {
    QString text; // part of name, DevEUI or id, whatever the case
    std::optional<DeviceOutcome> outcome;
    std::optional<Fitness> fitness = std::nullopt;

    friend bool operator==(const DeviceFilter&, const DeviceFilter&) = default;
};

// Filter and order of a table of devices: 100 000 are filtered within a frame. Positions are what
// the table shows.
class DeviceIndex {
public:
    using FitnessOf = std::function<Fitness(const QString& id)>;

    // Asked for every device that comes in.
    void setFitnessSource(FitnessOf source) { m_fitnessOf = std::move(source); }
    void setDevices(const QList<WirelessDeviceSummary>& devices);
    void addDevices(const QList<WirelessDeviceSummary>& devices);
    // False when the device now stands at another position, or in or out of the filter: reorder()
    // is due.
    bool updateFitness(const QString& id);
    void updateAllFitness();
    void setFilter(const DeviceFilter& filter);
    void setOrder(DeviceColumn column, Qt::SortOrder order);
    void reorder();

    int size() const { return static_cast<int>(m_shown.size()); }
    int totalSize() const { return static_cast<int>(m_devices.size()); }
    const WirelessDeviceSummary& at(int position) const
    {
        return m_devices[m_shown[std::size_t(position)]];
    }
    // -1 when it is not shown.
    int positionOf(const QString& id) const;
    const DeviceFilter& filter() const { return m_filter; }

private:
    struct Key {
        QString search; // folded; it begins with the name
        Fitness fitness = Fitness::Unknown;
    };

    void addKeys();
    bool matches(qsizetype device) const;
    bool before(qsizetype one, qsizetype other) const;
    bool inOrder(qsizetype one, qsizetype other) const;
    void select();

    FitnessOf m_fitnessOf;
    QList<WirelessDeviceSummary> m_devices;
    std::vector<Key> m_keys; // of each device
    QHash<QString, qsizetype> m_byId;
    std::vector<qsizetype> m_sorted; // all, in the order asked for
    std::vector<qsizetype> m_shown; // those of m_sorted the filter lets through
    std::vector<int> m_positions; // of each device in m_shown, or -1
    DeviceFilter m_filter;
    QString m_foldedText;
    DeviceColumn m_column = DeviceColumn::Name;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace fuotadesk
