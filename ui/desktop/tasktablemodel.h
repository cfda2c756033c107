#pragma once

#include "desktop/idtable.h"
#include "desktop/taskindex.h"

namespace fuotadesk {

// The table of tasks, filtered and sorted by an index of its own. Rows are updated by id; when
// details that come in one by one change the order, it is put right a moment later, once for all of
// them.
class TaskTableModel : public IdTableModel {
    Q_OBJECT

public:
    static constexpr int SortRole = Qt::UserRole;
    static constexpr int IdRole = Qt::UserRole + 1;

    explicit TaskTableModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& cell, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    void setRows(const QList<TaskRow>& rows);
    void updateRow(const TaskRow& row);
    void setTags(const QString& id, const QList<Tag>& tags);
    void forgetTags();
    void setFilter(const TaskFilter& filter);

    QString idAt(int row) const override;
    int rowOf(const QString& id) const override { return m_index.positionOf(id); }
    int totalCount() const { return m_index.totalSize(); }
    int unreadCount() const { return m_index.unreadCount(); }
    const TaskFilter& filter() const { return m_index.filter(); }

private:
    void tell(const QString& id, bool keepsItsPlace);
    QString text(const TaskEntry& entry, TaskColumn column) const;
    QString toolTip(const TaskEntry& entry, TaskColumn column) const;
    QVariant sortKey(const TaskEntry& entry, TaskColumn column) const;
    QVariant decoration(const TaskEntry& entry, TaskColumn column) const;

    TaskIndex m_index;
    QTimer m_reorder;
};

} // namespace fuotadesk
