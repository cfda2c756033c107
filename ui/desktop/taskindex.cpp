#include "desktop/taskindex.h"

#include "text/tagtext.h"

#include <algorithm>
#include <numeric>

namespace fuotadesk {

namespace {

bool needsDetails(TaskColumn column)
{
    return column != TaskColumn::Name && column != TaskColumn::Id && column != TaskColumn::Tags;
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
    case TaskColumn::Starts:
        return compared(one.starts, other.starts);
    case TaskColumn::Created:
        return compared(one.created, other.created);
    case TaskColumn::Region:
        return compared(one.region, other.region);
    case TaskColumn::Image:
        return compared(one.image, other.image);
    case TaskColumn::Tags: // known to the index alone
    case TaskColumn::Id:
        break;
    }
    return compared(one.id, other.id);
}

TaskEntry entryFor(const TaskRow& row)
{
    TaskEntry entry;
    entry.id = row.summary.id;
    entry.name = row.summary.name;
    entry.foldedName = entry.name.toCaseFolded();
    entry.hasFailed = row.detailsError.has_value();
    if (row.details) {
        entry.hasDetails = true;
        entry.status = row.details->status;
        entry.statusWord = row.details->statusText;
        entry.created = row.details->createdAt;
        entry.starts = row.details->startTime;
        entry.region = row.details->parameters.rfRegion.value_or(QString());
        entry.image = row.details->parameters.firmwareUpdateImage;
    }
    return entry;
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

bool TaskIndex::setTags(const QString& id, const QList<Tag>& tags)
{
    m_tags.insert(id, {tags, tagsText(tags)});
    const auto found = m_byId.constFind(id);
    if (found == m_byId.constEnd())
        return true;
    return keepsItsPlace(*found);
}

void TaskIndex::forgetTags()
{
    m_tags.clear();
    reorder();
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
    if (m_filter.tag && !m_tags.value(entry.id).list.contains(*m_filter.tag))
        return false;
    return m_foldedText.isEmpty() || entry.foldedName.contains(m_foldedText)
        || entry.id.contains(m_foldedText, Qt::CaseInsensitive);
}

int TaskIndex::compared(const TaskEntry& one, const TaskEntry& other) const
{
    return m_column == TaskColumn::Tags ? fuotadesk::compared(tagsTextOf(one), tagsTextOf(other))
                                        : comparedBy(m_column, one, other);
}

bool TaskIndex::before(const TaskEntry& one, const TaskEntry& other) const
{
    // What is not known yet comes last in either direction.
    if (needsDetails(m_column) && one.hasDetails != other.hasDetails)
        return one.hasDetails;
    const int order = compared(one, other);
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
        return !needsDetails(m_column);
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
