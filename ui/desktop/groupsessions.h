#pragma once

#include "desktop/noticebar.h"
#include "iotwireless/multicastgroup.h"

namespace fuotadesk {

class Clock;
class GroupList;
class GroupSessionWatch;

// Starts and cancels the session of a multicast group, each after asking, and tells how that ended.
class GroupSessions : public QObject {
    Q_OBJECT

public:
    GroupSessions(GroupSessionWatch& session, GroupList& groups, const Clock& clock,
                  QObject* parent = nullptr);

    void askToStart(const MulticastGroup& group, QWidget* window);
    void askToCancel(const MulticastGroup& group, QWidget* window);

Q_SIGNALS:
    void runningChanged(bool running);
    void ended(const fuotadesk::Notice& notice);

private:
    void start(const MulticastGroup& group, const MulticastSession& session);
    void cancel(const MulticastGroup& group);
    void finish(const QString& groupId, const Notice& notice);

    GroupSessionWatch& m_session;
    GroupList& m_groups;
    const Clock& m_clock;
    bool m_isRunning = false;
};

} // namespace fuotadesk
