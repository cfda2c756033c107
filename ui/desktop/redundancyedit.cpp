#include "desktop/redundancyedit.h"

#include "desktop/numberbox.h"
#include "fuota/fieldtable.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <algorithm>

namespace fuotadesk {

RedundancyEdit::RedundancyEdit(QWidget* parent)
    : QWidget(parent),
      m_slider(new QSlider(Qt::Horizontal, this)),
      m_box(new NumberBox(this)),
      m_clearButton(new QToolButton(this))
{
    const FieldSpec& spec = fieldSpec(Field::RedundancyPercent);
    m_slider->setRange(int(*spec.minimum), int(*spec.maximum));
    m_slider->setPageStep(5);
    m_slider->setAccessibleName(tr("Redundancy slider"));
    m_box->setStepLimits(*spec.minimum, *spec.maximum);
    m_box->setUnit(tr(" %", "behind a number"));
    m_box->setUnsetText(tr("not set"));
    m_clearButton->setText(tr("Unset"));
    m_clearButton->setAccessibleName(tr("Unset redundancy"));
    m_clearButton->setToolTip(tr("Send no redundancy: the service decides"));
    m_clearButton->setFocusPolicy(Qt::TabFocus);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_slider, 1);
    row->addWidget(m_box);
    row->addWidget(m_clearButton);
    setFocusProxy(m_box);

    connect(m_slider, &QSlider::valueChanged, this,
            [this](int percent) { m_box->setNumber(percent); });
    // A click on the handle where it already stands takes the assumed value over.
    connect(m_slider, &QSlider::sliderPressed, this,
            [this] { m_box->setNumber(m_slider->sliderPosition()); });
    connect(m_box, &NumberBox::numberChanged, this, [this] {
        showOnSlider();
        Q_EMIT percentChanged();
    });
    connect(m_clearButton, &QToolButton::clicked, this, [this] {
        m_box->setNumber({});
        m_box->setFocus(Qt::OtherFocusReason);
    });
    showOnSlider();
}

std::optional<qint64> RedundancyEdit::percent() const
{
    return m_box->number();
}

void RedundancyEdit::setPercent(std::optional<qint64> percent)
{
    m_box->setNumber(percent);
    showOnSlider();
}

void RedundancyEdit::setAssumed(qint64 percent)
{
    m_assumed = percent;
    m_box->setSuggestion(percent);
    showOnSlider();
}

void RedundancyEdit::showOnSlider()
{
    const QSignalBlocker quiet(m_slider);
    const qint64 shown = percent().value_or(m_assumed);
    m_slider->setValue(int(std::clamp<qint64>(shown, m_slider->minimum(), m_slider->maximum())));
    m_clearButton->setEnabled(percent().has_value());
}

} // namespace fuotadesk
