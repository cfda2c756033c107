#pragma once

#include <QDialog>

class QCheckBox;
class QDoubleSpinBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace fuotadesk {

class FormRow;
class SandboxControl;

// The knobs of the sandbox: how fast its time goes, a pause, jumps, and the faults it makes. What
// is turned works at once; the window behind stays in use.
class SandboxDialog : public QDialog {
    Q_OBJECT

public:
    explicit SandboxDialog(SandboxControl& sandbox, QWidget* parent = nullptr);

private:
    QWidget* makeJump();
    QWidget* makeFaults();
    QWidget* makeFleet();
    void makeRows();
    void follow();
    void jump();
    void jumpToStart();
    void setFaults();
    void growFleet();

    SandboxControl& m_sandbox;
    QDoubleSpinBox* m_speed;
    QPushButton* m_pause;
    QSpinBox* m_minutes;
    QLineEdit* m_faults;
    QCheckBox* m_quota;
    QSpinBox* m_devices;
    FormRow* m_timeRow = nullptr;
    FormRow* m_jumpRow = nullptr;
    FormRow* m_faultsRow = nullptr;
    FormRow* m_fleetRow = nullptr;
};

} // namespace fuotadesk
