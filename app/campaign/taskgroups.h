#pragma once

#include "campaign/grouplist.h"

namespace fuotadesk {

// The multicast groups of one task. The service lists their ids alone: each group is asked for
// behind that. A task takes groups only before its start, so they are read when asked for. After a
// failure the last known rows stay.
class TaskGroups : public QObject {
    Q_OBJECT

public:
    explicit TaskGroups(Session& session, QObject* parent = nullptr);
    ~TaskGroups() override;

    // Empty: at none. The same task again reads nothing.
    void lookAt(const QString& taskId);
    void refresh();

    const QString& taskId() const { return m_taskId; }
    const QList<GroupRow>& rows() const { return m_rows; }
    ListState state() const { return m_state; }
    const std::optional<Error>& error() const { return m_error; }

Q_SIGNALS:
    void rowsReset();
    void rowChanged(const fuotadesk::GroupRow& row);
    void stateChanged();

private:
    void setState(ListState state, std::optional<Error> error = {});
    void take(const QStringList& ids);
    void fetch(const QString& id);
    void takeGroup(const QString& id, const Result<MulticastGroup>& group);

    Session& m_session;
    QString m_taskId;
    QList<GroupRow> m_rows;
    ListState m_state = ListState::Empty;
    std::optional<Error> m_error;
    std::unique_ptr<QObject> m_reading; // owns the calls of the present reading
};

} // namespace fuotadesk
