#pragma once

#include "fuota/fuotatask.h"

#include <QDateTime>
#include <QHash>
#include <QStringList>

namespace fuotadesk {

struct DeviceCounts {
    int open = 0;
    int successful = 0;
    int failed = 0;

    int total() const { return open + successful + failed; }
    friend bool operator==(const DeviceCounts&, const DeviceCounts&) = default;
};

// What a look at the task found, where it differs from the look before.
struct WatchPoint {
    QDateTime at; // UTC
    TaskStatus status = TaskStatus::Unknown;
    DeviceCounts counts;

    friend bool operator==(const WatchPoint&, const WatchPoint&) = default;
};

// What looks at tasks have found, the oldest first; in memory only, so it begins anew with the
// program. Of one task at most a thousand points: when there are more, every second one between the
// first and the last goes, so that what is long past becomes coarser and stays true. Of the tasks
// those that were looked at last.
class WatchHistory {
public:
    static constexpr qsizetype MostPoints = 1000;
    static constexpr qsizetype MostTasks = 20;

    // false: nothing has changed since the last point, and it is not kept.
    bool add(const QString& taskId, const WatchPoint& point);
    const QList<WatchPoint>& of(const QString& taskId) const;
    void clear();

private:
    QHash<QString, QList<WatchPoint>> m_points;
    QStringList m_tasks; // the one looked at last is the last
};

} // namespace fuotadesk
