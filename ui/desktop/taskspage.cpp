#include "desktop/taskspage.h"

#include "base/worker.h"
#include "campaign/session.h"
#include "campaign/tasklist.h"
#include "campaign/windowmemory.h"
#include "desktop/noticebar.h"
#include "desktop/symbolicicon.h"
#include "desktop/tableexport.h"
#include "desktop/taskdetails.h"
#include "desktop/taskfilterbar.h"
#include "desktop/taskremoval.h"
#include "desktop/tasktable.h"
#include "desktop/tasktablemodel.h"
#include "text/errortext.h"
#include "text/numbertext.h"

#include <QAction>
#include <QFileDialog>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace fuotadesk {

using namespace std::chrono_literals;

namespace {

constexpr int BusyHeight = 3;
constexpr auto AgeInterval = 30s;

QProgressBar* makeBusyBar()
{
    auto* bar = new QProgressBar;
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setFixedHeight(BusyHeight);
    bar->setAccessibleName(TasksPage::tr("Reading the tasks"));
    QSizePolicy policy = bar->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    bar->setSizePolicy(policy);
    bar->hide();
    return bar;
}

} // namespace

TasksPage::TasksPage(const Workbench& bench, QWidget* parent)
    : QWidget(parent),
      m_bench(bench),
      m_model(new TaskTableModel(this)),
      m_removal(new TaskRemoval(bench.tasks, this)),
      m_failure(new NoticeBar),
      m_result(new NoticeBar),
      m_filter(new TaskFilterBar),
      m_loading(makeBusyBar()),
      m_stack(new QStackedWidget),
      m_table(new TaskTable(m_model)),
      m_summary(new QLabel),
      m_splitter(new QSplitter),
      m_details(new TaskDetails)
{
    m_stack->addWidget(m_table);
    m_stack->addWidget(makeEmptyPage());
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_failure);
    column->addWidget(m_result);
    column->addWidget(m_filter);
    column->addWidget(m_loading);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_summary);
    m_export =
        new QAction(symbolicIcon(QStringLiteral("export")), tr("&Export list as CSV…"), this);
    m_age.setInterval(AgeInterval);
    connectList();
    connectParts();
    takeRows();
    takeState();
}

void TasksPage::connectList()
{
    connect(&m_bench.tasks, &TaskList::rowsReset, this, &TasksPage::takeRows);
    connect(&m_bench.tasks, &TaskList::rowChanged, this, &TasksPage::takeRow);
    connect(&m_bench.tasks, &TaskList::stateChanged, this, &TasksPage::takeState);
    connect(&m_bench.session, &Session::stateChanged, this, &TasksPage::takeState);
    connect(&m_age, &QTimer::timeout, this, &TasksPage::showSummary);
    connect(m_removal, &TaskRemoval::runningChanged, m_details, &TaskDetails::setDeleting);
    connect(m_removal, &TaskRemoval::ended, m_result, &NoticeBar::showNotice);
    connect(m_result, &NoticeBar::remedyPressed, m_result, &NoticeBar::clear);
    connect(m_result, &NoticeBar::remedyPressed, this, &TasksPage::refresh);
}

void TasksPage::connectParts()
{
    connect(m_filter, &TaskFilterBar::filterChanged, this, &TasksPage::applyFilter);
    connect(m_filter, &TaskFilterBar::refreshRequested, this, &TasksPage::refresh);
    connect(m_filter, &TaskFilterBar::leftDownwards, m_table, [this] { m_table->setFocus(); });
    connect(m_table, &TaskTable::selectedTasksChanged, this, &TasksPage::showSelection);
    connect(m_table, &TaskTable::openRequested, m_details, &TaskDetails::takeFocus);
    connect(m_table, &TaskTable::deleteRequested, this, &TasksPage::askToDelete);
    connect(m_table, &TaskTable::rowsInSight, &m_bench.tasks, &TaskList::setVisibleRows);
    connect(m_details, &TaskDetails::deleteRequested, this, &TasksPage::askToDelete);
    connect(m_details, &TaskDetails::retryRequested, this,
            [this] { m_bench.tasks.refreshDetails(m_table->currentTask()); });
    connect(m_failure, &NoticeBar::remedyPressed, this, &TasksPage::followRemedy);
    connect(m_export, &QAction::triggered, this, &TasksPage::exportTable);
}

QWidget* TasksPage::makeEmptyPage()
{
    auto* page = new QWidget;
    m_empty = new QLabel;
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_emptyButton = new QPushButton;
    auto* column = new QVBoxLayout(page);
    column->addStretch();
    column->addWidget(m_empty);
    column->addWidget(m_emptyButton, 0, Qt::AlignHCenter);
    column->addStretch();
    connect(m_emptyButton, &QPushButton::clicked, this, [this] {
        if (m_model->totalCount() > 0)
            m_filter->clear();
        else
            Q_EMIT newTaskRequested();
    });
    return page;
}

QAction* TasksPage::openAction() const
{
    return m_table->openAction();
}

QAction* TasksPage::deleteAction() const
{
    return m_table->deleteAction();
}

QAction* TasksPage::copyAction() const
{
    return m_table->copyAction();
}

void TasksPage::focusSearch()
{
    m_filter->focusSearch();
}

