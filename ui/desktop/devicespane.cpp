#include "desktop/devicespane.h"

#include "desktop/devicemodel.h"
#include "desktop/formrow.h"
#include "desktop/holderbar.h"
#include "desktop/noticebar.h"
#include "desktop/plainlabel.h"
#include "desktop/tablesaver.h"
#include "text/devicestatustext.h"
#include "text/numbertext.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace fuotadesk {

namespace {

constexpr int NameWidth = 20; // characters
constexpr int StatusWidth = 24;

} // namespace

DevicesPane::DevicesPane(const Workbench& bench, QWidget* parent)
    : QWidget(parent),
      m_watch(bench.watch),
      m_model(new DeviceModel(this)),
      m_failure(new NoticeBar),
      m_saver(new TableSaver(this)),
      m_counts(selectableLabel()),
      m_done(new QProgressBar),
      m_search(new QLineEdit),
      m_outcome(new QComboBox),
      m_table(new IdTable(m_model)),
      m_meaning(selectableLabel()),
      m_holders(new HolderBar(bench.session, bench.tasks, bench.watch, this)),
      m_asOf(selectableLabel()),
      m_add(new QPushButton(tr("&Add devices…"))),
      m_remove(new QPushButton(tr("&Remove devices…"))),
      m_forFailed(new QPushButton(tr("Ne&w task for the failed ones")))
{
    m_done->setAccessibleName(tr("Devices that have the image"));
    m_done->setTextVisible(false);
    m_asOf->setForegroundRole(QPalette::PlaceholderText);
    makeTable();
    makeActions();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->addWidget(m_failure);
    column->addWidget(m_counts);
    column->addWidget(m_done);
    column->addWidget(makeFilter());
    column->addWidget(m_table, 1);
    column->addWidget(m_meaning);
    column->addWidget(m_holders);
    column->addWidget(m_asOf);
    column->addLayout(makeButtons());
    connect(&m_watch, &TaskWatch::devicesReset, this, &DevicesPane::takeDevices);
    connect(&m_watch, &TaskWatch::stateChanged, this, &DevicesPane::takeState);
    connect(m_holders, &HolderBar::taskWanted, this, &DevicesPane::taskWanted);
    connect(m_failure, &NoticeBar::remedyPressed, &m_watch, &TaskWatch::refresh);
    takeDevices();
    takeState();
}

QWidget* DevicesPane::makeFilter()
{
    m_search->setPlaceholderText(tr("Search devices"));
    m_search->setAccessibleName(tr("Search devices"));
    m_search->setClearButtonEnabled(true);
    m_outcome->addItem(tr("All"));
    m_outcome->addItem(tr("Failed"), static_cast<int>(DeviceOutcome::Failed));
    m_outcome->addItem(tr("Have the image"), static_cast<int>(DeviceOutcome::Successful));
    m_outcome->addItem(tr("Open"), static_cast<int>(DeviceOutcome::Open));
    m_outcome->setAccessibleName(tr("Devices shown"));
    auto* filter = new QWidget;
    auto* row = new QHBoxLayout(filter);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_search, 1);
    row->addWidget(m_outcome);
    labelForScreenReaders(m_outcome, tr("Devices shown"));
    connect(m_search, &QLineEdit::textChanged, this, &DevicesPane::applyFilter);
    connect(m_outcome, &QComboBox::currentIndexChanged, this, &DevicesPane::applyFilter);
    return filter;
}

void DevicesPane::makeTable()
{
    m_table->setAccessibleName(tr("Devices of the task"));
    m_table->setColumnWidths({NameWidth, StatusWidth});
    connect(m_table, &IdTable::selectedIdsChanged, this, &DevicesPane::showMeaning);
    connect(m_table, &IdTable::selectedIdsChanged, this, &DevicesPane::enableButtons);
}

void DevicesPane::makeActions()
{
    m_export = new QAction(tr("Export &devices as CSV…"), this);
    connect(m_export, &QAction::triggered, this,
            [this] { m_saver->save(*m_model, tr("devices.csv"), this); });
    connect(m_saver, &TableSaver::ended, m_failure, &NoticeBar::showNotice);
    m_table->addSelectionAction(m_table->copyAction());
    m_table->addActions({m_export, m_table->columnsAction()});
}

