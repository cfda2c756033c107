#include "iotwireless/operations.h"
#include "iotwireless/shapebuilder.h"

namespace fuotadesk {

using namespace shapes;

namespace {

ShapePtr lorawanGateway()
{
    const ShapePtr beaconing =
        structure({body("DataRate", integer(0, 15)),
                   body("Frequencies", list(integer(100000000, 1000000000), 0, 10))});
    return structure({body("GatewayEui", gatewayEui()), body("RfRegion", text(64)),
                      body("Beaconing", beaconing),
                      body("MaxEirp", number(ShapeType::Float, 0, 30))});
}

// What a list and a single answer have alike.
Members gateway()
{
    return {body("Arn", text()), body("Id", id()), body("Name", name()),
            body("Description", description()), body("LoRaWAN", lorawanGateway())};
}

Members listItem()
{
    Members members = gateway();
    members.push_back(body("LastUplinkReceivedAt", timeText()));
    return members;
}

Members getOutput()
{
    Members members = gateway();
    members.push_back(body("ThingName", text()));
    members.push_back(body("ThingArn", text()));
    return members;
}

Members getInput()
{
    return {uri("Identifier", text(256)),
            query("IdentifierType", "identifierType",
                  words({"GatewayEui", "WirelessGatewayId", "ThingName"}), Need::Required)};
}

} // namespace

const Operation& listWirelessGatewaysOperation()
{
    static const Operation result =
        operation("ListWirelessGateways", {"GET", "/wireless-gateways", 200}, pageQuery(),
                  pageOf("WirelessGatewayList", listItem()), ListErrors);
    return result;
}

const Operation& getWirelessGatewayOperation()
{
    static const Operation result =
        operation("GetWirelessGateway", {"GET", "/wireless-gateways/{Identifier}", 200}, getInput(),
                  getOutput(), ResourceErrors);
    return result;
}

const Operation& getWirelessGatewayStatisticsOperation()
{
    static const Operation result = operation(
        "GetWirelessGatewayStatistics", {"GET", "/wireless-gateways/{Id}/statistics", 200},
        {uri("WirelessGatewayId", id(), "Id")},
        {body("WirelessGatewayId", id()), body("LastUplinkReceivedAt", timeText()),
         body("ConnectionStatus", words({"Connected", "Disconnected"}))},
        ResourceErrors);
    return result;
}

} // namespace fuotadesk
