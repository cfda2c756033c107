#include "desktop/tasktablemodel.h"

#include "desktop/statusicon.h"
#include "text/numbertext.h"
#include "text/statustext.h"

namespace fuotadesk {

using namespace std::chrono_literals;

namespace {

constexpr auto ReorderDelay = 300ms;
constexpr int ColumnCount = static_cast<int>(TaskColumn::Id) + 1;

QString columnTitle(TaskColumn column)
{
    switch (column) {
    case TaskColumn::Name:
        return TaskTableModel::tr("Name");
    case TaskColumn::Status:
        return TaskTableModel::tr("Status");
    case TaskColumn::Starts:
        return TaskTableModel::tr("Starts");
    case TaskColumn::Created:
        return TaskTableModel::tr("Created");
    case TaskColumn::Region:
        return TaskTableModel::tr("RF region");
    case TaskColumn::Image:
        return TaskTableModel::tr("Firmware image");
    case TaskColumn::Tags:
        return TaskTableModel::tr("Tags");
    case TaskColumn::Id:
        break;
    }
    return TaskTableModel::tr("Task ID");
}

} // namespace

TaskTableModel::TaskTableModel(QObject* parent) : IdTableModel(parent)
{
    m_reorder.setSingleShot(true);
    m_reorder.setInterval(ReorderDelay);
    connect(&m_reorder, &QTimer::timeout, this, [this] {
        beginResetModel();
        m_index.reorder();
        endResetModel();
    });
}

int TaskTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_index.size();
}

int TaskTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TaskTableModel::data(const QModelIndex& cell, int role) const
{
    if (!checkIndex(cell, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TaskEntry& entry = m_index.at(cell.row());
    const auto column = static_cast<TaskColumn>(cell.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, column);
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "column, value").arg(columnTitle(column), text(entry, column));
    case Qt::ToolTipRole:
        return toolTip(entry, column);
    case Qt::DecorationRole:
        return decoration(entry, column);
    case SortRole:
        return sortKey(entry, column);
    case IdRole:
        return entry.id;
    default:
        return {};
    }
}

QVariant TaskTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return columnTitle(static_cast<TaskColumn>(section));
}

void TaskTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    beginResetModel();
    m_index.setOrder(static_cast<TaskColumn>(column), order);
    endResetModel();
}

void TaskTableModel::setRows(const QList<TaskRow>& rows)
{
    if (m_index.hasSameRows(rows)) {
        for (const TaskRow& row : rows)
            updateRow(row);
        return;
    }
    m_reorder.stop();
    beginResetModel();
    m_index.setRows(rows);
    endResetModel();
}

void TaskTableModel::updateRow(const TaskRow& row)
{
    tell(row.summary.id, m_index.update(row));
}

void TaskTableModel::setTags(const QString& id, const QList<Tag>& tags)
{
    tell(id, m_index.setTags(id, tags));
}

void TaskTableModel::forgetTags()
{
    beginResetModel();
    m_index.forgetTags();
    endResetModel();
}

void TaskTableModel::tell(const QString& id, bool keepsItsPlace)
{
    if (!keepsItsPlace && !m_reorder.isActive())
        m_reorder.start();
    const int position = m_index.positionOf(id);
    if (position >= 0)
        Q_EMIT dataChanged(index(position, 0), index(position, ColumnCount - 1));
}

void TaskTableModel::setFilter(const TaskFilter& filter)
{
    if (filter == m_index.filter())
        return;
    beginResetModel();
    m_index.setFilter(filter);
    endResetModel();
}

QString TaskTableModel::idAt(int row) const
{
    return row >= 0 && row < m_index.size() ? m_index.at(row).id : QString();
}

QString TaskTableModel::text(const TaskEntry& entry, TaskColumn column) const
{
    switch (column) {
    case TaskColumn::Name:
        return entry.name.isEmpty() ? tr("(no name)") : entry.name;
    case TaskColumn::Status:
        if (entry.hasDetails)
            return statusLabel(entry.status, entry.statusWord);
        return entry.hasFailed ? tr("Could not be read") : tr("…", "not read yet");
    case TaskColumn::Starts:
        return entry.hasDetails && !entry.starts.isValid() ? tr("–", "not scheduled")
                                                           : localTimeText(entry.starts);
    case TaskColumn::Created:
        return localTimeText(entry.created);
    case TaskColumn::Region:
        return entry.region;
    case TaskColumn::Image:
        return entry.image;
    case TaskColumn::Tags:
        return m_index.tagsTextOf(entry);
    case TaskColumn::Id:
        break;
    }
    return entry.id;
}

QString TaskTableModel::toolTip(const TaskEntry& entry, TaskColumn column) const
{
    switch (column) {
    case TaskColumn::Starts:
        return utcTimeText(entry.starts);
    case TaskColumn::Created:
        return utcTimeText(entry.created);
    default:
        return text(entry, column);
    }
}

QVariant TaskTableModel::sortKey(const TaskEntry& entry, TaskColumn column) const
{
    switch (column) {
    case TaskColumn::Name:
        return entry.foldedName;
    case TaskColumn::Status:
        return static_cast<int>(entry.status);
    case TaskColumn::Starts:
        return entry.starts;
    case TaskColumn::Created:
        return entry.created;
    case TaskColumn::Region:
    case TaskColumn::Image:
    case TaskColumn::Tags:
    case TaskColumn::Id:
        break;
    }
    return text(entry, column);
}

QVariant TaskTableModel::decoration(const TaskEntry& entry, TaskColumn column) const
{
    if (column != TaskColumn::Status || !entry.hasDetails)
        return {};
    return statusIcon(entry.status);
}

} // namespace fuotadesk
