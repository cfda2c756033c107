#include "desktop/devicemodel.h"

#include "desktop/statusicon.h"
#include "text/devicestatustext.h"
#include "text/fitnesstext.h"
#include "text/grouptext.h"
#include "text/numbertext.h"

namespace fuotadesk {

using namespace std::chrono_literals;

namespace {

constexpr auto ReorderDelay = 300ms;

QString columnTitle(DeviceColumn column)
{
    switch (column) {
    case DeviceColumn::Name:
        return DeviceModel::tr("Name");
    case DeviceColumn::Status:
    case DeviceColumn::GroupStatus:
        return DeviceModel::tr("Status");
    case DeviceColumn::DevEui:
        return DeviceModel::tr("DevEUI");
    case DeviceColumn::LastUplink:
        return DeviceModel::tr("Last uplink");
    case DeviceColumn::Fitness:
        return DeviceModel::tr("Update", "whether one over the air is possible");
    case DeviceColumn::Destination:
        return DeviceModel::tr("Destination");
    case DeviceColumn::Id:
        break;
    }
    return DeviceModel::tr("Device ID");
}

QString textOrUnknown(const QString& text)
{
    return text.isEmpty() ? DeviceModel::tr("Not known") : text;
}

} // namespace

DeviceModel::DeviceModel(QObject* parent)
    : DeviceModel({DeviceColumn::Name, DeviceColumn::Status, DeviceColumn::DevEui,
                   DeviceColumn::LastUplink, DeviceColumn::Id},
                  parent)
{
}

DeviceModel::DeviceModel(QList<DeviceColumn> columns, QObject* parent)
    : IdTableModel(parent),
      m_columns(std::move(columns))
{
    m_reorder.setSingleShot(true);
    m_reorder.setInterval(ReorderDelay);
    connect(&m_reorder, &QTimer::timeout, this, [this] {
        beginResetModel();
        m_index.reorder();
        endResetModel();
    });
}

void DeviceModel::followChecks(const DeviceChecks& checks)
{
    m_checks = &checks;
    m_index.setFitnessSource([&checks](const QString& id) { return checks.fitnessOf(id); });
    connect(&checks, &DeviceChecks::checked, this, &DeviceModel::takeCheck);
    connect(&checks, &DeviceChecks::forgotten, this, [this] {
        beginResetModel();
        m_index.updateAllFitness();
        endResetModel();
    });
}

int DeviceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_index.size();
}

int DeviceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant DeviceModel::data(const QModelIndex& cell, int role) const
{
    if (!checkIndex(cell, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const WirelessDeviceSummary& device = at(cell.row());
    const DeviceColumn column = m_columns.at(cell.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(device, column);
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "column, value").arg(columnTitle(column), text(device, column));
    case Qt::ToolTipRole:
        return toolTip(device, column);
    case Qt::DecorationRole:
        return decoration(device, column);
    case IdRole:
        return device.id;
    default:
        return {};
    }
}

QVariant DeviceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return columnTitle(m_columns.value(section, DeviceColumn::Id));
}

void DeviceModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount())
        return;
    beginResetModel();
    m_index.setOrder(m_columns.at(column), order);
    endResetModel();
}

void DeviceModel::setDevices(const QList<WirelessDeviceSummary>& devices)
{
    m_reorder.stop();
    beginResetModel();
    m_index.setDevices(devices);
    endResetModel();
}

void DeviceModel::addDevices(const QList<WirelessDeviceSummary>& devices)
{
    beginResetModel();
    m_index.addDevices(devices);
    endResetModel();
}

void DeviceModel::setFilter(const DeviceFilter& filter)
{
    if (filter == m_index.filter())
        return;
    beginResetModel();
    m_index.setFilter(filter);
    endResetModel();
}

QString DeviceModel::idAt(int row) const
{
    return row >= 0 && row < m_index.size() ? m_index.at(row).id : QString();
}

void DeviceModel::takeCheck(const QString& id)
{
    if (!m_index.updateFitness(id) && !m_reorder.isActive())
        m_reorder.start();
    const int row = rowOf(id);
    if (row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

QString DeviceModel::text(const WirelessDeviceSummary& device, DeviceColumn column) const
{
    switch (column) {
    case DeviceColumn::Name:
        return device.name.isEmpty() ? tr("(no name)") : device.name;
    case DeviceColumn::Status:
        return deviceStatusLabel(device);
    case DeviceColumn::GroupStatus:
        return memberStatusLabel(device.multicastStatusText);
    case DeviceColumn::DevEui:
        return device.devEui;
    case DeviceColumn::LastUplink:
        return textOrUnknown(localTimeText(device.lastUplinkAt));
    case DeviceColumn::Fitness:
        return fitnessLabel(m_checks ? m_checks->find(device.id) : nullptr);
    case DeviceColumn::Destination:
        return textOrUnknown(device.destinationName);
    case DeviceColumn::Id:
        break;
    }
    return device.id;
}

QString DeviceModel::toolTip(const WirelessDeviceSummary& device, DeviceColumn column) const
{
    if (column == DeviceColumn::Status)
        return deviceStatusMeaning(device.fuotaStatus) + u'\n' + device.fuotaStatusText;
    if (column == DeviceColumn::GroupStatus)
        return memberStatusMeaning(device.multicastStatusText) + u'\n' + device.multicastStatusText;
    if (column == DeviceColumn::LastUplink)
        return utcTimeText(device.lastUplinkAt);
    if (column == DeviceColumn::Fitness)
        return fitnessReasons(m_checks ? m_checks->find(device.id) : nullptr);
    return text(device, column);
}

QVariant DeviceModel::decoration(const WirelessDeviceSummary& device, DeviceColumn column) const
{
    if (column == DeviceColumn::Status)
        return outcomeIcon(deviceOutcome(device.fuotaStatus));
    const DeviceCheck* check =
        column == DeviceColumn::Fitness && m_checks ? m_checks->find(device.id) : nullptr;
    return check ? QVariant(fitnessIcon(*check)) : QVariant();
}

} // namespace fuotadesk
