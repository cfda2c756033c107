#include "desktop/startdialog.h"

#include "desktop/plainlabel.h"
#include "desktop/starttimeedit.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace fuotadesk {

namespace {

constexpr qsizetype MostNamesShown = 20;

} // namespace

StartDialog::StartDialog(const QStringList& taskNames, const Clock& clock, QWidget* parent)
    : QDialog(parent),
      m_time(new StartTimeEdit(clock))
{
    setWindowTitle(taskNames.size() == 1 ? tr("Start the task") : tr("Start the tasks"));
    setAttribute(Qt::WA_DeleteOnClose);
    makeRows(taskNames);
    connect(m_time, &StartTimeEdit::changed, this, &StartDialog::enableStart);
    enableStart();
    m_time->setFocus();
}

void StartDialog::makeRows(const QStringList& taskNames)
{
    auto* column = new QVBoxLayout(this);
    const auto count = static_cast<int>(taskNames.size());
    auto* consequence = plainLabel(
        count == 1
            ? tr("From the start on, “%1” can not be changed any more: neither what it sends nor "
                 "who gets it.")
                  .arg(taskNames.first())
            : tr("From the start on, these %n tasks can not be changed any more: neither what "
                 "they send nor who gets it. All begin at the same time.",
                 nullptr, count));
    consequence->setToolTip(taskNames.mid(0, MostNamesShown).join(u'\n'));
    column->addWidget(consequence);
    column->addWidget(m_time);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_start = buttons->addButton(count == 1 ? tr("Start task") : tr("Start tasks"),
                                 QDialogButtonBox::AcceptRole);
    column->addWidget(buttons);
    m_start->setDefault(true); // once it is in the dialog, or Cancel would be
    connect(buttons, &QDialogButtonBox::accepted, this, &StartDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void StartDialog::enableStart()
{
    m_start->setEnabled(m_time->startTime().isValid());
}

// Time has gone by since it was last looked at.
void StartDialog::accept()
{
    m_time->showOutcome();
    if (!m_start->isEnabled())
        return;
    Q_EMIT timeChosen(m_time->startTime());
    QDialog::accept();
}

} // namespace fuotadesk
