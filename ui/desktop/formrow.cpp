#include "desktop/formrow.h"

#include "desktop/palettetints.h"
#include "desktop/symbolicicon.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

namespace fuotadesk {

namespace {

struct SeverityLook {
    Tint tint;
    QString icon;
    QStyle::StandardPixmap fallback;
};

SeverityLook lookOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return {Tint::Failed, QStringLiteral("error"), QStyle::SP_MessageBoxCritical};
    case Severity::Warning:
        return {Tint::Attention, QStringLiteral("warning"), QStyle::SP_MessageBoxWarning};
    case Severity::Info:
        break;
    }
    return {Tint::Running, QStringLiteral("info"), QStyle::SP_MessageBoxInformation};
}

QString withWord(Severity severity, const QString& text)
{
    switch (severity) {
    case Severity::Error:
        return FormRow::tr("Error: %1").arg(text);
    case Severity::Warning:
        return FormRow::tr("Warning: %1").arg(text);
    case Severity::Info:
        break;
    }
    return FormRow::tr("Note: %1").arg(text);
}

} // namespace

void labelForScreenReaders(QComboBox* box, const QString& text)
{
    auto* label = new QLabel(text, box->parentWidget());
    label->setBuddy(box);
    label->hide();
}

FormRow::FormRow(const QString& label, QWidget* field, QWidget* content)
    : m_field(field),
      m_label(new QLabel(label)),
      m_icon(new QLabel),
      m_line(new QLabel)
{
    m_label->setBuddy(field);
    field->setAccessibleName(withoutMnemonic(label));
    m_line->setWordWrap(true);
    m_line->setTextFormat(Qt::PlainText);
    // A wrapping label has a wish for width of its own; the form's width is the field's business.
    m_line->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto* line = new QHBoxLayout;
    line->setSpacing(4);
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addWidget(m_line, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(content ? content : field);
    if (auto* box = qobject_cast<QComboBox*>(field))
        labelForScreenReaders(box, withoutMnemonic(label));
    column->addLayout(line);
    showLine();
}

void FormRow::addTo(QFormLayout* layout)
{
    layout->addRow(m_label, this);
    // addRow() has made this row the buddy.
    m_label->setBuddy(m_field);
}

void FormRow::setHint(const QString& hint)
{
    if (hint == m_hint)
        return;
    m_hint = hint;
    showLine();
}

void FormRow::setFinding(Severity severity, const QString& text)
{
    if (m_severity == severity && m_finding == text)
        return;
    m_severity = severity;
    m_finding = text;
    showLine();
}

void FormRow::clearFinding()
{
    setFinding(Severity::Info, {});
}

void FormRow::setShown(bool shown)
{
    m_label->setVisible(shown);
    setVisible(shown);
}

void FormRow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        showLine();
}

void FormRow::showLine()
{
    const SeverityLook look = lookOf(m_severity);
    QPalette colors = palette();
    if (hasFinding()) {
        QIcon icon = symbolicIcon(look.icon, tintText(look.tint, colors));
        if (icon.isNull())
            icon = style()->standardIcon(look.fallback);
        m_icon->setPixmap(icon.pixmap(fontMetrics().height()));
        colors.setColor(QPalette::WindowText, tintText(look.tint, colors));
    }
    m_line->setPalette(colors);
    m_line->setText(hasFinding() ? withWord(m_severity, m_finding) : m_hint);
    m_icon->setVisible(hasFinding());
    m_line->setVisible(!m_line->text().isEmpty());
    m_field->setAccessibleDescription(m_line->text());
}

QString withoutMnemonic(const QString& text)
{
    QString plain = text;
    return plain.remove(u'&');
}

} // namespace fuotadesk
