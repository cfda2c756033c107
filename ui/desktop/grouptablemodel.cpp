#include "desktop/grouptablemodel.h"

#include "text/grouptext.h"
#include "text/numbertext.h"
#include "text/radiotext.h"

#include <algorithm>

namespace fuotadesk {

using namespace std::chrono_literals;

namespace {

constexpr auto ReorderDelay = 300ms;
constexpr int ColumnCount = static_cast<int>(GroupColumn::Id) + 1;

QString columnTitle(GroupColumn column)
{
    switch (column) {
    case GroupColumn::Name:
        return GroupTableModel::tr("Name");
    case GroupColumn::Status:
        return GroupTableModel::tr("Status");
    case GroupColumn::Class:
        return GroupTableModel::tr("Class");
    case GroupColumn::Region:
        return GroupTableModel::tr("RF region");
    case GroupColumn::Devices:
        return GroupTableModel::tr("Devices");
    case GroupColumn::Created:
        return GroupTableModel::tr("Created");
    case GroupColumn::Id:
        break;
    }
    return GroupTableModel::tr("Group ID");
}

QString detailText(const MulticastGroup& group, GroupColumn column)
{
    switch (column) {
    case GroupColumn::Status:
        return groupStatusLabel(group.statusText);
    case GroupColumn::Class:
        return downlinkClassLabel(group.transmission.downlinkClass.value_or(QString()));
    case GroupColumn::Region:
        return textOrUnset(group.transmission.rfRegion.value_or(QString()));
    case GroupColumn::Devices:
        return groupSizeText(group);
    default:
        return localTimeText(group.createdAt);
    }
}

QString cellText(const GroupRow& row, GroupColumn column)
{
    if (column == GroupColumn::Name)
        return row.summary.name.isEmpty() ? GroupTableModel::tr("(no name)") : row.summary.name;
    if (column == GroupColumn::Id)
        return row.summary.id;
    if (row.details)
        return detailText(*row.details, column);
    return row.detailsError ? GroupTableModel::tr("Could not be read")
                            : GroupTableModel::tr("…", "not read yet");
}

QString toolTipOf(const GroupRow& row, GroupColumn column)
{
    if (row.details && column == GroupColumn::Status)
        return groupStatusMeaning(row.details->statusText) + u'\n' + row.details->statusText;
    if (row.details && column == GroupColumn::Created)
        return utcTimeText(row.details->createdAt);
    return cellText(row, column);
}

} // namespace

GroupTableModel::GroupTableModel(QObject* parent) : IdTableModel(parent)
{
    m_reorder.setSingleShot(true);
    m_reorder.setInterval(ReorderDelay);
    connect(&m_reorder, &QTimer::timeout, this, [this] {
        beginResetModel();
        select();
        endResetModel();
    });
}

int GroupTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int GroupTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant GroupTableModel::data(const QModelIndex& cell, int role) const
{
    if (!checkIndex(cell, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const GroupRow& row = m_rows.at(m_shown[std::size_t(cell.row())]);
    const auto column = static_cast<GroupColumn>(cell.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(row, column);
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "column, value").arg(columnTitle(column), cellText(row, column));
    case Qt::ToolTipRole:
        return toolTipOf(row, column);
    case Qt::TextAlignmentRole:
        return column == GroupColumn::Devices ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                              : QVariant();
    default:
        return {};
    }
}

QVariant GroupTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return columnTitle(static_cast<GroupColumn>(section));
}

void GroupTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    beginResetModel();
    m_column = static_cast<GroupColumn>(column);
    m_order = order;
    select();
    endResetModel();
}

void GroupTableModel::setRows(const QList<GroupRow>& rows)
{
    m_reorder.stop();
    beginResetModel();
    m_rows = rows;
    select();
    endResetModel();
}

void GroupTableModel::updateRow(const GroupRow& row)
{
    const auto found = std::ranges::find(m_rows, row.summary.id,
                                         [](const GroupRow& each) { return each.summary.id; });
    if (found == m_rows.end())
        return;
    *found = row;
    if (m_column != GroupColumn::Id && !m_reorder.isActive())
        m_reorder.start();
    const int position = rowOf(row.summary.id);
    if (position >= 0)
        Q_EMIT dataChanged(index(position, 0), index(position, ColumnCount - 1));
}

void GroupTableModel::setSearch(const QString& text)
{
    beginResetModel();
    m_search = text.trimmed().toCaseFolded();
    select();
    endResetModel();
}

QString GroupTableModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows.at(m_shown[std::size_t(row)]).summary.id
                                        : QString();
}

int GroupTableModel::rowOf(const QString& id) const
{
    const auto found = std::ranges::find(
        m_shown, id, [this](qsizetype position) { return m_rows.at(position).summary.id; });
    return found == m_shown.end() ? -1 : static_cast<int>(std::distance(m_shown.begin(), found));
}

bool GroupTableModel::matches(const GroupRow& row) const
{
    const QString key = row.summary.name + u'\n' + row.summary.id;
    return m_search.isEmpty() || key.toCaseFolded().contains(m_search);
}

bool GroupTableModel::before(const GroupRow& one, const GroupRow& other) const
{
    const MulticastGroup none;
    const MulticastGroup& a = one.details ? *one.details : none;
    const MulticastGroup& b = other.details ? *other.details : none;
    switch (m_column) {
    case GroupColumn::Name:
        return one.summary.name.toCaseFolded() < other.summary.name.toCaseFolded();
    case GroupColumn::Devices:
        return a.devicesInGroup < b.devicesInGroup;
    case GroupColumn::Created:
        return a.createdAt < b.createdAt;
    case GroupColumn::Id:
        return one.summary.id < other.summary.id;
    default:
        return cellText(one, m_column) < cellText(other, m_column);
    }
}

void GroupTableModel::select()
{
    m_shown.clear();
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        if (matches(m_rows.at(i)))
            m_shown.push_back(i);
    std::ranges::stable_sort(m_shown, [this](qsizetype one, qsizetype other) {
        return m_order == Qt::AscendingOrder ? before(m_rows.at(one), m_rows.at(other))
                                             : before(m_rows.at(other), m_rows.at(one));
    });
}

} // namespace fuotadesk
