#include "account/desk/handlers.h"
#include "account/multicast.h"
#include "account/world.h"
#include "iotwireless/answermembers.h"
#include "iotwireless/operations.h"
#include "iotwireless/tagjson.h"

namespace fuotadesk {

namespace {

constexpr auto Type = "MulticastGroup";

std::optional<ServiceError> unknownGateway(const World& world, const QJsonObject& lorawan)
{
    for (const QString& id : textsOf(objectOf(lorawan, "ParticipatingGateways"), "GatewayList"))
        if (!world.surroundings.gateways.isKnown(id))
            return notFound("WirelessGateway", id);
    return {};
}

// The API calls neither required; CloudFormation and the console do.
std::optional<ServiceError> missingMember(const QJsonObject& lorawan)
{
    for (const char* name : {"RfRegion", "DlClass"})
        if (textOf(lorawan, name).isEmpty())
            return validationError(
                QStringLiteral("1 validation error detected: Value at 'LoRaWAN.%1' failed to "
                               "satisfy constraint: Member must not be null")
                    .arg(QLatin1String(name)));
    return {};
}

Served<QJsonObject> createGroup(World& world, const QJsonObject& params)
{
    const QJsonObject lorawan = objectOf(params, "LoRaWAN");
    const QList<Tag> tags = tagsOf(params);
    for (const auto& refusal :
         {missingMember(lorawan), unknownGateway(world, lorawan), repeatedKey(tags)})
        if (refusal)
            return refused(*refusal);
    const std::size_t before = world.groups.all().size();
    const auto group = world.groups.create(params);
    if (!group)
        return refused(group.error());
    // not again for the same token; there are no more than it takes, by the shape
    if (world.groups.all().size() > before)
        static_cast<void>(world.tags.add((*group)->arn, tags));
    return QJsonObject{{QStringLiteral("Arn"), (*group)->arn},
                       {QStringLiteral("Id"), (*group)->id}};
}

Served<QJsonObject> getGroup(const World& world, const QJsonObject& params)
{
    const auto serial = world.groups.find(textOf(params, "Id"));
    if (!serial)
        return refused(serial.error());
    const Group& group = world.groups.at(*serial);
    QJsonObject lorawan = objectOf(group.attributes, "LoRaWAN");
    lorawan.insert(QStringLiteral("NumberOfDevicesRequested"), qint64(group.members.size()));
    lorawan.insert(QStringLiteral("NumberOfDevicesInGroup"), group.membersAt(world.now()));
    QJsonObject details = group.attributes;
    put(details, "LoRaWAN", lorawan);
    put(details, "Id", group.id);
    put(details, "Arn", group.arn);
    put(details, "Status", groupStatus(world, *serial));
    put(details, "CreatedAt", group.createdAt);
    return details;
}

Served<QJsonObject> listGroups(const World& world, const QJsonObject& params)
{
    const auto summary = [](const Group& group) {
        QJsonObject item{{QStringLiteral("Id"), group.id}, {QStringLiteral("Arn"), group.arn}};
        put(item, "Name", textOf(group.attributes, "Name"));
        return item;
    };
    return pageOf(world.groups.all(), listRequestOf(params), summary).map([](const auto& page) {
        return pageJson("MulticastGroupList", page);
    });
}

Served<void> updateGroup(World& world, const QJsonObject& params)
{
    const QString id = textOf(params, "Id");
    const auto serial = world.groups.find(id);
    if (!serial)
        return refused(serial.error());
    if (!isPending(world, *serial))
        return refused(
            conflict(Type, id, QStringLiteral("The multicast group is not in status Pending.")));
    Group& group = world.groups.at(*serial);
    QJsonObject lorawan = objectOf(group.attributes, "LoRaWAN");
    const QJsonObject changed = objectOf(params, "LoRaWAN");
    if (const auto refusal = unknownGateway(world, changed))
        return refused(*refusal);
    for (auto it = changed.begin(); it != changed.end(); ++it)
        lorawan.insert(it.key(), it.value());
    put(group.attributes, "LoRaWAN", lorawan);
    for (const char* name : {"Name", "Description"})
        if (params.contains(QLatin1String(name)))
            group.attributes.insert(QLatin1String(name), textOf(params, name));
    return {};
}

Served<void> deleteGroup(World& world, const QJsonObject& params)
{
    const QString id = textOf(params, "Id");
    const auto serial = world.groups.find(id);
    if (!serial)
        return refused(serial.error());
    if (world.tasks.usesGroup(*serial))
        return refused(
            conflict(Type, id, QStringLiteral("The multicast group is in use by a FUOTA task.")));
    world.tags.forget(world.groups.at(*serial).arn);
    world.groups.remove(*serial);
    return {};
}

} // namespace

void addGroupHandlers(World& world, Handlers& handlers)
{
    handlers[&createMulticastGroupOperation()] = [&world](const QJsonObject& params) {
        return createGroup(world, params);
    };
    handlers[&getMulticastGroupOperation()] = [&world](const QJsonObject& params) {
        return getGroup(world, params);
    };
    handlers[&listMulticastGroupsOperation()] = [&world](const QJsonObject& params) {
        return listGroups(world, params);
    };
    handlers[&updateMulticastGroupOperation()] = [&world](const QJsonObject& params) {
        return updateGroup(world, params).map(noMembers);
    };
    handlers[&deleteMulticastGroupOperation()] = [&world](const QJsonObject& params) {
        return deleteGroup(world, params).map(noMembers);
    };
}

} // namespace fuotadesk
