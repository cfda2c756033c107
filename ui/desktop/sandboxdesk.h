#pragma once

#include "campaign/workbench.h"

#include <QObject>
#include <QPointer>

class QAction;
class QWidget;

namespace fuotadesk {

class SandboxDialog;

// What can be done about the sandbox over one window: its actions, for menu and stripe, which are
// there while it is the active connection; its dialog; and a look at what its clock has changed.
class SandboxDesk : public QObject {
    Q_OBJECT

public:
    SandboxDesk(const Workbench& bench, QWidget* window);

    QAction* controlsAction() const { return m_controls; }
    QAction* pauseAction() const { return m_pause; }

private:
    void follow();
    void openControls();
    void lookAgain();

    Workbench m_bench;
    QWidget* m_window;
    QAction* m_controls;
    QAction* m_pause;
    QPointer<SandboxDialog> m_dialog;
};

} // namespace fuotadesk