void TasksPage::focusTable()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void TasksPage::refresh()
{
    m_bench.tasks.refresh();
}

void TasksPage::select(const QString& taskId)
{
    m_filter->clear();
    m_table->select(taskId);
    m_bench.tasks.refreshDetails(taskId);
}

void TasksPage::restoreLayout(const WindowLayout& layout)
{
    m_table->restoreColumns(layout.taskColumns);
    m_splitter->restoreState(layout.taskSplitter);
}

void TasksPage::saveLayout(WindowLayout& layout) const
{
    layout.taskColumns = m_table->columnState();
    layout.taskSplitter = m_splitter->saveState();
}

void TasksPage::takeRows()
{
    m_model->setRows(m_bench.tasks.rows());
    showSelection();
    showSummary();
}

void TasksPage::takeRow(const QString& id)
{
    const TaskRow* row = m_bench.tasks.find(id);
    if (!row)
        return;
    m_model->updateRow(*row);
    if (m_table->selectedTasks() == QStringList{id})
        m_details->showTask(row);
    showSummary();
}

void TasksPage::takeState()
{
    const ListState state = m_bench.tasks.state();
    m_loading->setVisible(state == ListState::Loading);
    m_filter->setRefreshEnabled(m_bench.session.isReady() && state != ListState::Loading);
    m_table->setStale(isStale());
    if (state == ListState::Failed)
        showFailure(*m_bench.tasks.error());
    else
        m_failure->clear();
    if (isStale() && m_bench.tasks.asOf().isValid())
        m_age.start();
    else
        m_age.stop();
    showSummary();
}

bool TasksPage::isStale() const
{
    return !m_bench.session.isReady() || m_bench.tasks.state() == ListState::Failed;
}

void TasksPage::applyFilter(const TaskFilter& filter)
{
    m_model->setFilter(filter);
    showSummary();
}

void TasksPage::showSelection()
{
    const QStringList ids = m_table->selectedTasks();
    if (ids.size() > 1)
        m_details->showCount(static_cast<int>(ids.size()));
    else
        m_details->showTask(ids.isEmpty() ? nullptr : m_bench.tasks.find(ids.first()));
}

void TasksPage::showSummary()
{
    const int shown = m_model->rowCount();
    const int total = m_model->totalCount();
    QStringList parts;
    parts << (shown == total ? tr("%n tasks", nullptr, total)
                             : tr("%1 of %n tasks", nullptr, total).arg(numberText(shown)));
    if (m_filter->filter().status && m_model->unreadCount() > 0)
        parts << tr("the status of %n is not read yet", nullptr, m_model->unreadCount());
    if (isStale() && m_bench.tasks.asOf().isValid())
        parts << tr("as of %1").arg(ageText(m_bench.tasks.asOf(), m_bench.clock.now()));
    m_summary->setText(parts.join(QStringLiteral(" · ")));
    showEmptiness(shown, total);
}

void TasksPage::showEmptiness(int shown, int total)
{
    const bool nothingYet = total == 0 && m_bench.tasks.state() == ListState::Ready;
    const bool nothingFound = total > 0 && shown == 0;
    m_empty->setText(nothingYet ? tr("The tasks you create appear here.")
                                : tr("No task matches the search."));
    m_emptyButton->setText(nothingYet ? tr("Plan the &first task") : tr("&Show all tasks"));
    m_stack->setCurrentIndex(nothingYet || nothingFound ? 1 : 0);
    m_details->setVisible(!nothingYet);
    m_summary->setVisible(total > 0);
    m_export->setEnabled(shown > 0);
}

void TasksPage::askToDelete()
{
    QList<FuotaTaskSummary> tasks;
    for (const QString& id : m_table->selectedTasks()) {
        if (const TaskRow* row = m_bench.tasks.find(id))
            tasks << row->summary;
    }
    m_removal->ask(tasks, this);
}

void TasksPage::exportTable()
{
    auto* dialog = new QFileDialog(this, tr("Export list"), QString(), tr("CSV files (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(tr("tasks.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &TasksPage::writeTable);
    dialog->open();
}

void TasksPage::writeTable(const QString& file)
{
    if (!m_writer)
        m_writer = new Worker(this);
    const QByteArray csv = commaSeparated(*m_model);
    m_writer->run<void>(this, [file, csv] { return writeExport(file, csv); })
        ->then(this, [this, file](const Result<void>& written) {
            if (written)
                m_result->showNotice(
                    {NoticeKind::Info, tr("The list is in %1.").arg(file), {}, {}});
            else
                m_result->showNotice(
                    errorNotice(tr("The list could not be exported."), written.error()));
        });
}

// Whatever else can be done, trying again always can.
void TasksPage::showFailure(const Error& error)
{
    Notice notice = errorNotice(tr("The tasks could not be read."), error);
    const auto remedy = errorRemedy(error);
    notice.remedies = {tr("Try again")};
    if (remedy && remedy->action == RemedyAction::EditConnection)
        notice.remedies << remedy->button;
    m_failure->showNotice(notice);
}

void TasksPage::followRemedy(int index)
{
    if (index == 0)
        refresh();
    else
        Q_EMIT connectionRequested();
}

} // namespace fuotadesk
