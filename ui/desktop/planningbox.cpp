#include "desktop/planningbox.h"

#include "desktop/decoderedit.h"
#include "desktop/fleetedit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScopedValueRollback>
#include <QSpinBox>

#include <limits>

namespace fuotadesk {

namespace {
constexpr int LargestNumber = std::numeric_limits<qint32>::max();
constexpr int LargestDataRate = 15;
constexpr int MostGateways = 20;
constexpr int LongestGatewayInterval = 60'000;
constexpr int MostDevices = 10'000'000;
constexpr double LongestBurst = 1000;
} // namespace

PlanningBox::PlanningBox(QWidget* parent)
    : QGroupBox(tr("Planning assumptions (never sent)"), parent)
{
    auto* form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    auto* note = new QLabel(tr("The preview counts with these where the task sets nothing."), this);
    note->setWordWrap(true);
    form->addRow(note);
    m_fragmentSize = addNumber(form, tr("Assumed fragment size"), 1, LargestNumber);
    m_fragmentSize->setSuffix(tr(" bytes"));
    m_redundancy = addNumber(form, tr("Assumed redundancy"), 0, 100);
    m_redundancy->setSuffix(tr(" %", "behind a number"));
    m_interval = addNumber(form, tr("Assumed interval"), 1, LargestNumber);
    m_interval->setSuffix(tr(" ms"));
    m_interval->setSingleStep(1000);
    addRadio(form);
    addDevices(form);
    show(m_planning);

    connect(m_fragmentSize, &QSpinBox::valueChanged, this,
            [this](int value) { take(&Planning::fragmentSizeBytes, value); });
    connect(m_redundancy, &QSpinBox::valueChanged, this,
            [this](int value) { take(&Planning::redundancyPercent, value); });
    connect(m_interval, &QSpinBox::valueChanged, this,
            [this](int value) { take(&Planning::fragmentIntervalMs, value); });
    connectRadio();
    connectDevices();
}

QSpinBox* PlanningBox::addNumber(QFormLayout* form, const QString& label, int minimum, int maximum)
{
    auto* box = new QSpinBox(this);
    box->setRange(minimum, maximum);
    box->setGroupSeparatorShown(true);
    box->setAccelerated(true);
    // As wide as what goes into it, not as the largest number that could.
    box->setMaximumWidth(box->fontMetrics().averageCharWidth() * 20);
    box->setAccessibleName(label);
    form->addRow(label, box);
    return box;
}

QDoubleSpinBox* PlanningBox::addDecimal(QFormLayout* form, const QString& label, double minimum,
                                        double maximum, int decimals)
{
    auto* box = new QDoubleSpinBox(this);
    box->setRange(minimum, maximum);
    box->setDecimals(decimals);
    box->setAccessibleName(label);
    form->addRow(label, box);
    return box;
}

QComboBox* PlanningBox::addChoice(QFormLayout* form, const QString& label)
{
    auto* box = new QComboBox(this);
    box->setAccessibleName(label);
    form->addRow(label, box);
    return box;
}

void PlanningBox::addRadio(QFormLayout* form)
{
    m_dataRate = addNumber(form, tr("Assumed data rate"), 0, LargestDataRate);
    m_dataRate->setPrefix(tr("DR", "data rate"));
    m_class = addChoice(form, tr("Assumed class"));
    m_class->addItems({tr("class C"), tr("class B")});
    m_gateways = addNumber(form, tr("Assumed gateways"), 1, MostGateways);
    m_gateways->setToolTip(tr("They send each fragment one after the other"));
    m_gatewayInterval = addNumber(form, tr("Between gateways"), 0, LongestGatewayInterval);
    m_gatewayInterval->setSuffix(tr(" ms"));
    m_gatewayInterval->setToolTip(tr("TransmissionInterval of the multicast group"));
    m_starts = new QCheckBox(tr("at a known time"), this);
    m_startAt = new QDateTimeEdit(this);
    m_startAt->setCalendarPopup(true);
    m_startAt->setAccessibleName(tr("Assumed start"));
    auto* start = new QHBoxLayout;
    start->addWidget(m_starts);
    start->addWidget(m_startAt);
    form->addRow(tr("Assumed start"), start);
    m_startAt->hide();
}

void PlanningBox::addDevices(QFormLayout* form)
{
    m_loss = addDecimal(form, tr("Assumed loss"), 0, 100, 1);
    m_loss->setSuffix(tr(" %", "behind a number"));
    m_loss->setToolTip(tr("Share of fragments a device does not receive"));
    m_burst = addDecimal(form, tr("Losses in a row"), 1, LongestBurst, 1);
    m_burst->setToolTip(tr("Mean number of fragments lost in a row; 1: each by itself"));
    m_decoder = new DecoderEdit(this);
    form->addRow(tr("Assumed decoder"), m_decoder);
    m_variant = addChoice(form, tr("Assumed code"));
    m_variant->addItem(tr("TS004 v1 (by what is known, AWS)"), QStringLiteral("v1"));
    m_variant->addItem(tr("TS004 v2, as deployed"), QStringLiteral("v2"));
    m_variant->addItem(tr("TS004 v2, to the letter"), QStringLiteral("v2_text"));
    m_devices = addNumber(form, tr("Assumed devices"), 1, MostDevices);
    m_fleet = new FleetEdit(this);
    form->addRow(tr("Assumed reception"), m_fleet);
    m_target = addDecimal(form, tr("Target"), 0, 99.999, 3);
    m_target->setSuffix(tr(" %", "behind a number"));
    m_target->setToolTip(tr("Share of devices that should get the image, for suggestions"));
    for (QWidget* field : {static_cast<QWidget*>(m_decoder), static_cast<QWidget*>(m_fleet)})
        static_cast<QLabel*>(form->labelForField(field))->setBuddy(field->focusProxy());
}

void PlanningBox::connectRadio()
{
    connect(m_dataRate, &QSpinBox::valueChanged, this,
            [this](int value) { take(&Planning::dataRate, value); });
    connect(m_class, &QComboBox::currentIndexChanged, this,
            [this](int index) { take(&Planning::classB, index == 1); });
    connect(m_gateways, &QSpinBox::valueChanged, this,
            [this](int value) { take(&Planning::gateways, value); });
    connect(m_gatewayInterval, &QSpinBox::valueChanged, this,
            [this](int value) { take(&Planning::transmissionIntervalMs, value); });
    const auto takeStart = [this] {
        m_startAt->setVisible(m_starts->isChecked());
        take(&Planning::startAt,
             m_starts->isChecked() ? std::optional(m_startAt->dateTime().toUTC()) : std::nullopt);
    };
    connect(m_starts, &QCheckBox::toggled, this, takeStart);
    connect(m_startAt, &QDateTimeEdit::dateTimeChanged, this, takeStart);
}

void PlanningBox::connectDevices()
{
    connect(m_loss, &QDoubleSpinBox::valueChanged, this,
            [this](double percent) { take(&Planning::loss, percent / 100.0); });
    connect(m_burst, &QDoubleSpinBox::valueChanged, this,
            [this](double length) { take(&Planning::burstFragments, length); });
    connect(m_decoder, &DecoderEdit::decoderChanged, this, [this] {
        m_planning.ownDecoder = m_decoder->own();
        take(&Planning::decoder, m_decoder->name());
    });
    connect(m_variant, &QComboBox::currentIndexChanged, this,
            [this] { take(&Planning::variant, m_variant->currentData().toString()); });
    connect(m_devices, &QSpinBox::valueChanged, this,
            [this](int value) { take(&Planning::devices, value); });
    connect(m_fleet, &FleetEdit::fleetChanged, this,
            [this] { take(&Planning::fleet, m_fleet->fleet()); });
    connect(m_target, &QDoubleSpinBox::valueChanged, this,
            [this](double percent) { take(&Planning::target, percent / 100.0); });
}

void PlanningBox::setPlanning(const Planning& planning)
{
    if (planning == m_planning)
        return;
    m_planning = planning;
    show(planning);
}

void PlanningBox::show(const Planning& planning)
{
    const QScopedValueRollback loading(m_loading, true);
    m_fragmentSize->setValue(int(planning.fragmentSizeBytes));
    m_redundancy->setValue(int(planning.redundancyPercent));
    m_interval->setValue(int(planning.fragmentIntervalMs));
    showRadio(planning);
    showDevices(planning);
}

void PlanningBox::showRadio(const Planning& planning)
{
    m_dataRate->setValue(planning.dataRate);
    m_class->setCurrentIndex(planning.classB ? 1 : 0);
    m_gateways->setValue(planning.gateways);
    m_gatewayInterval->setValue(planning.transmissionIntervalMs);
    if (planning.startAt)
        m_startAt->setDateTime(planning.startAt->toLocalTime());
    m_starts->setChecked(planning.startAt.has_value());
    m_startAt->setVisible(planning.startAt.has_value());
}

void PlanningBox::showDevices(const Planning& planning)
{
    m_loss->setValue(planning.loss * 100.0);
    m_burst->setValue(planning.burstFragments);
    m_decoder->setDecoder(planning.decoder, planning.ownDecoder);
    if (m_variant->findData(planning.variant) < 0)
        m_variant->addItem(planning.variant, planning.variant);
    m_variant->setCurrentIndex(m_variant->findData(planning.variant));
    m_devices->setValue(planning.devices);
    m_fleet->setFleet(planning.fleet);
    m_target->setValue(planning.target * 100.0);
}

// Each box writes its own member only: what a box shows rounded stays exact while others change.
template <typename T, typename Value>
void PlanningBox::take(T Planning::*member, Value value)
{
    if (m_loading)
        return;
    m_planning.*member = value;
    Q_EMIT planningChanged();
}

void PlanningBox::setTask(const TaskDraft& task)
{
    const auto grey = [](QSpinBox* box, bool decided) {
        box->setDisabled(decided);
        box->setToolTip(decided ? tr("The task sets this itself.") : QString());
    };
    grey(m_fragmentSize, task.fragmentSizeBytes.has_value());
    grey(m_redundancy, task.redundancyPercent.has_value());
    grey(m_interval, task.fragmentIntervalMs.has_value());
}

} // namespace fuotadesk
