#pragma once

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace fuotadesk {

class DeviceForm;
class DeviceLook;
class ProfileForm;
struct DeviceCheck;

// The selected device: whether it can be updated over the air and why not, and everything the
// service tells of it, its profile and its latest uplink. Keys are never shown.
class DeviceDetails : public QWidget {
    Q_OBJECT

public:
    explicit DeviceDetails(DeviceLook& look, QWidget* parent = nullptr);

    // So many are selected: 1 shows the one that is looked at.
    void showCount(int count);
    void takeFocus();

private:
    QWidget* makePage();
    QWidget* makeCheck();
    void showLook();
    void showVerdict();
    void showFindings(const DeviceCheck& check);

    DeviceLook& m_look;
    QStackedWidget* m_stack;
    QLabel* m_hint;
    QLabel* m_title = nullptr;
    QLabel* m_icon = nullptr;
    QLabel* m_verdict = nullptr;
    QPushButton* m_again = nullptr;
    QTabWidget* m_tabs = nullptr;
    QListWidget* m_findings = nullptr;
    DeviceForm* m_device;
    ProfileForm* m_profile;
};

} // namespace fuotadesk
