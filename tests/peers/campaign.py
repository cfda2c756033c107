#!/usr/bin/env python3
"""botocore walks through the life of a campaign and through every operation: campaign.py SANDBOX-COMMAND...
The command takes the options of `fuotadesk sandbox`."""

import datetime
import sys
import time

from peerlib import ROLE, Checks, Home, Sandbox, botocore_client, error_code

IMAGE = "s3://firmware/meter-20480.bin"
FAST = ["--speed", "100000"]  # half an hour goes by in 18 ms
# Those the program uses; a botocore that knows one less is older than it.
OPERATIONS = {
    "CreateFuotaTask", "GetFuotaTask", "ListFuotaTasks", "UpdateFuotaTask", "DeleteFuotaTask", "StartFuotaTask",
    "AssociateWirelessDeviceWithFuotaTask", "DisassociateWirelessDeviceFromFuotaTask",
    "AssociateMulticastGroupWithFuotaTask", "DisassociateMulticastGroupFromFuotaTask", "ListMulticastGroupsByFuotaTask",
    "ListMulticastGroups", "GetMulticastGroup", "CreateMulticastGroup", "UpdateMulticastGroup", "DeleteMulticastGroup",
    "StartMulticastGroupSession", "GetMulticastGroupSession", "CancelMulticastGroupSession",
    "StartBulkAssociateWirelessDeviceWithMulticastGroup", "StartBulkDisassociateWirelessDeviceFromMulticastGroup",
    "AssociateWirelessDeviceWithMulticastGroup", "DisassociateWirelessDeviceFromMulticastGroup",
    "ListWirelessDevices", "GetWirelessDevice", "GetWirelessDeviceStatistics", "ListQueuedMessages", "DeleteQueuedMessages",
    "ListDeviceProfiles", "GetDeviceProfile", "ListWirelessGateways", "GetWirelessGateway", "GetWirelessGatewayStatistics",
    "TagResource", "UntagResource", "ListTagsForResource", "GetResourceLogLevel", "PutResourceLogLevel",
    "ResetResourceLogLevel"}


def count_operations(client, seen):
    def remember(parsed, model, **_):
        if parsed["ResponseMetadata"]["HTTPStatusCode"] < 300:
            seen.add(model.name)
    client.meta.events.register("after-call.iot-wireless", remember)


def make_task(client, **more):
    return client.create_fuota_task(FirmwareUpdateImage=IMAGE, FirmwareUpdateRole=ROLE,
                                    LoRaWAN={"RfRegion": "EU868"}, **more)["Id"]


def devices(client, **filters):
    return client.list_wireless_devices(**filters)["WirelessDeviceList"]


def soon(minutes=31):
    return datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=minutes)


def wait_for(client, task, status):
    for _ in range(200):
        if client.get_fuota_task(Id=task)["Status"] == status:
            return True
        time.sleep(0.02)
    return False


def every_device_gets_an_answer(checks, client):
    task = make_task(client, Name="all")
    for device in devices(client):
        client.associate_wireless_device_with_fuota_task(Id=task, WirelessDeviceId=device["Id"])
    one = devices(client)[0]["Id"]
    client.disassociate_wireless_device_from_fuota_task(Id=task, WirelessDeviceId=one)
    checks.equal("one left", len(devices(client, FuotaTaskId=task)), 23)
    client.update_fuota_task(Id=task, Description="the whole fleet")
    client.start_fuota_task(Id=task, LoRaWAN={"StartTime": soon()})
    checks.true("done", wait_for(client, task, "FuotaDone"))
    read = client.get_fuota_task(Id=task)
    checks.equal("description", read["Description"], "the whole fleet")
    checks.equal("listed", [each["Name"] for each in client.list_fuota_tasks()["FuotaTaskList"]], ["all"])
    checks.true("start time", abs((read["LoRaWAN"]["StartTime"] - soon()).total_seconds()) < 60)
    counts = {}
    for device in devices(client, FuotaTaskId=task):
        counts[device["FuotaDeviceStatus"]] = counts.get(device["FuotaDeviceStatus"], 0) + 1
    checks.equal("successful", counts.get("Successful"), 10)
    for word in ("Package_Not_Supported", "FragAlgo_unsupported", "Not_enough_memory", "FragIndex_unsupported",
                 "Wrong_descriptor", "SessionCnt_replay", "MissingFrag", "MICError", "Initial",
                 "Device_exist_in_conflict_fuota_task"):
        checks.true(word, counts.get(word), str(counts))
    client.delete_fuota_task(Id=task)


