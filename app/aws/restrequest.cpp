#include "aws/restrequest.h"

#include "aws/timestamps.h"
#include "aws/uriencoding.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace fuotadesk {

namespace {

bool isSet(const QJsonValue& value)
{
    return !value.isNull() && !value.isUndefined();
}

bool isWhole(const QJsonValue& value)
{
    return value.isDouble() && std::trunc(value.toDouble()) == value.toDouble();
}

bool fits(ShapeType type, const QJsonValue& value)
{
    switch (type) {
    case ShapeType::String:
    case ShapeType::Blob:
        return value.isString();
    case ShapeType::Integer:
    case ShapeType::Long:
        return isWhole(value);
    case ShapeType::Float:
    case ShapeType::Double:
    case ShapeType::Timestamp:
        return value.isDouble();
    case ShapeType::Boolean:
        return value.isBool();
    case ShapeType::List:
        return value.isArray();
    case ShapeType::Map:
    case ShapeType::Structure:
        return value.isObject();
    }
    return false;
}

// Fills a request member by member; the first member that can not be sent is kept.
class RequestWriter {
public:
    explicit RequestWriter(const QString& token) : m_token(token) { }

    QJsonObject bodyObject(const Shape& shape, const QJsonObject& params);
    void addLocated(const Shape& shape, const QJsonObject& params);
    QByteArray path(const QString& uriTemplate) const;
    QByteArray query() const;
    const HttpHeaders& headers() const { return m_headers; }
    const QString& invalidMember() const { return m_invalid; }

private:
    QJsonValue memberValue(const ShapeMember& member, const QJsonObject& params);
    QJsonValue bodyValue(const Shape& shape, const QJsonValue& value, const QString& name);
    QByteArray text(const Shape& shape, const QJsonValue& value, const QString& name,
                    TimestampFormat defaultFormat);
    void addQuery(const ShapeMember& member, const QJsonValue& value);
    void addQueryMap(const ShapeMember& member, const QJsonObject& map);
    void refuse(const QString& name);

