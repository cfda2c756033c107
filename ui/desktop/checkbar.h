#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace fuotadesk {

class DeviceChecks;

// Starts a run over many devices, tells how far it is, and while it goes on the button cancels it.
class CheckBar : public QWidget {
    Q_OBJECT

public:
    explicit CheckBar(DeviceChecks& checks, QWidget* parent = nullptr);

    // How many would be checked, and whether they are all that is shown or the selected ones.
    void offer(int devices, bool areSelected);

Q_SIGNALS:
    void checkRequested();

private:
    void showProgress();

    DeviceChecks& m_checks;
    QLabel* m_progress;
    QPushButton* m_button;
    QString m_offer;
    bool m_canStart = false;
};

} // namespace fuotadesk
