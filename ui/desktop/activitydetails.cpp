#include "desktop/activitydetails.h"

#include "desktop/plainlabel.h"
#include "desktop/statusicon.h"
#include "text/activitytext.h"
#include "text/numbertext.h"

#include <QFormLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

namespace fuotadesk {

namespace {

constexpr double HeadingScale = 1.15;

void fill(QLineEdit* field, const QString& text)
{
    field->setText(text.isEmpty() ? ActivityDetails::tr("None") : text);
    field->setToolTip(text); // where it is cut off
    field->setCursorPosition(0);
}

QString tookText(const ActivityEntry& entry)
{
    if (!entry.endedAt.isValid())
        return ActivityDetails::tr("Not known");
    constexpr qint64 Tenth = 100;
    const qint64 ms = entry.at.msecsTo(entry.endedAt);
    return ms < Tenth ? ActivityDetails::tr("%1 ms").arg(std::max<qint64>(ms, 0))
                      : durationText(std::chrono::milliseconds(ms));
}

} // namespace

ActivityDetails::ActivityDetails(QWidget* parent)
    : QWidget(parent),
      m_stack(new QStackedWidget),
      m_title(selectableLabel()),
      m_outcomeIcon(new QLabel),
      m_outcome(selectableLabel()),
      m_meaning(selectableLabel()),
      m_operation(makeField(tr("Operation"))),
      m_target(makeField(tr("Target"))),
      m_member(makeField(tr("Device or group"))),
      m_result(makeField(tr("Created ID"))),
      m_began(makeField(tr("Time"))),
      m_took(makeField(tr("Took"))),
      m_errorCode(makeField(tr("Error code"))),
      m_requestId(makeField(tr("Request ID"))),
      m_connection(makeField(tr("Connection"))),
      m_endpoint(makeField(tr("Endpoint"))),
      m_region(makeField(tr("Region")))
{
    auto* hint = new QLabel(tr("Select a change to see it here."));
    hint->setAlignment(Qt::AlignCenter);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(hint);
    m_stack->addWidget(makePage());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 0, 0);
    column->addWidget(m_stack);
}

QLineEdit* ActivityDetails::makeField(const QString& label)
{
    auto* field = new QLineEdit;
    field->setReadOnly(true);
    field->setFrame(false);
    field->setAccessibleName(label);
    QPalette flat = palette();
    flat.setColor(QPalette::Base, Qt::transparent);
    field->setPalette(flat);
    return field;
}

QWidget* ActivityDetails::makePage()
{
    QFont heading = font();
    heading.setPointSizeF(heading.pointSizeF() * HeadingScale);
    heading.setBold(true);
    m_title->setFont(heading);
    auto* outcome = new QHBoxLayout;
    outcome->addWidget(m_outcomeIcon);
    outcome->addWidget(m_outcome, 1);
    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    for (QLineEdit* field : {m_operation, m_target, m_member, m_result, m_began, m_took,
                             m_errorCode, m_requestId, m_connection, m_endpoint, m_region})
        form->addRow(field->accessibleName(), field);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(8, 0, 8, 0);
    column->addWidget(m_title);
    column->addLayout(outcome);
    column->addWidget(m_meaning);
    column->addSpacing(8);
    column->addLayout(form);
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    return scroll;
}

void ActivityDetails::show(const ActivityEntry* entry)
{
    m_stack->setCurrentIndex(entry ? 1 : 0);
    if (!entry)
        return;
    const ChangeCall& call = entry->call;
    const ChangeEnd& end = entry->end;
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_title->setText(operationLabel(call.operation));
    m_outcomeIcon->setPixmap(changeIcon(end.outcome).pixmap(size));
    m_outcome->setText(changeOutcomeLabel(end.outcome));
    m_meaning->setText(changeOutcomeText(end));
    fill(m_operation, call.operation);
    fill(m_target, call.target);
    fill(m_member, call.member);
    fill(m_result, end.result);
    fill(m_began, localTimeText(entry->at));
    m_began->setToolTip(utcTimeText(entry->at));
    fill(m_took, tookText(*entry));
    fill(m_errorCode, end.errorCode);
    fill(m_requestId, end.requestId);
    fill(m_connection, call.connectionName);
    fill(m_endpoint, call.endpoint);
    fill(m_region, call.region);
}

} // namespace fuotadesk
