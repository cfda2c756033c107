#include "iotwireless/operations.h"
#include "iotwireless/shapebuilder.h"

namespace fuotadesk {

using namespace shapes;

namespace {

ShapePtr arn()
{
    return text(128);
}

ShapePtr token()
{
    return ofField(fieldSpec(Field::ClientRequestToken));
}

ShapePtr downlinkClass()
{
    static constexpr std::array Classes{"ClassB", "ClassC"};
    return words(Classes, 256);
}

// How a group sends; a request and an answer have it alike.
Members sending()
{
    return {body("RfRegion", region()), body("DlClass", downlinkClass()),
            body("ParticipatingGateways",
                 structure({body("GatewayList", list(id(), {}, 20)),
                            body("TransmissionInterval", integer(0, 60000))})),
            body("DefaultSessionParameters",
                 structure({body("DlDr", integer(0, 15)),
                            body("DlFreq", integer(100000000, 1000000000))}))};
}

Members createInput()
{
    ShapeMember tokenMember = body("ClientRequestToken", token());
    tokenMember.idempotencyToken = true;
    return {body("Name", name()), body("Description", description()), tokenMember,
            body("LoRaWAN", structure(sending()), Need::Required), body("Tags", tags())};
}

Members getOutput()
{
    Members lorawan = sending();
    lorawan.push_back(body("NumberOfDevicesRequested", integer()));
    lorawan.push_back(body("NumberOfDevicesInGroup", integer()));
    return {body("Arn", arn()),
            body("Id", id()),
            body("Name", name()),
            body("Description", description()),
            body("Status", text(256)),
            body("LoRaWAN", structure(lorawan)),
            body("CreatedAt", timestamp(TimestampFormat::Default))};
}

} // namespace

const Operation& listMulticastGroupsOperation()
{
    static const Operation result = operation(
        "ListMulticastGroups", {"GET", "/multicast-groups", 200}, pageQuery(),
        pageOf("MulticastGroupList", {body("Id", id()), body("Arn", arn()), body("Name", name())}),
        ListErrors);
    return result;
}

const Operation& getMulticastGroupOperation()
{
    static const Operation result =
        operation("GetMulticastGroup", {"GET", "/multicast-groups/{Id}", 200}, {uri("Id", id())},
                  getOutput(), ResourceErrors);
    return result;
}

const Operation& createMulticastGroupOperation()
{
    static const Operation result =
        operation("CreateMulticastGroup", {"POST", "/multicast-groups", 201}, createInput(),
                  {body("Arn", arn()), body("Id", id())}, ChangeErrors);
    return result;
}

const Operation& updateMulticastGroupOperation()
{
    static const Operation result =
        operation("UpdateMulticastGroup", {"PATCH", "/multicast-groups/{Id}", 204},
                  {uri("Id", id()), body("Name", name()), body("Description", description()),
                   body("LoRaWAN", structure(sending()))},
                  {}, ChangeErrors);
    return result;
}

const Operation& deleteMulticastGroupOperation()
{
    static const Operation result =
        operation("DeleteMulticastGroup", {"DELETE", "/multicast-groups/{Id}", 204},
                  {uri("Id", id())}, {}, ChangeErrors);
    return result;
}

} // namespace fuotadesk
