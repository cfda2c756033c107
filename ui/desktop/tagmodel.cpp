#include "desktop/tagmodel.h"

#include <QUndoStack>

#include <algorithm>

namespace fuotadesk {

class TagModel::Change final : public QUndoCommand {
public:
    Change(TagModel& model, QList<Tag> after, const QString& what)
        : QUndoCommand(what),
          m_model(model),
          m_before(model.tags()),
          m_after(std::move(after))
    {
    }
    void undo() override { m_model.apply(m_before); }
    void redo() override { m_model.apply(m_after); }

private:
    TagModel& m_model;
    QList<Tag> m_before;
    QList<Tag> m_after;
};

TagModel::TagModel(QObject* parent) : QAbstractTableModel(parent), m_undoStack(new QUndoStack(this))
{
}

void TagModel::setTags(const QList<Tag>& tags)
{
    if (tags == m_tags)
        return;
    m_undoStack->clear();
    apply(tags);
}

void TagModel::removeTag(int row)
{
    if (row < 0 || row >= m_tags.size())
        return;
    QList<Tag> tags = m_tags;
    tags.removeAt(row);
    push(tags, tr("remove tag"));
}

void TagModel::push(const QList<Tag>& tags, const QString& what)
{
    m_undoStack->push(new Change(*this, tags, what));
}

// One row more or less keeps the selection and a cell editor in place; anything else is a new
// table.
void TagModel::apply(const QList<Tag>& tags)
{
    const auto differ =
        std::mismatch(m_tags.cbegin(), m_tags.cend(), tags.cbegin(), tags.cend()).first;
    const qsizetype same = differ - m_tags.cbegin();
    const qsizetype more = tags.size() - m_tags.size();
    if (more == 0) {
        m_tags = tags;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    } else if (more == 1 && same == m_tags.size()) {
        append(tags.last());
    } else if (more == 1 && tags.mid(same + 1) == m_tags.mid(same)) {
        beginInsertRows({}, int(same), int(same));
        m_tags = tags;
        endInsertRows();
    } else if (more == -1 && m_tags.mid(same + 1) == tags.mid(same)) {
        beginRemoveRows({}, int(same), int(same));
        m_tags = tags;
        endRemoveRows();
    } else {
        beginResetModel();
        m_tags = tags;
        endResetModel();
    }
    Q_EMIT tagsChanged();
}

// The empty row becomes the tag and a new one comes below it, so that a cell editor stays on its
// row.
void TagModel::append(const Tag& tag)
{
    m_hasEmptyRow = false;
    m_tags.append(tag);
    const int row = int(m_tags.size()) - 1;
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    beginInsertRows({}, row + 1, row + 1);
    m_hasEmptyRow = true;
    endInsertRows();
}

int TagModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_tags.size()) + (m_hasEmptyRow ? 1 : 0);
}

int TagModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant TagModel::accessibleText(const QModelIndex& index) const
{
    if (isEmptyRow(index.row()))
        return index.column() == int(Column::Key) ? tr("Key of a new tag")
                                                  : tr("Value of a new tag");
    const Tag& tag = m_tags.at(index.row());
    return index.column() == int(Column::Key)
        ? tr("Key %1").arg(tag.key)
        : tr("%1 of %2", "a tag's value of its key").arg(tag.value, tag.key);
}

QVariant TagModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::AccessibleTextRole)
        return accessibleText(index);
    if ((role != Qt::DisplayRole && role != Qt::EditRole) || isEmptyRow(index.row()))
        return {};
    const Tag& tag = m_tags.at(index.row());
    return index.column() == int(Column::Key) ? tag.key : tag.value;
}

bool TagModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !index.isValid())
        return false;
    const QString text = value.toString();
    if (text == data(index, Qt::EditRole).toString())
        return true;
    QList<Tag> tags = m_tags;
    if (isEmptyRow(index.row()))
        tags.append(Tag{});
    if (index.column() == int(Column::Value)) {
        tags[index.row()].value = text;
    } else {
        const bool taken =
            std::ranges::any_of(m_tags, [&](const Tag& tag) { return tag.key == text; });
        if (taken) {
            Q_EMIT keyRefused(text);
            return false;
        }
        tags[index.row()].key = text;
    }
    push(tags, tr("edit tag"));
    Q_EMIT edited();
    return true;
}

QVariant TagModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    return section == int(Column::Key) ? tr("Key") : tr("Value");
}

Qt::ItemFlags TagModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return QAbstractTableModel::flags(index);
    return QAbstractTableModel::flags(index) | Qt::ItemIsEditable;
}

} // namespace fuotadesk
