#include "desktop/activitymodel.h"

#include "campaign/activitylist.h"
#include "desktop/statusicon.h"
#include "desktop/tableexport.h"
#include "text/activitytext.h"
#include "text/numbertext.h"

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr int ColumnCount = static_cast<int>(ActivityColumn::Connection) + 1;

QString columnTitle(ActivityColumn column)
{
    switch (column) {
    case ActivityColumn::Time:
        return ActivityModel::tr("Time");
    case ActivityColumn::Change:
        return ActivityModel::tr("Change");
    case ActivityColumn::Target:
        return ActivityModel::tr("Target");
    case ActivityColumn::Member:
        return ActivityModel::tr("Device or group");
    case ActivityColumn::Outcome:
        return ActivityModel::tr("Outcome");
    case ActivityColumn::Connection:
        break;
    }
    return ActivityModel::tr("Connection");
}

QString cellText(const ActivityEntry& entry, ActivityColumn column)
{
    switch (column) {
    case ActivityColumn::Time:
        return localTimeText(entry.at);
    case ActivityColumn::Change:
        return operationLabel(entry.call.operation);
    case ActivityColumn::Target:
        return entry.call.target;
    case ActivityColumn::Member:
        return entry.call.member;
    case ActivityColumn::Outcome:
        return changeOutcomeLabel(entry.end.outcome);
    case ActivityColumn::Connection:
        break;
    }
    return entry.call.connectionName;
}

QString toolTipOf(const ActivityEntry& entry, ActivityColumn column)
{
    switch (column) {
    case ActivityColumn::Time:
        return utcTimeText(entry.at);
    case ActivityColumn::Change:
        return entry.call.operation;
    case ActivityColumn::Outcome:
        return changeOutcomeText(entry.end);
    case ActivityColumn::Connection:
        return entry.call.endpoint;
    case ActivityColumn::Target:
    case ActivityColumn::Member:
        break;
    }
    return cellText(entry, column);
}

QString isoText(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

} // namespace

ActivityModel::ActivityModel(ActivityList& list, QObject* parent)
    : QAbstractTableModel(parent),
      m_list(list),
      m_rows(list.entries())
{
    connect(&list, &ActivityList::entriesReset, this, &ActivityModel::takeReset);
    connect(&list, &ActivityList::entriesAdded, this, &ActivityModel::takeAdded);
    connect(&list, &ActivityList::entryChanged, this, &ActivityModel::takeChanged);
}

int ActivityModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ActivityModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ActivityModel::data(const QModelIndex& cell, int role) const
{
    if (!checkIndex(cell, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ActivityEntry& entry = at(cell.row());
    const auto column = static_cast<ActivityColumn>(cell.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(entry, column);
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "column, value").arg(columnTitle(column), cellText(entry, column));
    case Qt::ToolTipRole:
        return toolTipOf(entry, column);
    case Qt::DecorationRole:
        return column == ActivityColumn::Outcome ? QVariant(changeIcon(entry.end.outcome))
                                                 : QVariant();
    default:
        return {};
    }
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return columnTitle(static_cast<ActivityColumn>(section));
}

bool ActivityModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_list.hasMore();
}

void ActivityModel::fetchMore(const QModelIndex& parent)
{
    if (!parent.isValid())
        m_list.readMore();
}

int ActivityModel::rowOf(qint64 number) const
{
    const auto place =
        std::ranges::lower_bound(m_rows, number, std::greater(), &ActivityEntry::number);
    const bool isThere = place != m_rows.end() && place->number == number;
    return isThere ? static_cast<int>(place - m_rows.begin()) : -1;
}

void ActivityModel::takeReset()
{
    beginResetModel();
    m_rows = m_list.entries();
    endResetModel();
}

void ActivityModel::takeAdded(qsizetype first, qsizetype count)
{
    beginInsertRows({}, static_cast<int>(first), static_cast<int>(first + count - 1));
    m_rows = m_list.entries();
    endInsertRows();
}

void ActivityModel::takeChanged(qsizetype index)
{
    const int row = static_cast<int>(index);
    m_rows = m_list.entries();
    Q_EMIT dataChanged(this->index(row, 0), this->index(row, ColumnCount - 1));
}

QByteArray activityCsv(const QList<ActivityEntry>& entries)
{
    QByteArray csv =
        commaSeparatedLine({ActivityModel::tr("Time (UTC)"), ActivityModel::tr("Ended (UTC)"),
                            ActivityModel::tr("Operation"), ActivityModel::tr("Target"),
                            ActivityModel::tr("Device or group"), ActivityModel::tr("Outcome"),
                            ActivityModel::tr("Error code"), ActivityModel::tr("Request ID"),
                            ActivityModel::tr("Created ID"), ActivityModel::tr("Connection"),
                            ActivityModel::tr("Endpoint"), ActivityModel::tr("Region")});
    for (const ActivityEntry& entry : entries) {
        const ChangeCall& call = entry.call;
        csv += commaSeparatedLine({isoText(entry.at), isoText(entry.endedAt), call.operation,
                                   call.target, call.member, changeOutcomeLabel(entry.end.outcome),
                                   entry.end.errorCode, entry.end.requestId, entry.end.result,
                                   call.connectionName, call.endpoint, call.region});
    }
    return csv;
}

} // namespace fuotadesk