def groups_live_and_die(checks, client):
    group = client.create_multicast_group(Name="g", LoRaWAN={"RfRegion": "EU868", "DlClass": "ClassC"})["Id"]
    fit = devices(client)[0]["Id"]
    client.associate_wireless_device_with_multicast_group(Id=group, WirelessDeviceId=fit)
    client.disassociate_wireless_device_from_multicast_group(Id=group, WirelessDeviceId=fit)
    query = "DeviceProfileName: EU868-class-C AND WirelessDeviceName: meter-*"
    client.start_bulk_associate_wireless_device_with_multicast_group(Id=group, QueryString=query)
    time.sleep(0.2)
    numbers = client.get_multicast_group(Id=group)["LoRaWAN"]
    checks.true("in the group", numbers["NumberOfDevicesInGroup"] > 10, str(numbers))
    checks.equal("requested", numbers["NumberOfDevicesRequested"], numbers["NumberOfDevicesInGroup"])
    client.start_bulk_disassociate_wireless_device_from_multicast_group(
        Id=group, QueryString="WirelessDeviceName: meter-0002*")
    member = devices(client, MulticastGroupId=group)[0]
    checks.equal("ready", member["MulticastDeviceStatus"], "Multicast_setup_ready")
    client.update_multicast_group(Id=group, Description="d")
    checks.true("listed", group in [each["Id"] for each in client.list_multicast_groups()["MulticastGroupList"]])
    task = make_task(client)
    client.associate_multicast_group_with_fuota_task(Id=task, MulticastGroupId=group)
    client.disassociate_multicast_group_from_fuota_task(Id=task, MulticastGroupId=group)
    client.associate_multicast_group_with_fuota_task(Id=task, MulticastGroupId=group)
    checks.equal("groups of the task", client.list_multicast_groups_by_fuota_task(Id=task)["MulticastGroupList"],
                 [{"Id": group}])
    checks.equal("in use", error_code(client.delete_multicast_group, Id=group), "ConflictException")
    client.start_fuota_task(Id=task)
    checks.true("done by group", wait_for(client, task, "FuotaDone"))
    client.delete_fuota_task(Id=task)
    client.delete_multicast_group(Id=group)
    checks.equal("gone", error_code(client.get_multicast_group, Id=group), "ResourceNotFoundException")


def devices_and_their_surroundings(checks, client):
    device = devices(client)[5]
    read = client.get_wireless_device(Identifier=device["LoRaWAN"]["DevEui"], IdentifierType="DevEui")
    checks.equal("by DevEUI", read["Id"], device["Id"])
    checks.equal("a root key", len(read["LoRaWAN"]["OtaaV1_0_x"]["AppKey"]), 32)
    checks.equal("ports", read["LoRaWAN"]["FPorts"]["Fuota"], 201)
    statistics = client.get_wireless_device_statistics(WirelessDeviceId=device["Id"])
    checks.equal("heard", statistics["LastUplinkReceivedAt"], device["LastUplinkReceivedAt"])
    messages = client.list_queued_messages(Id=device["Id"])["DownlinkQueueMessagesList"]
    checks.equal("queue", len(messages), 2)
    client.delete_queued_messages(Id=device["Id"], MessageId=messages[0]["MessageId"])
    client.delete_queued_messages(Id=device["Id"], MessageId="*")
    checks.equal("queue", client.list_queued_messages(Id=device["Id"])["DownlinkQueueMessagesList"], [])
    profile = client.get_device_profile(Id=read["LoRaWAN"]["DeviceProfileId"])
    checks.equal("profile", profile["Name"], "EU868-class-B")
    checks.equal("profiles", len(client.list_device_profiles()["DeviceProfileList"]), 5)
    gateway = client.list_wireless_gateways()["WirelessGatewayList"][0]
    checks.equal("gateway", client.get_wireless_gateway(Identifier=gateway["LoRaWAN"]["GatewayEui"],
                                                        IdentifierType="GatewayEui")["Id"], gateway["Id"])
    checks.equal("connected", client.get_wireless_gateway_statistics(WirelessGatewayId=gateway["Id"])["ConnectionStatus"],
                 "Connected")


