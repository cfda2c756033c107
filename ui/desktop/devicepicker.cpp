#include "desktop/devicepicker.h"

#include "campaign/session.h"
#include "campaign/workbench.h"
#include "desktop/devicefilterbar.h"
#include "desktop/devicemodel.h"
#include "desktop/listframe.h"
#include "desktop/noticebar.h"
#include "desktop/scopebar.h"

#include <QVBoxLayout>

namespace fuotadesk {

namespace {

constexpr int NameWidth = 20; // in characters
constexpr int FitnessWidth = 23;
constexpr int EuiWidth = 24;
constexpr int TimeWidth = 28;

QWidget* oneAboveTheOther(QWidget* first, QWidget* second)
{
    auto* both = new QWidget;
    auto* column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(first);
    column->addWidget(second, 0, Qt::AlignLeft);
    return both;
}

IdTable* makeTable(DeviceModel* model)
{
    auto* table = new IdTable(model);
    table->setAccessibleName(DevicePicker::tr("Devices of the account"));
    table->setColumnWidths({NameWidth, FitnessWidth, EuiWidth, TimeWidth});
    return table;
}

} // namespace

DevicePicker::DevicePicker(const Workbench& bench, const QString& title, QWidget* parent)
    : DevicePicker(
        bench, title,
        {new DeviceFilterBar, new ScopeBar(bench.session),
         new DeviceModel({DeviceColumn::Name, DeviceColumn::Fitness, DeviceColumn::DevEui,
                          DeviceColumn::LastUplink, DeviceColumn::Id})},
        parent)
{
}

DevicePicker::DevicePicker(const Workbench& bench, const QString& title, const Fields& fields,
                           QWidget* parent)
    : PickDialog({title, tr("Select one or several: Shift and Ctrl select more, Ctrl+A all."),
                  oneAboveTheOther(fields.filter, fields.scope), makeTable(fields.model),
                  tr("Reading the devices"), tr("The devices could not be read.")},
                 parent),
      m_devices(bench.session, bench.clock),
      m_fields(fields)
{
    m_fields.model->setParent(this);
    m_fields.model->followChecks(bench.checks);
    connect(&m_devices, &DeviceList::devicesReset, this, [this] {
        m_fields.model->setDevices(m_devices.devices());
        showCounts();
    });
    connect(&m_devices, &DeviceList::devicesAdded, this, [this](qsizetype first) {
        m_fields.model->addDevices(m_devices.devices().mid(first));
        showCounts();
    });
    connect(&m_devices, &DeviceList::stateChanged, this, &DevicePicker::takeState);
    connect(m_fields.filter, &DeviceFilterBar::filterChanged, this,
            [this](const DeviceFilter& filter) {
                m_fields.model->setFilter(filter);
                showCounts();
            });
    connect(m_fields.filter, &DeviceFilterBar::refreshRequested, this, [this] { read(); });
    connect(m_fields.filter, &DeviceFilterBar::leftDownwards, &table(),
            [this] { table().setFocus(); });
    connect(m_fields.scope, &ScopeBar::filterChosen, &m_devices, &DeviceList::setFilter);
    connect(m_fields.scope, &ScopeBar::choicesFailed, this, [this](const Error& error) {
        frame().result().showNotice(errorNotice(tr("The names could not be read."), error));
    });
    m_fields.filter->focusSearch();
    read();
    takeState();
}

void DevicePicker::takeState()
{
    showState(m_devices.state(), m_devices.error());
    m_fields.filter->setRefreshEnabled(m_devices.state() != ListState::Loading);
    showCounts();
}

void DevicePicker::showCounts()
{
    showRows(m_fields.model->rowCount(), m_fields.model->totalCount());
}

void DevicePicker::read()
{
    m_devices.refresh();
}

void DevicePicker::showAll()
{
    m_fields.filter->clear();
}

QString DevicePicker::verb(int count) const
{
    return count == 0 ? tr("Add devices") : tr("Add %n devices", nullptr, count);
}

QString DevicePicker::emptyText(bool isFiltered) const
{
    if (isFiltered)
        return tr("No device matches the search.");
    return m_devices.filter() == WirelessDeviceFilter() ? tr("The account has no LoRaWAN devices.")
                                                        : tr("The service has no such devices.");
}

} // namespace fuotadesk
