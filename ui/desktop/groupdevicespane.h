#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace fuotadesk {

class DeviceList;
class DeviceModel;
class IdTable;
class NoticeBar;
class TableSaver;

// The devices of the selected multicast group and how far each is with it.
class GroupDevicesPane : public QWidget {
    Q_OBJECT

public:
    explicit GroupDevicesPane(DeviceList& devices, QWidget* parent = nullptr);

    // Of the group nothing is known that forbids to change its devices.
    void setMayChange(bool mayChange);

Q_SIGNALS:
    void addRequested();
    void removeRequested();

private:
    void makeTable();
    void takeDevices();
    void takeState();
    void showMeaning();

    DeviceList& m_devices;
    DeviceModel* m_model;
    IdTable* m_table;
    NoticeBar* m_notice;
    TableSaver* m_saver;
    QLabel* m_count;
    QLabel* m_meaning;
    QPushButton* m_add;
    QPushButton* m_remove;
};

} // namespace fuotadesk
