#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace fuotadesk {

class SandboxControl;

// The stripe that says that the sandbox is a sandbox, and how fast its time goes; in sight while
// the sandbox is the active connection.
class SandboxStripe : public QWidget {
    Q_OBJECT

public:
    SandboxStripe(SandboxControl& sandbox, QAction* pause, QAction* controls, QWidget* parent);

private:
    void changeEvent(QEvent* event) override;
    void paintStripe();
    void follow();

    SandboxControl& m_sandbox;
    QLabel* m_time;
    QToolButton* m_pause;
};

} // namespace fuotadesk
