#pragma once

#include "desktop/memberform.h"

#include <functional>

namespace fuotadesk {

class DeviceLook;
struct WirelessDevice;

// The members of a device and of its latest uplink.
class DeviceForm : public MemberForm {
    Q_OBJECT

public:
    explicit DeviceForm(QWidget* parent = nullptr);

    void showDevice(const DeviceLook& look);

private:
    struct Member;
    static QList<Member> members();
    void showUplink(const DeviceLook& look);

    QList<std::function<QString(const WirelessDevice&)>> m_read; // by member
};

} // namespace fuotadesk
