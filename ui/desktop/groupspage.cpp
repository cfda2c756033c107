#include "desktop/groupspage.h"

#include "base/clock.h"
#include "campaign/devicelist.h"
#include "campaign/grouplist.h"
#include "campaign/groupsessionwatch.h"
#include "campaign/session.h"
#include "desktop/groupdetails.h"
#include "desktop/groupdevices.h"
#include "desktop/groupdevicespane.h"
#include "desktop/groupediting.h"
#include "desktop/groupsessionpane.h"
#include "desktop/groupsessions.h"
#include "desktop/grouptable.h"
#include "desktop/grouptablemodel.h"
#include "desktop/listframe.h"
#include "desktop/noticebar.h"
#include "desktop/searchfield.h"
#include "desktop/symbolicicon.h"
#include "desktop/tablesaver.h"
#include "store/settings.h"
#include "text/grouptext.h"
#include "text/numbertext.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace fuotadesk {

using namespace std::chrono_literals;

namespace {

constexpr auto AgeInterval = 30s;
constexpr auto SelectionRest = 250ms;

} // namespace

GroupsPage::GroupsPage(const Workbench& bench, QWidget* parent)
    : QWidget(parent),
      m_bench(bench),
      m_model(new GroupTableModel(this)),
      m_table(new GroupTable(m_model)),
      m_editing(new GroupEditing(bench.session, bench.groups, bench.groupCreation, this)),
      m_members(new GroupDevices(bench.groups, this)),
      m_devices(new GroupDevicesPane(bench.groupDevices)),
      m_sessions(new GroupSessions(bench.groupSession, bench.groups, bench.clock, this)),
      m_session(new GroupSessionPane(bench.groupSession)),
      m_search(new SearchField(tr("Search groups"), tr("Search name or ID"))),
      m_newButton(new QPushButton(tr("Ne&w group…"))),
      m_refresh(new QToolButton),
      m_details(new GroupDetails),
      m_frame(new ListFrame({makeFilter(), m_table, m_details, tr("Reading the groups")}, this)),
      m_saver(new TableSaver(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_frame);
    addDevicesTab();
    addSessionTab();
    m_age.setInterval(AgeInterval);
    m_readLater.setSingleShot(true);
    m_readLater.setInterval(SelectionRest);
    makeActions();
    connectGroups();
    connectParts();
    takeRows();
    takeState();
    refresh();
}

QWidget* GroupsPage::makeFilter()
{
    m_refresh->setIcon(symbolicIcon(QStringLiteral("refresh")));
    m_refresh->setAccessibleName(tr("Refresh"));
    m_refresh->setToolTip(tr("Refresh (F5)"));
    m_refresh->setAutoRaise(true);
    m_refresh->setFocusPolicy(Qt::TabFocus);
    auto* filter = new QWidget;
    auto* row = new QHBoxLayout(filter);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_search, 1);
    row->addWidget(m_newButton);
    row->addWidget(m_refresh);
    return filter;
}

void GroupsPage::makeActions()
{
    m_new = new QAction(symbolicIcon(QStringLiteral("add")), tr("&New group…"), this);
    connect(m_new, &QAction::triggered, this, [this] { m_editing->askForNew(this); });
    m_newButton->setToolTip(tr("Make a multicast group (CreateMulticastGroup)"));
    connect(m_newButton, &QPushButton::clicked, m_new, &QAction::trigger);
    m_export =
        new QAction(symbolicIcon(QStringLiteral("export")), tr("&Export groups as CSV…"), this);
    connect(m_export, &QAction::triggered, this,
            [this] { m_saver->save(*m_model, tr("groups.csv"), this); });
    m_actions = {m_new,
                 m_table->openAction(),
                 m_table->editAction(),
                 m_table->copyAction(),
                 m_table->deleteAction(),
                 m_export};
}

void GroupsPage::connectGroups()
{
    connect(&m_bench.groups, &GroupList::rowsReset, this, &GroupsPage::takeRows);
    connect(&m_bench.groups, &GroupList::rowChanged, this, &GroupsPage::takeRow);
    connect(&m_bench.groups, &GroupList::stateChanged, this, &GroupsPage::takeState);
    connect(&m_bench.session, &Session::stateChanged, this, &GroupsPage::takeState);
    connect(&m_bench.session, &Session::activeChanged, &m_bench.groupDevices, &DeviceList::leave);
    connect(m_table, &IdTable::rowsInSight, &m_bench.groups, &GroupList::setVisibleRows);
}

