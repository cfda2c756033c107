#include "iotwireless/operations.h"

namespace fuotadesk {

std::vector<const Operation*> iotWirelessOperations()
{
    return {
        &createFuotaTaskOperation(),
        &getFuotaTaskOperation(),
        &listFuotaTasksOperation(),
        &updateFuotaTaskOperation(),
        &deleteFuotaTaskOperation(),
        &startFuotaTaskOperation(),
        &associateWirelessDeviceWithFuotaTaskOperation(),
        &disassociateWirelessDeviceFromFuotaTaskOperation(),
        &associateMulticastGroupWithFuotaTaskOperation(),
        &disassociateMulticastGroupFromFuotaTaskOperation(),
        &listMulticastGroupsByFuotaTaskOperation(),
        &listMulticastGroupsOperation(),
        &getMulticastGroupOperation(),
        &createMulticastGroupOperation(),
        &updateMulticastGroupOperation(),
        &deleteMulticastGroupOperation(),
        &startMulticastGroupSessionOperation(),
        &getMulticastGroupSessionOperation(),
        &cancelMulticastGroupSessionOperation(),
        &startBulkAssociateWirelessDeviceWithMulticastGroupOperation(),
        &startBulkDisassociateWirelessDeviceFromMulticastGroupOperation(),
        &associateWirelessDeviceWithMulticastGroupOperation(),
        &disassociateWirelessDeviceFromMulticastGroupOperation(),
        &listWirelessDevicesOperation(),
        &getWirelessDeviceOperation(),
        &getWirelessDeviceStatisticsOperation(),
        &listDeviceProfilesOperation(),
        &getDeviceProfileOperation(),
        &listQueuedMessagesOperation(),
        &deleteQueuedMessagesOperation(),
        &listWirelessGatewaysOperation(),
        &getWirelessGatewayOperation(),
        &getWirelessGatewayStatisticsOperation(),
        &tagResourceOperation(),
        &untagResourceOperation(),
        &listTagsForResourceOperation(),
        &getResourceLogLevelOperation(),
        &putResourceLogLevelOperation(),
        &resetResourceLogLevelOperation(),
    };
}

} // namespace fuotadesk
