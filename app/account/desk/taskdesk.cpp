#include "account/desk/taskdesk.h"

#include "account/campaignstart.h"
#include "account/desk/handlers.h"
#include "account/world.h"
#include "fuota/taskjson.h"
#include "iotwireless/answermembers.h"
#include "iotwireless/operations.h"

namespace fuotadesk {

namespace {

QJsonObject taskDetails(const FuotaTask& task)
{
    QJsonObject details = taskJson(task.parameters);
    put(details, "Id", task.id);
    put(details, "Arn", task.arn);
    put(details, "Status", task.statusText);
    put(details, "CreatedAt", task.createdAt);
    QJsonObject radio = objectOf(details, "LoRaWAN");
    put(radio, "StartTime", task.startTime);
    put(details, "LoRaWAN", radio);
    return details;
}

QJsonObject summaryJson(const FuotaTaskSummary& task)
{
    QJsonObject item;
    put(item, "Id", task.id);
    put(item, "Arn", task.arn);
    put(item, "Name", task.name);
    return item;
}

Served<QJsonObject> createTask(World& world, const QJsonObject& params)
{
    const auto draft = draftOf(params);
    if (!draft)
        return refused(draft.error());
    const std::size_t before = world.tasks.all().size();
    const auto task = world.tasks.create(*draft);
    if (!task)
        return refused(task.error());
    // not again for the same token; there are no more than it takes, by the shape
    if (world.tasks.all().size() > before)
        static_cast<void>(world.tags.add(task->arn, draft->tags));
    return QJsonObject{{QStringLiteral("Arn"), task->arn}, {QStringLiteral("Id"), task->id}};
}

Served<QJsonObject> listTasks(const World& world, const QJsonObject& params)
{
    return world.tasks.list(listRequestOf(params)).map([](const Page<FuotaTaskSummary>& page) {
        Page<QJsonObject> items{{}, page.nextToken};
        for (const FuotaTaskSummary& task : page.items)
            items.items.append(summaryJson(task));
        return pageJson("FuotaTaskList", items);
    });
}

// What is sent goes in the place of what was; what is not stays.
TaskDraft merged(const TaskDraft& current, const QJsonObject& params)
{
    QJsonObject all = taskJson(current);
    QJsonObject lorawan = objectOf(all, "LoRaWAN");
    put(lorawan, "RfRegion", textOf(objectOf(params, "LoRaWAN"), "RfRegion"));
    for (auto it = params.begin(); it != params.end(); ++it)
        all.insert(it.key(), it.value());
    put(all, "LoRaWAN", lorawan);
    return taskFromJson(all).task;
}

// Why the recipients of a task do not go with a change of it.
std::optional<ServiceError> misfit(const World& world, const HeldTask& entry,
                                   const TaskDraft& changed)
{
    if (changed.fragmentSizeBytes && !entry.devices.empty())
        return validationError(
            QStringLiteral("FragmentSizeBytes is only supported with multicast groups"));
    for (const qint64 serial : entry.groups)
        if (changed.rfRegion && *changed.rfRegion != world.groups.at(serial).rfRegion())
            return validationError(
                QStringLiteral("The RfRegion of a multicast group differs from the task's"));
    return {};
}

Served<void> updateTask(World& world, const QJsonObject& params)
{
    const auto entry = world.tasks.pending(textOf(params, "Id"));
    if (!entry)
        return refused(entry.error());
    const TaskDraft changed = merged((*entry)->task.parameters, params);
    if (const auto refusal = misfit(world, **entry, changed))
        return refused(*refusal);
    (*entry)->task.parameters = changed;
    return {};
}

// The tags of a task that takes its time to go are told until it is gone.
Served<void> removeTask(World& world, const QString& id)
{
    const auto task = world.tasks.get(id);
    auto removed = world.tasks.remove(id);
    if (task && !world.tasks.find(id))
        world.tags.forget(task->arn);
    return removed;
}

Served<void> startTask(World& world, const QJsonObject& params)
{
    const auto entry = world.tasks.pending(textOf(params, "Id"));
    if (!entry)
        return refused(entry.error());
    return startCampaign(world, **entry, timeOf(objectOf(params, "LoRaWAN"), "StartTime"));
}

} // namespace

Served<TaskDraft> draftOf(const QJsonObject& params)
{
    const TaskDraft draft = taskFromJson(params).task;
    if (const auto refusal = repeatedKey(draft.tags))
        return refused(*refusal);
    return draft;
}

void addTaskHandlers(World& world, Handlers& handlers)
{
    handlers[&createFuotaTaskOperation()] = [&world](const QJsonObject& params) {
        return createTask(world, params);
    };
    handlers[&getFuotaTaskOperation()] = [&world](const QJsonObject& params) {
        return world.tasks.get(textOf(params, "Id")).map(taskDetails);
    };
    handlers[&listFuotaTasksOperation()] = [&world](const QJsonObject& params) {
        return listTasks(world, params);
    };
    handlers[&deleteFuotaTaskOperation()] = [&world](const QJsonObject& params) {
        return removeTask(world, textOf(params, "Id")).map(noMembers);
    };
    handlers[&updateFuotaTaskOperation()] = [&world](const QJsonObject& params) {
        return updateTask(world, params).map(noMembers);
    };
    handlers[&startFuotaTaskOperation()] = [&world](const QJsonObject& params) {
        return startTask(world, params).map(noMembers);
    };
}

} // namespace fuotadesk
