#pragma once

#include "base/clock.h"
#include "base/worker.h"
#include "store/activity.h"

#include <QDeadlineTimer>
#include <QHash>

#include <memory>

namespace fuotadesk {

class ActivityDatabase;
struct ActivityEnd;

// The journal of every change asked of the service (SQLite, as IntentJournal; several processes):
// the newest entries, at most so many. What comes while the disk writes stands in one write after
// it. When it can not be written the changes go on: error() says why, and it is tried again after a
// while. Errors: JournalUnavailable (code says why), FileTooNew.
class ActivityJournal final : public QObject, public ChangeRecorder {
    Q_OBJECT

public:
    static constexpr qint64 MostEntries = 100'000;

    ActivityJournal(const QString& folder, const Clock& clock, qint64 mostEntries = MostEntries);
    ~ActivityJournal() override;

    CallOf<qint64>* begin(const ChangeCall& call, QObject* owner) override;
    void end(qint64 number, const ChangeEnd& end) override;

    CallOf<ActivityExcerpt>* read(const ActivityQuery& query, QObject* owner);
    CallOf<QList<ActivityEntry>>* readEach(const QList<qint64>& numbers, QObject* owner);
    // Settles when all that was told before is on the disk, or can not be.
    CallOf<void>* flush(QObject* owner);
    // Unset while it can be written.
    const std::optional<Error>& error() const { return m_error; }

Q_SIGNALS:
    // Entries of this process, new ones and ones that have ended.
    void written(const QList<fuotadesk::ActivityEntry>& entries);
    void errorChanged();

private:
    struct Group;

    void write();
    void takeWritten(const Group& group, const Result<QList<qint64>>& numbers);
    void giveUpWaiting(const Error& error);
    void setError(const std::optional<Error>& error);
    CallOf<QList<qint64>>* writeGroup(const Group& group);

    const Clock& m_clock;
    std::unique_ptr<ActivityDatabase> m_database; // used on the worker's thread only
    QList<std::pair<ActivityEntry, QPointer<CallOf<qint64>>>> m_begun; // not written yet
    QList<ActivityEnd> m_ended; // likewise
    QList<QPointer<CallOf<void>>> m_flushes;
    QHash<qint64, ActivityEntry> m_open;
    std::optional<Error> m_error;
    QDeadlineTimer m_rest; // after a failure
    bool m_isWriting = false;
    Worker m_worker;
};

} // namespace fuotadesk
