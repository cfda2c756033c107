#pragma once

#include "base/result.h"
#include "desktop/noticebar.h"
#include "fuota/fuotatask.h"

namespace fuotadesk {

class TaskList;

// Deletes tasks after a question that names them and says what it means. Tells how it ended, once
// for all of them.
class TaskRemoval : public QObject {
    Q_OBJECT

public:
    explicit TaskRemoval(TaskList& tasks, QObject* parent = nullptr);

    void ask(const QList<FuotaTaskSummary>& tasks, QWidget* window);

Q_SIGNALS:
    void runningChanged(bool running);
    void ended(const fuotadesk::Notice& notice);

private:
    bool hasSession(const FuotaTaskSummary& task) const;
    QString consequence(bool isRunning) const;
    void remove(const QList<FuotaTaskSummary>& tasks);
    void take(const FuotaTaskSummary& task, const Result<void>& removed);
    void finish();

    TaskList& m_tasks;
    int m_underWay = 0;
    QStringList m_removed; // names
    std::optional<Notice> m_failure; // of the first that failed
};

} // namespace fuotadesk
