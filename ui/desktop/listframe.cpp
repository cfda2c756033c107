#include "desktop/listframe.h"

#include "desktop/noticebar.h"
#include "text/errortext.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace fuotadesk {

namespace {

constexpr int BusyHeight = 3;

QProgressBar* makeBusyBar(const QString& name)
{
    auto* bar = new QProgressBar;
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setFixedHeight(BusyHeight);
    bar->setAccessibleName(name);
    QSizePolicy policy = bar->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    bar->setSizePolicy(policy);
    bar->hide();
    return bar;
}

} // namespace

ListFrame::ListFrame(const Parts& parts, QWidget* parent)
    : QWidget(parent),
      m_failure(new NoticeBar),
      m_result(new NoticeBar),
      m_busy(makeBusyBar(parts.busyName)),
      m_stack(new QStackedWidget),
      m_splitter(new QSplitter),
      m_details(parts.details),
      m_summary(new QLabel)
{
    m_stack->addWidget(parts.table);
    m_stack->addWidget(makeInstead());
    m_splitter->addWidget(m_stack);
    if (m_details) {
        m_splitter->addWidget(m_details);
        m_splitter->setStretchFactor(0, 3);
        m_splitter->setStretchFactor(1, 2);
    }
    m_splitter->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_failure);
    column->addWidget(m_result);
    column->addWidget(parts.filter);
    column->addWidget(m_busy);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_summary);
    connect(m_failure, &NoticeBar::remedyPressed, this, [this](int index) {
        if (index == 0)
            Q_EMIT retryRequested();
        else
            Q_EMIT connectionRequested();
    });
}

QWidget* ListFrame::makeInstead()
{
    auto* page = new QWidget;
    m_instead = new QLabel;
    m_instead->setAlignment(Qt::AlignCenter);
    m_instead->setWordWrap(true);
    m_insteadButton = new QPushButton;
    auto* column = new QVBoxLayout(page);
    column->addStretch();
    column->addWidget(m_instead);
    column->addWidget(m_insteadButton, 0, Qt::AlignHCenter);
    column->addStretch();
    connect(m_insteadButton, &QPushButton::clicked, this, &ListFrame::insteadPressed);
    return page;
}

// Whatever else can be done, trying again always can.
void ListFrame::showState(ListState state, const std::optional<Error>& error,
                          const QString& failure)
{
    m_busy->setVisible(state == ListState::Loading);
    if (state != ListState::Failed || !error) {
        m_failure->clear();
        return;
    }
    Notice notice = errorNotice(failure, *error);
    const auto remedy = errorRemedy(*error);
    notice.remedies = {tr("Try again")};
    if (remedy && remedy->action == RemedyAction::EditConnection)
        notice.remedies << remedy->button;
    m_failure->showNotice(notice);
}

void ListFrame::showInstead(const QString& text, const QString& button, bool withDetails)
{
    m_instead->setText(text);
    m_insteadButton->setText(button);
    m_insteadButton->setVisible(!button.isEmpty());
    m_stack->setCurrentIndex(1);
    if (m_details)
        m_details->setVisible(withDetails);
}

void ListFrame::showTable()
{
    m_stack->setCurrentIndex(0);
    if (m_details)
        m_details->setVisible(true);
}

void ListFrame::setSummary(const QString& text)
{
    m_summary->setText(text);
}

QByteArray ListFrame::splitterState() const
{
    return m_splitter->saveState();
}

void ListFrame::restoreSplitter(const QByteArray& state)
{
    m_splitter->restoreState(state);
}

} // namespace fuotadesk
