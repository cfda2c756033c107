#include "desktop/taskfilterbar.h"

#include "desktop/statusicon.h"
#include "desktop/symbolicicon.h"
#include "text/statustext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QToolButton>

namespace fuotadesk {

TaskFilterBar::TaskFilterBar(QWidget* parent)
    : QWidget(parent),
      m_search(new QLineEdit),
      m_status(new QComboBox),
      m_refresh(new QToolButton)
{
    m_search->setPlaceholderText(tr("Search name or ID"));
    m_search->setAccessibleName(tr("Search tasks"));
    m_search->setToolTip(tr("Search (Ctrl+F)"));
    m_search->installEventFilter(this);
    auto* label = new QLabel(tr("&Status:"));
    label->setBuddy(m_status);
    m_status->setAccessibleName(tr("Status"));
    fillStatus();
    m_refresh->setIcon(symbolicIcon(QStringLiteral("refresh")));
    if (m_refresh->icon().isNull())
        m_refresh->setIcon(style()->standardIcon(QStyle::SP_BrowserReload));
    m_refresh->setAccessibleName(tr("Refresh"));
    m_refresh->setToolTip(tr("Refresh (F5)"));
    m_refresh->setAutoRaise(true);
    m_refresh->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_search, 1);
    row->addWidget(label);
    row->addWidget(m_status);
    row->addWidget(m_refresh);
    const auto tell = [this] { Q_EMIT filterChanged(filter()); };
    connect(m_search, &QLineEdit::textChanged, this, tell);
    connect(m_search, &QLineEdit::returnPressed, this, &TaskFilterBar::leftDownwards);
    connect(m_status, &QComboBox::currentIndexChanged, this, tell);
    connect(m_refresh, &QToolButton::clicked, this, &TaskFilterBar::refreshRequested);
}

void TaskFilterBar::fillStatus()
{
    m_status->addItem(tr("All"));
    for (const TaskStatus status :
         {TaskStatus::Pending, TaskStatus::SessionWaiting, TaskStatus::InSession, TaskStatus::Done,
          TaskStatus::DeleteWaiting})
        m_status->addItem(statusIcon(status), statusLabel(status), static_cast<int>(status));
}

TaskFilter TaskFilterBar::filter() const
{
    TaskFilter filter;
    filter.text = m_search->text();
    if (m_status->currentIndex() > 0)
        filter.status = static_cast<TaskStatus>(m_status->currentData().toInt());
    return filter;
}

void TaskFilterBar::clear()
{
    m_search->clear();
    m_status->setCurrentIndex(0);
}

void TaskFilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TaskFilterBar::setRefreshEnabled(bool enabled)
{
    m_refresh->setEnabled(enabled);
}

bool TaskFilterBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down) {
            Q_EMIT leftDownwards();
            return true;
        }
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace fuotadesk
