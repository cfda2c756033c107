#include "desktop/groupdetails.h"

#include "desktop/groupform.h"
#include "desktop/plainlabel.h"
#include "desktop/symbolicicon.h"
#include "text/errortext.h"
#include "text/grouptext.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace fuotadesk {

namespace {

constexpr double HeadingScale = 1.15;

} // namespace

GroupDetails::GroupDetails(QWidget* parent)
    : QWidget(parent),
      m_stack(new QStackedWidget),
      m_tabs(new QTabWidget),
      m_title(selectableLabel()),
      m_status(selectableLabel()),
      m_retry(new QPushButton(tr("&Read again"))),
      m_edit(new QPushButton(tr("&Edit group…"))),
      m_delete(new QPushButton(tr("&Delete group…"))),
      m_members(new GroupForm)
{
    auto* hint = new QLabel(tr("Select a multicast group to see it here."));
    hint->setAlignment(Qt::AlignCenter);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(hint);
    m_stack->addWidget(makePage());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 0, 0);
    column->addWidget(m_stack, 1);
    column->addLayout(makeButtons());
    connect(m_retry, &QPushButton::clicked, this, &GroupDetails::retryRequested);
    connect(m_edit, &QPushButton::clicked, this, &GroupDetails::editRequested);
    connect(m_delete, &QPushButton::clicked, this, &GroupDetails::deleteRequested);
    showGroup(nullptr);
}

QWidget* GroupDetails::makePage()
{
    auto* page = new QWidget;
    QFont heading = font();
    heading.setPointSizeF(heading.pointSizeF() * HeadingScale);
    heading.setBold(true);
    m_title->setFont(heading);
    m_retry->setToolTip(tr("Read this group again (GetMulticastGroup)"));
    auto* status = new QHBoxLayout;
    status->addWidget(m_status, 1);
    status->addWidget(m_retry, 0, Qt::AlignTop);
    m_tabs->setDocumentMode(true);
    addTab(m_members, tr("Settin&gs"));
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(8, 0, 8, 0);
    column->addWidget(m_title);
    column->addLayout(status);
    column->addSpacing(8);
    column->addWidget(m_tabs, 1);
    return page;
}

QLayout* GroupDetails::makeButtons()
{
    m_edit->setIcon(symbolicIcon(QStringLiteral("edit")));
    m_edit->setToolTip(tr("Change the selected group (UpdateMulticastGroup)"));
    m_delete->setIcon(symbolicIcon(QStringLiteral("delete")));
    m_delete->setToolTip(tr("Delete the selected group (Delete)"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_edit);
    buttons->addWidget(m_delete);
    return buttons;
}

void GroupDetails::addTab(QWidget* page, const QString& title)
{
    m_tabs->addTab(page, title);
}

void GroupDetails::showGroup(const GroupRow* row)
{
    m_hasGroup = row != nullptr;
    m_hasDetails = row && row->details;
    enableButtons();
    if (!row) {
        m_stack->setCurrentIndex(0);
        return;
    }
    m_title->setText(row->summary.name.isEmpty() ? tr("(no name)") : row->summary.name);
    showStatus(*row);
    m_members->showGroup(*row);
    m_stack->setCurrentIndex(1);
}

void GroupDetails::showStatus(const GroupRow& row)
{
    m_status->setToolTip({});
    if (row.detailsError) {
        m_status->setText(tr("The group could not be read.") + u' '
                          + errorMessage(*row.detailsError));
        m_status->setToolTip(errorDetails(*row.detailsError));
    } else if (row.details) {
        const QString& status = row.details->statusText;
        m_status->setText(tr("%1: %2", "status, what it means")
                              .arg(groupStatusLabel(status), groupStatusMeaning(status)));
        m_status->setToolTip(status);
    } else {
        m_status->setText(tr("The group is being read."));
    }
}

void GroupDetails::setBusy(bool busy)
{
    m_isBusy = busy;
    enableButtons();
}

void GroupDetails::enableButtons()
{
    m_edit->setEnabled(m_hasDetails && !m_isBusy);
    m_delete->setEnabled(m_hasGroup && !m_isBusy);
}

void GroupDetails::takeFocus()
{
    m_tabs->setFocus(Qt::OtherFocusReason);
}

} // namespace fuotadesk
