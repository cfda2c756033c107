#pragma once

#include "aws/shape.h"

namespace fuotadesk {

// The operations of AWS IoT Wireless that the program uses, as its model (version 2020-11-22)
// declares them. Limits that a task shares come from the table of fields. Of answers only what is
// read is in the tables: no root or session key of a device, nothing of Sidewalk.
// https://docs.aws.amazon.com/iot-wireless/latest/apireference/API_Operations.html

// tasks
const Operation& createFuotaTaskOperation();
const Operation& getFuotaTaskOperation();
const Operation& listFuotaTasksOperation();
const Operation& updateFuotaTaskOperation();
const Operation& deleteFuotaTaskOperation();
const Operation& startFuotaTaskOperation();

// what is in a task
const Operation& associateWirelessDeviceWithFuotaTaskOperation();
const Operation& disassociateWirelessDeviceFromFuotaTaskOperation();
const Operation& associateMulticastGroupWithFuotaTaskOperation();
const Operation& disassociateMulticastGroupFromFuotaTaskOperation();
const Operation& listMulticastGroupsByFuotaTaskOperation();

// multicast groups
const Operation& listMulticastGroupsOperation();
const Operation& getMulticastGroupOperation();
const Operation& createMulticastGroupOperation();
const Operation& updateMulticastGroupOperation();
const Operation& deleteMulticastGroupOperation();

// their sessions
const Operation& startMulticastGroupSessionOperation();
const Operation& getMulticastGroupSessionOperation();
const Operation& cancelMulticastGroupSessionOperation();

// what is in a group
const Operation& startBulkAssociateWirelessDeviceWithMulticastGroupOperation();
const Operation& startBulkDisassociateWirelessDeviceFromMulticastGroupOperation();
const Operation& associateWirelessDeviceWithMulticastGroupOperation();
const Operation& disassociateWirelessDeviceFromMulticastGroupOperation();

// devices, their profiles and what waits for them
const Operation& listWirelessDevicesOperation();
const Operation& getWirelessDeviceOperation();
const Operation& getWirelessDeviceStatisticsOperation();
const Operation& listDeviceProfilesOperation();
const Operation& getDeviceProfileOperation();
const Operation& listQueuedMessagesOperation();
const Operation& deleteQueuedMessagesOperation();

// gateways
const Operation& listWirelessGatewaysOperation();
const Operation& getWirelessGatewayOperation();
const Operation& getWirelessGatewayStatisticsOperation();

// tags and log levels, of whatever has them
const Operation& tagResourceOperation();
const Operation& untagResourceOperation();
const Operation& listTagsForResourceOperation();
const Operation& getResourceLogLevelOperation();
const Operation& putResourceLogLevelOperation();
const Operation& resetResourceLogLevelOperation();

// All of them.
std::vector<const Operation*> iotWirelessOperations();

inline constexpr int LargestPage = 250; // maxResults of every list

} // namespace fuotadesk
