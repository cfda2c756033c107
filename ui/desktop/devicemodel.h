#pragma once

#include "desktop/deviceindex.h"
#include "desktop/idtable.h"

namespace fuotadesk {

// Devices, filtered and sorted by an index of its own: 100 000 rows within a frame or two. Which
// columns it has is told once. What the checks find comes in one by one; where that changes the
// order it is put right a moment later, once for all of them.
class DeviceModel : public IdTableModel {
    Q_OBJECT

public:
    static constexpr int IdRole = Qt::UserRole;

    // The devices of a task.
    explicit DeviceModel(QObject* parent = nullptr);
    explicit DeviceModel(QList<DeviceColumn> columns, QObject* parent = nullptr);

    // Where the column Fitness and its filter come from; they outlive the model.
    void followChecks(const DeviceChecks& checks);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& cell, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    void setDevices(const QList<WirelessDeviceSummary>& devices);
    void addDevices(const QList<WirelessDeviceSummary>& devices);
    void setFilter(const DeviceFilter& filter);
    const DeviceFilter& filter() const { return m_index.filter(); }
    const WirelessDeviceSummary& at(int row) const { return m_index.at(row); }
    QString idAt(int row) const override;
    int rowOf(const QString& id) const override { return m_index.positionOf(id); }
    int totalCount() const { return m_index.totalSize(); }

private:
    void takeCheck(const QString& id);
    QString text(const WirelessDeviceSummary& device, DeviceColumn column) const;
    QString toolTip(const WirelessDeviceSummary& device, DeviceColumn column) const;
    QVariant decoration(const WirelessDeviceSummary& device, DeviceColumn column) const;

    QList<DeviceColumn> m_columns;
    DeviceIndex m_index;
    const DeviceChecks* m_checks = nullptr;
    QTimer m_reorder;
};

} // namespace fuotadesk
