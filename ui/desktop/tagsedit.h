#pragma once

#include "fuota/taskdraft.h"

#include <QWidget>

class QAction;
class QKeySequence;
class QLabel;
class QTableView;
class QToolButton;

namespace fuotadesk {

class TagModel;

// The tags of a task in a small table. Typing in the last row adds one, Delete removes, Ctrl+Z
// takes back; a key twice is refused with the reason beside.
class TagsEdit : public QWidget {
    Q_OBJECT

public:
    explicit TagsEdit(QWidget* parent = nullptr);

    const QList<Tag>& tags() const;
    void setTags(const QList<Tag>& tags);

    QTableView* view() const { return m_view; }
    TagModel* model() const { return m_model; }

Q_SIGNALS:
    void tagsChanged();

private:
    void makeTable();
    void makeActions();
    QAction* makeAction(QAction* action, const QKeySequence& key);
    void startNewTag();
    void removeCurrent();
    void say(const QString& text);

    TagModel* m_model;
    QTableView* m_view;
    QToolButton* m_addButton;
    QToolButton* m_removeButton;
    QLabel* m_reason;
};

} // namespace fuotadesk
