#pragma once

#include "campaign/templateshelf.h"

#include <QAbstractTableModel>

namespace fuotadesk {

// The templates of this machine as rows. A damaged one is greyed and says why instead of its RF
// region.
class TemplateModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { Name, RfRegion, Modified };

    explicit TemplateModel(QObject* parent = nullptr);

    // Rows that stay keep their place in views when only their content changed.
    void setEntries(const QList<TemplateEntry>& entries);
    const TemplateEntry& entry(int row) const { return m_entries.at(row); }
    int rowOf(const QString& file) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const TemplateEntry& entry, Column column) const;

    QList<TemplateEntry> m_entries;
};

} // namespace fuotadesk
