#include "desktop/activityfilterbar.h"

#include "desktop/statusicon.h"
#include "desktop/symbolicicon.h"
#include "text/activitytext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace fuotadesk {

ActivityFilterBar::ActivityFilterBar(QWidget* parent)
    : QWidget(parent),
      m_search(new QLineEdit),
      m_operation(new QComboBox),
      m_outcome(new QComboBox),
      m_refresh(new QToolButton)
{
    m_search->setPlaceholderText(tr("Search target, ID or request ID"));
    m_search->setAccessibleName(tr("Search changes"));
    m_search->setToolTip(tr("Search (Ctrl+F)"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    setFocusProxy(m_search);
    m_operation->setAccessibleName(tr("Change"));
    m_operation->setToolTip(tr("The operation of the API"));
    m_operation->addItem(tr("All"));
    m_operation->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_outcome->setAccessibleName(tr("Outcome"));
    fillOutcomes();
    makeRefresh();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_search, 1);
    for (const auto& [text, box] :
         {std::pair(tr("&Change:"), m_operation), std::pair(tr("&Outcome:"), m_outcome)}) {
        auto* label = new QLabel(text);
        label->setBuddy(box);
        row->addWidget(label);
        row->addWidget(box);
    }
    row->addWidget(m_refresh);
    const auto tell = [this] { Q_EMIT filterChanged(filter()); };
    connect(m_search, &QLineEdit::textChanged, this, tell);
    connect(m_search, &QLineEdit::returnPressed, this, &ActivityFilterBar::leftDownwards);
    connect(m_operation, &QComboBox::currentIndexChanged, this, tell);
    connect(m_outcome, &QComboBox::currentIndexChanged, this, tell);
}

void ActivityFilterBar::makeRefresh()
{
    m_refresh->setIcon(symbolicIcon(QStringLiteral("refresh")));
    m_refresh->setAccessibleName(tr("Refresh"));
    m_refresh->setToolTip(tr("Refresh (F5)"));
    m_refresh->setAutoRaise(true);
    m_refresh->setFocusPolicy(Qt::TabFocus);
    connect(m_refresh, &QToolButton::clicked, this, &ActivityFilterBar::refreshRequested);
}

void ActivityFilterBar::fillOutcomes()
{
    m_outcome->addItem(tr("All"));
    for (const auto outcome :
         {ChangeOutcome::Failed, ChangeOutcome::Unknown, ChangeOutcome::Open, ChangeOutcome::Done})
        m_outcome->addItem(changeIcon(outcome), changeOutcomeLabel(outcome),
                           static_cast<int>(outcome));
}

void ActivityFilterBar::setOperations(const QStringList& operations)
{
    QStringList known;
    for (int i = 1; i < m_operation->count(); ++i)
        known << m_operation->itemData(i).toString();
    if (known == operations)
        return;
    const QSignalBlocker quiet(m_operation);
    const QString chosen = m_operation->currentData().toString();
    while (m_operation->count() > 1)
        m_operation->removeItem(1);
    for (const QString& each : operations)
        m_operation->addItem(operationLabel(each), each);
    // One that was chosen stays, though the last of its kind has been forgotten.
    if (!chosen.isEmpty() && !operations.contains(chosen))
        m_operation->addItem(operationLabel(chosen), chosen);
    m_operation->setCurrentIndex(std::max(0, m_operation->findData(chosen)));
}

ActivityFilter ActivityFilterBar::filter() const
{
    ActivityFilter filter;
    filter.search = m_search->text().trimmed();
    filter.operation = m_operation->currentData().toString();
    if (const QVariant outcome = m_outcome->currentData(); outcome.isValid())
        filter.outcome = static_cast<ChangeOutcome>(outcome.toInt());
    return filter;
}

void ActivityFilterBar::clear()
{
    m_search->clear();
    m_operation->setCurrentIndex(0);
    m_outcome->setCurrentIndex(0);
}

bool ActivityFilterBar::eventFilter(QObject* watched, QEvent* event)
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
