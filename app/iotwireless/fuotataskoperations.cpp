#include "fuota/fuotatask.h"
#include "iotwireless/operations.h"
#include "iotwireless/shapebuilder.h"

namespace fuotadesk {

using namespace shapes;

namespace {

ShapePtr arn()
{
    return text(128);
}

bool isSentOnceOnly(const FieldSpec& spec)
{
    return spec.field == Field::ClientRequestToken || spec.field == Field::Tags;
}

// The members of the table of fields that keep() takes; those in a container after the others.
template <typename Keep>
Members fields(Keep keep)
{
    Members members;
    Members lorawan;
    for (const FieldSpec& spec : fieldTable())
        if (keep(spec))
            (spec.container ? lorawan : members).push_back(memberOfField(spec));
    if (!lorawan.empty())
        members.push_back(body("LoRaWAN", structure(lorawan)));
    return members;
}

// An update takes what a create took, all of it optional, but the token and the tags.
Members updateInput()
{
    Members members = fields([](const FieldSpec& spec) { return !isSentOnceOnly(spec); });
    for (ShapeMember& member : members)
        member.required = false;
    members.push_back(uri("Id", id()));
    return members;
}

ShapePtr taskStatus()
{
    Shape shape;
    shape.type = ShapeType::String;
    for (const TaskStatus status :
         {TaskStatus::Pending, TaskStatus::SessionWaiting, TaskStatus::InSession, TaskStatus::Done,
          TaskStatus::DeleteWaiting})
        shape.values.append(taskStatusText(status));
    return std::make_shared<const Shape>(shape);
}

// The region is a free text here.
Members getOutput()
{
    Members members =
        fields([](const FieldSpec& spec) { return !spec.container && !isSentOnceOnly(spec); });
    for (ShapeMember& member : members)
        member.required = false;
    members.insert(members.end(),
                   {body("Arn", arn()), body("Id", id()), body("Status", taskStatus()),
                    body("CreatedAt", timestamp(TimestampFormat::Default)),
                    body("LoRaWAN",
                         structure({body("RfRegion", text(64)),
                                    body("StartTime", timestamp(TimestampFormat::Iso8601))}))});
    return members;
}

} // namespace

const Operation& createFuotaTaskOperation()
{
    static const Operation result = operation("CreateFuotaTask", {"POST", "/fuota-tasks", 201},
                                              fields([](const FieldSpec&) { return true; }),
                                              {body("Arn", arn()), body("Id", id())}, ChangeErrors);
    return result;
}

const Operation& getFuotaTaskOperation()
{
    static const Operation result = operation("GetFuotaTask", {"GET", "/fuota-tasks/{Id}", 200},
                                              {uri("Id", id())}, getOutput(), ResourceErrors);
    return result;
}

const Operation& listFuotaTasksOperation()
{
    static const Operation result = operation(
        "ListFuotaTasks", {"GET", "/fuota-tasks", 200}, pageQuery(),
        pageOf("FuotaTaskList", {body("Id", id()), body("Arn", arn()), body("Name", name())}),
        ListErrors);
    return result;
}

const Operation& updateFuotaTaskOperation()
{
    static const Operation result = operation(
        "UpdateFuotaTask", {"PATCH", "/fuota-tasks/{Id}", 204}, updateInput(), {}, ChangeErrors);
    return result;
}

const Operation& deleteFuotaTaskOperation()
{
    static const Operation result =
        operation("DeleteFuotaTask", {"DELETE", "/fuota-tasks/{Id}", 204}, {uri("Id", id())}, {},
                  ResourceErrors);
    return result;
}

const Operation& startFuotaTaskOperation()
{
    static const Operation result = operation(
        "StartFuotaTask", {"PUT", "/fuota-tasks/{Id}", 204},
        {uri("Id", id()),
         body("LoRaWAN", structure({body("StartTime", timestamp(TimestampFormat::Iso8601))}))},
        {}, ChangeErrors);
    return result;
}

} // namespace fuotadesk
