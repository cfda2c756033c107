#include "desktop/taskspage.h"
#include "desktop/productionguard.h"

#include "base/worker.h"
#include "campaign/session.h"
#include "campaign/tasklist.h"
#include "campaign/tasktags.h"
#include "campaign/taskwatch.h"
#include "campaign/windowmemory.h"
#include "desktop/devicespane.h"
#include "desktop/listframe.h"
#include "desktop/noticebar.h"
#include "desktop/symbolicicon.h"
#include "desktop/tablesaver.h"
#include "desktop/taskactions.h"
#include "desktop/taskdetails.h"
#include "desktop/taskediting.h"
#include "desktop/taskfilterbar.h"
#include "desktop/taskgroupspane.h"
#include "desktop/taskremoval.h"
#include "desktop/taskstart.h"
#include "desktop/tasktable.h"
#include "desktop/tasktablemodel.h"
#include "store/memberbatch.h"
#include "text/numbertext.h"

#include <QAction>
#include <QVBoxLayout>

namespace fuotadesk {

using namespace std::chrono_literals;

namespace {

constexpr auto AgeInterval = 30s;
constexpr auto SelectionRest = 250ms;
constexpr auto TagsRest = 200ms;

} // namespace

TasksPage::TasksPage(const Workbench& bench, QWidget* parent)
    : QWidget(parent),
      m_bench(bench),
      m_model(new TaskTableModel(this)),
      m_removal(new TaskRemoval(bench.tasks, this)),
      m_saver(new TableSaver(this)),
      m_taskStart(new TaskStart(bench.tasks, bench.clock, this)),
      m_tags(new TaskTags(bench.session, bench.tasks, this)),
      m_editing(new TaskEditing(bench, *m_tags, this)),
      m_filter(new TaskFilterBar),
      m_table(new TaskTable(m_model)),
      m_details(new TaskDetails),
      m_devices(new DevicesPane(bench)),
      m_groups(new TaskGroupsPane(bench.session, bench.watch)),
      m_frame(new ListFrame({m_filter, m_table, m_details, tr("Reading the tasks")})),
      m_actions(new TaskActions(bench, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_frame);
    m_export =
        new QAction(symbolicIcon(QStringLiteral("export")), tr("&Export list as CSV…"), this);
    m_details->addWatched(m_devices, m_groups, bench.watch);
    m_watchLater.setSingleShot(true);
    connectList();
    connectParts();
    connectActions();
    connectTags();
    takeRows();
    takeState();
}

void TasksPage::connectList()
{
    NoticeBar* result = &m_frame->result();
    connect(&m_bench.tasks, &TaskList::rowsReset, this, &TasksPage::takeRows);
    connect(&m_bench.tasks, &TaskList::rowChanged, this, &TasksPage::takeRow);
    connect(&m_bench.tasks, &TaskList::stateChanged, this, &TasksPage::takeState);
    connect(&m_bench.session, &Session::stateChanged, this, &TasksPage::takeState);
    connect(&m_age, &QTimer::timeout, this, &TasksPage::showSummary);
    connect(m_removal, &TaskRemoval::runningChanged, m_details, &TaskDetails::setDeleting);
    connect(m_removal, &TaskRemoval::ended, result, &NoticeBar::showNotice);
    connect(m_taskStart, &TaskStart::runningChanged, m_details, &TaskDetails::setStarting);
    connect(m_taskStart, &TaskStart::ended, result, &NoticeBar::showNotice);
    connect(m_editing, &TaskEditing::ended, result, &NoticeBar::showNotice);
    connect(result, &NoticeBar::remedyPressed, result, &NoticeBar::clear);
    connect(result, &NoticeBar::remedyPressed, this, &TasksPage::refresh);
}

void TasksPage::connectParts()
{
    connect(m_filter, &TaskFilterBar::filterChanged, this, &TasksPage::applyFilter);
    connect(m_filter, &TaskFilterBar::refreshRequested, this, &TasksPage::refresh);
    connect(m_filter, &TaskFilterBar::leftDownwards, m_table, [this] { m_table->setFocus(); });
    connect(m_table, &IdTable::selectedIdsChanged, this, &TasksPage::showSelection);
    connect(m_table, &IdTable::openRequested, m_details, &TaskDetails::takeFocus);
    connect(m_table, &TaskTable::deleteRequested, this, &TasksPage::askToDelete);
    connect(m_table, &IdTable::rowsInSight, &m_bench.tasks, &TaskList::setVisibleRows);
    connect(&m_watchLater, &QTimer::timeout, this, &TasksPage::watchSelected);
    connect(&m_bench.watch, &TaskWatch::taskRead, &m_bench.tasks,
            qOverload<const FuotaTask&>(&TaskList::takeDetails));
    connect(m_details, &TaskDetails::editRequested, m_actions->editAction(), &QAction::trigger);
    connect(m_details, &TaskDetails::startRequested, this, &TasksPage::askToStart);
    connect(m_details, &TaskDetails::deleteRequested, this, &TasksPage::askToDelete);
    connect(m_details, &TaskDetails::retryRequested, this,
            [this] { m_bench.tasks.refreshDetails(m_table->currentTask()); });
    connect(m_frame, &ListFrame::retryRequested, this, &TasksPage::refresh);
    connect(m_frame, &ListFrame::connectionRequested, this, &TasksPage::connectionRequested);
    connect(m_frame, &ListFrame::insteadPressed, this, [this] {
        if (m_model->totalCount() > 0)
            m_filter->clear();
        else
            Q_EMIT newTaskRequested();
    });
    connect(m_export, &QAction::triggered, this,
            [this] { m_saver->save(*m_model, tr("tasks.csv"), this); });
    connect(m_saver, &TableSaver::ended, &m_frame->result(), &NoticeBar::showNotice);
}

void TasksPage::connectTags()
{
    connect(m_filter, &TaskFilterBar::tagsWanted, m_tags, &TaskTags::wantAll);
    m_offerTags.setSingleShot(true); // they come one by one, maybe thousands of them
    m_offerTags.setInterval(TagsRest);
    connect(&m_offerTags, &QTimer::timeout, this, [this] {
        m_filter->setTags(m_tags->all(), m_tags->isWanted() && m_tags->unreadCount() == 0);
        showSummary();
    });
    connect(m_tags, &TaskTags::tagsRead, this, [this](const QString& id) {
        m_model->setTags(id, *m_tags->find(id));
        if (!m_offerTags.isActive())
            m_offerTags.start();
    });
    connect(m_tags, &TaskTags::forgotten, this, [this] {
        m_model->forgetTags();
        m_offerTags.start();
    });
}

void TasksPage::connectActions()
{
    connect(m_actions, &TaskActions::startRequested, this, &TasksPage::askToStart);
    connect(m_actions, &TaskActions::stopRequested, this, &TasksPage::askToDelete);
    connect(m_actions, &TaskActions::editRequested, this, [this](const QString& id) {
        if (const TaskRow* row = m_bench.tasks.find(id); row && row->details)
            m_editing->askToChange(*row->details, this);
    });
    connect(m_actions, &TaskActions::tagsRequested, this, [this](const QString& id) {
        if (const TaskRow* row = m_bench.tasks.find(id))
            m_editing->askForTags(row->summary, this);
    });
    connect(m_actions, &TaskActions::devicesRequested, this, &TasksPage::devicesRequested);
    connect(m_actions, &TaskActions::groupsRequested, this, &TasksPage::groupsRequested);
    connect(m_groups, &TaskGroupsPane::addRequested, m_actions->addGroupsAction(),
            &QAction::trigger);
    connect(m_devices, &DevicesPane::addRequested, m_actions->addDevicesAction(),
            &QAction::trigger);
    connect(m_actions, &TaskActions::duplicateRequested, this, &TasksPage::duplicateRequested);
    connect(m_actions, &TaskActions::forFailedRequested, this, &TasksPage::forFailedRequested);
    connect(m_devices, &DevicesPane::forFailedRequested, m_actions->forFailedAction(),
            &QAction::trigger);
    const auto remove = [this](MemberKind kind) {
        return [this, kind](const QStringList& ids) {
            if (const TaskRow* row = m_bench.tasks.find(m_bench.watch.taskId()))
                Q_EMIT removalRequested(row->summary, kind, ids);
        };
    };
    connect(m_devices, &DevicesPane::removeRequested, this, remove(MemberKind::Device));
    connect(m_groups, &TaskGroupsPane::removeRequested, this, remove(MemberKind::Group));
}

QList<QAction*> TasksPage::exportActions() const
{
    return {m_export, m_devices->exportAction()};
}

QList<QAction*> TasksPage::taskActions() const
{
    return QList{m_table->openAction(), m_table->copyAction(), m_table->deleteAction()}
    + m_actions->actions() + QList{m_table->columnsAction()};
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
    m_frame->restoreSplitter(layout.taskSplitter);
}

void TasksPage::saveLayout(WindowLayout& layout) const
{
    layout.taskColumns = m_table->columnState();
    layout.taskSplitter = m_frame->splitterState();
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
    const auto& watched = m_bench.watch.task();
    if (watched && watched->id == id && row->details && row->details->status != watched->status)
        m_bench.watch.refresh(); // it was started, say
    if (m_table->selectedTasks().contains(id))
        showDetails();
    showSummary();
}

void TasksPage::takeState()
{
    const ListState state = m_bench.tasks.state();
    m_frame->showState(state, m_bench.tasks.error(), tr("The tasks could not be read."));
    m_filter->setRefreshEnabled(m_bench.session.isReady() && state != ListState::Loading);
    m_table->setStale(isStale());
    if (isStale() && m_bench.tasks.asOf().isValid())
        m_age.start(AgeInterval);
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
    m_actions->setTasks(m_table->selectedTasks());
    showDetails();
    m_watchLater.start(SelectionRest);
}

void TasksPage::showDetails()
{
    const QStringList ids = m_table->selectedTasks();
    if (ids.size() > 1)
        m_details->showCount(static_cast<int>(ids.size()), m_actions->startAction()->isEnabled());
    else
        m_details->showTask(ids.isEmpty() ? nullptr : m_bench.tasks.find(ids.first()));
}

// One task at a time, and none that is merely passed on the way down the list.
void TasksPage::watchSelected()
{
    const QStringList ids = m_table->selectedTasks();
    m_bench.watch.watch(ids.size() == 1 ? ids.first() : QString());
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
    if (m_filter->filter().tag && m_tags->unreadCount() > 0)
        parts << tr("the tags of %n are not read yet", nullptr, m_tags->unreadCount());
    if (isStale() && m_bench.tasks.asOf().isValid())
        parts << tr("as of %1").arg(ageText(m_bench.tasks.asOf(), m_bench.clock.now()));
    m_frame->setSummary(total > 0 ? parts.join(QStringLiteral(" · ")) : QString());
    showEmptiness(shown, total);
}

void TasksPage::showEmptiness(int shown, int total)
{
    const bool nothingYet = total == 0 && m_bench.tasks.state() == ListState::Ready;
    const bool nothingFound = total > 0 && shown == 0;
    if (nothingYet)
        m_frame->showInstead(tr("The tasks you create appear here."), tr("Plan the &first task"),
                             false);
    else if (nothingFound)
        m_frame->showInstead(tr("No task matches the search."), tr("&Show all tasks"), true);
    else
        m_frame->showTable();
    m_export->setEnabled(shown > 0);
}

QList<FuotaTaskSummary> TasksPage::selectedSummaries() const
{
    QList<FuotaTaskSummary> tasks;
    for (const QString& id : m_table->selectedTasks()) {
        if (const TaskRow* row = m_bench.tasks.find(id))
            tasks << row->summary;
    }
    return tasks;
}

void TasksPage::askToDelete()
{
    guardProduction(m_bench.session, tr("Delete what is selected"), tr("Go on"), this,
                    [this] { m_removal->ask(selectedSummaries(), this); });
}

void TasksPage::askToStart()
{
    guardProduction(m_bench.session, tr("Start what is selected"), tr("Go on"), this,
                    [this] { m_taskStart->ask(selectedSummaries(), this); });
}

} // namespace fuotadesk
