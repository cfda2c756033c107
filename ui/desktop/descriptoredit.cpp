#include "desktop/descriptoredit.h"

#include "desktop/versiondialog.h"
#include "fuota/descriptor.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>

namespace fuotadesk {

namespace {

// "00020401" could be either; a prefix or gaps make it hex beyond doubt.
bool isSurelyHex(const QString& text)
{
    static const QRegularExpression mark(QStringLiteral("^\\s*0[xX]|[0-9A-Fa-f][ :,][0-9A-Fa-f]"));
    return mark.match(text).hasMatch() && descriptorFromHex(text);
}

bool isSurelyBase64(const QString& text)
{
    return !descriptorFromHex(text) && text.size() >= 4 && descriptorBytes(text.trimmed());
}

} // namespace

DescriptorEdit::DescriptorEdit(QWidget* parent)
    : QWidget(parent),
      m_base64(new QLineEdit(this)),
      m_hex(new QLineEdit(this)),
      m_version(new QPushButton(tr("From version…"), this))
{
    m_version->setAccessibleName(tr("Descriptor from a version"));
    m_base64->setPlaceholderText(tr("not set"));
    m_hex->setPlaceholderText(tr("hex, for example 00 02 04 01"));
    m_hex->setAccessibleName(tr("Descriptor in hex"));
    m_hex->setToolTip(tr("The same bytes as hex"));
    auto* equals = new QLabel(tr("="), this);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_base64, 1);
    row->addWidget(equals);
    row->addWidget(m_hex, 1);
    row->addWidget(m_version);
    m_version->setAutoDefault(false);
    m_version->setToolTip(tr("Make it of the four numbers of a firmware version"));
    setFocusProxy(m_base64);

    connect(m_base64, &QLineEdit::textChanged, this, &DescriptorEdit::followBase64);
    connect(m_base64, &QLineEdit::editingFinished, this, [this] {
        if (isSurelyHex(m_base64->text()))
            m_base64->setText(descriptorBase64(*descriptorFromHex(m_base64->text())));
    });
    connect(m_hex, &QLineEdit::textEdited, this, &DescriptorEdit::followHex);
    connect(m_hex, &QLineEdit::editingFinished, this, &DescriptorEdit::showHex);
    connect(m_version, &QPushButton::clicked, this, &DescriptorEdit::askForVersion);
}

std::optional<QString> DescriptorEdit::descriptor() const
{
    const QString text = m_base64->text();
    if (text.isEmpty())
        return {};
    return isSurelyHex(text) ? descriptorBase64(*descriptorFromHex(text)) : text;
}

void DescriptorEdit::setDescriptor(const std::optional<QString>& base64)
{
    if (base64 == descriptor())
        return;
    m_base64->setText(base64.value_or(QString()));
    showHex();
}

void DescriptorEdit::followBase64()
{
    if (!m_hex->hasFocus())
        showHex();
    Q_EMIT descriptorChanged();
}

void DescriptorEdit::followHex()
{
    const QString text = m_hex->text();
    if (isSurelyBase64(text))
        m_base64->setText(text.trimmed());
    else if (const auto bytes = descriptorFromHex(text))
        m_base64->setText(descriptorBase64(*bytes));
}

void DescriptorEdit::askForVersion()
{
    const auto bytes = descriptorBytes(descriptor().value_or(QString()));
    auto* dialog = new VersionDialog(bytes.value_or(QByteArray()), window());
    connect(dialog, &VersionDialog::descriptorChosen, this, [this](const QByteArray& chosen) {
        m_base64->selectAll();
        m_base64->insert(descriptorBase64(chosen)); // can be undone, unlike setText()
        showHex();
    });
    dialog->open();
}

void DescriptorEdit::showHex()
{
    const auto bytes = descriptorBytes(descriptor().value_or(QString()));
    const QString hex = bytes ? descriptorHex(*bytes) : QString();
    if (hex != m_hex->text())
        m_hex->setText(hex);
}

} // namespace fuotadesk
