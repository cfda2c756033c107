#pragma once

#include "campaign/tasklist.h"

#include <QHash>

#include <vector>

namespace fuotadesk {

// The columns of the table of tasks.
enum class TaskColumn { Name, Status, Starts, Created, Region, Image, Tags, Id };

// Which tasks are shown; what is unset does not narrow.
struct TaskFilter {
    QString text; // part of name or id, whatever the case
    std::optional<TaskStatus> status;
    std::optional<Tag> tag; // those that have it, as far as their tags were read

    friend bool operator==(const TaskFilter&, const TaskFilter&) = default;
};

// What the table shows of a task, with the key it is searched and sorted by, folded once.
struct TaskEntry {
    QString id;
    QString name;
    QString foldedName; // the one text of its own: the others are shared with the row
    QString statusWord; // the service's own
    TaskStatus status = TaskStatus::Unknown;
    QDateTime created;
    QDateTime starts; // invalid: not scheduled
    QString region;
    QString image;
    bool hasDetails = false;
    bool hasFailed = false; // the details could not be read
};

// Filter and order of the table of tasks: 100 000 entries are filtered within a frame. Positions
// are what the table shows; entries keep the service's order.
class TaskIndex {
public:
    void setRows(const QList<TaskRow>& rows);
    // The entry of that id anew. False when it now stands at another position, or in or out of the
    // filter: reorder() is due.
    bool update(const TaskRow& row);
    // The same for its tags, which come one by one as well.
    bool setTags(const QString& id, const QList<Tag>& tags);
    // As they are shown; empty until they are read.
    QString tagsTextOf(const TaskEntry& entry) const { return m_tags.value(entry.id).text; }
    void forgetTags();
    void setFilter(const TaskFilter& filter);
    void setOrder(TaskColumn column, Qt::SortOrder order);
    void reorder();

    int size() const { return static_cast<int>(m_shown.size()); }
    int totalSize() const { return static_cast<int>(m_entries.size()); }
    int unreadCount() const;
    const TaskEntry& at(int position) const { return m_entries[m_shown[index(position)]]; }
    // -1 when it is not shown.
    int positionOf(const QString& id) const;
    const TaskFilter& filter() const { return m_filter; }
    TaskColumn column() const { return m_column; }
    Qt::SortOrder order() const { return m_sortOrder; }
    bool hasSameRows(const QList<TaskRow>& rows) const;

private:
    struct Tags {
        QList<Tag> list;
        QString text;
    };

    static std::size_t index(int position) { return static_cast<std::size_t>(position); }
    bool matches(const TaskEntry& entry) const;
    int compared(const TaskEntry& one, const TaskEntry& other) const;
    bool before(const TaskEntry& one, const TaskEntry& other) const;
    bool keepsItsPlace(std::size_t entry) const;
    void sort();
    void select();

    std::vector<TaskEntry> m_entries;
    std::vector<std::size_t> m_sorted; // all, in the order asked for
    std::vector<std::size_t> m_shown; // those of m_sorted the filter lets through
    std::vector<int> m_positions; // of each entry in m_shown, or -1
    QHash<QString, std::size_t> m_byId;
    QHash<QString, Tags> m_tags; // by id
    TaskFilter m_filter;
    QString m_foldedText;
    TaskColumn m_column = TaskColumn::Name;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace fuotadesk
