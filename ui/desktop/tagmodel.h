#pragma once

#include "fuota/taskdraft.h"

#include <QAbstractTableModel>

class QUndoStack;

namespace fuotadesk {

// The tags of a task as rows of key and value, with one empty row below them in which the next tag
// is typed. Every edit goes through an undo stack. A key that another row has is refused.
class TagModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { Key, Value };

    explicit TagModel(QObject* parent = nullptr);

    const QList<Tag>& tags() const { return m_tags; }
    // From outside: what was done before can not be undone any more.
    void setTags(const QList<Tag>& tags);
    void removeTag(int row);
    QUndoStack* undoStack() const { return m_undoStack; }
    bool isEmptyRow(int row) const { return row == m_tags.size(); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void tagsChanged();
    void keyRefused(const QString& key);
    void edited();

private:
    class Change;

    void push(const QList<Tag>& tags, const QString& what);
    void apply(const QList<Tag>& tags);
    void append(const Tag& tag);
    QVariant accessibleText(const QModelIndex& index) const;

    QList<Tag> m_tags;
    QUndoStack* m_undoStack;
    bool m_hasEmptyRow = true;
};

} // namespace fuotadesk
