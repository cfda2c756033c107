#include "account/bulkquery.h"
#include "account/desk/handlers.h"
#include "account/devicejson.h"
#include "account/multicast.h"
#include "account/world.h"
#include "iotwireless/answermembers.h"
#include "iotwireless/operations.h"
#include "iotwireless/tagjson.h"

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr qint64 BulkMsPerDevice = 100; // simulated, one after the other

// The group of a request, which must be Pending to be changed.
Served<qint64> pendingGroup(const World& world, const QJsonObject& params)
{
    const QString id = textOf(params, "Id");
    auto serial = world.groups.find(id);
    if (serial && !isPending(world, *serial))
        return refused(conflict("MulticastGroup", id,
                                QStringLiteral("The multicast group is not in status Pending.")));
    return serial;
}

Served<void> addMember(World& world, const QJsonObject& params)
{
    const auto serial = pendingGroup(world, params);
    if (!serial)
        return refused(serial.error());
    const auto device = world.deviceOfId(textOf(params, "WirelessDeviceId"));
    if (!device)
        return refused(device.error());
    if (!world.groups.at(*serial).members.emplace(device->index, world.now()).second)
        return refused(conflict("WirelessDevice", device->id(),
                                QStringLiteral("The device is in the multicast group already.")));
    return {};
}

// A task that runs keeps the devices it started with.
Served<void> removeMember(World& world, const QJsonObject& params)
{
    const auto serial = world.groups.find(textOf(params, "Id"));
    if (!serial)
        return refused(serial.error());
    const QString id = textOf(params, "WirelessDeviceId");
    if (world.groups.at(*serial).members.erase(world.fleet.findId(id).value_or(-1)) == 0)
        return refused(notFound("WirelessDevice", id));
    return {};
}

bool hasTags(const World& world, const FleetDevice& device, const QList<Tag>& wanted)
{
    if (wanted.isEmpty())
        return true;
    const QList<Tag> tags = world.tags.tagsOf(deviceArn(device, world.region), device.tags());
    return std::ranges::all_of(wanted, [&](const Tag& tag) { return tags.contains(tag); });
}

// The devices a bulk operation is about: those that the query takes and that have every tag.
Served<QList<int>> chosen(const World& world, const QJsonObject& params)
{
    const QString text = textOf(params, "QueryString");
    const QList<Tag> tags = tagsOf(params);
    if (text.isEmpty() && tags.isEmpty())
        return refused(validationError(QStringLiteral("QueryString or Tags must be given")));
    const auto query = BulkQuery::parse(text);
    if (!query)
        return refused(query.error());
    QList<int> devices;
    for (int index = 0; index < world.fleet.size(); ++index) {
        const FleetDevice device = DeviceFleet::at(index);
        if (query->takes(device) && hasTags(world, device, tags))
            devices.append(index);
    }
    return devices;
}

// The bulk operations know no conflict.
Served<qint64> bulkGroup(const World& world, const QJsonObject& params)
{
    auto serial = pendingGroup(world, params);
    if (!serial && serial.error().status == 409)
        return refused(validationError(serial.error().message));
    return serial;
}

Served<void> addMany(World& world, const QJsonObject& params)
{
    const auto serial = bulkGroup(world, params);
    if (!serial)
        return refused(serial.error());
    const auto devices = chosen(world, params);
    if (!devices)
        return refused(devices.error());
    auto& members = world.groups.at(*serial).members;
    qint64 joins = world.now();
    for (const int device : *devices)
        if (members.emplace(device, joins + BulkMsPerDevice).second)
            joins += BulkMsPerDevice;
    return {};
}

Served<void> removeMany(World& world, const QJsonObject& params)
{
    const auto serial = bulkGroup(world, params);
    if (!serial)
        return refused(serial.error());
    const auto devices = chosen(world, params);
    if (!devices)
        return refused(devices.error());
    for (const int device : *devices)
        world.groups.at(*serial).members.erase(device);
    return {};
}

} // namespace

void addGroupMemberHandlers(World& world, Handlers& handlers)
{
    handlers[&associateWirelessDeviceWithMulticastGroupOperation()] =
        [&world](const QJsonObject& params) { return addMember(world, params).map(noMembers); };
    handlers[&disassociateWirelessDeviceFromMulticastGroupOperation()] =
        [&world](const QJsonObject& params) { return removeMember(world, params).map(noMembers); };
    handlers[&startBulkAssociateWirelessDeviceWithMulticastGroupOperation()] =
        [&world](const QJsonObject& params) { return addMany(world, params).map(noMembers); };
    handlers[&startBulkDisassociateWirelessDeviceFromMulticastGroupOperation()] =
        [&world](const QJsonObject& params) { return removeMany(world, params).map(noMembers); };
}

} // namespace fuotadesk
