#include "desktop/holderbar.h"

#include "campaign/taskwatch.h"
#include "desktop/plainlabel.h"
#include "text/holdertext.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace fuotadesk {

namespace {

constexpr qsizetype MostButtons = 3;

} // namespace

HolderBar::HolderBar(Session& session, const TaskList& tasks, TaskWatch& watch, QWidget* parent)
    : QWidget(parent),
      m_tasks(tasks),
      m_watch(watch),
      m_search(session),
      m_text(selectableLabel()),
      m_find(new QPushButton),
      m_buttons(new QHBoxLayout)
{
    m_buttons->addWidget(m_find);
    m_buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_text);
    column->addLayout(m_buttons);
    connect(m_find, &QPushButton::clicked, this, &HolderBar::press);
    connect(&m_search, &HolderSearch::changed, this, &HolderBar::follow);
    connect(&watch, &TaskWatch::stateChanged, this, [this] {
        if (m_watch.taskId() != m_taskId)
            forget();
    });
    forget();
}

void HolderBar::setDevice(const WirelessDeviceSummary& device)
{
    if (device.id == m_deviceId && m_taskId == m_watch.taskId())
        return;
    forget();
    if (device.fuotaStatus != FuotaDeviceStatus::DeviceInConflictingTask)
        return;
    m_taskId = m_watch.taskId();
    m_deviceId = device.id;
    m_deviceName = device.name.isEmpty() ? device.id : device.name;
    m_text->hide();
    setVisible(true);
}

void HolderBar::forget()
{
    m_deviceId.clear();
    m_taskId.clear();
    m_search.cancel();
    dropButtons();
    m_find->setText(tr("&Find the task that holds it"));
    hide();
}

void HolderBar::press()
{
    if (m_search.isRunning())
        m_search.cancel();
    else
        m_search.start(m_deviceId, HolderSearch::candidates(m_tasks.rows(), m_taskId));
}

void HolderBar::follow()
{
    if (m_deviceId.isEmpty())
        return;
    m_text->setText(holderText(m_deviceName, m_search));
    m_text->show();
    m_find->setText(m_search.isRunning() ? tr("&Cancel the search") : tr("&Find again"));
    showButtons();
}

// One of them may be the one that was pressed.
void HolderBar::dropButtons()
{
    for (QPushButton* button : std::as_const(m_goTo)) {
        button->hide();
        button->deleteLater();
    }
    m_goTo.clear();
}

void HolderBar::showButtons()
{
    const auto& holders = m_search.holders();
    if (holders.size() < m_goTo.size())
        dropButtons();
    while (m_goTo.size() < std::min(holders.size(), MostButtons)) {
        const FuotaTaskSummary& task = holders.at(m_goTo.size());
        QString name = task.nameOrId();
        auto* button =
            new QPushButton(tr("Go to “%1”").arg(name.replace(u'&', QStringLiteral("&&"))));
        connect(button, &QPushButton::clicked, this,
                [this, id = task.id] { Q_EMIT taskWanted(id); });
        m_buttons->insertWidget(m_buttons->count() - 1, button);
        m_goTo.append(button);
    }
}

} // namespace fuotadesk
