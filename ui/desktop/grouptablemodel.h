#pragma once

#include "campaign/grouplist.h"
#include "desktop/idtable.h"

#include <vector>

namespace fuotadesk {

enum class GroupColumn { Name, Status, Class, Region, Devices, Created, Id };

// The table of multicast groups, searched and sorted. Rows are updated by id; when details that
// come in one by one change the order, it is put right a moment later, once for all of them.
class GroupTableModel : public IdTableModel {
    Q_OBJECT

public:
    explicit GroupTableModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& cell, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    void setRows(const QList<GroupRow>& rows);
    void updateRow(const GroupRow& row);
    // Part of name or id, whatever the case.
    void setSearch(const QString& text);
    QString idAt(int row) const override;
    int rowOf(const QString& id) const override;
    int totalCount() const { return static_cast<int>(m_rows.size()); }

private:
    bool matches(const GroupRow& row) const;
    bool before(const GroupRow& one, const GroupRow& other) const;
    void select();

    QList<GroupRow> m_rows;
    std::vector<qsizetype> m_shown; // positions in m_rows
    QString m_search; // folded
    GroupColumn m_column = GroupColumn::Name;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    QTimer m_reorder;
};

} // namespace fuotadesk
