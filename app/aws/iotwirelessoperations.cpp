#include "aws/iotwirelessoperations.h"

#include "fuota/fieldtable.h"
#include "fuota/fuotatask.h"

namespace fuotadesk {

namespace {

ShapePtr make(Shape shape)
{
    return std::make_shared<const Shape>(std::move(shape));
}

ShapePtr text(std::optional<qint64> maximum = {})
{
    Shape shape;
    shape.type = ShapeType::String;
    shape.maximum = maximum;
    return make(shape);
}

ShapePtr timestamp(TimestampFormat format)
{
    Shape shape;
    shape.type = ShapeType::Timestamp;
    shape.timestampFormat = format;
    return make(shape);
}

ShapePtr listOf(ShapePtr element, std::optional<qint64> minimum = {},
                std::optional<qint64> maximum = {})
{
    Shape shape;
    shape.type = ShapeType::List;
    shape.element = std::move(element);
    shape.minimum = minimum;
    shape.maximum = maximum;
    return make(shape);
}

ShapePtr structure(std::vector<ShapeMember> members)
{
    Shape shape;
    shape.members = std::move(members);
    return make(shape);
}

ShapeMember member(const QString& name, ShapePtr shape, bool required = false)
{
    return {name, std::move(shape), MemberLocation::Body, name, required};
}

ShapeMember queryMember(const QString& name, const QString& wireName, ShapePtr shape)
{
    return {name, std::move(shape), MemberLocation::Query, wireName};
}

ShapePtr taskId()
{
    return text(256);
}
ShapePtr taskArn()
{
    return text(128);
}
ShapePtr pageToken()
{
    return text(4096);
}
ShapePtr taskName()
{
    return text(fieldSpec(Field::Name).maximum);
}

ShapePtr tagPart(const TagPartSpec& spec)
{
    Shape shape;
    shape.type = ShapeType::String;
    shape.minimum = spec.minimum;
    shape.maximum = spec.maximum;
    return make(shape);
}

ShapePtr shapeOf(const FieldSpec& spec)
{
    if (spec.type == FieldType::TagList) {
        const auto part = [](const TagPartSpec& each) {
            return member(QString::fromLatin1(each.wireName), tagPart(each), true);
        };
        return listOf(structure({part(tagKeySpec()), part(tagValueSpec())}), spec.minimum,
                      spec.maximum);
    }
    Shape shape;
    shape.type = spec.type == FieldType::Integer ? ShapeType::Integer : ShapeType::String;
    shape.minimum = spec.minimum;
    shape.maximum = spec.maximum;
    shape.pattern = QString::fromLatin1(spec.pattern);
    for (const char* value : spec.values)
        shape.values.append(QString::fromLatin1(value));
    return make(shape);
}

ShapeMember memberOf(const FieldSpec& spec)
{
    ShapeMember result = member(QString::fromLatin1(spec.wireName), shapeOf(spec), spec.required);
    result.idempotencyToken = spec.field == Field::ClientRequestToken;
    return result;
}

ShapePtr createInput()
{
    std::vector<ShapeMember> members;
    std::vector<ShapeMember> lorawan;
    for (const FieldSpec& spec : fieldTable())
        (spec.container ? lorawan : members).push_back(memberOf(spec));
    members.push_back(member(QStringLiteral("LoRaWAN"), structure(lorawan)));
    return structure(std::move(members));
}

ShapePtr taskStatus()
{
    Shape shape;
    shape.type = ShapeType::String;
    for (const TaskStatus status :
         {TaskStatus::Pending, TaskStatus::SessionWaiting, TaskStatus::InSession, TaskStatus::Done,
          TaskStatus::DeleteWaiting})
        shape.values.append(taskStatusText(status));
    return make(shape);
}

// Everything that was sent but the token and the tags. The region is a free text here.
ShapePtr getOutput()
{
    std::vector<ShapeMember> members{
        member(QStringLiteral("Arn"), taskArn()),
        member(QStringLiteral("Id"), taskId()),
        member(QStringLiteral("Status"), taskStatus()),
        member(QStringLiteral("CreatedAt"), timestamp(TimestampFormat::Default)),
        member(
            QStringLiteral("LoRaWAN"),
            structure({member(QStringLiteral("RfRegion"), text(64)),
                       member(QStringLiteral("StartTime"), timestamp(TimestampFormat::Iso8601))})),
    };
    for (const FieldSpec& spec : fieldTable()) {
        const bool isSentOnly =
            spec.field == Field::ClientRequestToken || spec.field == Field::Tags;
        if (spec.container || isSentOnly)
            continue;
        ShapeMember each = memberOf(spec);
        each.required = false;
        members.push_back(std::move(each));
    }
    return structure(std::move(members));
}

ErrorShape exception(const char* code, int status, bool namesResource = false)
{
    std::vector<ShapeMember> members{member(QStringLiteral("Message"), text(2048))};
    if (namesResource) {
        members.push_back(member(QStringLiteral("ResourceId"), text()));
        members.push_back(member(QStringLiteral("ResourceType"), text()));
    }
    return {QString::fromLatin1(code), status, structure(std::move(members))};
}

enum Exceptions { Common, AlsoNotFound, AlsoNotFoundAndConflict };

std::vector<ErrorShape> errors(Exceptions which)
{
    std::vector<ErrorShape> result{
        exception("ValidationException", 400), exception("AccessDeniedException", 403),
        exception("ThrottlingException", 429), exception("InternalServerException", 500)};
    if (which != Common)
        result.push_back(exception("ResourceNotFoundException", 404, true));
    if (which == AlsoNotFoundAndConflict)
        result.push_back(exception("ConflictException", 409, true));
    return result;
}

ShapePtr idInput()
{
    const auto name = QStringLiteral("Id");
    return structure({{name, taskId(), MemberLocation::Uri, name, true}});
}

} // namespace

const Operation& createFuotaTaskOperation()
{
    static const Operation operation{QStringLiteral("CreateFuotaTask"),
                                     "POST",
                                     QStringLiteral("/fuota-tasks"),
                                     201,
                                     createInput(),
                                     structure({member(QStringLiteral("Arn"), taskArn()),
                                                member(QStringLiteral("Id"), taskId())}),
                                     errors(AlsoNotFoundAndConflict)};
    return operation;
}

const Operation& getFuotaTaskOperation()
{
    static const Operation operation{QStringLiteral("GetFuotaTask"),
                                     "GET",
                                     QStringLiteral("/fuota-tasks/{Id}"),
                                     200,
                                     idInput(),
                                     getOutput(),
                                     errors(AlsoNotFound)};
    return operation;
}

const Operation& listFuotaTasksOperation()
{
    Shape pageSize;
    pageSize.type = ShapeType::Integer;
    pageSize.minimum = 0;
    pageSize.maximum = LargestTaskPage;
    static const Operation operation{
        QStringLiteral("ListFuotaTasks"),
        "GET",
        QStringLiteral("/fuota-tasks"),
        200,
        structure(
            {queryMember(QStringLiteral("NextToken"), QStringLiteral("nextToken"), pageToken()),
             queryMember(QStringLiteral("MaxResults"), QStringLiteral("maxResults"),
                         make(pageSize))}),
        structure({member(QStringLiteral("NextToken"), pageToken()),
                   member(QStringLiteral("FuotaTaskList"),
                          listOf(structure({member(QStringLiteral("Id"), taskId()),
                                            member(QStringLiteral("Arn"), taskArn()),
                                            member(QStringLiteral("Name"), taskName())})))}),
        errors(Common)};
    return operation;
}

const Operation& deleteFuotaTaskOperation()
{
    static const Operation operation{QStringLiteral("DeleteFuotaTask"),
                                     "DELETE",
                                     QStringLiteral("/fuota-tasks/{Id}"),
                                     204,
                                     idInput(),
                                     structure({}),
                                     errors(AlsoNotFound)};
    return operation;
}

std::vector<const Operation*> fuotaTaskOperations()
{
    return {&createFuotaTaskOperation(), &getFuotaTaskOperation(), &listFuotaTasksOperation(),
            &deleteFuotaTaskOperation()};
}

} // namespace fuotadesk
