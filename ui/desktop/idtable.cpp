#include "desktop/idtable.h"

#include "desktop/tablerows.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>

namespace fuotadesk {

using namespace std::chrono_literals;

namespace {

constexpr auto ScrollRest = 100ms;

// Rows next to each other as one range: selecting 100 000 of them one by one would take seconds.
QItemSelection rangesOf(const QAbstractTableModel& model, std::vector<int> rows)
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

IdTable::IdTable(IdTableModel* model, QWidget* parent)
    : QTableView(parent),
      m_model(model),
      m_copy(copyRowsAction(*this)),
      m_columns(new QAction(tr("Co&lumns"), this))
{
    setModel(model);
    showAsRows(*this);
    setSelectionMode(ExtendedSelection);
    horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    setSortingEnabled(true);
    m_columns->setMenu(new QMenu(this));
    connect(m_columns->menu(), &QMenu::aboutToShow, this, &IdTable::fillColumns);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this,
            [this](const QPoint& at) {
                m_columns->menu()->popup(horizontalHeader()->mapToGlobal(at));
            });
    m_rest.setSingleShot(true);
    m_rest.setInterval(ScrollRest);
    connect(&m_rest, &QTimer::timeout, this, &IdTable::tellRowsInSight);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &IdTable::rememberSelection);
    connect(model, &QAbstractItemModel::modelReset, this, &IdTable::restoreSelection);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &IdTable::tellSelection);
    connect(this, &QTableView::doubleClicked, this, &IdTable::openRequested);
}

void IdTable::setColumnWidths(std::initializer_list<int> characters)
{
    int column = 0;
    for (const int width : characters)
        setColumnWidth(column++, width * fontMetrics().averageCharWidth());
}

void IdTable::addSelectionAction(QAction* action)
{
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setEnabled(selectionModel()->hasSelection());
    addAction(action);
    m_selectionActions.append(action);
}

QStringList IdTable::selectedIds() const
{
    QStringList ids;
    for (const QModelIndex& row : selectionModel()->selectedRows())
        ids << m_model->idAt(row.row());
    return ids;
}

QString IdTable::currentId() const
{
    return m_model->idAt(currentIndex().row());
}

void IdTable::select(const QString& id)
{
    const int row = m_model->rowOf(id);
    m_awaited = row < 0 ? id : QString();
    if (row < 0)
        return;
    // Not selectRow(): that heeds the keys that happen to be held.
    const QModelIndex index = m_model->index(row, 0);
    selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

void IdTable::setStale(bool stale)
{
    m_stale = stale;
    paintStaleness();
}

QByteArray IdTable::columnState() const
{
    return QByteArray::number(m_model->columnCount()) + ' ' + horizontalHeader()->saveState();
}

void IdTable::restoreColumns(const QByteArray& state)
{
    const QByteArray count = QByteArray::number(m_model->columnCount()) + ' ';
    if (state.startsWith(count))
        horizontalHeader()->restoreState(state.mid(count.size()));
}

void IdTable::fillColumns()
{
    QMenu* menu = m_columns->menu();
    menu->clear();
    for (int column = 1; column < m_model->columnCount(); ++column) {
        QAction* action = menu->addAction(
            m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this,
                [this, column](bool shown) { setColumnHidden(column, !shown); });
    }
}

void IdTable::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(actions());
    menu->popup(event->globalPos());
}

void IdTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        paintStaleness();
}

void IdTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    m_rest.start();
}

void IdTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    m_rest.start();
}

void IdTable::rememberSelection()
{
    m_restoring = true;
    m_selected = selectedIds();
    m_current = currentId();
}

void IdTable::restoreSelection()
{
    std::vector<int> rows;
    for (const QString& id : std::as_const(m_selected)) {
        const int row = m_model->rowOf(id);
        if (row >= 0)
            rows.push_back(row);
    }
    const int current = m_model->rowOf(m_current);
    if (current >= 0)
        selectionModel()->setCurrentIndex(m_model->index(current, 0),
                                          QItemSelectionModel::NoUpdate);
    selectionModel()->select(rangesOf(*m_model, rows), QItemSelectionModel::Select);
    if (current >= 0)
        scrollTo(m_model->index(current, 0));
    m_restoring = false;
    if (!m_awaited.isEmpty())
        select(m_awaited);
    tellSelection();
    m_rest.start();
}

void IdTable::tellSelection()
{
    if (m_restoring)
        return;
    const bool any = selectionModel()->hasSelection();
    for (QAction* action : std::as_const(m_selectionActions))
        action->setEnabled(any);
    Q_EMIT selectedIdsChanged();
}

void IdTable::tellRowsInSight()
{
    QStringList ids;
    const int last = rowAt(viewport()->height() - 1);
    const int end = last < 0 ? m_model->rowCount() : last + 1;
    for (int row = std::max(rowAt(0), 0); row < end; ++row)
        ids << m_model->idAt(row);
    Q_EMIT rowsInSight(ids);
}

void IdTable::paintStaleness()
{
    QPalette colors = QGuiApplication::palette();
    if (m_stale)
        colors.setColor(QPalette::Text, colors.color(QPalette::Disabled, QPalette::Text));
    setPalette(colors);
}

} // namespace fuotadesk
