#include "desktop/devicespage.h"

#include "base/clock.h"
#include "campaign/devicechecks.h"
#include "campaign/devicelist.h"
#include "campaign/devicelook.h"
#include "campaign/session.h"
#include "desktop/checkbar.h"
#include "desktop/devicedetails.h"
#include "desktop/devicefilterbar.h"
#include "desktop/devicemodel.h"
#include "desktop/devicetable.h"
#include "desktop/listframe.h"
#include "desktop/noticebar.h"
#include "desktop/scopebar.h"
#include "desktop/symbolicicon.h"
#include "desktop/tablesaver.h"
#include "store/settings.h"
#include "text/numbertext.h"

#include <QAction>
#include <QVBoxLayout>

namespace fuotadesk {

using namespace std::chrono_literals;

namespace {

constexpr auto AgeInterval = 30s;
constexpr auto SelectionRest = 250ms;

QList<DeviceColumn> columns()
{
    return {DeviceColumn::Name,       DeviceColumn::Fitness,     DeviceColumn::DevEui,
            DeviceColumn::LastUplink, DeviceColumn::Destination, DeviceColumn::Id};
}

QStringList destinationsOf(const QList<WirelessDeviceSummary>& devices)
{
    QSet<QString> names;
    for (const WirelessDeviceSummary& device : devices)
        names.insert(device.destinationName);
    names.remove({});
    QStringList sorted(names.begin(), names.end());
    sorted.sort();
    return sorted;
}

} // namespace

DevicesPage::DevicesPage(const Workbench& bench, QWidget* parent)
    : QWidget(parent),
      m_bench(bench),
      m_model(new DeviceModel(columns(), this)),
      m_table(new DeviceTable(m_model)),
      m_filter(new DeviceFilterBar),
      m_scope(new ScopeBar(bench.session)),
      m_check(new CheckBar(bench.checks)),
      m_details(new DeviceDetails(bench.look)),
      m_frame(new ListFrame({makeFilter(), m_table, m_details, tr("Reading the devices")}, this)),
      m_saver(new TableSaver(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_frame);
    m_model->followChecks(bench.checks);
    m_age.setInterval(AgeInterval);
    m_lookLater.setSingleShot(true);
    m_lookLater.setInterval(SelectionRest);
    makeActions();
    connectDevices();
    connectParts();
    takeDevices();
    takeState();
    refresh();
}

QWidget* DevicesPage::makeFilter()
{
    auto* filter = new QWidget;
    auto* second = new QHBoxLayout;
    second->addWidget(m_scope);
    second->addStretch();
    second->addWidget(m_check);
    auto* column = new QVBoxLayout(filter);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_filter);
    column->addLayout(second);
    return filter;
}

void DevicesPage::makeActions()
{
    m_checkAction = new QAction(tr("&Check for updates over the air"), this);
    connect(m_checkAction, &QAction::triggered, this, &DevicesPage::check);
    m_export =
        new QAction(symbolicIcon(QStringLiteral("export")), tr("&Export devices as CSV…"), this);
    connect(m_export, &QAction::triggered, this,
            [this] { m_saver->save(*m_model, tr("devices.csv"), this); });
    m_newTask = new QAction(symbolicIcon(QStringLiteral("add")),
                            tr("New &task for the selected devices"), this);
    m_newTask->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_T);
    m_newTask->setToolTip(tr("Plan a task with these devices as its recipients"));
    m_table->addSelectionAction(m_newTask);
    connect(m_newTask, &QAction::triggered, this,
            [this] { Q_EMIT taskRequested(m_table->selectedIds()); });
    m_actions = {m_table->openAction(), m_newTask, m_checkAction, m_table->copyAction(), m_export};
}

void DevicesPage::connectDevices()
{
    const DeviceList& devices = m_bench.devices;
    connect(&devices, &DeviceList::devicesReset, this, &DevicesPage::takeDevices);
    connect(&devices, &DeviceList::devicesAdded, this, [this](qsizetype first) {
        m_model->addDevices(m_bench.devices.devices().mid(first));
        showSummary();
    });
    connect(&devices, &DeviceList::stateChanged, this, &DevicesPage::takeState);
    connect(&m_bench.session, &Session::activeChanged, m_scope, &ScopeBar::clear);
    connect(&m_bench.session, &Session::stateChanged, this, &DevicesPage::takeState);
    connect(&m_bench.checks, &DeviceChecks::ended, this, &DevicesPage::takeEndOfChecks);
    connect(&m_bench.checks, &DeviceChecks::checked, this, &DevicesPage::showSummary);
}

void DevicesPage::connectParts()
{
    connect(m_filter, &DeviceFilterBar::filterChanged, this, [this](const DeviceFilter& filter) {
        m_model->setFilter(filter);
        showSummary();
    });
    connect(m_filter, &DeviceFilterBar::refreshRequested, this, &DevicesPage::refresh);
    connect(m_filter, &DeviceFilterBar::leftDownwards, m_table, [this] { m_table->setFocus(); });
    connect(m_scope, &ScopeBar::filterChosen, this, &DevicesPage::narrow);
    connect(m_scope, &ScopeBar::choicesFailed, this, [this](const Error& error) {
        m_frame->result().showNotice(errorNotice(tr("The names could not be read."), error));
    });
    connect(m_check, &CheckBar::checkRequested, this, &DevicesPage::check);
    connect(m_table, &IdTable::selectedIdsChanged, this, &DevicesPage::showSelection);
    connect(m_table, &IdTable::openRequested, m_details, &DeviceDetails::takeFocus);
    connect(m_model, &QAbstractItemModel::modelReset, this, &DevicesPage::showSummary);
    connect(m_frame, &ListFrame::retryRequested, this, &DevicesPage::refresh);
    connect(m_frame, &ListFrame::connectionRequested, this, &DevicesPage::connectionRequested);
    connect(m_frame, &ListFrame::insteadPressed, this, &DevicesPage::showAll);
    connect(&m_frame->result(), &NoticeBar::remedyPressed, &m_frame->result(), &NoticeBar::clear);
    connect(m_saver, &TableSaver::ended, &m_frame->result(), &NoticeBar::showNotice);
    connect(&m_lookLater, &QTimer::timeout, this, &DevicesPage::lookAtSelected);
    connect(&m_age, &QTimer::timeout, this, &DevicesPage::showSummary);
}