QLayout* DevicesPane::makeButtons()
{
    m_add->setToolTip(tr("Add devices from a list or table"));
    m_remove->setToolTip(tr("Take the selected devices out of the task"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_forFailed);
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    m_forFailed->setToolTip(tr("Plan the same task again for the devices that failed"));
    connect(m_forFailed, &QPushButton::clicked, this, &DevicesPane::forFailedRequested);
    connect(m_add, &QPushButton::clicked, this, &DevicesPane::addRequested);
    connect(m_remove, &QPushButton::clicked, this,
            [this] { Q_EMIT removeRequested(m_table->selectedIds()); });
    return buttons;
}

void DevicesPane::takeDevices()
{
    m_model->setDevices(m_watch.devices());
    enableButtons();
    showSummary();
}

void DevicesPane::takeState()
{
    if (m_watch.state() == ListState::Failed) {
        Notice notice = errorNotice(tr("The devices could not be read."), *m_watch.error());
        notice.remedies = {tr("Try again")};
        m_failure->showNotice(notice);
    } else if (m_watch.state() != ListState::Loading) {
        m_failure->clear();
    }
    enableButtons();
    showSummary();
}

void DevicesPane::enableButtons()
{
    const auto& task = m_watch.task();
    const bool takesChanges = task && task->status == TaskStatus::Pending;
    m_add->setVisible(takesChanges);
    m_remove->setVisible(takesChanges);
    m_forFailed->setVisible(m_watch.counts().failed > 0);
    m_remove->setEnabled(m_table->selectionModel()->hasSelection());
    m_export->setEnabled(m_model->rowCount() > 0);
}

void DevicesPane::showSummary()
{
    const DeviceCounts& counts = m_watch.counts();
    const bool isRead = m_watch.asOf().isValid();
    const auto& task = m_watch.task();
    if (counts.total() == 0 && isRead && task && task->status == TaskStatus::Pending)
        m_counts->setText(tr("The task has no devices of its own yet. Add those that shall receive "
                             "its image."));
    else if (counts.total() == 0 && isRead)
        m_counts->setText(
            tr("The task has no devices of its own. Those of its multicast groups are "
               "not told here."));
    else if (counts.total() == 0)
        m_counts->setText(m_watch.state() == ListState::Loading
                              ? tr("Its devices are being read.")
                              : tr("Its devices are not known yet."));
    else
        m_counts->setText(
            tr("%1 of %n devices have the image, %2 failed, %3 are open.", nullptr, counts.total())
                .arg(numberText(counts.successful), numberText(counts.failed),
                     numberText(counts.open)));
    m_done->setVisible(counts.total() > 0);
    m_done->setRange(0, std::max(1, counts.total()));
    m_done->setValue(counts.successful);
    QString as = isRead ? tr("As of %1.").arg(localTimeText(m_watch.asOf())) : QString();
    if (m_watch.isFollowing())
        as += u' ' + tr("It is read again while something can change.");
    m_asOf->setText(as);
    m_asOf->setVisible(!as.isEmpty());
}

void DevicesPane::showMeaning()
{
    const QModelIndex current = m_table->currentIndex();
    m_meaning->setVisible(current.isValid());
    if (!current.isValid())
        return;
    const WirelessDeviceSummary& device = m_model->at(current.row());
    m_meaning->setText(
        tr("%1: %2", "status, what it means")
            .arg(deviceStatusLabel(device), deviceStatusMeaning(device.fuotaStatus)));
    m_holders->setDevice(device);
}

void DevicesPane::applyFilter()
{
    DeviceFilter filter{m_search->text(), {}};
    if (const QVariant outcome = m_outcome->currentData(); outcome.isValid())
        filter.outcome = static_cast<DeviceOutcome>(outcome.toInt());
    m_model->setFilter(filter);
}

} // namespace fuotadesk
