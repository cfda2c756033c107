#pragma once

#include "desktop/memberform.h"

#include <functional>

namespace fuotadesk {

struct GroupRow;
struct MulticastGroup;

// The members of a multicast group.
class GroupForm : public MemberForm {
    Q_OBJECT

public:
    explicit GroupForm(QWidget* parent = nullptr);

    void showGroup(const GroupRow& row);

private:
    struct Member;
    static QList<Member> members();

    QList<std::function<QString(const MulticastGroup&)>> m_read; // by member
};

} // namespace fuotadesk
