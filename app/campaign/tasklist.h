#pragma once

#include "base/call.h"
#include "fuota/fuotatask.h"

#include <QList>
#include <QSet>
#include <QTimer>

#include <memory>

namespace fuotadesk {

class Clock;
class Session;
struct TaskChange;

// One row: what the list call gave and, once they came, the details or why they did not.
struct TaskRow {
    FuotaTaskSummary summary;
    std::optional<FuotaTask> details;
    std::optional<Error> detailsError;

    friend bool operator==(const TaskRow&, const TaskRow&) = default;
};

enum class ListState { Empty, Loading, Ready, Failed };

// The tasks of the active connection. Rows appear with the first answer (the first reading shows
// each page as it comes, a later one replaces them when it is complete), details fill in behind, a
// few at a time and within the service's 10 calls per second, rows in sight first; what is done for
// good is not asked again. Answers of an older refresh are dropped. After a failure the last known
// rows stay.
class TaskList : public QObject {
    Q_OBJECT

public:
    TaskList(Session& session, const Clock& clock, QObject* parent = nullptr);
    ~TaskList() override;

    const QList<TaskRow>& rows() const { return m_rows; }
    const TaskRow* find(const QString& id) const;
    ListState state() const { return m_state; }
    const std::optional<Error>& error() const { return m_error; }
    // When the rows were last what the service said; invalid before the first answer.
    const QDateTime& asOf() const { return m_asOf; }

    void refresh();
    // These rows (by id) are in sight: their details are fetched first.
    void setVisibleRows(const QStringList& ids);
    // Fetches the details of one row again, before all others.
    void refreshDetails(const QString& id);
    // Somebody else has read these details just now.
    void takeDetails(const FuotaTask& details);
    // Has its session begin at startTime (see fuota/starttime.h); from then on nothing of it can be
    // changed. Its row is read again, whatever came of it.
    CallOf<void>* start(const QString& id, const QDateTime& startTime, QObject* owner);
    // Only while it is Pending. Its row is read again, whatever came of it.
    CallOf<void>* update(const QString& id, const TaskChange& change, QObject* owner);
    // A task that is already gone counts as removed.
    CallOf<void>* remove(const QString& id, QObject* owner);

Q_SIGNALS:
    void rowsReset(); // other rows, other order
    void rowChanged(const QString& id);
    void stateChanged();

private:
    void clear();
    void setState(ListState state, std::optional<Error> error = {});
    void show(const QList<FuotaTaskSummary>& page);
    void take(const QList<FuotaTaskSummary>& summaries);
    void fetchNext();
    void takeDetails(const QString& id, const Result<FuotaTask>& details);
    QString nextWanted();
    qsizetype indexOf(const QString& id) const;
    void dropRow(const QString& id);

    Session& m_session;
    const Clock& m_clock;
    QList<TaskRow> m_rows;
    QDateTime m_asOf;
    ListState m_state = ListState::Empty;
    std::optional<Error> m_error;
    std::unique_ptr<QObject> m_generation; // owns the calls of the present refresh
    QStringList m_wanted; // ids whose details are to be fetched, in order
    QSet<QString> m_visible;
    QTimer m_pace;
};

} // namespace fuotadesk
