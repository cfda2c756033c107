#include "desktop/devicefilterbar.h"

#include "desktop/searchfield.h"
#include "desktop/symbolicicon.h"
#include "text/fitnesstext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace fuotadesk {

DeviceFilterBar::DeviceFilterBar(QWidget* parent)
    : QWidget(parent),
      m_search(new SearchField(tr("Search devices"), tr("Search name, DevEUI or ID"))),
      m_fitness(new QComboBox),
      m_refresh(new QToolButton)
{
    auto* label = new QLabel(tr("&Update:"));
    label->setBuddy(m_fitness);
    m_fitness->setAccessibleName(tr("Update"));
    m_fitness->setToolTip(tr("Whether an update over the air is possible, as far as checked"));
    m_fitness->addItem(tr("All"));
    for (const Fitness fitness : {Fitness::Fit, Fitness::Unfit, Fitness::Unknown})
        m_fitness->addItem(fitnessLabel(fitness), static_cast<int>(fitness));
    m_refresh->setIcon(symbolicIcon(QStringLiteral("refresh")));
    m_refresh->setAccessibleName(tr("Refresh"));
    m_refresh->setToolTip(tr("Refresh (F5)"));
    m_refresh->setAutoRaise(true);
    m_refresh->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_search, 1);
    row->addWidget(label);
    row->addWidget(m_fitness);
    row->addWidget(m_refresh);
    const auto tell = [this] { Q_EMIT filterChanged(filter()); };
    connect(m_search, &QLineEdit::textChanged, this, tell);
    connect(m_search, &SearchField::leftDownwards, this, &DeviceFilterBar::leftDownwards);
    connect(m_fitness, &QComboBox::currentIndexChanged, this, tell);
    connect(m_refresh, &QToolButton::clicked, this, &DeviceFilterBar::refreshRequested);
}

DeviceFilter DeviceFilterBar::filter() const
{
    DeviceFilter filter;
    filter.text = m_search->text();
    if (m_fitness->currentIndex() > 0)
        filter.fitness = static_cast<Fitness>(m_fitness->currentData().toInt());
    return filter;
}

void DeviceFilterBar::clear()
{
    m_search->clear();
    m_fitness->setCurrentIndex(0);
}

void DeviceFilterBar::focusSearch()
{
    m_search->takeFocus();
}

void DeviceFilterBar::setRefreshEnabled(bool enabled)
{
    m_refresh->setEnabled(enabled);
}

} // namespace fuotadesk
