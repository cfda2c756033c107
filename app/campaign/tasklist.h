#pragma once

#include "base/call.h"
#include "fuota/fuotatask.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QSet>

#include <deque>
#include <optional>

namespace fuotadesk {

class Clock;
class Session;

// One row: what the list call gave and, once they came, the details or why they did not.
struct TaskRow {
    FuotaTaskSummary summary;
    std::optional<FuotaTask> details;
    std::optional<Error> detailsError;

    friend bool operator==(const TaskRow&, const TaskRow&) = default;
};

enum class ListState { Empty, Loading, Ready, Failed };

// The tasks of the active connection. Rows appear with the first answer, details fill in behind, a few at a time and
// within the quota, asked-for rows first. Answers of an older refresh are dropped. After a failure the last
// known rows stay.
class TaskList : public QObject {
    Q_OBJECT

public:
    TaskList(Session& session, const Clock& clock, QObject* parent = nullptr);

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
    CallOf<void>* remove(const QString& id, QObject* owner);

Q_SIGNALS:
    void rowsReset(); // other rows, other order
    void rowChanged(const QString& id);
    void stateChanged();

private:
    void clear();
    void setState(ListState state, std::optional<Error> error = {});
    void take(const QList<FuotaTaskSummary>& summaries);
    void fetchMore();
    void fetch(const QString& id);
    void takeDetails(const QString& id, const Result<FuotaTask>& details);
    QString nextWanted();

    Session& m_session;
    const Clock& m_clock;
    QList<TaskRow> m_rows;
    QDateTime m_asOf;
    ListState m_state = ListState::Empty;
    std::optional<Error> m_error;
    QObject* m_generation = nullptr; // owns the calls of the present refresh
    QStringList m_wanted;
    QSet<QString> m_visible;
    int m_underWay = 0;
};

} // namespace fuotadesk
