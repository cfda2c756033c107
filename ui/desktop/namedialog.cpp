#include "desktop/namedialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace fuotadesk {

NameDialog::NameDialog(const QString& title, const QString& explanation, const QString& name,
                       const QString& verb, QWidget* parent)
    : QDialog(parent),
      m_name(new QLineEdit(name, this)),
      m_reason(new QLabel(this))
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    auto* explanationLabel = new QLabel(explanation, this);
    explanationLabel->setWordWrap(true);
    explanationLabel->setVisible(!explanation.isEmpty());
    m_reason->setWordWrap(true);
    m_reason->hide();
    m_name->setMinimumWidth(m_name->fontMetrics().averageCharWidth() * 40);
    m_name->setAccessibleName(tr("Name"));
    m_name->selectAll();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_verbButton = buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    m_verbButton->setDefault(true);

    auto* form = new QFormLayout(this);
    form->addRow(explanationLabel);
    form->addRow(tr("&Name"), m_name);
    form->addRow(m_reason);
    form->addRow(buttons);

    const auto enable = [this] { m_verbButton->setEnabled(!m_name->text().trimmed().isEmpty()); };
    connect(m_name, &QLineEdit::textChanged, this, [this, enable] {
        m_reason->hide();
        enable();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &NameDialog::give);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    enable();
}

// Disabled until the answer is there: one press, one save.
void NameDialog::give()
{
    m_verbButton->setEnabled(false);
    Q_EMIT nameGiven(m_name->text().trimmed());
}

void NameDialog::refuse(const QString& reason)
{
    m_reason->setText(reason);
    m_reason->show();
    m_name->setAccessibleDescription(reason);
    m_name->selectAll();
    m_name->setFocus();
    m_verbButton->setEnabled(true);
}

} // namespace fuotadesk
