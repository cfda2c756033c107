#include "conformance/shapereader.h"

#include <QJsonArray>
#include <QMap>

namespace fuotadesk {

namespace {

constexpr int DeepestShape = 32; // a shape that contains itself ends here

ShapeType typeOf(const QString& name)
{
    static const QMap<QString, ShapeType> types{
        {QStringLiteral("string"), ShapeType::String},
        {QStringLiteral("character"), ShapeType::String},
        {QStringLiteral("integer"), ShapeType::Integer},
        {QStringLiteral("long"), ShapeType::Long},
        {QStringLiteral("float"), ShapeType::Float},
        {QStringLiteral("double"), ShapeType::Double},
        {QStringLiteral("boolean"), ShapeType::Boolean},
        {QStringLiteral("blob"), ShapeType::Blob},
        {QStringLiteral("timestamp"), ShapeType::Timestamp},
        {QStringLiteral("list"), ShapeType::List},
        {QStringLiteral("map"), ShapeType::Map},
        {QStringLiteral("structure"), ShapeType::Structure},
    };
    return types.value(name, ShapeType::Structure);
}

constexpr auto TimeAsText = u"ISODateTimeString"; // only its name says that it is a time

TimestampFormat formatOf(const QString& name)
{
    if (name == u"iso8601")
        return TimestampFormat::Iso8601;
    if (name == u"rfc822")
        return TimestampFormat::HttpDate;
    if (name == u"unixTimestamp")
        return TimestampFormat::EpochSeconds;
    return TimestampFormat::Default;
}

MemberLocation locationOf(const QString& name)
{
    if (name == u"uri")
        return MemberLocation::Uri;
    if (name == u"querystring")
        return MemberLocation::Query;
    if (name == u"header")
        return MemberLocation::Header;
    if (name == u"statusCode")
        return MemberLocation::StatusCode;
    return MemberLocation::Body;
}

std::optional<qint64> limit(const QJsonValue& value)
{
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

ShapePtr shapeNamed(const QString& name, const QJsonObject& shapes, int depth);

std::vector<ShapeMember> membersOf(const QJsonObject& model, const QJsonObject& shapes, int depth)
{
    std::vector<ShapeMember> result;
    const QJsonObject members = model.value(u"members").toObject();
    const QJsonArray required = model.value(u"required").toArray();
    for (auto it = members.begin(); it != members.end(); ++it) {
        const QJsonObject reference = it.value().toObject();
        result.push_back(
            {it.key(), shapeNamed(reference.value(u"shape").toString(), shapes, depth + 1),
             locationOf(reference.value(u"location").toString()),
             reference.value(u"locationName").toString(it.key()), required.contains(it.key()),
             reference.value(u"idempotencyToken").toBool()});
    }
    return result;
}

ShapePtr shapeNamed(const QString& name, const QJsonObject& shapes, int depth)
{
    const QJsonObject model = shapes.value(name).toObject();
    Shape shape;
    shape.type = typeOf(model.value(u"type").toString());
    shape.timestampFormat = name == TimeAsText
        ? TimestampFormat::Iso8601
        : formatOf(model.value(u"timestampFormat").toString());
    shape.minimum = limit(model.value(u"min"));
    shape.maximum = limit(model.value(u"max"));
    shape.pattern = model.value(u"pattern").toString();
    for (const auto values = model.value(u"enum").toArray(); const QJsonValue& value : values)
        shape.values.append(value.toString());
    if (depth > DeepestShape)
        return std::make_shared<const Shape>(shape);
    const auto element =
        shape.type == ShapeType::Map ? model.value(u"value") : model.value(u"member");
    if (element.isObject())
        shape.element = shapeNamed(element[u"shape"].toString(), shapes, depth + 1);
    shape.members = membersOf(model, shapes, depth);
    return std::make_shared<const Shape>(shape);
}

} // namespace

Operation operationFromModel(const QJsonObject& operation, const QJsonObject& shapes)
{
    const QJsonObject http = operation.value(u"http").toObject();
    Operation result;
    result.name = operation.value(u"name").toString();
    result.method = http.value(u"method").toString().toLatin1();
    result.uri = http.value(u"requestUri").toString();
    result.status = http.value(u"responseCode").toInt(200);
    if (operation.contains(u"input"))
        result.input = shapeNamed(operation[u"input"][u"shape"].toString(), shapes, 0);
    if (operation.contains(u"output"))
        result.output = shapeNamed(operation[u"output"][u"shape"].toString(), shapes, 0);
    for (const auto errors = operation.value(u"errors").toArray();
         const QJsonValue& each : errors) {
        const QString name = each[u"shape"].toString();
        const QJsonObject error = shapes.value(name)[u"error"].toObject();
        result.errors.push_back({error.value(u"code").toString(name),
                                 error.value(u"httpStatusCode").toInt(),
                                 shapeNamed(name, shapes, 0)});
    }
    return result;
}

} // namespace fuotadesk
