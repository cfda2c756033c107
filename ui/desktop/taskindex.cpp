#include "desktop/taskindex.h"

#include "text/statustext.h"

#include <algorithm>
#include <numeric>

namespace fuotadesk {

namespace {

TaskEntry entryFor(const TaskRow& row)
{
    TaskEntry entry;
    entry.id = row.summary.id;
    entry.name = row.summary.name;
    entry.foldedName = entry.name.toCaseFolded();
    entry.searchKey = entry.foldedName + u'\n' + entry.id.toCaseFolded();
    entry.hasFailed = row.detailsError.has_value();
    if (row.details) {
        entry.hasDetails = true;
        entry.status = row.details->status;
        entry.statusText = statusLabel(*row.details);
        entry.created = row.details->createdAt;
    }
    return entry;
}

// Less, equal or greater as -1, 0, 1.
template <typename T>
int compared(const T& one, const T& other)
{
    if (one == other)
        return 0;
    return one < other ? -1 : 1;
}

int comparedBy(TaskColumn column, const TaskEntry& one, const TaskEntry& other)
{
    switch (column) {
    case TaskColumn::Name:
        return compared(one.foldedName, other.foldedName);
    case TaskColumn::Status:
        return compared(one.status, other.status);
    case TaskColumn::Created:
        return compared(one.created, other.created);
    case TaskColumn::Id:
        break;
    }
    return compared(one.id, other.id);
}

} // namespace

void TaskIndex::setRows(const QList<TaskRow>& rows)
{
    m_entries.clear();
    m_entries.reserve(static_cast<std::size_t>(rows.size()));
    m_byId.clear();
    m_byId.reserve(rows.size());
    for (const TaskRow& row : rows) {
        m_byId.insert(row.summary.id, m_entries.size());
        m_entries.push_back(entryFor(row));
    }
    reorder();
}

bool TaskIndex::update(const TaskRow& row)
{
    const auto found = m_byId.constFind(row.summary.id);
    if (found == m_byId.constEnd())
        return true;
    m_entries[*found] = entryFor(row);
    return keepsItsPlace(*found);
}

void TaskIndex::setFilter(const TaskFilter& filter)
{
    m_filter = filter;
    m_foldedText = filter.text.trimmed().toCaseFolded();
    select();
}

void TaskIndex::setOrder(TaskColumn column, Qt::SortOrder order)
{
    m_column = column;
    m_sortOrder = order;
    reorder();
}

void TaskIndex::reorder()
{
    sort();
    select();
}

int TaskIndex::unreadCount() const
{
    return static_cast<int>(std::ranges::count(m_entries, false, &TaskEntry::hasDetails));
}

int TaskIndex::positionOf(const QString& id) const
{
    const auto found = m_byId.constFind(id);
    return found == m_byId.constEnd() ? -1 : m_positions[*found];
}

bool TaskIndex::hasSameRows(const QList<TaskRow>& rows) const
{
    return std::ranges::equal(
        rows, m_entries, {}, [](const TaskRow& row) { return row.summary.id; }, &TaskEntry::id);
}

bool TaskIndex::matches(const TaskEntry& entry) const
{
    if (m_filter.status && (!entry.hasDetails || entry.status != *m_filter.status))
        return false;
    return m_foldedText.isEmpty() || entry.searchKey.contains(m_foldedText);
}

bool TaskIndex::before(const TaskEntry& one, const TaskEntry& other) const
{
    // What is not known yet comes last in either direction.
    const bool needsDetails = m_column == TaskColumn::Status || m_column == TaskColumn::Created;
    if (needsDetails && one.hasDetails != other.hasDetails)
        return one.hasDetails;
    const int order = comparedBy(m_column, one, other);
    if (order != 0)
        return m_sortOrder == Qt::AscendingOrder ? order < 0 : order > 0;
    return comparedBy(TaskColumn::Id, one, other) < 0;
}

bool TaskIndex::keepsItsPlace(std::size_t entry) const
{
    const int position = m_positions[entry];
    if (matches(m_entries[entry]) != (position >= 0))
        return false;
    if (position < 0)
        return m_column == TaskColumn::Name || m_column == TaskColumn::Id;
    const bool afterPrevious = position == 0 || !before(m_entries[entry], at(position - 1));
    const bool beforeNext = position + 1 == size() || !before(at(position + 1), m_entries[entry]);
    return afterPrevious && beforeNext;
}

void TaskIndex::sort()
{
    m_sorted.resize(m_entries.size());
    std::iota(m_sorted.begin(), m_sorted.end(), std::size_t(0));
    std::ranges::sort(m_sorted, [this](std::size_t one, std::size_t other) {
        return before(m_entries[one], m_entries[other]);
    });
}

void TaskIndex::select()
{
    m_shown.clear();
    m_positions.assign(m_entries.size(), -1);
    for (const std::size_t entry : m_sorted) {
        if (!matches(m_entries[entry]))
            continue;
        m_positions[entry] = size();
        m_shown.push_back(entry);
    }
}

} // namespace fuotadesk
