#pragma once

#include "desktop/memberform.h"

#include <functional>

namespace fuotadesk {

class DeviceLook;
struct DeviceProfile;

// The members of a device's profile.
class ProfileForm : public MemberForm {
    Q_OBJECT

public:
    explicit ProfileForm(QWidget* parent = nullptr);

    void showProfile(const DeviceLook& look);

private:
    struct Member;
    static QList<Member> members();
    QList<std::function<QString(const DeviceProfile&)>> m_read; // by member
};

} // namespace fuotadesk
