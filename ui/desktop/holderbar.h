#pragma once

#include "campaign/holdersearch.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace fuotadesk {

class TaskWatch;

// Beside a device of the watched task that another task holds: looks on request for that task, and
// leads to it. It stays with its device while the devices are read again.
class HolderBar : public QWidget {
    Q_OBJECT

public:
    HolderBar(Session& session, const TaskList& tasks, TaskWatch& watch, QWidget* parent = nullptr);

    // The selected one.
    void setDevice(const WirelessDeviceSummary& device);

Q_SIGNALS:
    void taskWanted(const QString& taskId);

private:
    void forget();
    void press();
    void follow();
    void showButtons();
    void dropButtons();

    const TaskList& m_tasks;
    TaskWatch& m_watch;
    HolderSearch m_search;
    QString m_taskId; // in which the device is
    QString m_deviceId;
    QString m_deviceName;
    QLabel* m_text;
    QPushButton* m_find;
    QHBoxLayout* m_buttons;
    QList<QPushButton*> m_goTo;
};

} // namespace fuotadesk
