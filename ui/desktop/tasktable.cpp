#include "desktop/tasktable.h"

#include "desktop/symbolicicon.h"
#include "desktop/tableexport.h"
#include "desktop/tasktablemodel.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>

namespace fuotadesk {

using namespace std::chrono_literals;

namespace {

constexpr auto ScrollRest = 100ms;
constexpr int NameWidth = 28; // in characters
constexpr int StatusWidth = 18;
constexpr int TimeWidth = 27;

// Rows next to each other as one range: selecting 100 000 of them one by one would take seconds.
QItemSelection rangesOf(const TaskTableModel& model, std::vector<int> rows)
{
    QItemSelection selection;
    std::ranges::sort(rows);
    const int lastColumn = model.columnCount() - 1;
    for (std::size_t first = 0; first < rows.size();) {
        std::size_t last = first;
        while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1)
            ++last;
        selection.append(
            QItemSelectionRange(model.index(rows[first], 0), model.index(rows[last], lastColumn)));
        first = last + 1;
    }
    return selection;
}

} // namespace

TaskTable::TaskTable(TaskTableModel* model, QWidget* parent) : QTableView(parent), m_tasks(model)
{
    setModel(model);
    setAccessibleName(tr("Tasks"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setAlternatingRowColors(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int character = fontMetrics().averageCharWidth();
    setColumnWidth(static_cast<int>(TaskColumn::Name), NameWidth * character);
    setColumnWidth(static_cast<int>(TaskColumn::Status), StatusWidth * character);
    setColumnWidth(static_cast<int>(TaskColumn::Created), TimeWidth * character);
    horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    setSortingEnabled(true);
    makeActions();
    m_rest.setSingleShot(true);
    m_rest.setInterval(ScrollRest);
    connect(&m_rest, &QTimer::timeout, this, &TaskTable::tellRowsInSight);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &TaskTable::rememberSelection);
    connect(model, &QAbstractItemModel::modelReset, this, &TaskTable::restoreSelection);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TaskTable::tellSelection);
    connect(this, &QTableView::doubleClicked, this, &TaskTable::openRequested);
}

void TaskTable::makeActions()
{
    m_open = new QAction(symbolicIcon(QStringLiteral("open")), tr("&Open task"), this);
    m_open->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    connect(m_open, &QAction::triggered, this, &TaskTable::openRequested);
    m_delete = new QAction(symbolicIcon(QStringLiteral("delete")), tr("&Delete task…"), this);
    m_delete->setShortcut(QKeySequence::Delete);
    connect(m_delete, &QAction::triggered, this, &TaskTable::deleteRequested);
    m_copy = new QAction(symbolicIcon(QStringLiteral("copy")), tr("&Copy rows"), this);
    m_copy->setShortcut(QKeySequence::Copy);
    connect(m_copy, &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(tabSeparated(selectionModel()->selectedIndexes()));
    });
    for (QAction* action : {m_open, m_delete, m_copy}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        action->setEnabled(false);
        addAction(action);
    }
}

QStringList TaskTable::selectedTasks() const
{
    QStringList ids;
    for (const QModelIndex& row : selectionModel()->selectedRows())
        ids << m_tasks->idAt(row.row());
    return ids;
}

QString TaskTable::currentTask() const
{
    return m_tasks->idAt(currentIndex().row());
}

void TaskTable::select(const QString& taskId)
{
    const int row = m_tasks->rowOf(taskId);
    m_awaited = row < 0 ? taskId : QString();
    if (row < 0)
        return;
    selectRow(row);
    scrollTo(m_tasks->index(row, 0));
}

void TaskTable::setStale(bool stale)
{
    m_stale = stale;
    paintStaleness();
}

QByteArray TaskTable::columnState() const
{
    return horizontalHeader()->saveState();
}

void TaskTable::restoreColumns(const QByteArray& state)
{
    horizontalHeader()->restoreState(state);
}

void TaskTable::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_open, m_copy, m_delete});
    menu->popup(event->globalPos());
}

void TaskTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        paintStaleness();
}

void TaskTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    m_rest.start();
}

void TaskTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    m_rest.start();
}

void TaskTable::rememberSelection()
{
    m_restoring = true;
    m_selected = selectedTasks();
    m_current = currentTask();
}

void TaskTable::restoreSelection()
{
    std::vector<int> rows;
    for (const QString& id : std::as_const(m_selected)) {
        const int row = m_tasks->rowOf(id);
        if (row >= 0)
            rows.push_back(row);
    }
    const int current = m_tasks->rowOf(m_current);
    if (current >= 0)
        selectionModel()->setCurrentIndex(m_tasks->index(current, 0),
                                          QItemSelectionModel::NoUpdate);
    selectionModel()->select(rangesOf(*m_tasks, rows), QItemSelectionModel::Select);
    if (current >= 0)
        scrollTo(m_tasks->index(current, 0));
    m_restoring = false;
    if (!m_awaited.isEmpty())
        select(m_awaited);
    tellSelection();
    m_rest.start();
}

void TaskTable::tellSelection()
{
    if (m_restoring)
        return;
    const bool any = selectionModel()->hasSelection();
    m_open->setEnabled(any);
    m_delete->setEnabled(any);
    m_copy->setEnabled(any);
    Q_EMIT selectedTasksChanged();
}

void TaskTable::tellRowsInSight()
{
    QStringList ids;
    const int last = rowAt(viewport()->height() - 1);
    const int end = last < 0 ? m_tasks->rowCount() : last + 1;
    for (int row = std::max(rowAt(0), 0); row < end; ++row)
        ids << m_tasks->idAt(row);
    Q_EMIT rowsInSight(ids);
}

void TaskTable::paintStaleness()
{
    QPalette colors = QGuiApplication::palette();
    if (m_stale)
        colors.setColor(QPalette::Text, colors.color(QPalette::Disabled, QPalette::Text));
    setPalette(colors);
}

} // namespace fuotadesk
