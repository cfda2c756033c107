#include "iotwireless/shapebuilder.h"

#include "iotwireless/operations.h"

namespace fuotadesk::shapes {

namespace {

ShapePtr make(Shape shape)
{
    return std::make_shared<const Shape>(std::move(shape));
}

ShapePtr ofTagPart(const TagPartSpec& spec)
{
    return text(spec.maximum, spec.minimum);
}

constexpr auto TimePattern =
    R"(^([\+-]?\d{4}(?!\d{2}\b))((-?)((0[1-9]|1[0-2])(\3([12]\d|0[1-9]|3[01]))?)"
    R"(|W([0-4]\d|5[0-2])(-?[1-7])?|(00[1-9]|0[1-9]\d|[12]\d{2}|3([0-5]\d|6[1-6]))))"
    R"(([T\s]((([01]\d|2[0-3])((:?)[0-5]\d)?|24\:?00)([\.,]\d+(?!:))?)?)"
    R"((\17[0-5]\d([\.,]\d+)?)?([zZ]|([\+-])([01]\d|2[0-3]):?([0-5]\d)?)?)?)?$)";

ErrorShape errorOf(Exception exception)
{
    const auto error = [](const char* code, int status, const Members& more = {}) {
        Members members{body("Message", text(2048))};
        members.insert(members.end(), more.begin(), more.end());
        return ErrorShape{QString::fromLatin1(code), status, structure(std::move(members))};
    };
    const Members resource{body("ResourceId", text()), body("ResourceType", text())};
    switch (exception) {
    case Exception::Validation:
        return error("ValidationException", 400);
    case Exception::TooManyTags:
        return error("TooManyTagsException", 400, {body("ResourceName", text(1011, 1))});
    case Exception::AccessDenied:
        return error("AccessDeniedException", 403);
    case Exception::NotFound:
        return error("ResourceNotFoundException", 404, resource);
    case Exception::Conflict:
        return error("ConflictException", 409, resource);
    case Exception::Throttling:
        return error("ThrottlingException", 429);
    case Exception::Internal:
        break;
    }
    return error("InternalServerException", 500);
}

} // namespace

ShapePtr text(Limit maximum, Limit minimum)
{
    Shape shape;
    shape.type = ShapeType::String;
    shape.minimum = minimum;
    shape.maximum = maximum;
    return make(shape);
}

ShapePtr textLike(const char* pattern, Limit maximum)
{
    Shape shape;
    shape.type = ShapeType::String;
    shape.maximum = maximum;
    shape.pattern = QString::fromLatin1(pattern);
    return make(shape);
}

ShapePtr timeText()
{
    Shape shape;
    shape.type = ShapeType::String;
    shape.timestampFormat = TimestampFormat::Iso8601;
    shape.pattern = QString::fromLatin1(TimePattern);
    return make(shape);
}

ShapePtr words(std::span<const char* const> values, Limit maximum)
{
    Shape shape;
    shape.type = ShapeType::String;
    shape.maximum = maximum;
    for (const char* value : values)
        shape.values.append(QString::fromLatin1(value));
    return make(shape);
}

ShapePtr words(std::initializer_list<const char*> values)
{
    return words(std::span(values.begin(), values.size()));
}

ShapePtr number(ShapeType type, Limit minimum, Limit maximum)
{
    Shape shape;
    shape.type = type;
    shape.minimum = minimum;
    shape.maximum = maximum;
    return make(shape);
}

ShapePtr integer(Limit minimum, Limit maximum)
{
    return number(ShapeType::Integer, minimum, maximum);
}

ShapePtr boolean()
{
    return number(ShapeType::Boolean);
}

ShapePtr timestamp(TimestampFormat format)
{
    Shape shape;
    shape.type = ShapeType::Timestamp;
    shape.timestampFormat = format;
    return make(shape);
}

ShapePtr list(ShapePtr element, Limit minimum, Limit maximum)
{
    Shape shape;
    shape.type = ShapeType::List;
    shape.element = std::move(element);
    shape.minimum = minimum;
    shape.maximum = maximum;
    return make(shape);
}

ShapePtr structure(Members members)
{
    Shape shape;
    shape.members = std::move(members);
    return make(shape);
}

ShapeMember body(const char* name, ShapePtr shape, Need need)
{
    const QString word = QString::fromLatin1(name);
    return {word, std::move(shape), MemberLocation::Body, word, need == Need::Required};
}

ShapeMember uri(const char* name, ShapePtr shape, const char* wireName)
{
    return {QString::fromLatin1(name), std::move(shape), MemberLocation::Uri,
            QString::fromLatin1(wireName ? wireName : name), true};
}

ShapeMember query(const char* name, const char* wireName, ShapePtr shape, Need need)
{
    return {QString::fromLatin1(name), std::move(shape), MemberLocation::Query,
            QString::fromLatin1(wireName), need == Need::Required};
}

ShapePtr id()
{
    return text(256);
}

ShapePtr name()
{
    return ofField(fieldSpec(Field::Name));
}

ShapePtr description()
{
    return ofField(fieldSpec(Field::Description));
}

ShapePtr region()
{
    return ofField(fieldSpec(Field::RfRegion));
}

ShapePtr tags()
{
    return ofField(fieldSpec(Field::Tags));
}

ShapePtr ofField(const FieldSpec& spec)
{
    if (spec.type == FieldType::TagList) {
        const auto part = [](const TagPartSpec& each) {
            return body(each.wireName, ofTagPart(each), Need::Required);
        };
        return list(structure({part(tagKeySpec()), part(tagValueSpec())}), spec.minimum,
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

ShapeMember memberOfField(const FieldSpec& spec)
{
    ShapeMember result =
        body(spec.wireName, ofField(spec), spec.required ? Need::Required : Need::Optional);
    result.idempotencyToken = spec.field == Field::ClientRequestToken;
    return result;
}

ShapePtr deviceType()
{
    return words({"Sidewalk", "LoRaWAN"});
}

ShapePtr eui()
{
    return textLike("[a-fA-F0-9]{16}");
}

ShapePtr gatewayEui()
{
    return textLike(R"(^(([0-9A-Fa-f]{2}-){7}|([0-9A-Fa-f]{2}:){7}|([0-9A-Fa-f]{2}\s){7}|)"
                    R"(([0-9A-Fa-f]{2}){7})([0-9A-Fa-f]{2})$)");
}

Members pageQuery(Members more)
{
    more.push_back(query("NextToken", "nextToken", text(4096)));
    more.push_back(query("MaxResults", "maxResults", integer(0, LargestPage)));
    return more;
}

Members pageOf(const char* listName, Members item)
{
    return {body("NextToken", text(4096)), body(listName, list(structure(std::move(item))))};
}

Operation operation(const char* name, const Http& http, Members input, Members output,
                    Exceptions exceptions)
{
    Operation result{QString::fromLatin1(name),
                     QByteArray(http.method),
                     QString::fromLatin1(http.uri),
                     http.status,
                     structure(std::move(input)),
                     structure(std::move(output)),
                     {}};
    for (const Exception each : exceptions)
        result.errors.push_back(errorOf(each));
    return result;
}

} // namespace fuotadesk::shapes
