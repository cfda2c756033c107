#include "desktop/checkbar.h"

#include "campaign/devicechecks.h"
#include "text/numbertext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace fuotadesk {

CheckBar::CheckBar(DeviceChecks& checks, QWidget* parent)
    : QWidget(parent),
      m_checks(checks),
      m_progress(new QLabel),
      m_button(new QPushButton)
{
    m_button->setToolTip(tr("Look whether these devices can be updated over the air "
                            "(GetWirelessDevice)"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_progress);
    row->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_checks.isRunning())
            m_checks.cancel();
        else
            Q_EMIT checkRequested();
    });
    connect(&checks, &DeviceChecks::progressChanged, this, &CheckBar::showProgress);
    connect(&checks, &DeviceChecks::ended, this, &CheckBar::showProgress);
    connect(&checks, &DeviceChecks::forgotten, this, &CheckBar::showProgress);
    offer(0, false);
}

void CheckBar::offer(int devices, bool areSelected)
{
    m_offer = areSelected ? tr("Chec&k selected") : tr("Chec&k all");
    m_canStart = devices > 0;
    showProgress();
}

void CheckBar::showProgress()
{
    const bool runs = m_checks.isRunning();
    m_button->setText(runs ? tr("Cancel chec&k") : m_offer);
    m_button->setEnabled(runs || m_canStart);
    const QString done = tr("%1 of %2 checked", "devices")
                             .arg(numberText(m_checks.doneCount()), numberText(m_checks.count()));
    if (runs)
        m_progress->setText(tr("%1, %2 left", "so many checked, a time")
                                .arg(done, aboutDurationText(m_checks.remaining())));
    else
        m_progress->setText(m_checks.count() > 0 ? done : QString());
}

} // namespace fuotadesk
