#pragma once

#include "base/result.h"
#include "desktop/noticebar.h"
#include "fuota/fuotatask.h"

namespace fuotadesk {

class Clock;
class TaskList;

// Starts tasks after asking when, all at the same time, and tells how that ended, once for all of
// them.
class TaskStart : public QObject {
    Q_OBJECT

public:
    TaskStart(TaskList& tasks, const Clock& clock, QObject* parent = nullptr);

    void ask(const QList<FuotaTaskSummary>& tasks, QWidget* window);

Q_SIGNALS:
    void runningChanged(bool running);
    void ended(const fuotadesk::Notice& notice);

private:
    void start(const QList<FuotaTaskSummary>& tasks, const QDateTime& startTime);
    void take(const FuotaTaskSummary& task, const Result<void>& started);
    void finish();

    TaskList& m_tasks;
    const Clock& m_clock;
    QDateTime m_startTime;
    int m_underWay = 0;
    QStringList m_started; // names
    std::optional<Notice> m_failure; // of the first that failed
};

} // namespace fuotadesk
