#include "desktop/editorpanes.h"

#include "campaign/windowmemory.h"
#include "desktop/plancolumn.h"
#include "desktop/taskform.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

namespace fuotadesk {

namespace {

constexpr int Margin = 16;

} // namespace

EditorPanes::EditorPanes(TaskForm* form, PlanColumn* plan, WindowMemory& window, QWidget* parent)
    : QWidget(parent),
      m_window(window),
      m_form(form),
      m_plan(plan),
      m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_scroll(new QScrollArea(m_splitter))
{
    auto* content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->addWidget(m_form);
    m_column->addStretch(1);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(content);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_plan);
    m_splitter->setStretchFactor(1, 1); // the preview grows first
    // The form at its full width and the preview the rest, until someone moves the splitter.
    const int formWidth = m_form->maximumWidth() + 2 * Margin;
    m_splitter->setSizes({formWidth, formWidth});
    m_splitter->restoreState(m_window.layout().editorSplitter);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_splitter);
}

void EditorPanes::ensureVisible(QWidget* widget)
{
    m_scroll->ensureWidgetVisible(widget);
}

// Once it has its place and its height.
void EditorPanes::showPlan()
{
    QTimer::singleShot(0, this, [this] {
        if (!m_isWide)
            m_scroll->verticalScrollBar()->setValue(m_plan->y());
    });
}

void EditorPanes::arrange()
{
    const bool isWide = width() >= m_form->maximumWidth() + m_plan->minimumWidth() + 3 * Margin;
    if (isWide != m_isWide) {
        m_isWide = isWide;
        m_plan->setScrolling(isWide);
        if (isWide) {
            m_splitter->addWidget(m_plan);
            m_splitter->setStretchFactor(1, 1);
            m_splitter->restoreState(m_wideState);
        } else {
            m_wideState = m_splitter->saveState();
            m_column->insertWidget(1, m_plan);
        }
        m_plan->show();
    }
    Q_EMIT arranged();
}

void EditorPanes::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void EditorPanes::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    WindowLayout layout = m_window.layout();
    if (!m_isWide || layout.editorSplitter == m_splitter->saveState())
        return;
    layout.editorSplitter = m_splitter->saveState();
    m_window.remember(layout);
}

} // namespace fuotadesk
