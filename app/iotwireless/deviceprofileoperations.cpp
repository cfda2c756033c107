#include "iotwireless/operations.h"
#include "iotwireless/shapebuilder.h"

namespace fuotadesk {

using namespace shapes;

namespace {

// By the range in units of 100 Hz; elsewhere frequencies are in hertz.
ShapePtr frequency()
{
    return integer(1000000, 16700000);
}

ShapePtr lorawanProfile()
{
    return structure({body("SupportsClassB", boolean()), body("ClassBTimeout", integer(0, 1000)),
                      body("PingSlotPeriod", integer(32, 4096)), body("PingSlotDr", integer(0, 15)),
                      body("PingSlotFreq", frequency()), body("SupportsClassC", boolean()),
                      body("ClassCTimeout", integer(0, 1000)), body("MacVersion", text(64)),
                      body("RegParamsRevision", text(64)), body("RxDelay1", integer(0, 15)),
                      body("RxDrOffset1", integer(0, 7)), body("RxDataRate2", integer(0, 15)),
                      body("RxFreq2", frequency()),
                      body("FactoryPresetFreqsList", list(frequency(), 0, 20)),
                      body("MaxEirp", integer(0, 15)), body("MaxDutyCycle", integer(0, 100)),
                      body("RfRegion", text(64)), body("SupportsJoin", boolean()),
                      body("Supports32BitFCnt", boolean())});
}

} // namespace

const Operation& listDeviceProfilesOperation()
{
    static const Operation result = operation(
        "ListDeviceProfiles", {"GET", "/device-profiles", 200},
        pageQuery({query("DeviceProfileType", "deviceProfileType", deviceType())}),
        pageOf("DeviceProfileList", {body("Arn", text()), body("Name", name()), body("Id", id())}),
        ListErrors);
    return result;
}

const Operation& getDeviceProfileOperation()
{
    static const Operation result =
        operation("GetDeviceProfile", {"GET", "/device-profiles/{Id}", 200}, {uri("Id", id())},
                  {body("Arn", text()), body("Name", name()), body("Id", id()),
                   body("LoRaWAN", lorawanProfile())},
                  ResourceErrors);
    return result;
}

} // namespace fuotadesk
