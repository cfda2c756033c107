#include "desktop/sandboxstripe.h"

#include "campaign/sandboxcontrol.h"
#include "desktop/palettetints.h"
#include "text/sandboxtext.h"

#include <QAction>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace fuotadesk {

namespace {

// It does what the action does; its words are shorter.
QToolButton* buttonFor(QAction* action)
{
    auto* button = new QToolButton;
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolTip(
        SandboxStripe::tr("%1 (%2)", "what it does, shortcut")
            .arg(action->toolTip(), action->shortcut().toString(QKeySequence::NativeText)));
    QObject::connect(button, &QToolButton::clicked, action, &QAction::trigger);
    return button;
}

} // namespace

SandboxStripe::SandboxStripe(SandboxControl& sandbox, QAction* pause, QAction* controls,
                             QWidget* parent)
    : QWidget(parent),
      m_sandbox(sandbox),
      m_time(new QLabel),
      m_pause(buttonFor(pause))
{
    setAutoFillBackground(true);
    auto* what = new QLabel(
        tr("Sandbox: nothing leaves this computer; state is lost when the window closes."));
    what->setWordWrap(true);
    m_time->setTextFormat(Qt::PlainText);
    QToolButton* more = buttonFor(controls);
    more->setText(tr("Controls…"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 1, 8, 1);
    row->setSpacing(8);
    row->addWidget(what, 1);
    row->addWidget(m_time);
    row->addWidget(m_pause);
    row->addWidget(more);
    connect(&sandbox, &SandboxControl::changed, this, &SandboxStripe::follow);
    paintStripe();
    follow();
}

void SandboxStripe::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        paintStripe();
}

void SandboxStripe::paintStripe()
{
    QPalette colors = QGuiApplication::palette(); // its own has the tint already
    colors.setColor(QPalette::Window, tintBackground(Tint::Attention, colors));
    setPalette(colors);
}

void SandboxStripe::follow()
{
    setVisible(m_sandbox.isChosen());
    m_time->setText(simulatedTimeText(m_sandbox.speed(), m_sandbox.isPaused()));
    m_pause->setText(m_sandbox.isPaused() ? tr("Continue") : tr("Pause"));
}

} // namespace fuotadesk
