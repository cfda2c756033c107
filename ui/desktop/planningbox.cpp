#include "desktop/planningbox.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QSpinBox>

#include <limits>

namespace fuotadesk {

namespace {
constexpr int LargestNumber = std::numeric_limits<qint32>::max();
constexpr int LargestDataRate = 15;
constexpr int MostGateways = 20;
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
    m_dataRate = addNumber(form, tr("Assumed data rate"), 0, LargestDataRate);
    m_dataRate->setPrefix(tr("DR", "data rate"));
    addLoss(form);
    m_gateways = addNumber(form, tr("Assumed gateways"), 1, MostGateways);
    addDecoder(form);
    show(m_planning);

    connect(m_fragmentSize, &QSpinBox::valueChanged, this,
            [this](int value) { take(&Planning::fragmentSizeBytes, value); });
    connect(m_redundancy, &QSpinBox::valueChanged, this,
            [this](int value) { take(&Planning::redundancyPercent, value); });
    connect(m_interval, &QSpinBox::valueChanged, this,
            [this](int value) { take(&Planning::fragmentIntervalMs, value); });
    connect(m_dataRate, &QSpinBox::valueChanged, this,
            [this](int value) { take(&Planning::dataRate, value); });
    connect(m_loss, &QDoubleSpinBox::valueChanged, this,
            [this](double percent) { take(&Planning::loss, percent / 100.0); });
    connect(m_gateways, &QSpinBox::valueChanged, this,
            [this](int value) { take(&Planning::gateways, value); });
    connect(m_decoder, &QComboBox::currentTextChanged, this,
            [this](const QString& text) { take(&Planning::decoder, text); });
}

QSpinBox* PlanningBox::addNumber(QFormLayout* form, const QString& label, int minimum, int maximum)
{
    auto* box = new QSpinBox(this);
    box->setRange(minimum, maximum);
    box->setGroupSeparatorShown(true);
    box->setAccelerated(true);
    // As wide as what goes into it, not as the largest number that could.
    box->setMaximumWidth(box->fontMetrics().averageCharWidth() * 20);
    form->addRow(label, box);
    return box;
}

void PlanningBox::addLoss(QFormLayout* form)
{
    m_loss = new QDoubleSpinBox(this);
    m_loss->setRange(0.0, 100.0);
    m_loss->setDecimals(1);
    m_loss->setSuffix(tr(" %", "behind a number"));
    m_loss->setToolTip(tr("Share of fragments a device does not receive"));
    form->addRow(tr("Assumed loss"), m_loss);
}

void PlanningBox::addDecoder(QFormLayout* form)
{
    m_decoder = new QComboBox(this);
    m_decoder->setEditable(true);
    m_decoder->addItem(Planning().decoder);
    m_decoder->setAccessibleName(tr("Assumed decoder"));
    m_decoder->setToolTip(tr("The program that puts fragments together on the device"));
    form->addRow(tr("Assumed decoder"), m_decoder);
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
    m_dataRate->setValue(planning.dataRate);
    m_loss->setValue(planning.loss * 100.0);
    m_gateways->setValue(planning.gateways);
    m_decoder->setCurrentText(planning.decoder);
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
