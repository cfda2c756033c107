#include "iotwireless/fuotadevicestatus.h"
#include "iotwireless/operations.h"
#include "iotwireless/shapebuilder.h"

namespace fuotadesk {

using namespace shapes;

namespace {

ShapePtr destination()
{
    return textLike(DestinationPattern, 128);
}

Members listInput()
{
    return pageQuery({query("DestinationName", "destinationName", destination()),
                      query("DeviceProfileId", "deviceProfileId", id()),
                      query("ServiceProfileId", "serviceProfileId", id()),
                      query("WirelessDeviceType", "wirelessDeviceType", deviceType()),
                      query("FuotaTaskId", "fuotaTaskId", id()),
                      query("MulticastGroupId", "multicastGroupId", id())});
}

Members listItem()
{
    return {body("Arn", text()),
            body("Id", id()),
            body("Type", deviceType()),
            body("Name", name()),
            body("DestinationName", destination()),
            body("LastUplinkReceivedAt", timeText()),
            body("LoRaWAN", structure({body("DevEui", eui())})),
            body("FuotaDeviceStatus", words(fuotaDeviceStatusWords())),
            body("MulticastDeviceStatus", text(256)),
            body("McGroupId", integer(1, 256))};
}

// Without the keys: whatever is not here is dropped when an answer is read.
ShapePtr lorawanDevice()
{
    const auto port = [] { return integer(1, 223); };
    const auto byPersonalization = [] {
        return structure(
            {body("DevAddr", textLike("[a-fA-F0-9]{8}")), body("FCntStart", integer(0, 65535))});
    };
    return structure(
        {body("DevEui", eui()), body("DeviceProfileId", id()), body("ServiceProfileId", id()),
         body("OtaaV1_1", structure({body("JoinEui", eui())})),
         body("OtaaV1_0_x", structure({body("AppEui", eui()), body("JoinEui", eui())})),
         body("AbpV1_1", byPersonalization()), body("AbpV1_0_x", byPersonalization()),
         body("FPorts",
              structure(
                  {body("Fuota", port()), body("Multicast", port()), body("ClockSync", port())}))});
}

Members getInput()
{
    return {uri("Identifier", text(256)),
            query("IdentifierType", "identifierType",
                  words({"WirelessDeviceId", "DevEui", "ThingName", "SidewalkManufacturingSn"}),
                  Need::Required)};
}

Members getOutput()
{
    return {body("Type", deviceType()),
            body("Name", name()),
            body("Description", description()),
            body("DestinationName", destination()),
            body("Id", id()),
            body("Arn", text()),
            body("ThingName", text()),
            body("ThingArn", text()),
            body("LoRaWAN", lorawanDevice())};
}

Members statistics()
{
    const ShapePtr gateway =
        structure({body("GatewayEui", gatewayEui()), body("Snr", number(ShapeType::Double)),
                   body("Rssi", number(ShapeType::Double))});
    return {body("WirelessDeviceId", id()), body("LastUplinkReceivedAt", timeText()),
            body("LoRaWAN",
                 structure({body("DevEui", eui()), body("FPort", integer()),
                            body("DataRate", integer()), body("Frequency", integer()),
                            body("Timestamp", timeText()), body("Gateways", list(gateway))}))};
}

} // namespace

const Operation& listWirelessDevicesOperation()
{
    static const Operation result =
        operation("ListWirelessDevices", {"GET", "/wireless-devices", 200}, listInput(),
                  pageOf("WirelessDeviceList", listItem()), ListErrors);
    return result;
}

const Operation& getWirelessDeviceOperation()
{
    static const Operation result =
        operation("GetWirelessDevice", {"GET", "/wireless-devices/{Identifier}", 200}, getInput(),
                  getOutput(), ResourceErrors);
    return result;
}

const Operation& getWirelessDeviceStatisticsOperation()
{
    static const Operation result =
        operation("GetWirelessDeviceStatistics", {"GET", "/wireless-devices/{Id}/statistics", 200},
                  {uri("WirelessDeviceId", id(), "Id")}, statistics(), ResourceErrors);
    return result;
}

} // namespace fuotadesk