void GroupsPage::connectParts()
{
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model->setSearch(text);
        showSummary();
    });
    connect(m_search, &SearchField::leftDownwards, m_table, [this] { m_table->setFocus(); });
    connect(m_refresh, &QToolButton::clicked, this, &GroupsPage::refresh);
    connect(m_table, &IdTable::selectedIdsChanged, this, &GroupsPage::showSelection);
    connect(m_table, &IdTable::openRequested, m_details, &GroupDetails::takeFocus);
    connect(m_details, &GroupDetails::retryRequested, this, [this] {
        m_bench.groups.refreshDetails(m_table->currentId());
        m_bench.groupDevices.refresh();
        m_bench.groupSession.refresh();
    });
    connect(m_frame, &ListFrame::retryRequested, this, &GroupsPage::refresh);
    connect(m_frame, &ListFrame::connectionRequested, this, &GroupsPage::connectionRequested);
    connect(m_frame, &ListFrame::insteadPressed, this, [this] {
        if (m_model->totalCount() > 0)
            m_search->clear();
        else
            m_new->trigger();
    });
    connect(m_table, &GroupTable::editRequested, this, &GroupsPage::editSelected);
    connect(m_table, &GroupTable::deleteRequested, this, &GroupsPage::deleteSelected);
    connect(m_details, &GroupDetails::editRequested, this, &GroupsPage::editSelected);
    connect(m_details, &GroupDetails::deleteRequested, this, &GroupsPage::deleteSelected);
    connect(m_editing, &GroupEditing::runningChanged, m_details, &GroupDetails::setBusy);
    connect(m_editing, &GroupEditing::ended, &m_frame->result(), &NoticeBar::showNotice);
    connect(m_editing, &GroupEditing::created, m_table, &IdTable::select);
    connect(&m_frame->result(), &NoticeBar::remedyPressed, &m_frame->result(), &NoticeBar::clear);
    connect(m_saver, &TableSaver::ended, &m_frame->result(), &NoticeBar::showNotice);
    connect(&m_readLater, &QTimer::timeout, this, &GroupsPage::readSelected);
    connect(&m_age, &QTimer::timeout, this, &GroupsPage::showSummary);
}

void GroupsPage::focusSearch()
{
    m_search->takeFocus();
}

void GroupsPage::restoreLayout(const WindowLayout& layout)
{
    m_table->restoreColumns(layout.groupColumns);
    m_frame->restoreSplitter(layout.groupSplitter);
}

void GroupsPage::saveLayout(WindowLayout& layout) const
{
    layout.groupColumns = m_table->columnState();
    layout.groupSplitter = m_frame->splitterState();
}

void GroupsPage::refresh()
{
    m_bench.groups.refresh();
    if (m_bench.groupDevices.filter() != WirelessDeviceFilter())
        m_bench.groupDevices.refresh();
    m_bench.groupSession.refresh();
}

void GroupsPage::takeRows()
{
    m_model->setRows(m_bench.groups.rows());
    showSelection();
    showSummary();
}

void GroupsPage::takeRow(const QString& id)
{
    const GroupRow* row = m_bench.groups.find(id);
    if (!row)
        return;
    m_model->updateRow(*row);
    if (m_table->selectedIds() == QStringList{id})
        m_details->showGroup(row);
    showWhatMayBe();
}

void GroupsPage::takeState()
{
    const GroupList& groups = m_bench.groups;
    m_frame->showState(groups.state(), groups.error(), tr("The groups could not be read."));
    m_new->setEnabled(m_bench.session.isReady());
    m_newButton->setEnabled(m_bench.session.isReady());
    m_refresh->setEnabled(m_bench.session.isReady() && groups.state() != ListState::Loading);
    m_table->setStale(isStale());
    if (isStale() && groups.asOf().isValid())
        m_age.start();
    else
        m_age.stop();
    showSummary();
}

