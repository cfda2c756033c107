#include "iotwireless/fuotataskclient.h"

#include "fuota/taskjson.h"
#include "iotwireless/answermembers.h"
#include "iotwireless/membership.h"
#include "iotwireless/operations.h"
#include "iotwireless/readback.h"

namespace fuotadesk {

namespace {

CreatedTask createdTaskFrom(const QJsonObject& members)
{
    return {textOf(members, "Id"), textOf(members, "Arn")};
}

FuotaTask taskFrom(const QJsonObject& members)
{
    FuotaTask task;
    task.id = textOf(members, "Id");
    task.arn = textOf(members, "Arn");
    task.statusText = textOf(members, "Status");
    task.status = taskStatusFromText(task.statusText);
    task.parameters = taskFromJson(members).task;
    task.createdAt = timeOf(members, "CreatedAt");
    task.startTime = timeOf(objectOf(members, "LoRaWAN"), "StartTime");
    return task;
}

std::optional<FuotaTaskSummary> summaryFrom(const QJsonObject& item)
{
    if (textOf(item, "Id").isEmpty())
        return {};
    return FuotaTaskSummary{textOf(item, "Id"), textOf(item, "Arn"), textOf(item, "Name")};
}

QJsonObject idParams(const QString& id)
{
    return {{QStringLiteral("Id"), id}};
}

QJsonObject deviceParams(const QString& id, const QString& deviceId)
{
    QJsonObject params = idParams(id);
    put(params, "WirelessDeviceId", deviceId);
    return params;
}

QJsonObject groupParams(const QString& id, const QString& groupId)
{
    QJsonObject params = idParams(id);
    put(params, "MulticastGroupId", groupId);
    return params;
}

// A status nobody knows yet is one that comes after Pending; a task that goes away has not started.
bool hasStarted(const FuotaTask& task)
{
    return task.status != TaskStatus::Pending && task.status != TaskStatus::DeleteWaiting;
}

} // namespace

FuotaTaskClient::FuotaTaskClient(Transport& transport, const QUrl& endpoint)
    : m_service(transport, endpoint)
{
}

CallOf<CreatedTask>* FuotaTaskClient::create(const TaskDraft& task, QObject* owner)
{
    if (task.clientRequestToken.value_or(QString()).isEmpty())
        return settledCall<CreatedTask>(
            owner, failure(ErrorKind::InputInvalid, QStringLiteral("ClientRequestToken")));
    return m_service.perform<CreatedTask>(createFuotaTaskOperation(), taskJson(task), owner,
                                          createdTaskFrom);
}

CallOf<FuotaTask>* FuotaTaskClient::get(const QString& id, QObject* owner)
{
    return m_service.perform<FuotaTask>(getFuotaTaskOperation(), idParams(id), owner, taskFrom);
}

CallOf<QList<FuotaTaskSummary>>* FuotaTaskClient::list(QObject* owner,
                                                       OnPage<FuotaTaskSummary> onPage)
{
    return listPages<FuotaTaskSummary>(m_service, {listFuotaTasksOperation(), "FuotaTaskList", {}},
                                       owner, summaryFrom, std::move(onPage));
}

CallOf<void>* FuotaTaskClient::update(const QString& id, const TaskChange& change, QObject* owner)
{
    TaskDraft changed = change.changed;
    changed.clientRequestToken.reset();
    changed.tags.clear();
    QJsonObject params = taskJson(changed);
    params.insert(QStringLiteral("Id"), id);
    return m_service.carryOut(updateFuotaTaskOperation(), params, owner);
}

CallOf<void>* FuotaTaskClient::remove(const QString& id, QObject* owner)
{
    return m_service.carryOut(deleteFuotaTaskOperation(), idParams(id), owner,
                              AfterUnsure::GoneIsDone);
}

CallOf<void>* FuotaTaskClient::start(const QString& id, const QDateTime& startTime, QObject* owner)
{
    QJsonObject params = idParams(id);
    QJsonObject lorawan;
    put(lorawan, "StartTime", startTime);
    put(params, "LoRaWAN", lorawan);
    const auto attempt = [this, params](QObject* call) {
        return m_service.carryOut(startFuotaTaskOperation(), params, call);
    };
    const auto isDone = [this, id](QObject* call) {
        auto* looked = new CallOf<bool>(call);
        forward(get(id, looked), looked,
                [](const Result<FuotaTask>& task) { return task.map(hasStarted); });
        return looked;
    };
    return withReadBack(m_service, owner, attempt, isDone);
}

CallOf<void>* FuotaTaskClient::associateDevice(const QString& id, const QString& deviceId,
                                               QObject* owner)
{
    const auto attempt = [this, params = deviceParams(id, deviceId)](QObject* call) {
        return m_service.carryOut(associateWirelessDeviceWithFuotaTaskOperation(), params, call);
    };
    const auto isDone = [this, id, deviceId](QObject* call) {
        return lists(m_service, devicesOf("FuotaTaskId", id), deviceId, call);
    };
    return withReadBack(m_service, owner, attempt, isDone);
}

CallOf<void>* FuotaTaskClient::disassociateDevice(const QString& id, const QString& deviceId,
                                                  QObject* owner)
{
    return m_service.carryOut(disassociateWirelessDeviceFromFuotaTaskOperation(),
                              deviceParams(id, deviceId), owner, AfterUnsure::GoneIsDone);
}

CallOf<void>* FuotaTaskClient::associateGroup(const QString& id, const QString& groupId,
                                              QObject* owner)
{
    const auto attempt = [this, params = groupParams(id, groupId)](QObject* call) {
        return m_service.carryOut(associateMulticastGroupWithFuotaTaskOperation(), params, call);
    };
    const auto isDone = [this, id, groupId](QObject* call) {
        return lists(m_service, groupsOf(id), groupId, call);
    };
    return withReadBack(m_service, owner, attempt, isDone);
}

CallOf<void>* FuotaTaskClient::disassociateGroup(const QString& id, const QString& groupId,
                                                 QObject* owner)
{
    return m_service.carryOut(disassociateMulticastGroupFromFuotaTaskOperation(),
                              groupParams(id, groupId), owner, AfterUnsure::GoneIsDone);
}

CallOf<QStringList>* FuotaTaskClient::listGroups(const QString& id, QObject* owner)
{
    return listIds(m_service, groupsOf(id), owner);
}

} // namespace fuotadesk
