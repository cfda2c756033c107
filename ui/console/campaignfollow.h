#pragma once

#include "campaign/taskwatch.h"
#include "console/output.h"

#include <QTimer>

namespace fuotadesk {

// Follows a task to the end of its session and says on the way what changed. A failure is said and
// outlasted, unless the task is gone.
class CampaignFollow : public QObject {
    Q_OBJECT

public:
    CampaignFollow(TaskWatch& watch, Output& output, QObject* parent);

    void start(const QString& taskId);
    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void ended();
    void lost(const fuotadesk::Error& error);

private:
    void takeState();
    void takeLook(TaskStatus status);
    void tell();

    TaskWatch& m_watch;
    Output& m_output;
    qsizetype m_told = 0; // of the history
    bool m_isRunning = false;
    bool m_hasFailed = false; // since the last answer
    QTimer m_again; // where the watch sees no reason to look again
};

} // namespace fuotadesk