def tags_and_levels(checks, client):
    task = make_task(client, Tags=[{"Key": "a b", "Value": "1"}, {"Key": "c", "Value": "ü/+"}])
    arn = client.get_fuota_task(Id=task)["Arn"]
    client.tag_resource(ResourceArn=arn, Tags=[{"Key": "d", "Value": ""}])
    client.untag_resource(ResourceArn=arn, TagKeys=["a b", "d"])
    checks.equal("tags", client.list_tags_for_resource(ResourceArn=arn)["Tags"], [{"Key": "c", "Value": "ü/+"}])
    many = [{"Key": str(i), "Value": ""} for i in range(200)]
    checks.equal("too many", error_code(client.tag_resource, ResourceArn=arn, Tags=many), "TooManyTagsException")
    resource = {"ResourceIdentifier": task, "ResourceType": "FuotaTask"}
    client.put_resource_log_level(LogLevel="INFO", **resource)
    checks.equal("level", client.get_resource_log_level(**resource)["LogLevel"], "INFO")
    client.reset_resource_log_level(**resource)
    checks.equal("no level", error_code(client.get_resource_log_level, **resource), "ResourceNotFoundException")


def sessions_wait_their_time(checks, client):
    group = client.list_multicast_groups()["MulticastGroupList"][0]["Id"]
    checks.equal("too soon", error_code(client.start_multicast_group_session, Id=group, LoRaWAN={
        "DlDr": 0, "SessionStartTime": soon(29)}), "ValidationException")
    client.start_multicast_group_session(Id=group, LoRaWAN={
        "DlDr": 3, "DlFreq": 869525000, "SessionStartTime": soon(), "SessionTimeout": 100})
    session = client.get_multicast_group_session(Id=group)["LoRaWAN"]
    checks.equal("rounded", session["SessionTimeout"], 128)
    client.cancel_multicast_group_session(Id=group)
    checks.equal("no session", error_code(client.get_multicast_group_session, Id=group), "ResourceNotFoundException")


def running_task_is_closed(checks, client):
    task = make_task(client)
    device = devices(client)[0]["Id"]
    client.associate_wireless_device_with_fuota_task(Id=task, WirelessDeviceId=device)
    checks.equal("too soon", error_code(client.start_fuota_task, Id=task, LoRaWAN={"StartTime": soon(29)}),
                 "ValidationException")
    client.start_fuota_task(Id=task)
    checks.equal("waits", client.get_fuota_task(Id=task)["Status"], "FuotaSession_Waiting")
    checks.equal("closed", error_code(client.update_fuota_task, Id=task, Name="n"), "ConflictException")
    client.delete_fuota_task(Id=task)
    checks.equal("goes", client.get_fuota_task(Id=task)["Status"], "Delete_Waiting")


def main():
    checks, seen = Checks(), set()
    with Home() as home:
        with Sandbox(sys.argv[1:] + FAST, home.environment()) as sandbox:
            client = botocore_client(sandbox)
            count_operations(client, seen)
            every_device_gets_an_answer(checks, client)
            groups_live_and_die(checks, client)
            devices_and_their_surroundings(checks, client)
            tags_and_levels(checks, client)
        with Sandbox(sys.argv[1:] + ["--devices", "1000"], home.environment()) as sandbox:
            client = botocore_client(sandbox)
            count_operations(client, seen)
            sessions_wait_their_time(checks, client)
            running_task_is_closed(checks, client)
            checks.equal("the first page", len(devices(client)), 250)
            checks.true("and another", "NextToken" in client.list_wireless_devices(MaxResults=250))
        known = set(client.meta.service_model.operation_names)
        checks.equal("operations left out", (OPERATIONS & known) - seen, set())
    checks.finish()


main()
