#include "desktop/taskfilterbar.h"

#include "desktop/searchfield.h"
#include "desktop/statusicon.h"
#include "desktop/symbolicicon.h"
#include "text/statustext.h"
#include "text/tagtext.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QStyle>
#include <QToolButton>

namespace fuotadesk {

namespace {

constexpr int TagWidth = 16; // characters

QLabel* labelFor(QComboBox* box, const QString& text, const QString& name)
{
    auto* label = new QLabel(text);
    label->setBuddy(box);
    box->setAccessibleName(name);
    return label;
}

} // namespace

TaskFilterBar::TaskFilterBar(QWidget* parent)
    : QWidget(parent),
      m_search(new SearchField(tr("Search tasks"), tr("Search name or ID"))),
      m_status(new QComboBox),
      m_tag(new QComboBox),
      m_refresh(new QToolButton)
{
    fillStatus();
    makeRefresh();
    m_tag->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_tag->setMinimumContentsLength(TagWidth);
    m_tag->setToolTip(tr("The tags are read, task by task, when they are first looked at"));
    m_tag->view()->installEventFilter(this);
    setTags({}, false);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_search, 1);
    row->addWidget(labelFor(m_status, tr("&Status:"), tr("Status")));
    row->addWidget(m_status);
    row->addWidget(labelFor(m_tag, tr("T&ag:"), tr("Tag")));
    row->addWidget(m_tag);
    row->addWidget(m_refresh);
    const auto tell = [this] { Q_EMIT filterChanged(filter()); };
    connect(m_search, &QLineEdit::textChanged, this, tell);
    connect(m_search, &SearchField::leftDownwards, this, &TaskFilterBar::leftDownwards);
    connect(m_status, &QComboBox::currentIndexChanged, this, tell);
    connect(m_tag, &QComboBox::currentIndexChanged, this, tell);
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

void TaskFilterBar::makeRefresh()
{
    m_refresh->setIcon(symbolicIcon(QStringLiteral("refresh")));
    if (m_refresh->icon().isNull())
        m_refresh->setIcon(style()->standardIcon(QStyle::SP_BrowserReload));
    m_refresh->setAccessibleName(tr("Refresh"));
    m_refresh->setToolTip(tr("Refresh (F5)"));
    m_refresh->setAutoRaise(true);
    m_refresh->setFocusPolicy(Qt::TabFocus);
}

TaskFilter TaskFilterBar::filter() const
{
    TaskFilter filter;
    filter.text = m_search->text();
    if (m_status->currentIndex() > 0)
        filter.status = static_cast<TaskStatus>(m_status->currentData().toInt());
    const int tag = m_tag->currentIndex() - 1;
    if (tag >= 0 && tag < m_tags.size())
        filter.tag = m_tags.at(tag);
    return filter;
}

void TaskFilterBar::clear()
{
    m_search->clear();
    m_status->setCurrentIndex(0);
    m_tag->setCurrentIndex(0);
}

void TaskFilterBar::focusSearch()
{
    m_search->takeFocus();
}

void TaskFilterBar::setRefreshEnabled(bool enabled)
{
    m_refresh->setEnabled(enabled);
}

void TaskFilterBar::setTags(const QList<Tag>& tags, bool areAll)
{
    const TaskFilter before = filter();
    {
        const QSignalBlocker blocker(m_tag);
        m_tags = tags;
        m_tag->clear();
        m_tag->addItem(tr("All"));
        for (const Tag& tag : tags)
            m_tag->addItem(tagText(tag));
        if (!areAll) {
            m_tag->addItem(tr("Reading the tags…"));
            auto* items = qobject_cast<QStandardItemModel*>(m_tag->model());
            items->item(m_tag->count() - 1)->setEnabled(false);
        }
        m_tag->setCurrentIndex(before.tag ? static_cast<int>(tags.indexOf(*before.tag)) + 1 : 0);
    }
    if (filter() != before)
        Q_EMIT filterChanged(filter());
}

bool TaskFilterBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show)
        Q_EMIT tagsWanted();
    return QWidget::eventFilter(watched, event);
}

} // namespace fuotadesk
