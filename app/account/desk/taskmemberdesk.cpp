#include "account/desk/handlers.h"
#include "account/world.h"
#include "iotwireless/answermembers.h"
#include "iotwireless/operations.h"

namespace fuotadesk {

namespace {

constexpr auto Task = "FuotaTask";

ServiceError eitherOr(const QString& taskId)
{
    return conflict(Task, taskId,
                    QStringLiteral("A FUOTA task has either devices or multicast groups."));
}

// Whether an association that is there may be made again is not documented; here it may not, which
// is the harder of the two for a client.
ServiceError associatedAlready(const char* type, const QString& id)
{
    return conflict(type, id, QStringLiteral("The resource is associated already."));
}

Served<void> addDevice(World& world, const QJsonObject& params)
{
    const auto entry = world.tasks.pending(textOf(params, "Id"));
    if (!entry)
        return refused(entry.error());
    const auto device = world.deviceOfId(textOf(params, "WirelessDeviceId"));
    if (!device)
        return refused(device.error());
    HeldTask& task = **entry;
    if (!task.groups.empty())
        return refused(eitherOr(task.task.id));
    if (task.task.parameters.fragmentSizeBytes)
        return refused(validationError(
            QStringLiteral("FragmentSizeBytes is only supported with multicast groups")));
    if (!task.devices.insert(device->index).second)
        return refused(associatedAlready("WirelessDevice", device->id()));
    return {};
}

Served<void> removeDevice(World& world, const QJsonObject& params)
{
    const auto entry = world.tasks.pending(textOf(params, "Id"));
    if (!entry)
        return refused(entry.error());
    const QString id = textOf(params, "WirelessDeviceId");
    if ((*entry)->devices.erase(world.fleet.findId(id).value_or(-1)) == 0)
        return refused(notFound("WirelessDevice", id));
    return {};
}

Served<void> addGroup(World& world, const QJsonObject& params)
{
    const auto entry = world.tasks.pending(textOf(params, "Id"));
    if (!entry)
        return refused(entry.error());
    const auto serial = world.groups.find(textOf(params, "MulticastGroupId"));
    if (!serial)
        return refused(serial.error());
    HeldTask& task = **entry;
    const Group& group = world.groups.at(*serial);
    if (!task.devices.empty())
        return refused(eitherOr(task.task.id));
    if (task.task.parameters.rfRegion.value_or(group.rfRegion()) != group.rfRegion())
        return refused(validationError(
            QStringLiteral("The RfRegion of the multicast group differs from the task's")));
    if (world.tasks.runningWithGroup(*serial))
        return refused(conflict("MulticastGroup", group.id,
                                QStringLiteral("The multicast group is in another FUOTA task.")));
    if (!task.groups.insert(*serial).second)
        return refused(associatedAlready("MulticastGroup", group.id));
    return {};
}

Served<void> removeGroup(World& world, const QJsonObject& params)
{
    const auto entry = world.tasks.pending(textOf(params, "Id"));
    if (!entry)
        return refused(entry.error());
    const QString id = textOf(params, "MulticastGroupId");
    if ((*entry)->groups.erase(world.groups.find(id).value_or(-1)) == 0)
        return refused(notFound("MulticastGroup", id));
    return {};
}

Served<QJsonObject> listGroups(World& world, const QJsonObject& params)
{
    const QString id = textOf(params, "Id");
    const HeldTask* task = world.tasks.find(id);
    if (!task)
        return refused(notFound(Task, id));
    GroupBook::Groups groups;
    for (const qint64 serial : task->groups)
        groups.emplace(serial, world.groups.at(serial));
    return pageOf(groups, listRequestOf(params),
                  [](const Group& group) {
                      return QJsonObject{{QStringLiteral("Id"), group.id}};
                  })
        .map([](const auto& page) { return pageJson("MulticastGroupList", page); });
}

} // namespace

void addTaskMemberHandlers(World& world, Handlers& handlers)
{
    handlers[&associateWirelessDeviceWithFuotaTaskOperation()] =
        [&world](const QJsonObject& params) { return addDevice(world, params).map(noMembers); };
    handlers[&disassociateWirelessDeviceFromFuotaTaskOperation()] =
        [&world](const QJsonObject& params) { return removeDevice(world, params).map(noMembers); };
    handlers[&associateMulticastGroupWithFuotaTaskOperation()] =
        [&world](const QJsonObject& params) { return addGroup(world, params).map(noMembers); };
    handlers[&disassociateMulticastGroupFromFuotaTaskOperation()] =
        [&world](const QJsonObject& params) { return removeGroup(world, params).map(noMembers); };
    handlers[&listMulticastGroupsByFuotaTaskOperation()] = [&world](const QJsonObject& params) {
        return listGroups(world, params);
    };
}

} // namespace fuotadesk
