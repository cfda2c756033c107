#include "desktop/sandboxdesk.h"

#include "campaign/devicelist.h"
#include "campaign/sandboxcontrol.h"
#include "campaign/tasklist.h"
#include "campaign/taskwatch.h"
#include "desktop/sandboxdialog.h"

#include <QAction>

namespace fuotadesk {

SandboxDesk::SandboxDesk(const Workbench& bench, QWidget* window)
    : QObject(window),
      m_bench(bench),
      m_window(window),
      m_controls(new QAction(tr("Sand&box controls…"), this)),
      m_pause(new QAction(tr("&Pause simulated time"), this))
{
    m_controls->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_B);
    m_controls->setToolTip(tr("Speed, pause, jumps, faults and fleet of the sandbox"));
    m_pause->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_P);
    m_pause->setToolTip(tr("Pause simulated time, or let it go on"));
    m_pause->setCheckable(true);
    connect(m_controls, &QAction::triggered, this, &SandboxDesk::openControls);
    connect(m_pause, &QAction::triggered, &bench.sandbox, &SandboxControl::setPaused);
    connect(&bench.sandbox, &SandboxControl::changed, this, &SandboxDesk::follow);
    connect(&bench.sandbox, &SandboxControl::timeTurned, this, &SandboxDesk::lookAgain);
    connect(&bench.sandbox, &SandboxControl::fleetGrown, this, [this] {
        if (m_bench.devices.asOf().isValid()) // somebody has looked at them
            m_bench.devices.refresh();
    });
    follow();
}

void SandboxDesk::follow()
{
    const bool isThere = m_bench.sandbox.isChosen();
    for (QAction* action : {m_controls, m_pause}) {
        action->setVisible(isThere);
        action->setEnabled(isThere);
    }
    m_pause->setChecked(m_bench.sandbox.isPaused());
    if (!isThere && m_dialog)
        m_dialog->close();
}

void SandboxDesk::openControls()
{
    if (!m_dialog) {
        m_dialog = new SandboxDialog(m_bench.sandbox, m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_dialog->show();
    m_dialog->activateWindow();
}

void SandboxDesk::lookAgain()
{
    m_bench.watch.refresh();
    m_bench.tasks.refresh();
}

} // namespace fuotadesk
