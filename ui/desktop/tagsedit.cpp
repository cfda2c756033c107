#include "desktop/tagsedit.h"

#include "desktop/tagmodel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QToolButton>
#include <QUndoStack>
#include <QVBoxLayout>

namespace fuotadesk {

TagsEdit::TagsEdit(QWidget* parent)
    : QWidget(parent),
      m_model(new TagModel(this)),
      m_view(new QTableView(this)),
      m_addButton(new QToolButton(this)),
      m_removeButton(new QToolButton(this)),
      m_reason(new QLabel(this))
{
    makeTable();
    makeActions();
    m_reason->setWordWrap(true);
    auto* buttons = new QVBoxLayout;
    buttons->addWidget(m_addButton);
    buttons->addWidget(m_removeButton);
    buttons->addStretch();
    auto* row = new QHBoxLayout;
    row->addWidget(m_view, 1);
    row->addLayout(buttons);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_reason);
    say({});
    setFocusProxy(m_view);

    connect(m_model, &TagModel::tagsChanged, this, &TagsEdit::tagsChanged);
    connect(m_model, &TagModel::edited, this, [this] { say({}); });
    connect(m_model, &TagModel::keyRefused, this, [this](const QString& key) {
        say(key.isEmpty() ? tr("A tag needs a key.")
                          : tr("“%1” is there already. A key can stand only once.").arg(key));
    });
}

void TagsEdit::makeTable()
{
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Tags"));
    m_view->setTabKeyNavigation(false);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked
                            | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_view->horizontalHeader()->setHighlightSections(false);
    const int rowHeight = m_view->verticalHeader()->defaultSectionSize();
    m_view->setFixedHeight(m_view->horizontalHeader()->sizeHint().height() + 3 * rowHeight
                           + 2 * m_view->frameWidth());
}

QAction* TagsEdit::makeAction(QAction* action, const QKeySequence& key)
{
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(tr("%1 (%2)", "an action and its key")
                           .arg(action->text(), key.toString(QKeySequence::NativeText)));
    addAction(action);
    return action;
}

void TagsEdit::makeActions()
{
    m_addButton->setDefaultAction(makeAction(new QAction(tr("Add tag"), this), Qt::Key_Insert));
    m_removeButton->setDefaultAction(
        makeAction(new QAction(tr("Remove tag"), this), QKeySequence::Delete));
    connect(m_addButton->defaultAction(), &QAction::triggered, this, &TagsEdit::startNewTag);
    connect(m_removeButton->defaultAction(), &QAction::triggered, this, &TagsEdit::removeCurrent);
    makeAction(m_model->undoStack()->createUndoAction(this, tr("Undo")), QKeySequence::Undo);
    makeAction(m_model->undoStack()->createRedoAction(this, tr("Redo")), QKeySequence::Redo);
}

const QList<Tag>& TagsEdit::tags() const
{
    return m_model->tags();
}

void TagsEdit::setTags(const QList<Tag>& tags)
{
    m_model->setTags(tags);
    say({});
}

void TagsEdit::startNewTag()
{
    const QModelIndex key = m_model->index(m_model->rowCount() - 1, int(TagModel::Column::Key));
    m_view->setFocus(Qt::OtherFocusReason);
    m_view->setCurrentIndex(key);
    m_view->edit(key);
}

void TagsEdit::removeCurrent()
{
    m_model->removeTag(m_view->currentIndex().row());
    say({});
}

void TagsEdit::say(const QString& text)
{
    m_reason->setText(text);
    m_reason->setVisible(!text.isEmpty());
}

} // namespace fuotadesk