void DevicesPage::focusSearch()
{
    m_filter->focusSearch();
}

void DevicesPage::restoreLayout(const WindowLayout& layout)
{
    m_table->restoreColumns(layout.deviceColumns);
    m_frame->restoreSplitter(layout.deviceSplitter);
}

void DevicesPage::saveLayout(WindowLayout& layout) const
{
    layout.deviceColumns = m_table->columnState();
    layout.deviceSplitter = m_frame->splitterState();
}

void DevicesPage::refresh()
{
    m_bench.devices.refresh();
    m_bench.look.refresh();
}

void DevicesPage::takeDevices()
{
    m_model->setDevices(m_bench.devices.devices());
    showSelection();
    showSummary();
}

void DevicesPage::takeState()
{
    const DeviceList& devices = m_bench.devices;
    m_frame->showState(devices.state(), devices.error(), tr("The devices could not be read."));
    m_filter->setRefreshEnabled(m_bench.session.isReady() && devices.state() != ListState::Loading);
    m_table->setStale(isStale());
    if (devices.state() == ListState::Ready && devices.filter() == WirelessDeviceFilter())
        m_scope->setDestinations(destinationsOf(devices.devices()));
    if (isStale() && devices.asOf().isValid())
        m_age.start();
    else
        m_age.stop();
    showSummary();
}

bool DevicesPage::isStale() const
{
    return !m_bench.session.isReady() || m_bench.devices.state() == ListState::Failed;
}

void DevicesPage::takeEndOfChecks()
{
    if (const auto& error = m_bench.checks.error())
        m_frame->result().showNotice(errorNotice(tr("Not all devices were checked."), *error));
}

void DevicesPage::showSelection()
{
    const QStringList ids = m_table->selectedIds();
    // What is beside the table is of the selected one, or not there yet.
    if (ids.size() != 1 || m_bench.look.summary().id != ids.first())
        m_bench.look.lookAway();
    m_details->showCount(static_cast<int>(ids.size()));
    m_lookLater.start();
    showSummary();
}

// One device at a time, and none that is merely passed on the way down the list.
void DevicesPage::lookAtSelected()
{
    const QStringList ids = m_table->selectedIds();
    const WirelessDeviceSummary* device =
        ids.size() == 1 ? m_bench.devices.find(ids.first()) : nullptr;
    if (device)
        m_bench.look.lookAt(*device);
    else
        m_bench.look.lookAway();
}

void DevicesPage::showSummary()
{
    const int shown = m_model->rowCount();
    const int total = m_model->totalCount();
    const auto selected = static_cast<int>(m_table->selectionModel()->selectedRows().size());
    QStringList parts;
    parts << (shown == total ? tr("%n devices", nullptr, total)
                             : tr("%1 of %n devices", nullptr, total).arg(numberText(shown)));
    if (selected > 1)
        parts << tr("%n selected", nullptr, selected);
    if (isStale() && m_bench.devices.asOf().isValid())
        parts << tr("as of %1").arg(ageText(m_bench.devices.asOf(), m_bench.clock.now()));
    m_frame->setSummary(total > 0 ? parts.join(QStringLiteral(" · ")) : QString());
    m_check->offer(selected > 1 ? selected : shown, selected > 1);
    m_checkAction->setEnabled(shown > 0);
    m_export->setEnabled(shown > 0);
    showEmptiness(shown, total);
}

void DevicesPage::showEmptiness(int shown, int total)
{
    const DeviceList& devices = m_bench.devices;
    const bool isNarrow = devices.filter() != WirelessDeviceFilter();
    if (shown > 0 || (total == 0 && devices.state() != ListState::Ready))
        m_frame->showTable();
    else if (total > 0)
        m_frame->showInstead(tr("No device matches the search."), tr("&Show all devices"), true);
    else if (isNarrow)
        m_frame->showInstead(tr("The service has no such devices."), tr("&Show all devices"),
                             false);
    else
        m_frame->showInstead(tr("The LoRaWAN devices of the account appear here. They are added "
                                "in the AWS console or with the AWS CLI."),
                             {}, false);
}

void DevicesPage::check()
{
    QStringList ids = m_table->selectedIds();
    QList<WirelessDeviceSummary> devices;
    if (ids.size() < 2) {
        for (int row = 0; row < m_model->rowCount(); ++row)
            devices << m_model->at(row);
    } else {
        for (const QString& id : std::as_const(ids))
            devices << m_model->at(m_model->rowOf(id));
    }
    m_bench.checks.start(devices);
}

void DevicesPage::narrow(const WirelessDeviceFilter& filter)
{
    m_bench.devices.setFilter(filter);
}

void DevicesPage::showAll()
{
    m_filter->clear();
    m_scope->clear();
    m_bench.devices.setFilter({});
}

} // namespace fuotadesk
