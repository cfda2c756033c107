#include "desktop/taskdetails.h"

#include "desktop/plainlabel.h"
#include "desktop/progresspane.h"
#include "desktop/statusicon.h"
#include "desktop/symbolicicon.h"
#include "text/errortext.h"
#include "text/numbertext.h"
#include "text/statustext.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace fuotadesk {

namespace {

constexpr double HeadingScale = 1.15;

QString textOrUnset(const std::optional<QString>& text)
{
    return text && !text->isEmpty() ? *text : TaskDetails::tr("Not set");
}

QString figureOrUnset(const std::optional<qint64>& figure, const QString& pattern)
{
    return figure ? pattern.arg(numberText(*figure)) : TaskDetails::tr("Not set");
}

} // namespace

TaskDetails::TaskDetails(QWidget* parent)
    : QWidget(parent),
      m_stack(new QStackedWidget),
      m_tabs(new QTabWidget),
      m_hint(new QLabel),
      m_title(selectableLabel()),
      m_statusIcon(new QLabel),
      m_status(selectableLabel()),
      m_meaning(selectableLabel()),
      m_retry(new QPushButton(tr("Read again"))),
      m_edit(new QPushButton(tr("Ed&it…"))),
      m_start(new QPushButton(tr("&Start task…"))),
      m_delete(new QPushButton(tr("&Delete task…")))
{
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(makeMembers());
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(scroll, tr("S&ettings"));
    auto* page = new QWidget;
    auto* top = new QVBoxLayout(page);
    top->setContentsMargins(8, 0, 8, 0);
    top->addLayout(makeHead());
    top->addWidget(m_tabs, 1);
    m_stack->addWidget(m_hint);
    m_stack->addWidget(page);

    m_start->setToolTip(tr("Choose when the session of the selected task begins"));
    m_edit->setToolTip(tr("Change the selected task; only before its start"));
    m_delete->setIcon(symbolicIcon(QStringLiteral("delete")));
    m_delete->setToolTip(tr("Delete the selected task (Delete)"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_edit);
    buttons->addWidget(m_start);
    buttons->addWidget(m_delete);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 0, 0);
    column->addWidget(m_stack, 1);
    column->addLayout(buttons);
    connect(m_edit, &QPushButton::clicked, this, &TaskDetails::editRequested);
    connect(m_start, &QPushButton::clicked, this, &TaskDetails::startRequested);
    connect(m_delete, &QPushButton::clicked, this, &TaskDetails::deleteRequested);
    connect(m_retry, &QPushButton::clicked, this, &TaskDetails::retryRequested);
    showTask(nullptr);
}

void TaskDetails::addWatched(QWidget* devices, QWidget* groups, TaskWatch& watch)
{
    m_tabs->addTab(devices, tr("Devi&ces"));
    m_tabs->addTab(groups, tr("Gro&ups"));
    m_tabs->addTab(new ProgressPane(watch), tr("Pro&gress"));
}

QLayout* TaskDetails::makeHead()
{
    auto* column = new QVBoxLayout;
    QFont heading = font();
    heading.setPointSizeF(heading.pointSizeF() * HeadingScale);
    heading.setBold(true);
    m_title->setFont(heading);
    column->addWidget(m_title);
    auto* status = new QHBoxLayout;
    status->addWidget(m_statusIcon);
    status->addWidget(m_status, 1);
    status->addWidget(m_retry);
    column->addLayout(status);
    column->addWidget(m_meaning);
    column->addSpacing(8);
    return column;
}

QWidget* TaskDetails::makeMembers()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 8, 0, 0);
    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    column->addLayout(form);
    addMember(form, Name, tr("Name"));
    addMember(form, Created, tr("Created"));
    addMember(form, Starts, tr("Starts"));
    addMember(form, Description, tr("Description"));
    addMember(form, RfRegion, tr("RF region"));
    addMember(form, Image, tr("Firmware image"));
    addMember(form, Role, tr("Firmware role"));
    addMember(form, Descriptor, tr("Descriptor"));
    addMember(form, Redundancy, tr("Redundancy"));
    addMember(form, FragmentSize, tr("Fragment size"));
    addMember(form, Interval, tr("Fragment interval"));
    addMember(form, Id, tr("Task ID"));
    addMember(form, Arn, tr("Task ARN"));
    column->addStretch();
    return page;
}

void TaskDetails::addMember(QFormLayout* form, Member member, const QString& label)
{
    auto* value = new QLineEdit;
    value->setReadOnly(true);
    value->setFrame(false);
    value->setAccessibleName(label);
    QPalette flat = palette();
    flat.setColor(QPalette::Base, Qt::transparent);
    value->setPalette(flat);
    form->addRow(label, value);
    m_members[member] = value;
}

