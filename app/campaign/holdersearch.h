#pragma once

#include "campaign/tasklist.h"
#include "iotwireless/wirelessdevice.h"

#include <QPointer>

namespace fuotadesk {

// Which tasks hold a device that another one could not get: the service says that there is one, and
// not which. Looks through the devices and groups of each task in question, one after the other and
// behind everything else that is asked (100 000 devices are 400 requests). A task that is gone by
// then holds nothing; any other failure ends the search. Changing the connection cancels it.
class HolderSearch : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype MostTasks = 100;

    explicit HolderSearch(Session& session, QObject* parent = nullptr);
    ~HolderSearch() override;

    // The tasks that may hold it, all but the one in which it was found to be held. Those that run
    // or of which it is not known come first: whether one holds a device before its start or after
    // its end AWS does not say.
    static QList<FuotaTaskSummary> candidates(const QList<TaskRow>& rows,
                                              const QString& exceptTaskId);
    // Of more than MostTasks only the first are looked through.
    void start(const QString& deviceId, const QList<FuotaTaskSummary>& tasks);
    // What was found stays until the next start.
    void cancel();

    bool isRunning() const { return m_run != nullptr; }
    qsizetype looked() const { return m_looked; }
    qsizetype total() const { return m_tasks.size(); }
    qsizetype leftOut() const { return m_leftOut; }
    const QList<FuotaTaskSummary>& holders() const { return m_holders; }
    const std::optional<Error>& error() const { return m_error; }

Q_SIGNALS:
    void changed();

private:
    void lookAtNext();
    void lookThrough(const WirelessDeviceFilter& filter);
    void readGroups();
    void lookAtGroup();
    void finishTask(bool holds);
    void finish(std::optional<Error> error = {});
    static bool passesOver(const Error& error);

    Session& m_session;
    QString m_deviceId;
    QList<FuotaTaskSummary> m_tasks;
    QStringList m_groups; // of the present task, still to be looked through
    QList<FuotaTaskSummary> m_holders;
    std::optional<Error> m_error;
    qsizetype m_looked = 0;
    qsizetype m_leftOut = 0;
    std::unique_ptr<QObject> m_run; // owns the calls of the present search
    QPointer<Call> m_list;
};

} // namespace fuotadesk
