#include "iotwireless/operations.h"
#include "iotwireless/shapebuilder.h"

namespace fuotadesk {

using namespace shapes;

namespace {

// Hertz, seconds and slots; a power of two of seconds is advised for the time-out.
ShapePtr session()
{
    return structure({body("DlDr", integer(0, 15)), body("DlFreq", integer(100000000, 1000000000)),
                      body("SessionStartTime", timestamp(TimestampFormat::Iso8601)),
                      body("SessionTimeout", integer(60, 172800)),
                      body("PingSlotPeriod", integer(32, 4096))});
}

} // namespace

const Operation& startMulticastGroupSessionOperation()
{
    static const Operation result =
        operation("StartMulticastGroupSession", {"PUT", "/multicast-groups/{Id}/session", 204},
                  {uri("Id", id()), body("LoRaWAN", session(), Need::Required)}, {}, ChangeErrors);
    return result;
}

const Operation& getMulticastGroupSessionOperation()
{
    static const Operation result =
        operation("GetMulticastGroupSession", {"GET", "/multicast-groups/{Id}/session", 200},
                  {uri("Id", id())}, {body("LoRaWAN", session())}, ResourceErrors);
    return result;
}

const Operation& cancelMulticastGroupSessionOperation()
{
    static const Operation result =
        operation("CancelMulticastGroupSession", {"DELETE", "/multicast-groups/{Id}/session", 204},
                  {uri("Id", id())}, {}, ChangeErrors);
    return result;
}

} // namespace fuotadesk
