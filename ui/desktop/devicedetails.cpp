#include "desktop/devicedetails.h"

#include "campaign/devicelook.h"
#include "desktop/deviceform.h"
#include "desktop/plainlabel.h"
#include "desktop/profileform.h"
#include "desktop/statusicon.h"
#include "text/errortext.h"
#include "text/findingtext.h"
#include "text/fitnesstext.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace fuotadesk {

namespace {

constexpr double HeadingScale = 1.15;

} // namespace

DeviceDetails::DeviceDetails(DeviceLook& look, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_stack(new QStackedWidget),
      m_hint(new QLabel),
      m_device(new DeviceForm),
      m_profile(new ProfileForm)
{
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(m_hint);
    m_stack->addWidget(makePage());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 0, 0);
    column->addWidget(m_stack, 1);
    connect(&look, &DeviceLook::changed, this, &DeviceDetails::showLook);
    showCount(0);
}

QWidget* DeviceDetails::makePage()
{
    auto* page = new QWidget;
    m_title = selectableLabel();
    QFont heading = font();
    heading.setPointSizeF(heading.pointSizeF() * HeadingScale);
    heading.setBold(true);
    m_title->setFont(heading);
    m_icon = new QLabel;
    m_verdict = selectableLabel();
    m_again = new QPushButton(tr("&Read again"));
    m_again->setToolTip(tr("Read this device again (GetWirelessDevice)"));
    auto* verdict = new QHBoxLayout;
    verdict->addWidget(m_icon, 0, Qt::AlignTop);
    verdict->addWidget(m_verdict, 1);
    verdict->addWidget(m_again, 0, Qt::AlignTop);
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makeCheck(), tr("Update &check"));
    m_tabs->addTab(m_device, tr("&Device"));
    m_tabs->addTab(m_profile, tr("&Profile"));
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(8, 0, 8, 0);
    column->addWidget(m_title);
    column->addLayout(verdict);
    column->addSpacing(8);
    column->addWidget(m_tabs, 1);
    connect(m_again, &QPushButton::clicked, &m_look, &DeviceLook::refresh);
    return page;
}

QWidget* DeviceDetails::makeCheck()
{
    m_findings = new QListWidget;
    m_findings->setAccessibleName(tr("What was found"));
    m_findings->setWordWrap(true);
    m_findings->setResizeMode(QListView::Adjust);
    m_findings->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_findings->setFrameShape(QFrame::NoFrame);
    return m_findings;
}

void DeviceDetails::showCount(int count)
{
    if (count == 0)
        m_hint->setText(tr("Select a device to see it here."));
    else
        m_hint->setText(count == 1 ? QString() : tr("%n devices are selected.", nullptr, count));
    m_stack->setCurrentIndex(0);
    if (count == 1)
        showLook();
}

void DeviceDetails::takeFocus()
{
    m_tabs->setFocus(Qt::OtherFocusReason);
}

void DeviceDetails::showLook()
{
    if (m_look.state() == ListState::Empty)
        return;
    const WirelessDeviceSummary& summary = m_look.summary();
    m_title->setText(summary.name.isEmpty() ? tr("(no name)") : summary.name);
    showVerdict();
    m_device->showDevice(m_look);
    m_profile->showProfile(m_look);
    m_stack->setCurrentIndex(1);
}

void DeviceDetails::showVerdict()
{
    m_again->setEnabled(m_look.state() != ListState::Loading);
    if (m_look.error()) {
        m_icon->clear();
        m_findings->clear();
        m_verdict->setText(tr("The device could not be read.") + u' '
                           + errorMessage(*m_look.error()));
        m_verdict->setToolTip(errorDetails(*m_look.error()));
    } else if (const auto& check = m_look.check()) {
        m_icon->setPixmap(fitnessIcon(*check).pixmap(fontMetrics().height()));
        m_verdict->setText(fitnessSummary(check->fitness()));
        m_verdict->setToolTip({});
        showFindings(*check);
    } else {
        m_icon->clear();
        m_findings->clear();
        m_verdict->setText(tr("The device is being read."));
        m_verdict->setToolTip({});
    }
}

void DeviceDetails::showFindings(const DeviceCheck& check)
{
    m_findings->clear();
    for (const FitnessFinding& finding : check.findings) {
        const QString text =
            tr("%1: %2", "a kind of finding and its sentence")
                .arg(FindingText::severityWord(finding.severity), fitnessSentence(finding));
        const QString remedy = fitnessRemedy(finding);
        m_findings->addItem(new QListWidgetItem(severityIcon(finding.severity),
                                                remedy.isEmpty() ? text : text + u' ' + remedy));
    }
    if (check.findings.isEmpty())
        m_findings->addItem(tr("Nothing to mend."));
}

} // namespace fuotadesk
