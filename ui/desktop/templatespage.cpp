#include "desktop/templatespage.h"

#include "desktop/noticebar.h"
#include "desktop/templatemodel.h"
#include "text/errortext.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fuotadesk {

TemplatesPage::TemplatesPage(const Workbench& bench, QWidget* parent)
    : QWidget(parent),
      m_bench(bench),
      m_model(new TemplateModel(this)),
      m_notice(new NoticeBar(this)),
      m_view(new QTableView(this))
{
    makeActions();
    makeTable();
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_notice);
    m_buttons = new QWidget(this);
    m_buttons->setLayout(makeButtons());
    column->addWidget(m_buttons);
    column->addWidget(m_view, 1);
    m_empty = makeEmptyState();
    column->addWidget(m_empty, 1);
    connect(&bench.templates, &TemplateShelf::entriesChanged, this, &TemplatesPage::followShelf);
    followShelf();
}

QAction* TemplatesPage::addPageAction(const QString& text, const QKeySequence& key,
                                      void (TemplatesPage::*run)())
{
    auto* action = new QAction(text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    if (!key.isEmpty())
        action->setToolTip(tr("%1 (%2)", "an action and its key")
                               .arg(action->iconText(), key.toString(QKeySequence::NativeText)));
    connect(action, &QAction::triggered, this, run);
    addAction(action);
    m_actions.append(action);
    return action;
}

void TemplatesPage::makeActions()
{
    m_entryActions = {
        addPageAction(tr("&Use template"), Qt::Key_Return, &TemplatesPage::useCurrent),
        addPageAction(tr("&Rename…"), Qt::Key_F2, &TemplatesPage::renameCurrent),
        addPageAction(tr("Dupli&cate…"), {}, &TemplatesPage::duplicateCurrent),
        addPageAction(tr("E&xport…"), {}, &TemplatesPage::exportCurrent),
        addPageAction(tr("Export for &AWS CLI…"), {}, &TemplatesPage::exportCurrentForCli),
    };
    m_deleteAction =
        addPageAction(tr("&Delete…"), QKeySequence::Delete, &TemplatesPage::deleteCurrent);
    addPageAction(tr("&Open file…"), {}, &TemplatesPage::openFile);
    addPageAction(tr("&Import from AWS CLI…"), {}, &TemplatesPage::importFromCli);
}

void TemplatesPage::makeTable()
{
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Templates"));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setTabKeyNavigation(false);
    m_view->setShowGrid(false);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->horizontalHeader()->setSectionResizeMode(int(TemplateModel::Column::Name),
                                                     QHeaderView::Stretch);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->addActions(m_actions);
    connect(m_view, &QTableView::doubleClicked, this, &TemplatesPage::useCurrent);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &TemplatesPage::showCurrent);
}

QBoxLayout* TemplatesPage::makeButtons()
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    for (QAction* action : std::as_const(m_actions)) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        if (action == m_deleteAction)
            row->addSpacing(16);
        row->addWidget(button);
        // What harms stands apart from what does not.
        if (action == m_deleteAction)
            row->addStretch(1);
    }
    return row;
}

QWidget* TemplatesPage::makeEmptyState()
{
    auto* empty = new QWidget(this);
    auto* text = new QLabel(tr("Templates keep a task's settings for the next time. Save one from "
                               "the task editor, or begin with the examples."),
                            empty);
    text->setWordWrap(true);
    auto* examplesButton = new QPushButton(tr("Add &examples"), empty);
    auto* openButton = new QPushButton(tr("&Open file…"), empty);
    auto* row = new QHBoxLayout;
    row->addWidget(examplesButton);
    row->addWidget(openButton);
    row->addStretch(1);
    auto* column = new QVBoxLayout(empty);
    column->addStretch(1);
    column->addWidget(text);
    column->addLayout(row);
    column->addStretch(2);
    connect(examplesButton, &QPushButton::clicked, this, &TemplatesPage::addExamples);
    connect(openButton, &QPushButton::clicked, this, &TemplatesPage::openFile);
    return empty;
}

void TemplatesPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_bench.templates.refresh(); // files may have come from elsewhere
}

// The row stays the current one through a refresh.
void TemplatesPage::followShelf()
{
    const TemplateEntry* before = current();
    const QString file = before ? before->file : QString();
    const TemplateShelf& shelf = m_bench.templates;
    m_model->setEntries(shelf.entries());
    const int row = std::max(0, m_model->rowOf(file));
    if (m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(row, 0));
    const bool isEmpty = shelf.isLoaded() && shelf.entries().isEmpty();
    m_empty->setVisible(isEmpty);
    m_view->setVisible(!isEmpty);
    m_buttons->setVisible(!isEmpty);
    if (shelf.error())
        fail(tr("The templates could not be read."), *shelf.error());
    showCurrent();
}

void TemplatesPage::showCurrent()
{
    const TemplateEntry* entry = current();
    for (QAction* action : std::as_const(m_entryActions))
        action->setEnabled(entry && entry->content);
    m_deleteAction->setEnabled(entry);
}

const TemplateEntry* TemplatesPage::current() const
{
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? &m_model->entry(index.row()) : nullptr;
}

void TemplatesPage::fail(const QString& what, const Error& error)
{
    m_notice->showNotice(
        Notice{NoticeKind::Error, what + u' ' + errorMessage(error), {}, errorDetails(error)});
}

} // namespace fuotadesk
