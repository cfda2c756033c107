#pragma once

#include "campaign/tasklist.h"
#include "iotwireless/multicastgroup.h"

namespace fuotadesk {

enum class MemberChange;
enum class Urgency;

// One row: what the list call gave and, once they came, the details or why they did not.
struct GroupRow {
    MulticastGroupSummary summary;
    std::optional<MulticastGroup> details;
    std::optional<Error> detailsError;

    friend bool operator==(const GroupRow&, const GroupRow&) = default;
};

// The multicast groups of the active connection. Rows appear with the first answer, details fill in
// behind, a few at a time, rows in sight first. Nothing is read before the first refresh(), from
// then on whenever the session gets ready. Answers of an older refresh are dropped; after a failure
// the last known rows stay.
class GroupList : public QObject {
    Q_OBJECT

public:
    GroupList(Session& session, const Clock& clock, QObject* parent = nullptr);
    ~GroupList() override;

    const QList<GroupRow>& rows() const { return m_rows; }
    const GroupRow* find(const QString& id) const;
    ListState state() const { return m_state; }
    const std::optional<Error>& error() const { return m_error; }
    // When the rows were last what the service said; invalid before the first answer.
    const QDateTime& asOf() const { return m_asOf; }

    void refresh();
    // These rows (by id) are in sight: their details are fetched first.
    void setVisibleRows(const QStringList& ids);
    // Fetches the details of one row again, before all others.
    void refreshDetails(const QString& id);
    // Its row is read again, whatever came of it.
    CallOf<void>* update(const QString& id, const GroupChange& change, QObject* owner);
    // Begins what the service goes on with after its answer (see GroupGrowth). The row is read
    // again.
    CallOf<void>* changeDevices(const QString& id, MemberChange change, const DeviceQuery& query,
                                QObject* owner);
    // A group that is already gone counts as removed. Conflict: a task uses it.
    CallOf<void>* remove(const QString& id, QObject* owner);

Q_SIGNALS:
    void rowsReset(); // other rows, other order
    void rowChanged(const QString& id);
    void stateChanged();

private:
    void clear();
    void setState(ListState state, std::optional<Error> error = {});
    void take(const QList<MulticastGroupSummary>& summaries);
    void fetchMore();
    void fetch(const QString& id, Urgency urgency);
    void takeDetails(const QString& id, const Result<MulticastGroup>& details);
    QString nextWanted();
    qsizetype indexOf(const QString& id) const;
    void dropRow(const QString& id);

    Session& m_session;
    const Clock& m_clock;
    QList<GroupRow> m_rows;
    QDateTime m_asOf;
    ListState m_state = ListState::Empty;
    std::optional<Error> m_error;
    std::unique_ptr<QObject> m_generation; // owns the calls of the present refresh
    QStringList m_wanted; // ids whose details are to be fetched, in order
    QSet<QString> m_visible;
    int m_underWay = 0; // of the details
    bool m_isWanted = false;
};

} // namespace fuotadesk