    QString m_token;
    QString m_invalid;
    QList<std::pair<QString, QByteArray>> m_labels;
    QList<std::pair<QString, QByteArray>> m_query;
    HttpHeaders m_headers;
};

void RequestWriter::refuse(const QString& name)
{
    if (m_invalid.isEmpty())
        m_invalid = name;
}

QJsonValue RequestWriter::memberValue(const ShapeMember& member, const QJsonObject& params)
{
    QJsonValue value = params.value(member.name);
    if (isSet(value))
        return value;
    if (member.idempotencyToken && !m_token.isEmpty())
        return m_token;
    if (member.required)
        refuse(member.name);
    return QJsonValue::Undefined;
}

QJsonObject RequestWriter::bodyObject(const Shape& shape, const QJsonObject& params)
{
    QJsonObject object;
    for (const ShapeMember& member : shape.members) {
        if (member.location != MemberLocation::Body)
            continue;
        const QJsonValue value = memberValue(member, params);
        if (isSet(value))
            object.insert(member.wireName, bodyValue(*member.shape, value, member.name));
    }
    return object;
}

QJsonValue timestampValue(TimestampFormat format, double seconds)
{
    const QDateTime time = fromEpochSeconds(seconds);
    if (format == TimestampFormat::Iso8601)
        return QString::fromLatin1(iso8601Text(time));
    if (format == TimestampFormat::HttpDate)
        return QString::fromLatin1(httpDateText(time));
    return seconds;
}

QJsonValue RequestWriter::bodyValue(const Shape& shape, const QJsonValue& value,
                                    const QString& name)
{
    if (!fits(shape.type, value)) {
        refuse(name);
        return {};
    }
    if (shape.type == ShapeType::Structure)
        return bodyObject(shape, value.toObject());
    if (shape.type == ShapeType::Blob)
        return QString::fromLatin1(value.toString().toLatin1().toBase64());
    if (shape.type == ShapeType::Timestamp)
        return timestampValue(shape.timestampFormat, value.toDouble());
    if (shape.type == ShapeType::List) {
        QJsonArray array;
        for (const auto items = value.toArray(); const auto& item : items)
            array.append(bodyValue(*shape.element, item, name));
        return array;
    }
    if (shape.type == ShapeType::Map) {
        QJsonObject map = value.toObject();
        for (auto it = map.begin(); it != map.end(); ++it)
            it.value() = bodyValue(*shape.element, it.value(), name);
        return map;
    }
    return value;
}

// A scalar as it stands in a path, a query or a header.
QByteArray RequestWriter::text(const Shape& shape, const QJsonValue& value, const QString& name,
                               TimestampFormat defaultFormat)
{
    if (!fits(shape.type, value)) {
        refuse(name);
        return {};
    }
    switch (shape.type) {
    case ShapeType::Integer:
    case ShapeType::Long:
        return QByteArray::number(value.toInteger());
    case ShapeType::Boolean:
        return value.toBool() ? QByteArrayLiteral("true") : QByteArrayLiteral("false");
    case ShapeType::Float:
    case ShapeType::Double:
        return QByteArray::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    case ShapeType::Blob:
        return value.toString().toLatin1().toBase64();
    case ShapeType::Timestamp: {
        const bool isDefault = shape.timestampFormat == TimestampFormat::Default;
        const auto format = isDefault ? defaultFormat : shape.timestampFormat;
        const QJsonValue written = timestampValue(format, value.toDouble());
        return written.isString() ? written.toString().toLatin1()
                                  : QByteArray::number(written.toInteger());
    }
    default:
        return value.toString().toUtf8();
    }
}

void RequestWriter::addQuery(const ShapeMember& member, const QJsonValue& value)
{
    const bool isList = member.shape->type == ShapeType::List;
    const Shape& scalar = isList ? *member.shape->element : *member.shape;
    const QJsonArray items = isList ? value.toArray() : QJsonArray{value};
    for (const auto& item : items)
        m_query.append(
            {member.wireName, text(scalar, item, member.name, TimestampFormat::Iso8601)});
}

// Names that a member of their own has already given stay as they are.
void RequestWriter::addQueryMap(const ShapeMember& member, const QJsonObject& map)
{
    const auto given = m_query;
    for (auto it = map.begin(); it != map.end(); ++it) {
        const bool isGiven =
            std::ranges::any_of(given, [&](const auto& pair) { return pair.first == it.key(); });
        if (!isGiven)
            addQuery({member.name, member.shape->element, member.location, it.key()}, it.value());
    }
}

void RequestWriter::addLocated(const Shape& shape, const QJsonObject& params)
{
    const ShapeMember* map = nullptr;
    for (const ShapeMember& member : shape.members) {
        if (member.location == MemberLocation::Body)
            continue;
        const QJsonValue value = memberValue(member, params);
        if (!isSet(value))
            continue;
        if (member.location == MemberLocation::Header) {
            m_headers.append({member.wireName.toLatin1(),
                              text(*member.shape, value, member.name, TimestampFormat::HttpDate)});
        } else if (member.location == MemberLocation::Uri) {
            const QByteArray label =
                text(*member.shape, value, member.name, TimestampFormat::Iso8601);
            // The path would be that of another resource: QUrl resolves dot segments.
            if (label.isEmpty() || label == "." || label == "..")
                refuse(member.name);
            m_labels.append({member.wireName, label});
        } else if (member.shape->type == ShapeType::Map) {
            map = &member;
        } else {
            addQuery(member, value);
        }
    }
    if (map)
        addQueryMap(*map, params.value(map->name).toObject());
}

QByteArray RequestWriter::path(const QString& uriTemplate) const
{
    QByteArray result = uriTemplate.toUtf8();
    for (const auto& [name, value] : m_labels)
        result.replace('{' + name.toUtf8() + '}', percentEncoded(value));
    return result;
}

QByteArray RequestWriter::query() const
{
    QByteArray result;
    for (const auto& [name, value] : m_query) {
        result.append(result.isEmpty() ? '?' : '&');
        result.append(percentEncoded(name.toUtf8())).append('=').append(percentEncoded(value));
    }
    return result;
}

bool hasBody(const Shape& shape)
{
    return std::ranges::any_of(shape.members, [](const ShapeMember& member) {
        return member.location == MemberLocation::Body;
    });
}

} // namespace

Result<RestRequest> restRequest(const Operation& operation, const QJsonObject& params,
                                const QString& idempotencyToken)
{
    static const Shape Empty;
    const Shape& input = operation.input ? *operation.input : Empty;
    RequestWriter writer(idempotencyToken);
    writer.addLocated(input, params);
    RestRequest request{
        operation.method, writer.path(operation.uri) + writer.query(), writer.headers(), {}};
    if (hasBody(input)) {
        const QJsonObject body = writer.bodyObject(input, params);
        request.headers.append(
            {QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/json")});
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    if (!writer.invalidMember().isEmpty())
        return failure(ErrorKind::InputInvalid, writer.invalidMember());
    return request;
}

} // namespace fuotadesk
