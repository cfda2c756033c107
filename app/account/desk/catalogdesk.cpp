#include "account/desk/handlers.h"
#include "account/world.h"
#include "iotwireless/answermembers.h"
#include "iotwireless/operations.h"

namespace fuotadesk {

namespace {

// There is nothing of Sidewalk in the sandbox.
Served<QJsonObject> listProfiles(const World& world, const QJsonObject& params)
{
    if (textOf(params, "DeviceProfileType") == u"Sidewalk")
        return pageJson("DeviceProfileList", {});
    return world.surroundings.profiles.list(listRequestOf(params)).map([](const auto& page) {
        return pageJson("DeviceProfileList", page);
    });
}

Served<QJsonObject> listGateways(const World& world, const QJsonObject& params)
{
    return world.surroundings.gateways.list(listRequestOf(params)).map([](const auto& page) {
        return pageJson("WirelessGatewayList", page);
    });
}

} // namespace

void addCatalogHandlers(World& world, Handlers& handlers)
{
    handlers[&listDeviceProfilesOperation()] = [&world](const QJsonObject& params) {
        return listProfiles(world, params);
    };
    handlers[&getDeviceProfileOperation()] = [&world](const QJsonObject& params) {
        return world.surroundings.profiles.get(textOf(params, "Id"));
    };
    handlers[&listWirelessGatewaysOperation()] = [&world](const QJsonObject& params) {
        return listGateways(world, params);
    };
    handlers[&getWirelessGatewayOperation()] = [&world](const QJsonObject& params) {
        return world.surroundings.gateways.get(textOf(params, "Identifier"),
                                               textOf(params, "IdentifierType"));
    };
    handlers[&getWirelessGatewayStatisticsOperation()] = [&world](const QJsonObject& params) {
        return world.surroundings.gateways.statistics(textOf(params, "WirelessGatewayId"));
    };
}

} // namespace fuotadesk
