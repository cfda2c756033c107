#include "desktop/mfadialog.h"

#include "desktop/formrow.h"
#include "desktop/plainlabel.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fuotadesk {

namespace {

// TokenCode of https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
constexpr qsizetype CodeDigits = 6;
constexpr int TextWidth = 56; // characters

bool isDigit(QChar each)
{
    return each >= u'0' && each <= u'9';
}

} // namespace

MfaDialog::MfaDialog(MfaQuestions& questions, QWidget* parent)
    : QDialog(parent),
      m_questions(questions),
      m_explanation(plainLabel()),
      m_role(selectableLabel()),
      m_device(selectableLabel()),
      m_code(new QLineEdit)
{
    setWindowTitle(tr("MFA code"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_explanation->setMinimumWidth(fontMetrics().averageCharWidth() * TextWidth);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_explanation);
    column->addLayout(makeForm());
    makeButtons();
    connect(m_code, &QLineEdit::textEdited, this, &MfaDialog::takeDigits);
    connect(m_code, &QLineEdit::textChanged, this,
            [this] { m_continue->setEnabled(m_code->text().size() == CodeDigits); });
    connect(&m_questions, &MfaQuestions::changed, this, &MfaDialog::follow);
    follow();
    m_code->setFocus();
}

QFormLayout* MfaDialog::makeForm()
{
    m_code->setMaximumWidth(m_code->fontMetrics().averageCharWidth() * int(CodeDigits) * 3);
    m_code->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    auto* form = new QFormLayout;
    form->addRow(tr("Role"), m_role);
    form->addRow(tr("Device"), m_device);
    auto* row = new FormRow(tr("C&ode"), m_code);
    row->setHint(tr("The 6 digits that the device shows now."));
    row->addTo(form);
    return form;
}

void MfaDialog::makeButtons()
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_continue = buttons->addButton(tr("&Continue"), QDialogButtonBox::AcceptRole);
    layout()->addWidget(buttons);
    m_continue->setDefault(true); // once it is in the dialog, or Cancel would be
    m_continue->setEnabled(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &MfaDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &MfaDialog::reject);
}

// What was typed for one device is not sent for another.
void MfaDialog::follow()
{
    const auto question = m_questions.current();
    if (!question) {
        m_code->clear();
        done(Rejected);
        return;
    }
    if (question == m_shown)
        return;
    m_shown = question;
    m_code->clear();
    m_explanation->setText(
        tr("Profile “%1” takes a role that asks for the code of your multi-factor device.")
            .arg(question->profile));
    m_role->setText(question->roleArn);
    m_device->setText(question->serial);
}

// Codes are often shown, and so copied, with a space in the middle.
void MfaDialog::takeDigits(const QString& text)
{
    QString digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), isDigit);
    digits.truncate(CodeDigits);
    if (digits != text)
        m_code->setText(digits);
}

void MfaDialog::accept()
{
    const QString code = m_code->text();
    if (code.size() != CodeDigits)
        return;
    m_code->clear();
    m_questions.answer(code);
}

void MfaDialog::reject()
{
    m_questions.decline();
}

} // namespace fuotadesk
