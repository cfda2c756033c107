#include "iotwireless/operations.h"
#include "iotwireless/shapebuilder.h"

namespace fuotadesk {

using namespace shapes;

namespace {

// The wire name is capitalized here, and only here.
ShapeMember typeQuery()
{
    return query("WirelessDeviceType", "WirelessDeviceType", deviceType());
}

ShapePtr gateways()
{
    const ShapePtr gateway =
        structure({body("GatewayId", id(), Need::Required),
                   body("DownlinkFrequency", integer(100000000, 1000000000), Need::Required)});
    return structure(
        {body("DownlinkMode", words({"SEQUENTIAL", "CONCURRENT", "USING_UPLINK_GATEWAY"}),
              Need::Required),
         body("GatewayList", list(gateway), Need::Required),
         body("TransmissionInterval", integer(1, 604800), Need::Required)});
}

Members message()
{
    return {body("MessageId", text()), body("TransmitMode", integer(0, 1)),
            body("ReceivedAt", timeText()),
            body("LoRaWAN",
                 structure(
                     {body("FPort", integer(1, 223)), body("ParticipatingGateways", gateways())}))};
}

} // namespace

const Operation& listQueuedMessagesOperation()
{
    static const Operation result =
        operation("ListQueuedMessages", {"GET", "/wireless-devices/{Id}/data", 200},
                  pageQuery({uri("Id", id()), typeQuery()}),
                  pageOf("DownlinkQueueMessagesList", message()), ResourceErrors);
    return result;
}

const Operation& deleteQueuedMessagesOperation()
{
    static const Operation result = operation(
        "DeleteQueuedMessages", {"DELETE", "/wireless-devices/{Id}/data", 204},
        {uri("Id", id()), query("MessageId", "messageId", text(), Need::Required), typeQuery()}, {},
        ResourceErrors);
    return result;
}

} // namespace fuotadesk
