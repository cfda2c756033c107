#pragma once

#include "desktop/idtable.h"
#include "preflight/rolelist.h"

namespace fuotadesk {

// The roles of the account in a table; a row is known by its ARN. Narrowed to those whose name, ARN
// or description has a text in it, whatever its case.
class RoleModel : public IdTableModel {
    Q_OBJECT

public:
    enum Column { Name, Trust, Arn, Created, Description, ColumnCount };

    using IdTableModel::IdTableModel;

    void setRoles(const QList<ListedRole>& roles);
    void setFilter(const QString& text);
    int totalCount() const { return static_cast<int>(m_roles.size()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& cell, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;
    QString idAt(int row) const override;
    int rowOf(const QString& id) const override;

private:
    static QString text(const ListedRole& role, int column);
    bool isBefore(const ListedRole& one, const ListedRole& other) const;
    void arrange();

    QList<ListedRole> m_roles; // as the list has them
    QList<ListedRole> m_shown;
    QString m_filter;
    int m_column = Trust;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace fuotadesk
