#pragma once

#include "campaign/tasklist.h"
#include "iotwireless/multicastgroup.h"

namespace fuotadesk {

// The multicast session of one group: read, started, cancelled. Late answers of another group are
// dropped. No session is no failure.
class GroupSessionWatch : public QObject {
    Q_OBJECT

public:
    explicit GroupSessionWatch(Session& session, QObject* parent = nullptr);
    ~GroupSessionWatch() override;

    // From now on it is about this group; empty: about none.
    void watch(const QString& groupId);
    void refresh();

    const QString& groupId() const { return m_groupId; }
    ListState state() const { return m_state; }
    const std::optional<Error>& error() const { return m_error; }
    // Unset: there is none, or it is not known yet.
    const std::optional<MulticastSession>& session() const { return m_session; }

    // Both read the session again, whatever came of it.
    CallOf<void>* start(const QString& groupId, const MulticastSession& session, QObject* owner);
    // A session that is already gone counts as cancelled.
    CallOf<void>* cancel(const QString& groupId, QObject* owner);

Q_SIGNALS:
    void changed();

private:
    void take(const Result<MulticastSession>& session);

    Session& m_connection;
    QString m_groupId;
    ListState m_state = ListState::Empty;
    std::optional<Error> m_error;
    std::optional<MulticastSession> m_session;
    std::unique_ptr<QObject> m_look; // owns the calls of the present look
};

} // namespace fuotadesk
