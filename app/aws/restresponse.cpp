#include "aws/restresponse.h"

#include "aws/timestamps.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace fuotadesk {

namespace {

QJsonValue timestampFrom(const QJsonValue& value)
{
    if (value.isDouble())
        return fromEpochSeconds(value.toDouble()).isValid() ? value : QJsonValue::Undefined;
    const QString text = value.toString();
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    if (isNumber)
        return fromEpochSeconds(seconds).isValid() ? QJsonValue(seconds)
                                                   : QJsonValue(QJsonValue::Undefined);
    QDateTime time = parseIso8601(text);
    if (!time.isValid())
        time = parseHttpDate(text);
    return time.isValid() ? QJsonValue(epochSeconds(time)) : QJsonValue(QJsonValue::Undefined);
}

QJsonValue numberFrom(const QJsonValue& value, bool whole)
{
    const double number = value.toDouble();
    const bool good = value.isDouble() && (!whole || std::trunc(number) == number);
    return good ? value : QJsonValue::Undefined;
}

QJsonValue blobFrom(const QJsonValue& value)
{
    const auto decoded = QByteArray::fromBase64Encoding(value.toString().toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!value.isString() || !decoded)
        return QJsonValue::Undefined;
    return QString::fromLatin1(decoded.decoded);
}

// A text that holds a time may come as a number too.
QJsonValue textFrom(const Shape& shape, const QJsonValue& value)
{
    if (shape.timestampFormat != TimestampFormat::Default && value.isDouble())
        return QString::fromLatin1(iso8601Text(fromEpochSeconds(value.toDouble())));
    return value.isString() ? value : QJsonValue::Undefined;
}

// Undefined stands for a value of the wrong type.
QJsonValue scalarFrom(const Shape& shape, const QJsonValue& value)
{
    switch (shape.type) {
    case ShapeType::Integer:
    case ShapeType::Long:
        return numberFrom(value, true);
    case ShapeType::Float:
    case ShapeType::Double:
        return numberFrom(value, false);
    case ShapeType::Boolean:
        return value.isBool() ? value : QJsonValue::Undefined;
    case ShapeType::Blob:
        return blobFrom(value);
    case ShapeType::Timestamp:
        return timestampFrom(value);
    default:
        return textFrom(shape, value);
    }
}

class ResponseReader {
public:
    QJsonObject object(const Shape& shape, const QJsonObject& body);
    QJsonValue fromHeader(const ShapeMember& member, const HttpHeaders& headers);
    const QString& invalidMember() const { return m_invalid; }

private:
    QJsonValue value(const Shape& shape, const QJsonValue& value, const QString& name);
    QJsonValue listOrMap(const Shape& shape, const QJsonValue& value, const QString& name);
    QJsonValue refuse(const QString& name);

    QString m_invalid;
};

QJsonValue ResponseReader::refuse(const QString& name)
{
    if (m_invalid.isEmpty())
        m_invalid = name;
    return QJsonValue::Undefined;
}

QJsonObject ResponseReader::object(const Shape& shape, const QJsonObject& body)
{
    QJsonObject result;
    for (const ShapeMember& member : shape.members) {
        const QJsonValue given = body.value(member.wireName);
        if (member.location == MemberLocation::Body && !given.isNull() && !given.isUndefined())
            result.insert(member.name, value(*member.shape, given, member.name));
    }
    return result;
}

QJsonValue ResponseReader::value(const Shape& shape, const QJsonValue& given, const QString& name)
{
    if (shape.type == ShapeType::Structure)
        return given.isObject() ? QJsonValue(object(shape, given.toObject())) : refuse(name);
    if (shape.type == ShapeType::List || shape.type == ShapeType::Map)
        return listOrMap(shape, given, name);
    const QJsonValue result = scalarFrom(shape, given);
    return result.isUndefined() ? refuse(name) : result;
}

QJsonValue ResponseReader::listOrMap(const Shape& shape, const QJsonValue& given,
                                     const QString& name)
{
    if (shape.type == ShapeType::List) {
        if (!given.isArray())
            return refuse(name);
        QJsonArray result;
        for (const auto items = given.toArray(); const auto& item : items)
            if (!item.isNull())
                result.append(value(*shape.element, item, name));
        return result;
    }
    if (!given.isObject())
        return refuse(name);
    QJsonObject result;
    const QJsonObject map = given.toObject();
    for (auto it = map.begin(); it != map.end(); ++it)
        if (!it.value().isNull())
            result.insert(it.key(), value(*shape.element, it.value(), name));
    return result;
}

QJsonValue ResponseReader::fromHeader(const ShapeMember& member, const HttpHeaders& headers)
{
    const QString text = QString::fromUtf8(headerValue(headers, member.wireName.toLatin1()));
    if (text.isEmpty())
        return QJsonValue::Undefined;
    const ShapeType type = member.shape->type;
    const bool isText =
        type == ShapeType::String || type == ShapeType::Blob || type == ShapeType::Timestamp;
    if (isText)
        return value(*member.shape, text, member.name);
    if (type == ShapeType::Boolean)
        return text == u"true";
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber ? value(*member.shape, number, member.name) : refuse(member.name);
}

} // namespace

Result<QJsonObject> restMembers(const Shape& shape, const HttpResponse& response)
{
    const QJsonDocument document = QJsonDocument::fromJson(response.body);
    if (!response.body.trimmed().isEmpty() && !document.isObject())
        return failure(ErrorKind::AnswerMalformed);
    ResponseReader reader;
    QJsonObject result = reader.object(shape, document.object());
    for (const ShapeMember& member : shape.members) {
        QJsonValue value = QJsonValue::Undefined;
        if (member.location == MemberLocation::Header)
            value = reader.fromHeader(member, response.headers);
        else if (member.location == MemberLocation::StatusCode)
            value = response.status;
        if (!value.isUndefined())
            result.insert(member.name, value);
    }
    if (!reader.invalidMember().isEmpty())
        return failure(ErrorKind::AnswerMalformed, reader.invalidMember());
    return result;
}

} // namespace fuotadesk
