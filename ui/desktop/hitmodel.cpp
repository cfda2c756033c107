#include "desktop/hitmodel.h"

#include "desktop/objectcells.h"
#include "preflight/bucketbrowser.h"

namespace fuotadesk {

HitModel::HitModel(BucketBrowser& browser, QObject* parent)
    : QAbstractTableModel(parent),
      m_browser(browser)
{
    connect(&browser, &BucketBrowser::hitsChanged, this, &HitModel::take);
}

void HitModel::restart()
{
    beginResetModel();
    m_rows = static_cast<int>(m_browser.hits().objects.size());
    endResetModel();
}

void HitModel::take()
{
    const auto rows = static_cast<int>(m_browser.hits().objects.size());
    if (rows < m_rows) {
        restart();
    } else if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    }
}

const S3Object* HitModel::object(const QModelIndex& index) const
{
    const QList<S3Object>& found = m_browser.hits().objects;
    return index.isValid() && index.row() < found.size() ? &found.at(index.row()) : nullptr;
}

int HitModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int HitModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ObjectColumns;
}

QVariant HitModel::data(const QModelIndex& index, int role) const
{
    const S3Object* found = object(index);
    return found ? objectCell(*found, index.column(), role) : QVariant();
}

QVariant HitModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal ? objectHeader(section, role) : QVariant();
}

} // namespace fuotadesk
