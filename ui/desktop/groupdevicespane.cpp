#include "desktop/groupdevicespane.h"

#include "campaign/devicelist.h"
#include "desktop/devicemodel.h"
#include "desktop/noticebar.h"
#include "desktop/plainlabel.h"
#include "desktop/searchfield.h"
#include "desktop/tablesaver.h"
#include "text/grouptext.h"
#include "text/numbertext.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace fuotadesk {

GroupDevicesPane::GroupDevicesPane(DeviceList& devices, QWidget* parent)
    : QWidget(parent),
      m_devices(devices),
      m_model(new DeviceModel({DeviceColumn::Name, DeviceColumn::GroupStatus, DeviceColumn::DevEui,
                               DeviceColumn::LastUplink, DeviceColumn::Id},
                              this)),
      m_table(new IdTable(m_model)),
      m_notice(new NoticeBar),
      m_saver(new TableSaver(this)),
      m_count(selectableLabel()),
      m_meaning(selectableLabel()),
      m_add(new QPushButton(tr("Add devices b&y query…"))),
      m_remove(new QPushButton(tr("Take out &by query…")))
{
    auto* search = new SearchField(tr("Search devices of the group"), tr("Search devices"));
    makeTable();
    m_add->setToolTip(tr("Have the service add every device that a query finds "
                         "(StartBulkAssociateWirelessDeviceWithMulticastGroup)"));
    m_remove->setToolTip(tr("Have the service take out every device that a query finds "
                            "(StartBulkDisassociateWirelessDeviceFromMulticastGroup)"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    connect(m_add, &QPushButton::clicked, this, &GroupDevicesPane::addRequested);
    connect(m_remove, &QPushButton::clicked, this, &GroupDevicesPane::removeRequested);
    setMayChange(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->addWidget(m_notice);
    column->addWidget(m_count);
    column->addWidget(search);
    column->addWidget(m_table, 1);
    column->addWidget(m_meaning);
    column->addLayout(buttons);
    connect(search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model->setFilter({text, {}, {}});
    });
    connect(search, &SearchField::leftDownwards, m_table, [this] { m_table->setFocus(); });
    connect(&devices, &DeviceList::devicesReset, this, &GroupDevicesPane::takeDevices);
    connect(&devices, &DeviceList::devicesAdded, this, &GroupDevicesPane::takeDevices);
    connect(&devices, &DeviceList::stateChanged, this, &GroupDevicesPane::takeState);
    connect(m_notice, &NoticeBar::remedyPressed, &devices, &DeviceList::refresh);
    takeDevices();
    takeState();
}

void GroupDevicesPane::makeTable()
{
    m_table->setAccessibleName(tr("Devices of the group"));
    auto* save = new QAction(tr("&Export devices as CSV…"), m_table);
    connect(save, &QAction::triggered, this,
            [this] { m_saver->save(*m_model, tr("devices.csv"), this); });
    connect(m_saver, &TableSaver::ended, m_notice, &NoticeBar::showNotice);
    m_table->addSelectionAction(m_table->copyAction());
    m_table->addAction(save);
    connect(m_table, &IdTable::selectedIdsChanged, this, &GroupDevicesPane::showMeaning);
}

void GroupDevicesPane::setMayChange(bool mayChange)
{
    m_add->setEnabled(mayChange);
    m_remove->setEnabled(mayChange);
}

void GroupDevicesPane::takeDevices()
{
    m_model->setDevices(m_devices.devices());
    takeState();
    showMeaning();
}

void GroupDevicesPane::takeState()
{
    if (m_devices.state() == ListState::Failed) {
        Notice notice = errorNotice(tr("The devices could not be read."), *m_devices.error());
        notice.remedies = {tr("Try again")};
        m_notice->showNotice(notice);
    } else if (m_devices.state() != ListState::Loading) {
        m_notice->clear();
    }
    const auto count = static_cast<int>(m_devices.devices().size());
    if (count > 0)
        m_count->setText(tr("%n devices", nullptr, count));
    else if (m_devices.state() == ListState::Ready)
        m_count->setText(tr("The group has no devices."));
    else
        m_count->setText(m_devices.state() == ListState::Loading
                             ? tr("Its devices are being read.")
                             : tr("Its devices are not known yet."));
}

void GroupDevicesPane::showMeaning()
{
    const WirelessDeviceSummary* device = m_devices.find(m_table->currentId());
    m_meaning->setVisible(device != nullptr);
    if (device)
        m_meaning->setText(tr("%1: %2", "status, what it means")
                               .arg(memberStatusLabel(device->multicastStatusText),
                                    memberStatusMeaning(device->multicastStatusText)));
}

} // namespace fuotadesk
