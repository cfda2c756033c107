#include "desktop/rolemodel.h"

#include "desktop/statusicon.h"
#include "preflight/roletrust.h"
#include "text/numbertext.h"
#include "text/roletext.h"

#include <algorithm>

namespace fuotadesk {

namespace {

QString columnTitle(int column)
{
    switch (column) {
    case RoleModel::Name:
        return RoleModel::tr("Name");
    case RoleModel::Trust:
        return RoleModel::tr("Trust");
    case RoleModel::Created:
        return RoleModel::tr("Created");
    case RoleModel::Description:
        return RoleModel::tr("Description");
    default:
        return RoleModel::tr("ARN");
    }
}

bool mentions(const ListedRole& role, const QString& text)
{
    return role.role.name.contains(text, Qt::CaseInsensitive)
        || role.role.arn.contains(text, Qt::CaseInsensitive)
        || role.role.description.contains(text, Qt::CaseInsensitive);
}

} // namespace

void RoleModel::setRoles(const QList<ListedRole>& roles)
{
    if (roles == m_roles)
        return;
    m_roles = roles;
    arrange();
}

void RoleModel::setFilter(const QString& text)
{
    if (text == m_filter)
        return;
    m_filter = text;
    arrange();
}

int RoleModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int RoleModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RoleModel::data(const QModelIndex& cell, int role) const
{
    if (!checkIndex(cell, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ListedRole& listed = m_shown.at(cell.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(listed, cell.column());
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "column, value")
            .arg(columnTitle(cell.column()), text(listed, cell.column()));
    case Qt::ToolTipRole:
        return (cell.column() == Created ? utcTimeText(listed.role.createdAt)
                                         : text(listed, cell.column()))
            .toHtmlEscaped();
    case Qt::DecorationRole:
        return cell.column() == Trust ? QVariant(checkIcon(trustOutcome(listed.trust)))
                                      : QVariant();
    default:
        return {};
    }
}

QVariant RoleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return columnTitle(section);
}

QString RoleModel::text(const ListedRole& role, int column)
{
    switch (column) {
    case Name:
        return role.role.name;
    case Trust:
        return trustWord(role.trust);
    case Created:
        return localTimeText(role.role.createdAt);
    case Description:
        return role.role.description;
    default:
        return role.role.arn;
    }
}

void RoleModel::sort(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    arrange();
}

QString RoleModel::idAt(int row) const
{
    return row < 0 || row >= m_shown.size() ? QString() : m_shown.at(row).role.arn;
}

int RoleModel::rowOf(const QString& id) const
{
    for (qsizetype row = 0; row < m_shown.size(); ++row)
        if (m_shown.at(row).role.arn == id)
            return static_cast<int>(row);
    return -1;
}

bool RoleModel::isBefore(const ListedRole& one, const ListedRole& other) const
{
    int order = 0;
    if (m_column == Trust)
        order = trustRank(one.trust) - trustRank(other.trust);
    else if (m_column == Created)
        order = one.role.createdAt < other.role.createdAt ? -1
            : other.role.createdAt < one.role.createdAt   ? 1
                                                          : 0;
    else if (m_column >= 0)
        order = QString::localeAwareCompare(text(one, m_column), text(other, m_column));
    if (order == 0)
        return QString::localeAwareCompare(one.role.name, other.role.name) < 0;
    return m_order == Qt::AscendingOrder ? order < 0 : order > 0;
}

void RoleModel::arrange()
{
    beginResetModel();
    m_shown.clear();
    std::ranges::copy_if(m_roles, std::back_inserter(m_shown),
                         [this](const ListedRole& role) { return mentions(role, m_filter); });
    std::ranges::stable_sort(m_shown, [this](const ListedRole& one, const ListedRole& other) {
        return isBefore(one, other);
    });
    endResetModel();
}

} // namespace fuotadesk
