#include "desktop/sandboxdialog.h"

#include "campaign/sandboxcontrol.h"
#include "desktop/formrow.h"
#include "text/numbertext.h"
#include "text/sandboxtext.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

namespace fuotadesk {

namespace {

constexpr double LeastSpeed = 0.001;
constexpr double MostSpeed = 100'000;
constexpr int SpeedDecimals = 3;
constexpr int MostMinutes = 31 * 24 * 60;
constexpr int FaultsWidth = 44; // characters

// Shows no more decimals than there are.
class SpeedBox final : public QDoubleSpinBox {
public:
    SpeedBox()
    {
        setPrefix(QStringLiteral("×"));
        setDecimals(SpeedDecimals);
        setRange(LeastSpeed, MostSpeed);
        setStepType(AdaptiveDecimalStepType);
        setKeyboardTracking(false);
        setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    }

    QString textFromValue(double value) const override { return speedText(value); }
};

QWidget* rowOf(std::initializer_list<QWidget*> widgets)
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    for (QWidget* each : widgets)
        row->addWidget(each);
    row->addStretch();
    return box;
}

QPushButton* plainButton(const QString& text)
{
    auto* button = new QPushButton(text);
    button->setAutoDefault(false); // Enter belongs to the field
    return button;
}

QString textOf(const QList<FaultSpec>& faults)
{
    QStringList texts;
    for (const FaultSpec& fault : faults)
        texts << faultText(fault);
    return texts.join(u' ');
}

} // namespace

SandboxDialog::SandboxDialog(SandboxControl& sandbox, QWidget* parent)
    : QDialog(parent),
      m_sandbox(sandbox),
      m_speed(new SpeedBox),
      m_pause(plainButton({})),
      m_minutes(new QSpinBox),
      m_faults(new QLineEdit(textOf(sandbox.faults()))),
      m_quota(new QCheckBox(tr("Refuse more than 10 calls a second of one &operation"))),
      m_devices(new QSpinBox)
{
    setWindowTitle(tr("Sandbox controls"));
    makeRows();
    connect(m_speed, &QDoubleSpinBox::valueChanged, &sandbox, &SandboxControl::setSpeed);
    connect(m_pause, &QPushButton::clicked, this,
            [this] { m_sandbox.setPaused(!m_sandbox.isPaused()); });
    connect(m_faults, &QLineEdit::returnPressed, this, &SandboxDialog::setFaults);
    connect(m_faults, &QLineEdit::textEdited, this, [this] { m_faultsRow->clearFinding(); });
    connect(m_quota, &QCheckBox::toggled, &sandbox, &SandboxControl::setQuota);
    connect(&sandbox, &SandboxControl::changed, this, &SandboxDialog::follow);
    follow();
}

void SandboxDialog::makeRows()
{
    auto* form = new QFormLayout(this);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    auto* speed = new FormRow(tr("&Speed"), m_speed, rowOf({m_speed}));
    speed->setHint(tr("Simulated seconds in a real one, once a task is started. Signatures and "
                      "start times stay real."));
    speed->addTo(form);
    m_timeRow = new FormRow(tr("Time"), m_pause, rowOf({m_pause}));
    m_timeRow->addTo(form);
    m_jumpRow = new FormRow(tr("&Jump ahead by"), m_minutes, makeJump());
    m_jumpRow->setHint(tr("What waits or runs goes on as if that time had gone by."));
    m_jumpRow->addTo(form);
    m_faultsRow = new FormRow(tr("&Faults"), m_faults, makeFaults());
    m_faultsRow->setHint(
        tr("latency=200ms, reset=0.01, 429=0.05, 500=0.02, truncate=0.01 or lost=0.01 (an answer "
           "lost after its effect), several with blanks between; of one operation with its name "
           "behind: lost=0.5:CreateFuotaTask. Empty: none."));
    m_faultsRow->addTo(form);
    auto* quota = new FormRow(tr("Quota"), m_quota);
    quota->setHint(tr("As AWS does by default. The program keeps to it by itself; other clients "
                      "may not."));
    quota->addTo(form);
    m_fleetRow = new FormRow(tr("&Devices"), m_devices, makeFleet());
    m_fleetRow->setHint(tr("The fleet can grow, but not shrink: tasks may have its devices."));
    m_fleetRow->addTo(form);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    form->addRow(buttons);
}

QWidget* SandboxDialog::makeJump()
{
    m_minutes->setRange(1, MostMinutes);
    m_minutes->setValue(60);
    m_minutes->setSuffix(tr(" min"));
    QPushButton* forward = plainButton(tr("Jump &ahead"));
    QPushButton* toStart = plainButton(tr("To the &next start"));
    toStart->setToolTip(tr("Jump to where the next task that waits for its start begins"));
    connect(forward, &QPushButton::clicked, this, &SandboxDialog::jump);
    connect(toStart, &QPushButton::clicked, this, &SandboxDialog::jumpToStart);
    return rowOf({m_minutes, forward, toStart});
}

QWidget* SandboxDialog::makeFaults()
{
    m_faults->setMinimumWidth(fontMetrics().averageCharWidth() * FaultsWidth);
    QPushButton* set = plainButton(tr("S&et faults"));
    connect(set, &QPushButton::clicked, this, &SandboxDialog::setFaults);
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_faults, 1);
    row->addWidget(set);
    return box;
}

QWidget* SandboxDialog::makeFleet()
{
    m_devices->setGroupSeparatorShown(true);
    QPushButton* grow = plainButton(tr("&Grow"));
    connect(grow, &QPushButton::clicked, this, &SandboxDialog::growFleet);
    return rowOf({m_devices, grow});
}

void SandboxDialog::follow()
{
    const QSignalBlocker quiet(m_speed);
    const QSignalBlocker quietQuota(m_quota);
    m_speed->setValue(m_sandbox.speed());
    m_quota->setChecked(m_sandbox.hasQuota());
    m_devices->setRange(m_sandbox.devices(), LocalEndpoint::MostDevices);
    const bool isPaused = m_sandbox.isPaused();
    m_pause->setText(isPaused ? tr("&Continue") : tr("&Pause"));
    m_pause->setAccessibleName(withoutMnemonic(m_pause->text()));
    m_timeRow->setHint(isPaused ? tr("It stands still: tasks that were started wait.")
                                : tr("It goes on."));
}

void SandboxDialog::jump()
{
    const int minutes = m_minutes->value();
    m_sandbox.jump(std::chrono::minutes(minutes));
    m_jumpRow->setFinding(Severity::Info, tr("Went ahead by %1 min.").arg(numberText(minutes)));
}

void SandboxDialog::jumpToStart()
{
    m_jumpRow->setFinding(Severity::Info,
                          m_sandbox.jumpToNextStart() ? tr("The next task begins its session now.")
                                                      : tr("No task waits for its start."));
}

void SandboxDialog::setFaults()
{
    const Result<void> set = m_sandbox.setFaults(m_faults->text());
    if (!set)
        m_faultsRow->setFinding(Severity::Error, faultComplaint(set.error()));
    else if (m_sandbox.faults().isEmpty())
        m_faultsRow->setFinding(Severity::Info, tr("No faults are made."));
    else
        m_faultsRow->setFinding(Severity::Info, tr("Made from the next request on."));
}

void SandboxDialog::growFleet()
{
    m_sandbox.growFleet(m_devices->value());
    m_fleetRow->setFinding(Severity::Info,
                           tr("The fleet has %1 devices.").arg(numberText(m_sandbox.devices())));
}

} // namespace fuotadesk
