#include "sandbox/answers.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>

namespace fuotadesk {

namespace {

constexpr qsizetype LongestMessage = 2048; // of the model

} // namespace

ServiceError validationError(const QString& message)
{
    return {400, "ValidationException", message, {}, false};
}

ServiceError taskNotFound(const QString& id)
{
    return {404, "ResourceNotFoundException", QStringLiteral("Resource not found."), id, false};
}

ServiceError tokenConflict(const QString& existingId)
{
    return {409, "ConflictException",
            QStringLiteral("The ClientRequestToken was used before with other parameters."),
            existingId, false};
}

ServiceError rateExceeded()
{
    return {429, "ThrottlingException", QStringLiteral("Rate exceeded"), {}, false};
}

ServiceError unknownOperation()
{
    return {404, "UnknownOperationException", QStringLiteral("Unknown operation"), {}, true};
}

ServiceError authenticationError(const QByteArray& code, const QString& message)
{
    return {403, code, message, {}, true};
}

HttpAnswer jsonAnswer(int status, const QJsonObject& body)
{
    return {status,
            {{"Content-Type", "application/json"}},
            QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

HttpAnswer emptyAnswer()
{
    return {204, {}, {}};
}

HttpAnswer errorAnswer(const ServiceError& error)
{
    const QString member =
        error.fromFrontEnd ? QStringLiteral("message") : QStringLiteral("Message");
    QJsonObject body{{member, error.message.left(LongestMessage)}};
    if (!error.fromFrontEnd && (error.status == 404 || error.status == 409)) {
        body.insert(QStringLiteral("ResourceId"), error.resourceId);
        body.insert(QStringLiteral("ResourceType"), QStringLiteral("FuotaTask"));
    }
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
