#include "iotwireless/operations.h"
#include "iotwireless/shapebuilder.h"

namespace fuotadesk {

using namespace shapes;

namespace {

Members bulkInput()
{
    return {uri("Id", id()), body("QueryString", text(4096)), body("Tags", tags())};
}

} // namespace

const Operation& startBulkAssociateWirelessDeviceWithMulticastGroupOperation()
{
    static const Operation result =
        operation("StartBulkAssociateWirelessDeviceWithMulticastGroup",
                  {"PATCH", "/multicast-groups/{Id}/bulk", 204}, bulkInput(), {}, ResourceErrors);
    return result;
}

const Operation& startBulkDisassociateWirelessDeviceFromMulticastGroupOperation()
{
    static const Operation result =
        operation("StartBulkDisassociateWirelessDeviceFromMulticastGroup",
                  {"POST", "/multicast-groups/{Id}/bulk", 204}, bulkInput(), {}, ResourceErrors);
    return result;
}

const Operation& associateWirelessDeviceWithMulticastGroupOperation()
{
    static const Operation result = operation(
        "AssociateWirelessDeviceWithMulticastGroup",
        {"PUT", "/multicast-groups/{Id}/wireless-device", 204},
        {uri("Id", id()), body("WirelessDeviceId", id(), Need::Required)}, {}, ChangeErrors);
    return result;
}

const Operation& disassociateWirelessDeviceFromMulticastGroupOperation()
{
    static const Operation result =
        operation("DisassociateWirelessDeviceFromMulticastGroup",
                  {"DELETE", "/multicast-groups/{Id}/wireless-devices/{WirelessDeviceId}", 204},
                  {uri("Id", id()), uri("WirelessDeviceId", id())}, {}, ResourceErrors);
    return result;
}

} // namespace fuotadesk