void TaskDetails::showTask(const TaskRow* row)
{
    m_delete->setEnabled(row != nullptr);
    m_canStart = row && row->details && row->details->status == TaskStatus::Pending;
    m_edit->setEnabled(m_canStart);
    enableStart();
    if (!row) {
        m_hint->setText(tr("Select a task to see it here."));
        m_stack->setCurrentIndex(0);
        return;
    }
    FuotaTask task = row->details.value_or(FuotaTask());
    if (!row->details) {
        task.id = row->summary.id;
        task.arn = row->summary.arn;
        task.parameters.name = row->summary.name;
    }
    m_title->setText(task.parameters.name.value_or(QString()).isEmpty() ? tr("(no name)")
                                                                        : *task.parameters.name);
    showStatus(*row);
    showMembers(task);
    for (const Member member : {Created, Starts, Description, RfRegion, Image, Role, Descriptor,
                                Redundancy, FragmentSize, Interval}) {
        if (!row->details)
            setMember(member, tr("Not known yet"));
    }
    m_stack->setCurrentIndex(1);
}

void TaskDetails::showCount(int count, bool canStart)
{
    m_hint->setText(tr("%n tasks are selected.", nullptr, count));
    m_stack->setCurrentIndex(0);
    m_delete->setEnabled(true);
    m_edit->setEnabled(false);
    m_canStart = canStart;
    enableStart();
}

void TaskDetails::setStarting(bool starting)
{
    m_isStarting = starting;
    m_start->setText(starting ? tr("Starting…") : tr("&Start task…"));
    enableStart();
}

void TaskDetails::enableStart()
{
    m_start->setEnabled(m_canStart && !m_isStarting);
}

void TaskDetails::setDeleting(bool deleting)
{
    m_delete->setEnabled(!deleting);
    m_delete->setText(deleting ? tr("Deleting…") : tr("&Delete task…"));
}

void TaskDetails::takeFocus()
{
    m_tabs->setCurrentIndex(0);
    m_members[Name]->setFocus(Qt::ShortcutFocusReason);
}

void TaskDetails::showStatus(const TaskRow& row)
{
    m_retry->setVisible(row.detailsError.has_value());
    if (row.detailsError) {
        m_statusIcon->clear();
        m_status->setText(tr("The details could not be read."));
        m_meaning->setText(errorMessage(*row.detailsError));
        m_meaning->setToolTip(errorDetails(*row.detailsError));
    } else if (!row.details) {
        m_statusIcon->clear();
        m_status->setText(tr("The details are being read."));
        m_meaning->clear();
    } else {
        m_statusIcon->setPixmap(statusIcon(row.details->status).pixmap(fontMetrics().height()));
        m_status->setText(statusLabel(*row.details));
        m_status->setToolTip(row.details->statusText);
        m_meaning->setText(statusMeaning(row.details->status));
        m_meaning->setToolTip({});
    }
}

void TaskDetails::showMembers(const FuotaTask& task)
{
    const TaskDraft& sent = task.parameters;
    setMember(Name, textOrUnset(sent.name));
    setMember(Created, localTimeText(task.createdAt), utcTimeText(task.createdAt));
    setMember(Starts,
              task.startTime.isValid() ? localTimeText(task.startTime) : tr("Not scheduled"),
              utcTimeText(task.startTime));
    setMember(Description, textOrUnset(sent.description));
    setMember(RfRegion, textOrUnset(sent.rfRegion));
    setMember(Image, sent.firmwareUpdateImage);
    setMember(Role, sent.firmwareUpdateRole);
    setMember(Descriptor, textOrUnset(sent.descriptor));
    setMember(Redundancy, figureOrUnset(sent.redundancyPercent, tr("%1 %", "percent")));
    setMember(FragmentSize, figureOrUnset(sent.fragmentSizeBytes, tr("%1 bytes")));
    setMember(Interval, figureOrUnset(sent.fragmentIntervalMs, tr("%1 ms")));
    setMember(Id, task.id);
    setMember(Arn, task.arn);
}

void TaskDetails::setMember(Member member, const QString& text, const QString& toolTip)
{
    QLineEdit* value = m_members[member];
    // A refresh must not take away what the operator is about to copy.
    if (value->text() != text) {
        value->setText(text);
        value->setCursorPosition(0);
    }
    value->setToolTip(toolTip.isEmpty() ? text : toolTip);
}

} // namespace fuotadesk