bool GroupsPage::isStale() const
{
    return !m_bench.session.isReady() || m_bench.groups.state() == ListState::Failed;
}

void GroupsPage::showSelection()
{
    m_details->showGroup(m_bench.groups.find(m_table->selectedIds().value(0)));
    showWhatMayBe();
    m_readLater.start();
}

// One group at a time, and none that is merely passed on the way down the list.
void GroupsPage::readSelected()
{
    const QString id = m_table->selectedIds().value(0);
    if (id.isEmpty()) {
        m_bench.groupDevices.leave();
        m_bench.groupSession.watch({});
        return;
    }
    m_bench.groupSession.watch(id);
    WirelessDeviceFilter ofGroup;
    ofGroup.multicastGroupId = id;
    m_bench.groupDevices.setFilter(ofGroup);
    if (m_bench.groupDevices.state() == ListState::Empty)
        m_bench.groupDevices.refresh();
}

void GroupsPage::editSelected()
{
    if (const auto group = selectedGroup())
        m_editing->askToChange(*group, this);
}

void GroupsPage::deleteSelected()
{
    if (const GroupRow* row = m_bench.groups.find(m_table->selectedIds().value(0)))
        m_editing->askToDelete(row->summary, this);
}

std::optional<MulticastGroup> GroupsPage::selectedGroup() const
{
    const GroupRow* row = m_bench.groups.find(m_table->selectedIds().value(0));
    return row ? row->details : std::nullopt;
}

void GroupsPage::addDevicesTab()
{
    m_details->addTab(m_devices, tr("Devi&ces"));
    connect(m_devices, &GroupDevicesPane::addRequested, this, [this] {
        if (const auto group = selectedGroup())
            m_members->askToAdd(*group, this);
    });
    connect(m_devices, &GroupDevicesPane::removeRequested, this, [this] {
        if (const auto group = selectedGroup())
            m_members->askToRemove(*group, this);
    });
    connect(m_members, &GroupDevices::ended, &m_frame->result(), &NoticeBar::showNotice);
    connect(m_members, &GroupDevices::sizeChanged, this, [this](const QString& id) {
        if (m_bench.groupDevices.filter().multicastGroupId == id)
            m_bench.groupDevices.refresh();
    });
}

void GroupsPage::addSessionTab()
{
    m_details->addTab(m_session, tr("Sess&ion"));
    connect(m_session, &GroupSessionPane::startRequested, this, [this] {
        if (const auto group = selectedGroup())
            m_sessions->askToStart(*group, this);
    });
    connect(m_session, &GroupSessionPane::cancelRequested, this, [this] {
        if (const auto group = selectedGroup())
            m_sessions->askToCancel(*group, this);
    });
    connect(m_sessions, &GroupSessions::runningChanged, m_session, &GroupSessionPane::setBusy);
    connect(m_sessions, &GroupSessions::ended, &m_frame->result(), &NoticeBar::showNotice);
}

void GroupsPage::showWhatMayBe()
{
    const auto group = selectedGroup();
    const bool mayChange = group && !isKnownBusy(group->statusText);
    m_session->setMayStart(mayChange);
    m_devices->setMayChange(mayChange);
}

void GroupsPage::showSummary()
{
    const int shown = m_model->rowCount();
    const int total = m_model->totalCount();
    QStringList parts;
    parts << (shown == total ? tr("%n groups", nullptr, total)
                             : tr("%1 of %n groups", nullptr, total).arg(numberText(shown)));
    if (isStale() && m_bench.groups.asOf().isValid())
        parts << tr("as of %1").arg(ageText(m_bench.groups.asOf(), m_bench.clock.now()));
    m_frame->setSummary(total > 0 ? parts.join(QStringLiteral(" · ")) : QString());
    m_export->setEnabled(shown > 0);
    if (shown > 0 || (total == 0 && m_bench.groups.state() != ListState::Ready))
        m_frame->showTable();
    else if (total > 0)
        m_frame->showInstead(tr("No group matches the search."), tr("Show all grou&ps"), true);
    else
        m_frame->showInstead(tr("The multicast groups of the account appear here."),
                             tr("Create the first gro&up…"), false);
}

} // namespace fuotadesk
