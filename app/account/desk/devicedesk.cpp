#include "account/desk/handlers.h"
#include "account/devicejson.h"
#include "account/multicast.h"
#include "account/world.h"
#include "iotwireless/answermembers.h"
#include "iotwireless/operations.h"

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr auto Type = "WirelessDevice";

// Whom ListWirelessDevices is to tell; the filters narrow together.
struct Filter {
    QString taskId;
    QString groupId;
    QString deviceProfileId;
    const HeldTask* task = nullptr;
    std::optional<qint64> group;
    bool takesNobody = false;
};

// A task or a group that does not exist has no devices: the operation knows no "not found".
Filter filterOf(World& world, const QJsonObject& params)
{
    Filter filter;
    filter.taskId = textOf(params, "FuotaTaskId");
    filter.groupId = textOf(params, "MulticastGroupId");
    filter.deviceProfileId = textOf(params, "DeviceProfileId");
    filter.task = world.tasks.find(filter.taskId);
    if (const auto serial = world.groups.find(filter.groupId))
        filter.group = *serial;
    const auto differs = [&](const char* name, const QString& ours) {
        const QString wanted = textOf(params, name);
        return !wanted.isEmpty() && wanted != ours;
    };
    filter.takesNobody = (!filter.taskId.isEmpty() && !filter.task)
        || (!filter.groupId.isEmpty() && !filter.group)
        || differs("DestinationName", destinationName())
        || differs("ServiceProfileId", ProfileBook::serviceProfileId())
        || differs("WirelessDeviceType", QStringLiteral("LoRaWAN"));
    return filter;
}

bool isMember(const World& world, qint64 serial, int index)
{
    const auto& members = world.groups.at(serial).members;
    const auto member = members.find(index);
    return member != members.end() && member->second <= world.now();
}

// How far a device is in a task; unset when it is not in it. Whether the members of a task's groups
// are listed is not documented; here they are.
std::optional<FuotaDeviceStatus> statusIn(const World& world, const HeldTask& task, int index)
{
    if (task.run) {
        if (!task.run->participants().contains(index))
            return {};
        return task.run->deviceStatusAt(DeviceFleet::at(index), world.now());
    }
    bool isIn = task.devices.contains(index);
    for (const qint64 serial : task.groups)
        isIn = isIn || isMember(world, serial, index);
    return isIn ? std::optional(FuotaDeviceStatus::Initial) : std::nullopt;
}

bool isIn(const World& world, const HeldTask& task, int index)
{
    if (task.run)
        return task.run->participants().contains(index);
    return statusIn(world, task, index).has_value();
}

bool takes(const World& world, const Filter& filter, int index)
{
    return (!filter.task || isIn(world, *filter.task, index))
        && (!filter.group || isMember(world, *filter.group, index))
        && (filter.deviceProfileId.isEmpty()
            || ProfileBook::profileIdOf(DeviceFleet::at(index)) == filter.deviceProfileId);
}

QJsonObject rowOf(const World& world, const Filter& filter, int index)
{
    const FleetDevice device = DeviceFleet::at(index);
    QJsonObject row = deviceRow(device, world.region, world.clock.now());
    if (filter.task)
        if (const auto status = statusIn(world, *filter.task, index))
            put(row, "FuotaDeviceStatus", fuotaDeviceStatusText(*status));
    if (filter.group) {
        put(row, "MulticastDeviceStatus", memberStatus(world, *filter.group, device));
        row.insert(QStringLiteral("McGroupId"), groupIndex(*filter.group));
    }
    return row;
}

Served<QJsonObject> listDevices(World& world, const QJsonObject& params)
{
    const ListRequest request = listRequestOf(params);
    const auto before = keyBeforePage(request.nextToken);
    if (!before)
        return refused(before.error());
    const Filter filter = filterOf(world, params);
    Page<QJsonObject> page;
    const qint64 end = filter.takesNobody ? 0 : world.fleet.size();
    for (qint64 index = std::max<qint64>(0, *before + (*before < end ? 1 : 0)); index < end;
         ++index) {
        if (!takes(world, filter, int(index)))
            continue;
        if (page.items.size() == request.maxResults)
            return pageJson("WirelessDeviceList", page);
        page.items.append(rowOf(world, filter, int(index)));
        page.nextToken = pageToken(index);
    }
    page.nextToken.clear();
    return pageJson("WirelessDeviceList", page);
}

Served<FleetDevice> deviceOf(const World& world, const QString& identifier, const QString& kind)
{
    std::optional<int> index;
    if (kind == u"WirelessDeviceId")
        index = world.fleet.findId(identifier);
    else if (kind == u"DevEui")
        index = world.fleet.findDevEui(identifier);
    else if (kind == u"ThingName")
        index = world.fleet.findThing(identifier);
    if (!index)
        return refused(notFound(Type, identifier));
    return DeviceFleet::at(*index);
}

Served<QJsonObject> listMessages(const World& world, const QJsonObject& params)
{
    const auto device = world.deviceOfId(textOf(params, "Id"));
    if (!device)
        return refused(device.error());
    return world.surroundings.queues.list(device->index, listRequestOf(params))
        .map([](const auto& page) { return pageJson("DownlinkQueueMessagesList", page); });
}

Served<void> deleteMessages(World& world, const QJsonObject& params)
{
    const auto device = world.deviceOfId(textOf(params, "Id"));
    if (!device)
        return refused(device.error());
    return world.surroundings.queues.remove(device->index, textOf(params, "MessageId"));
}

} // namespace

void addDeviceHandlers(World& world, Handlers& handlers)
{
    handlers[&listWirelessDevicesOperation()] = [&world](const QJsonObject& params) {
        return listDevices(world, params);
    };
    handlers[&getWirelessDeviceOperation()] = [&world](const QJsonObject& params) {
        return deviceOf(world, textOf(params, "Identifier"), textOf(params, "IdentifierType"))
            .map([&](const FleetDevice& device) { return deviceDetails(device, world.region); });
    };
    handlers[&getWirelessDeviceStatisticsOperation()] = [&world](const QJsonObject& params) {
        return world.deviceOfId(textOf(params, "WirelessDeviceId"))
            .map([&](const FleetDevice& device) {
                return deviceStatistics(device, world.clock.now());
            });
    };
    handlers[&listQueuedMessagesOperation()] = [&world](const QJsonObject& params) {
        return listMessages(world, params);
    };
    handlers[&deleteQueuedMessagesOperation()] = [&world](const QJsonObject& params) {
        return deleteMessages(world, params).map(noMembers);
    };
}

} // namespace fuotadesk
