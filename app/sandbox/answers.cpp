#include "sandbox/answers.h"

#include "aws/timestamps.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace fuotadesk {

namespace {

constexpr qsizetype LongestMessage = 2048; // of the model

QJsonValue writtenTime(TimestampFormat format, double seconds)
{
    const QDateTime time = fromEpochSeconds(seconds);
    if (format == TimestampFormat::Iso8601)
        return QString::fromLatin1(iso8601Text(time));
    return seconds;
}

QJsonObject writtenObject(const Shape& shape, QJsonObject object);

QJsonValue written(const Shape& shape, const QJsonValue& value)
{
    if (shape.type == ShapeType::Timestamp)
        return writtenTime(shape.timestampFormat, value.toDouble());
    if (shape.type == ShapeType::Structure)
        return writtenObject(shape, value.toObject());
    if (shape.type != ShapeType::List)
        return value;
    QJsonArray array;
    for (const auto items = value.toArray(); const auto& item : items)
        array.append(written(*shape.element, item));
    return array;
}

QJsonObject writtenObject(const Shape& shape, QJsonObject object)
{
    for (const ShapeMember& member : shape.members)
        if (object.contains(member.name))
            object.insert(member.wireName, written(*member.shape, object.take(member.name)));
    return object;
}

HttpAnswer jsonAnswer(int status, const QJsonObject& body)
{
    return {status,
            {{"Content-Type", "application/json"}},
            QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

// What a modelled exception has beside its text.
void addResource(const ServiceError& error, QJsonObject& body)
{
    if (error.code == "TooManyTagsException")
        body.insert(QStringLiteral("ResourceName"), error.resourceId);
    if (error.status != 404 && error.status != 409)
        return;
    body.insert(QStringLiteral("ResourceId"), error.resourceId);
    body.insert(QStringLiteral("ResourceType"), error.resourceType);
}

} // namespace

ServiceError rateExceeded()
{
    return {429, "ThrottlingException", QStringLiteral("Rate exceeded"), {}, {}, false};
}

ServiceError internalError()
{
    return {500,
            "InternalServerException",
            QStringLiteral("An unexpected error occurred while processing a request."),
            {},
            {},
            false};
}

ServiceError unknownOperation()
{
    return {404, "UnknownOperationException", QStringLiteral("Unknown operation"), {}, {}, true};
}

ServiceError authenticationError(const QByteArray& code, const QString& message)
{
    return {403, code, message, {}, {}, true};
}

HttpAnswer outputAnswer(const Operation& operation, const QJsonObject& result)
{
    if (operation.status == 204)
        return {operation.status, {}, {}};
    return jsonAnswer(operation.status, writtenObject(*operation.output, result));
}

HttpAnswer errorAnswer(const ServiceError& error)
{
    const QString member =
        error.fromFrontEnd ? QStringLiteral("message") : QStringLiteral("Message");
    QJsonObject body{{member, error.message.left(LongestMessage)}};
    if (!error.fromFrontEnd)
        addResource(error, body);
    HttpAnswer answer = jsonAnswer(error.status, body);
    answer.headers.append({"x-amzn-errortype", error.code});
    return answer;
}

void stamp(HttpAnswer& answer, const QString& requestId, const QDateTime& now)
{
    const QString date =
        QLocale::c().toString(now.toUTC(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    answer.headers.append({"x-amzn-requestid", requestId.toLatin1()});
    answer.headers.append({"Date", date.toLatin1()});
}

} // namespace fuotadesk
