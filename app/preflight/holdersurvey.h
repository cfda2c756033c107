#pragma once

#include "campaign/tasklist.h"
#include "preflight/askingqueue.h"
#include "preflight/errorgate.h"
#include "preflight/recipientchecks.h"

#include <QHash>

namespace fuotadesk {

class ServiceStack;

// Which other tasks have any of the recipients: those that are over are passed by, the others are
// looked through, their groups too. Of more than HolderSearch::MostTasks only the first are.
class HolderSurvey : public QObject {
    Q_OBJECT

public:
    HolderSurvey(std::shared_ptr<ServiceStack> stack, QObject* parent);

    void start(const QSet<QString>& devices, const QSet<QString>& groups);
    HolderAnswers answers() const;
    qsizetype count() const { return m_queue.count(); }
    qsizetype doneCount() const { return m_queue.doneCount(); }

Q_SIGNALS:
    void progressed();
    void ended();

private:
    using Devices = Result<QList<WirelessDeviceSummary>>;

    void takeTasks(const Result<QList<FuotaTaskSummary>>& tasks);
    void askDetails(qsizetype index);
    void takeDetails(qsizetype index, const Result<FuotaTask>& task);
    void lookThroughSome();
    void askDevices(const QString& taskId);
    void askGroups(const QString& taskId);
    void askGroupDevices(const QString& taskId, const QString& groupId);
    void takeDevices(const QString& taskId, const Devices& devices, bool areOfGroup);
    void takeGroups(const QString& taskId, const Result<QStringList>& groups);
    void takeFailure(const Error& error, const char* action);

    std::shared_ptr<ServiceStack> m_stack;
    AskingQueue m_queue;
    ErrorGate m_detailsGate;
    ErrorGate m_groupsGate;
    ErrorGate m_devicesGate;
    QSet<QString> m_devices;
    QSet<QString> m_groups;
    QList<TaskRow> m_tasks;
    qsizetype m_detailsLeft = 0;
    qsizetype m_leftOut = 0;
    QHash<QString, QSet<QString>> m_held; // recipients, by task
    std::optional<Error> m_error;
    const char* m_action = "";
};

} // namespace fuotadesk
