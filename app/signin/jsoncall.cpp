#include "signin/jsoncall.h"

#include "aws/serviceerror.h"

#include <QJsonDocument>

namespace fuotadesk {

HttpRequest jsonRequest(const QUrl& endpoint, const QString& path, const QJsonObject& body,
                        const QString& operation)
{
    HttpRequest request;
    request.method = "POST";
    request.url = endpoint;
    request.url.setPath(path);
    request.headers = {{"Content-Type", "application/json"}};
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.operation = operation;
    return request;
}

Result<QJsonObject> jsonAnswer(const HttpRequest& request, const HttpResponse& response)
{
    const QJsonDocument document = QJsonDocument::fromJson(response.body);
    const QJsonObject object = document.object();
    if (response.status >= 200 && response.status < 300) {
        if (!document.isObject())
            return failure(unreadableAnswer(request, response));
        return object;
    }
    Error error = serviceError(request, response);
    if (const QString code = object.value(QStringLiteral("error")).toString(); !code.isEmpty()) {
        error.code = code;
        error.detail = object.value(QStringLiteral("error_description")).toString(error.detail);
    }
    return failure(error);
}

} // namespace fuotadesk
