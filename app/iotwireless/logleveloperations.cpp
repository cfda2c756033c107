#include "iotwireless/operations.h"
#include "iotwireless/shapebuilder.h"

namespace fuotadesk {

using namespace shapes;

namespace {

ShapePtr level()
{
    return words({"INFO", "ERROR", "DISABLED"});
}

Members resource()
{
    return {uri("ResourceIdentifier", text(256)),
            query("ResourceType", "resourceType", text(), Need::Required)};
}

Members putInput()
{
    Members members = resource();
    members.push_back(body("LogLevel", level(), Need::Required));
    return members;
}

} // namespace

const Operation& getResourceLogLevelOperation()
{
    static const Operation result =
        operation("GetResourceLogLevel", {"GET", "/log-levels/{ResourceIdentifier}", 200},
                  resource(), {body("LogLevel", level())}, ResourceErrors);
    return result;
}

const Operation& putResourceLogLevelOperation()
{
    static const Operation result =
        operation("PutResourceLogLevel", {"PUT", "/log-levels/{ResourceIdentifier}", 200},
                  putInput(), {}, ResourceErrors);
    return result;
}

const Operation& resetResourceLogLevelOperation()
{
    static const Operation result =
        operation("ResetResourceLogLevel", {"DELETE", "/log-levels/{ResourceIdentifier}", 204},
                  resource(), {}, ResourceErrors);
    return result;
}

} // namespace fuotadesk
