#pragma once

#include "campaign/groupgrowth.h"
#include "desktop/noticebar.h"
#include "iotwireless/multicastgroup.h"
#include "store/memberbatch.h"

namespace fuotadesk {

// Adds devices to a multicast group and takes them out again, as many as a query finds, each after
// asking. Tells that the service has begun, and follows how many are in the group from then on.
class GroupDevices : public QObject {
    Q_OBJECT

public:
    explicit GroupDevices(GroupList& groups, QObject* parent = nullptr);

    void askToAdd(const MulticastGroup& group, QWidget* window);
    void askToRemove(const MulticastGroup& group, QWidget* window);

Q_SIGNALS:
    void runningChanged(bool running);
    void ended(const fuotadesk::Notice& notice);
    void sizeChanged(const QString& groupId);

private:
    void change(const MulticastGroup& group, MemberChange direction, const DeviceQuery& query);

    GroupList& m_groups;
    GroupGrowth* m_growth;
    bool m_isRunning = false;
};

} // namespace fuotadesk
