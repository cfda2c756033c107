#include "desktop/versiondialog.h"

#include "desktop/plainlabel.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <limits>

namespace fuotadesk {

namespace {

constexpr int Width = 56; // characters

QLineEdit* shownText(const QString& name)
{
    auto* edit = new QLineEdit;
    edit->setReadOnly(true);
    edit->setAccessibleName(name);
    return edit;
}

} // namespace

VersionDialog::VersionDialog(const QByteArray& present, QWidget* parent)
    : QDialog(parent),
      m_text(new QLineEdit),
      m_hint(plainLabel()),
      m_hex(shownText(tr("Descriptor in hex"))),
      m_base64(shownText(tr("Descriptor in base64"))),
      m_version(versionOfDescriptor(present).value_or(DescriptorVersion{}))
{
    setWindowTitle(tr("Descriptor from a version"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(fontMetrics().averageCharWidth() * Width);
    m_text->setAccessibleName(tr("Version"));
    m_text->setText(versionText(m_version));
    m_text->setToolTip(tr("For example 2.4.1, 1.2.4.1 or 0x00020401"));
    auto* form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(plainLabel(tr("The four bytes are sent to the devices as they are. What they mean "
                               "is up to the firmware: most take the version, its numbers in this "
                               "order.")));
    form->addRow(tr("&Version"), m_text);
    form->addRow(tr("Numbers"), makeNumbers());
    form->addRow(QString(), m_hint);
    form->addRow(tr("&Hex"), m_hex);
    form->addRow(tr("&Base64"), m_base64);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_use = buttons->addButton(tr("&Use descriptor"), QDialogButtonBox::AcceptRole);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    form->addRow(buttons);
    m_use->setDefault(true);
    connect(m_text, &QLineEdit::textEdited, this, &VersionDialog::followText);
    connect(buttons, &QDialogButtonBox::accepted, this, &VersionDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showVersion();
    m_text->selectAll();
}

QWidget* VersionDialog::makeNumbers()
{
    const std::array<QString, DescriptorFieldBytes> names{tr("First number"), tr("Second number"),
                                                          tr("Third number"), tr("Fourth number")};
    auto* all = new QWidget;
    auto* row = new QHBoxLayout(all);
    row->setContentsMargins(0, 0, 0, 0);
    for (std::size_t i = 0; i < m_numbers.size(); ++i) {
        auto* box = new QSpinBox;
        box->setRange(0, std::numeric_limits<quint8>::max());
        box->setAccessibleName(names[i]);
        box->setToolTip(tr("%1, 0 to 255", "which number").arg(names[i]));
        row->addWidget(box);
        connect(box, &QSpinBox::valueChanged, this, &VersionDialog::followNumbers);
        m_numbers[i] = box;
    }
    row->addStretch(1);
    return all;
}

void VersionDialog::followText()
{
    const auto version = versionFromText(m_text->text());
    m_use->setEnabled(version.has_value());
    m_hint->setText(version ? QString()
                            : tr("A version is one to four numbers up to 255 with dots between "
                                 "them, or 0x and eight hex digits."));
    if (!version)
        return;
    m_version = *version;
    showVersion();
}

void VersionDialog::followNumbers()
{
    for (std::size_t i = 0; i < m_numbers.size(); ++i)
        m_version[i] = static_cast<quint8>(m_numbers[i]->value());
    m_text->setText(versionText(m_version));
    m_hint->clear();
    m_use->setEnabled(true);
    showVersion();
}

void VersionDialog::showVersion()
{
    for (std::size_t i = 0; i < m_numbers.size(); ++i) {
        const QSignalBlocker quiet(m_numbers[i]);
        m_numbers[i]->setValue(m_version[i]);
    }
    const QByteArray bytes = descriptorFromVersion(m_version);
    m_hex->setText(descriptorHex(bytes));
    m_base64->setText(descriptorBase64(bytes));
}

void VersionDialog::accept()
{
    Q_EMIT descriptorChosen(descriptorFromVersion(m_version));
    QDialog::accept();
}

} // namespace fuotadesk
