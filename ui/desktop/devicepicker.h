#pragma once

#include "campaign/devicelist.h"
#include "desktop/pickdialog.h"

namespace fuotadesk {

class DeviceFilterBar;
class DeviceModel;
class ScopeBar;
struct Workbench;

// The devices of the account, to be picked. It reads a list of its own: the page of devices keeps
// what it is narrowed to.
class DevicePicker : public PickDialog {
    Q_OBJECT

public:
    DevicePicker(const Workbench& bench, const QString& title, QWidget* parent = nullptr);

private:
    struct Fields {
        DeviceFilterBar* filter;
        ScopeBar* scope;
        DeviceModel* model;
    };
    DevicePicker(const Workbench& bench, const QString& title, const Fields& fields,
                 QWidget* parent);

    void takeState();
    void showCounts();
    void read() override;
    void showAll() override;
    QString verb(int count) const override;
    QString emptyText(bool isFiltered) const override;

    DeviceList m_devices;
    Fields m_fields;
};

} // namespace fuotadesk
