#include "desktop/plancolumn.h"

#include <QScrollArea>
#include <QTabBar>
#include <QVBoxLayout>

namespace fuotadesk {

PlanColumn::PlanColumn(QWidget* preview, QWidget* check, QWidget* parent)
    : QWidget(parent),
      m_pages{preview, check},
      m_tabs(new QTabBar(this)),
      m_scroll(new QScrollArea(this)),
      m_column(new QVBoxLayout(this))
{
    setMinimumWidth(preview->minimumWidth());
    m_tabs->addTab(tr("Preview"));
    m_tabs->addTab(tr("Check"));
    m_tabs->setTabToolTip(Preview, tr("What the task comes to (F8)"));
    m_tabs->setTabToolTip(Check, tr("Whether it can work in this account (F7 checks)"));
    m_tabs->setAccessibleName(tr("Preview or check"));
    m_tabs->setExpanding(false);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_tabs);
    m_column->addWidget(m_scroll, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &PlanColumn::place);
    place();
}

void PlanColumn::showPage(Page page)
{
    m_tabs->setCurrentIndex(page);
}

PlanColumn::Page PlanColumn::page() const
{
    return m_tabs->currentIndex() == Check ? Check : Preview;
}

void PlanColumn::setScrolling(bool scrolls)
{
    m_scrolls = scrolls;
    place();
}

void PlanColumn::setCheckIcon(const QIcon& icon)
{
    m_tabs->setTabIcon(Check, icon);
}

// The page itself is what scrolls: a widget between would be laid out with every change, too.
void PlanColumn::place()
{
    m_scroll->takeWidget();
    for (QWidget* page : m_pages) {
        m_column->removeWidget(page);
        page->setParent(this);
        page->hide();
    }
    QWidget* shown = m_pages.at(page());
    if (m_scrolls)
        m_scroll->setWidget(shown);
    else
        m_column->addWidget(shown, 1);
    m_scroll->setVisible(m_scrolls);
    shown->show();
}

} // namespace fuotadesk
