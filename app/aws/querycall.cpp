#include "aws/querycall.h"

#include "aws/serviceerror.h"
#include "aws/uriencoding.h"
#include "aws/xmlleaves.h"

namespace fuotadesk {

HttpRequest queryRequest(const QUrl& endpoint, const QString& action, const QString& version,
                         const QueryParameters& parameters)
{
    HttpRequest request;
    request.method = "POST";
    request.url = endpoint;
    if (request.url.path().isEmpty())
        request.url.setPath(QStringLiteral("/"));
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    QueryParameters all{{QStringLiteral("Action"), action}, {QStringLiteral("Version"), version}};
    all += parameters;
    for (const auto& [name, value] : std::as_const(all)) {
        if (value.isEmpty())
            continue;
        if (!request.body.isEmpty())
            request.body += '&';
        request.body += percentEncoded(name.toUtf8()) + '=' + percentEncoded(value.toUtf8());
    }
    request.operation = action;
    request.repeatable = true;
    return request;
}

Result<QMap<QString, QString>> queryAnswer(const HttpRequest& request, const HttpResponse& response)
{
    if (response.status < 200 || response.status >= 300)
        return failure(serviceError(request, response));
    QMap<QString, QString> leaves = xmlLeaves(response.body);
    if (leaves.isEmpty())
        return failure(unreadableAnswer(request, response));
    return leaves;
}

} // namespace fuotadesk
