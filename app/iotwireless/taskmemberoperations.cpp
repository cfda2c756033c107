#include "iotwireless/operations.h"
#include "iotwireless/shapebuilder.h"

namespace fuotadesk {

using namespace shapes;

namespace {

// As the model has it: no throttling.
constexpr std::array DisassociateGroupErrors{Exception::Validation, Exception::AccessDenied,
                                             Exception::NotFound, Exception::Conflict,
                                             Exception::Internal};

} // namespace

const Operation& associateWirelessDeviceWithFuotaTaskOperation()
{
    static const Operation result = operation(
        "AssociateWirelessDeviceWithFuotaTask", {"PUT", "/fuota-tasks/{Id}/wireless-device", 204},
        {uri("Id", id()), body("WirelessDeviceId", id(), Need::Required)}, {}, ChangeErrors);
    return result;
}

const Operation& disassociateWirelessDeviceFromFuotaTaskOperation()
{
    static const Operation result =
        operation("DisassociateWirelessDeviceFromFuotaTask",
                  {"DELETE", "/fuota-tasks/{Id}/wireless-devices/{WirelessDeviceId}", 204},
                  {uri("Id", id()), uri("WirelessDeviceId", id())}, {}, ChangeErrors);
    return result;
}

const Operation& associateMulticastGroupWithFuotaTaskOperation()
{
    static const Operation result = operation(
        "AssociateMulticastGroupWithFuotaTask", {"PUT", "/fuota-tasks/{Id}/multicast-group", 204},
        {uri("Id", id()), body("MulticastGroupId", id(), Need::Required)}, {}, ChangeErrors);
    return result;
}

const Operation& disassociateMulticastGroupFromFuotaTaskOperation()
{
    static const Operation result =
        operation("DisassociateMulticastGroupFromFuotaTask",
                  {"DELETE", "/fuota-tasks/{Id}/multicast-groups/{MulticastGroupId}", 204},
                  {uri("Id", id()), uri("MulticastGroupId", id())}, {}, DisassociateGroupErrors);
    return result;
}

const Operation& listMulticastGroupsByFuotaTaskOperation()
{
    static const Operation result =
        operation("ListMulticastGroupsByFuotaTask",
                  {"GET", "/fuota-tasks/{Id}/multicast-groups", 200}, pageQuery({uri("Id", id())}),
                  pageOf("MulticastGroupList", {body("Id", id())}), ResourceErrors);
    return result;
}

} // namespace fuotadesk
