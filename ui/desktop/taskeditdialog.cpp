#include "desktop/taskeditdialog.h"

#include "desktop/formrow.h"
#include "desktop/steadylabel.h"
#include "desktop/taskform.h"
#include "desktop/taskformwords.h"
#include "text/plantext.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr QSize FirstSize(680, 620);

Template templateOf(const TaskDraft& task)
{
    Template made;
    made.draft.task = task;
    return made;
}

} // namespace

TaskEditDialog::TaskEditDialog(const FuotaTask& task, ImageProbe& images, QWidget* parent)
    : QDialog(parent),
      m_before(task.parameters),
      m_form(new TaskForm(images)),
      m_notice(new NoticeBar),
      m_outcome(new SteadyLabel(SteadyLabel::Selection::Mouse))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Edit task"));
    m_sheet.open(templateOf(m_before), {});
    m_form->showForUpdate();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_save = buttons->addButton(tr("Save changes"), QDialogButtonBox::AcceptRole);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_notice);
    column->addWidget(makeForm(), 1);
    column->addWidget(m_outcome);
    column->addWidget(buttons);
    m_save->setDefault(true); // once it is in the dialog, or Cancel would be
    resize(FirstSize);
    connect(m_form, &TaskForm::draftChanged, this, [this] { m_sheet.setDraft(m_form->draft()); });
    connect(&m_sheet, &DraftSheet::draftChanged, this, &TaskEditDialog::followSheet);
    connect(buttons, &QDialogButtonBox::accepted, this, &TaskEditDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_notice, &NoticeBar::remedyPressed, m_notice, &NoticeBar::clear);
    followSheet();
    m_form->setFocus();
}

// Fields that lose the focus while they are destroyed still speak, to nobody.
TaskEditDialog::~TaskEditDialog()
{
    m_form->disconnect(this);
}

QWidget* TaskEditDialog::makeForm()
{
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_form);
    return scroll;
}

TaskChange TaskEditDialog::change() const
{
    return taskChange(m_before, m_sheet.draft().task);
}

void TaskEditDialog::followSheet()
{
    m_form->setDraft(m_sheet.draft());
    m_form->showFindings(m_sheet.findings());
    m_outcome->showText(outcome());
    m_save->setEnabled(!m_isBusy);
}

QString TaskEditDialog::outcome() const
{
    QStringList lines;
    if (m_sheet.plan())
        lines << planTotals(*m_sheet.plan()) << planSending(*m_sheet.plan());
    QStringList stay;
    for (const Field field : change().stay)
        stay << withoutMnemonic(fieldWords(field).label);
    if (!stay.isEmpty())
        lines << tr("The service takes no value back; this stays as it is: %1.")
                     .arg(stay.join(QStringLiteral(", ")));
    return lines.join(u'\n');
}

void TaskEditDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    m_save->setEnabled(!busy);
    m_save->setText(busy ? tr("Saving…") : tr("Save changes"));
}

void TaskEditDialog::refuse(Notice notice)
{
    setBusy(false);
    notice.remedies.clear(); // the button below tries again
    m_notice->showNotice(notice);
}

void TaskEditDialog::submit()
{
    if (m_isBusy)
        return;
    const QList<Finding>& findings = m_sheet.findings();
    const auto wrong = std::ranges::find(findings, Severity::Error, &Finding::severity);
    if (wrong != findings.end()) {
        m_form->revealErrors();
        m_form->focusFinding(*wrong);
        return;
    }
    m_notice->clear();
    if (change().isEmpty())
        accept();
    else
        Q_EMIT submitted(change());
}

} // namespace fuotadesk
