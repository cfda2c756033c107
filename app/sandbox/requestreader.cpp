#include "sandbox/requestreader.h"

#include "sandbox/shapereader.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace fuotadesk {

namespace {

Served<QJsonObject> readObject(const QByteArray& body)
{
    if (body.isEmpty())
        return QJsonObject();
    if (body.size() > LargestBody)
        return refused(validationError(QStringLiteral("The request body is too large")));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return refused(validationError(QStringLiteral("The request body is not valid JSON: ")
                                       + error.errorString()));
    if (!document.isObject())
        return refused(validationError(QStringLiteral("The request body is not a JSON object")));
    return document.object();
}

// A text stays one where the shape wants a number that it is not: then it has the wrong type.
QJsonValue fromText(const Shape& shape, const QString& text)
{
    if (shape.type == ShapeType::Boolean && (text == u"true" || text == u"false"))
        return text == u"true";
    if (shape.type != ShapeType::Integer && shape.type != ShapeType::Long)
        return text;
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(text);
}

QJsonValue fromQuery(const ShapeMember& member, const QList<QueryItem>& query)
{
    const bool isList = member.shape->type == ShapeType::List;
    const Shape& scalar = isList ? *member.shape->element : *member.shape;
    QJsonArray values;
    for (const QueryItem& item : query)
        if (QString::fromUtf8(item.name) == member.wireName)
            values.append(fromText(scalar, QString::fromUtf8(item.value)));
    if (values.isEmpty())
        return QJsonValue::Undefined;
    return isList ? QJsonValue(values) : values.first();
}

QJsonValue sentValue(const ShapeMember& member, const Route& route, const QJsonObject& body)
{
    if (member.location == MemberLocation::Uri)
        return fromText(*member.shape, route.labels.value(member.wireName));
    if (member.location == MemberLocation::Query)
        return fromQuery(member, route.query);
    return body.value(member.wireName);
}

bool takesBody(const Shape& input)
{
    return std::ranges::any_of(input.members, [](const ShapeMember& member) {
        return member.location == MemberLocation::Body;
    });
}

} // namespace

Served<QJsonObject> readRequest(const Route& route, const QByteArray& body)
{
    const Shape& input = *route.operation->input;
    const auto object = takesBody(input) ? readObject(body) : QJsonObject();
    if (!object)
        return refused(object.error());
    QJsonObject sent;
    for (const ShapeMember& member : input.members)
        if (const QJsonValue value = sentValue(member, route, *object); !value.isUndefined())
            sent.insert(member.wireName, value);
    ShapeReader reader;
    QJsonObject params = reader.read(input, sent);
    if (const auto refusal = reader.refusal())
        return refused(*refusal);
    return params;
}

} // namespace fuotadesk
