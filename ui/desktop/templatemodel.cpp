#include "desktop/templatemodel.h"

#include "text/errortext.h"
#include "text/numbertext.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace fuotadesk {

TemplateModel::TemplateModel(QObject* parent) : QAbstractTableModel(parent) { }

void TemplateModel::setEntries(const QList<TemplateEntry>& entries)
{
    const bool sameFiles =
        std::ranges::equal(entries, m_entries, {}, &TemplateEntry::file, &TemplateEntry::file);
    if (!sameFiles) {
        beginResetModel();
        m_entries = entries;
        endResetModel();
        return;
    }
    m_entries = entries;
    if (!entries.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int TemplateModel::rowOf(const QString& file) const
{
    const auto found = std::ranges::find(m_entries, file, &TemplateEntry::file);
    return found == m_entries.cend() ? -1 : int(found - m_entries.cbegin());
}

int TemplateModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int TemplateModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 3;
}

QString TemplateModel::text(const TemplateEntry& entry, Column column) const
{
    switch (column) {
    case Column::Name:
        return entry.name;
    case Column::Modified:
        return localTimeText(entry.modified);
    case Column::RfRegion:
        break;
    }
    if (!entry.content)
        return tr("Cannot be used: %1").arg(errorSentence(entry.content.error()));
    return entry.content->draft.task.rfRegion.value_or(QString());
}

QVariant TemplateModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const TemplateEntry& entry = m_entries.at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, column);
    case Qt::ToolTipRole:
        if (!entry.content)
            return errorMessage(entry.content.error()) + u'\n'
                + errorDetails(entry.content.error());
        return column == Column::Modified ? utcTimeText(entry.modified) : entry.file;
    case Qt::ForegroundRole:
        if (!entry.content)
            return QGuiApplication::palette().brush(QPalette::Disabled, QPalette::Text);
        return {};
    default:
        return {};
    }
}

QVariant TemplateModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (Column(section)) {
    case Column::Name:
        return tr("Name");
    case Column::RfRegion:
        return tr("RF region");
    case Column::Modified:
        break;
    }
    return tr("Modified");
}

} // namespace fuotadesk
