#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "fuota/fuotatask.h"
#include "sandbox/requestreader.h"

#include <map>

namespace fuotadesk {

// One page of ListFuotaTasks; nextToken is empty on the last one.
struct TaskPage {
    QList<FuotaTaskSummary> tasks;
    QByteArray nextToken;
};

// The tasks of the sandbox, in memory, in the order they were made. Deleting takes effect at once,
// and frees the task's ClientRequestToken. A page token stays good while tasks come and go. Not for
// several threads at once.
// https://docs.aws.amazon.com/iot-wireless/latest/apireference/API_CreateFuotaTask.html
class TaskBook {
public:
    TaskBook(QString region, const Clock& clock, RandomSource& random);

    // request is valid already. The same token with the same parameters gives the same task again.
    Served<CreatedTask> create(const TaskDraft& request);
    Served<FuotaTask> get(const QString& id) const;
    Served<TaskPage> list(const ListRequest& request) const;
    Served<void> remove(const QString& id);

private:
    struct Entry {
        FuotaTask task;
        TaskDraft request; // with token and tags
    };
    using Entries = std::map<qint64, Entry>; // by serial number

    Entries::const_iterator find(const QString& id) const;

    QString m_region;
    const Clock& m_clock;
    RandomSource& m_random;
    Entries m_entries;
    qint64 m_lastSerial = 0;
};

} // namespace fuotadesk
