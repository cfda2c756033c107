#include "desktop/decoderedit.h"

#include "desktop/formrow.h"
#include "fuota/radioplan.h"

#include <QComboBox>
#include <QFormLayout>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>

namespace fuotadesk {

namespace {

const auto Own = QStringLiteral("own");

QString decoderLabel(const QString& name)
{
    if (name == u"ideal")
        return DecoderEdit::tr("without limits");
    if (name == u"loramac-node")
        return DecoderEdit::tr("LoRaMac-node, as it comes");
    if (name == u"basics-modem")
        return DecoderEdit::tr("LoRa Basics Modem");
    if (name == u"zephyr-lowmem")
        return DecoderEdit::tr("Zephyr, low memory");
    if (name == Own)
        return DecoderEdit::tr("one of my own");
    return name;
}

} // namespace

DecoderEdit::DecoderEdit(QWidget* parent)
    : QWidget(parent),
      m_names(new QComboBox(this)),
      m_limits(new QWidget(this))
{
    for (const QString& name : decoderNames() + QStringList{Own})
        m_names->addItem(decoderLabel(name), name);
    m_names->setAccessibleName(tr("Assumed decoder"));
    labelForScreenReaders(m_names, tr("Assumed decoder"));
    m_names->setToolTip(tr("The program that puts fragments together on the device"));
    auto* form = new QFormLayout(m_limits);
    form->setContentsMargins(0, 0, 0, 0);
    addLimit(form, tr("Most fragments"), &OwnDecoder::maximumFragments, 1, 16383);
    addLimit(form, tr("Largest fragment"), &OwnDecoder::maximumFragmentBytes, 1, 239);
    addLimit(form, tr("Most lost fragments"), &OwnDecoder::maximumLost, 0, 16383);
    addLimit(form, tr("Sizes are a multiple of"), &OwnDecoder::sizeMultiple, 1, 239);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_names);
    column->addWidget(m_limits);
    setFocusProxy(m_names);
    connect(m_names, &QComboBox::currentIndexChanged, this, [this] {
        showLimits();
        if (!m_loading)
            Q_EMIT decoderChanged();
    });
    showLimits();
}

void DecoderEdit::addLimit(QFormLayout* form, const QString& label, int OwnDecoder::*member,
                           int minimum, int maximum)
{
    auto* box = new QSpinBox(m_limits);
    box->setRange(minimum, maximum);
    box->setValue(m_own.*member);
    box->setAccessibleName(label);
    form->addRow(label, box);
    m_boxes.append({box, member});
    connect(box, &QSpinBox::valueChanged, this, [this, member](int value) {
        m_own.*member = value;
        if (!m_loading)
            Q_EMIT decoderChanged();
    });
}

void DecoderEdit::setDecoder(const QString& name, const OwnDecoder& own)
{
    const QScopedValueRollback loading(m_loading, true);
    m_own = own;
    for (const auto& [box, member] : std::as_const(m_boxes))
        box->setValue(own.*member);
    if (m_names->findData(name) < 0)
        m_names->addItem(decoderLabel(name), name);
    m_names->setCurrentIndex(m_names->findData(name));
    showLimits();
}

QString DecoderEdit::name() const
{
    return m_names->currentData().toString();
}

void DecoderEdit::showLimits()
{
    m_limits->setVisible(name() == Own);
}

} // namespace fuotadesk
