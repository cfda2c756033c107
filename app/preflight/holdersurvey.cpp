#include "preflight/holdersurvey.h"

#include "campaign/holdersearch.h"
#include "iotwireless/servicestack.h"
#include "iotwireless/wirelessdeviceclient.h"

#include <algorithm>

namespace fuotadesk {

namespace {

bool isOver(const TaskRow& row)
{
    const TaskStatus status = row.details ? row.details->status : TaskStatus::Unknown;
    return status == TaskStatus::Done || status == TaskStatus::DeleteWaiting;
}

bool isInSession(const TaskRow& row)
{
    const TaskStatus status = row.details ? row.details->status : TaskStatus::Unknown;
    return status == TaskStatus::InSession || status == TaskStatus::SessionWaiting;
}

} // namespace

HolderSurvey::HolderSurvey(std::shared_ptr<ServiceStack> stack, QObject* parent)
    : QObject(parent),
      m_stack(std::move(stack))
{
    connect(&m_queue, &AskingQueue::progressed, this, &HolderSurvey::progressed);
    connect(&m_queue, &AskingQueue::ended, this, &HolderSurvey::ended);
}

void HolderSurvey::start(const QSet<QString>& devices, const QSet<QString>& groups)
{
    m_devices = devices;
    m_groups = groups;
    m_queue.add([this] {
        m_stack->fuotaTasks(Urgency::InSight)
            .list(this)
            ->then(this, [this](const Result<QList<FuotaTaskSummary>>& tasks) {
                takeTasks(tasks);
                m_queue.settled();
            });
    });
    m_queue.start();
}

HolderAnswers HolderSurvey::answers() const
{
    HolderAnswers answers;
    answers.leftOut = m_leftOut;
    answers.error = m_error;
    answers.action = m_action;
    for (const TaskRow& row : m_tasks)
        if (const auto held = m_held.constFind(row.summary.id); held != m_held.constEnd())
            answers.holders.append({row.summary.nameOrId(), isInSession(row), held->size()});
    return answers;
}

void HolderSurvey::takeFailure(const Error& error, const char* action)
{
    if (m_error || error.kind == ErrorKind::NotFound) // a task that is gone holds nothing
        return;
    m_error = error;
    m_action = action;
}

void HolderSurvey::takeTasks(const Result<QList<FuotaTaskSummary>>& tasks)
{
    if (!tasks) {
        takeFailure(tasks.error(), "iotwireless:ListFuotaTasks");
        return;
    }
    for (const FuotaTaskSummary& each : *tasks) {
        const qsizetype index = m_tasks.size();
        m_tasks.append({each, {}, {}});
        m_queue.add([this, index] { askDetails(index); });
    }
    m_detailsLeft = m_tasks.size();
}

// A task of which the status can not be read may hold something as well as any other.
void HolderSurvey::askDetails(qsizetype index)
{
    if (m_detailsGate.closed()) {
        takeDetails(index, failure(*m_detailsGate.closed()));
        return;
    }
    m_stack->fuotaTasks(Urgency::InSight)
        .get(m_tasks.at(index).summary.id, this)
        ->then(this, [this, index](const Result<FuotaTask>& task) {
            m_detailsGate.heard(task);
            takeDetails(index, task);
        });
}

void HolderSurvey::takeDetails(qsizetype index, const Result<FuotaTask>& task)
{
    if (task)
        m_tasks[index].details = *task;
    else
        m_tasks[index].detailsError = task.error();
    if (--m_detailsLeft == 0)
        lookThroughSome();
    m_queue.settled();
}

void HolderSurvey::lookThroughSome()
{
    QList<TaskRow> rows = m_tasks;
    rows.removeIf(isOver);
    const QList<FuotaTaskSummary> all = HolderSearch::candidates(rows, {});
    const qsizetype some = std::min(all.size(), HolderSearch::MostTasks);
    m_leftOut = all.size() - some;
    for (const FuotaTaskSummary& each : all.first(some)) {
        m_queue.add([this, id = each.id] { askDevices(id); });
        m_queue.add([this, id = each.id] { askGroups(id); });
    }
}

void HolderSurvey::askDevices(const QString& taskId)
{
    if (m_devices.isEmpty() || m_devicesGate.closed()) {
        m_queue.settled();
        return;
    }
    WirelessDeviceFilter filter;
    filter.fuotaTaskId = taskId;
    m_stack->wirelessDevices(Urgency::InSight)
        .list(filter, this)
        ->then(this,
               [this, taskId](const Devices& devices) { takeDevices(taskId, devices, false); });
}

void HolderSurvey::askGroups(const QString& taskId)
{
    if (m_groupsGate.closed()) {
        m_queue.settled();
        return;
    }
    m_stack->fuotaTasks(Urgency::InSight)
        .listGroups(taskId, this)
        ->then(this,
               [this, taskId](const Result<QStringList>& groups) { takeGroups(taskId, groups); });
}

void HolderSurvey::takeGroups(const QString& taskId, const Result<QStringList>& groups)
{
    m_groupsGate.heard(groups);
    if (!groups)
        takeFailure(groups.error(), "iotwireless:ListMulticastGroupsByFuotaTask");
    for (const QString& each : groups.value_or(QStringList())) {
        if (m_groups.contains(each))
            m_held[taskId].insert(each);
        else if (!m_devices.isEmpty())
            m_queue.add([this, taskId, each] { askGroupDevices(taskId, each); });
    }
    m_queue.settled();
}

void HolderSurvey::askGroupDevices(const QString& taskId, const QString& groupId)
{
    if (m_devicesGate.closed()) {
        m_queue.settled();
        return;
    }
    WirelessDeviceFilter filter;
    filter.multicastGroupId = groupId;
    m_stack->wirelessDevices(Urgency::InSight)
        .list(filter, this)
        ->then(this,
               [this, taskId](const Devices& devices) { takeDevices(taskId, devices, true); });
}

// A device that is itself said to be in conflict is not held by this task. Of the devices of a
// group it is not told.
void HolderSurvey::takeDevices(const QString& taskId, const Devices& devices, bool areOfGroup)
{
    m_devicesGate.heard(devices);
    if (!devices)
        takeFailure(devices.error(), "iotwireless:ListWirelessDevices");
    for (const WirelessDeviceSummary& each : devices.value_or(QList<WirelessDeviceSummary>()))
        if (m_devices.contains(each.id)
            && (areOfGroup || each.fuotaStatus != FuotaDeviceStatus::DeviceInConflictingTask))
            m_held[taskId].insert(each.id);
    m_queue.settled();
}

} // namespace fuotadesk
