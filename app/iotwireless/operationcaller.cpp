#include "iotwireless/operationcaller.h"

#include "aws/restrequest.h"
#include "aws/restresponse.h"
#include "aws/serviceerror.h"
#include "aws/transport.h"

#include <algorithm>

namespace fuotadesk {

namespace {

QString firstText(const QJsonObject& params, std::initializer_list<const char*> names)
{
    for (const char* name : names)
        if (QString text = params.value(QLatin1String(name)).toString(); !text.isEmpty())
            return text;
    return {};
}

Result<HttpRequest> requestFor(const Operation& operation, const QUrl& endpoint,
                               const QJsonObject& params)
{
    const auto rest = restRequest(operation, params);
    if (!rest)
        return failure(rest.error());
    HttpRequest request;
    request.method = rest->method;
    request.url =
        QUrl::fromEncoded(endpoint.toEncoded(QUrl::RemovePath) + rest->target, QUrl::StrictMode);
    request.headers = rest->headers;
    request.body = rest->body;
    request.operation = operation.name;
    request.target =
        firstText(params, {"Id", "ResourceArn", "ResourceIdentifier", "Identifier", "Name"});
    request.member = firstText(params, {"WirelessDeviceId", "MulticastGroupId"});
    // A create carries its token; all else says what shall be, and twice said it is no more.
    request.repeatable = true;
    return request;
}

// The members of the answer, or the error in it.
Result<QJsonObject> read(const Operation& operation, const HttpRequest& request,
                         const Result<HttpResponse>& answer)
{
    if (!answer)
        return failure(answer.error());
    if (answer->status < 200 || answer->status > 299)
        return failure(serviceError(request, *answer));
    auto members = restMembers(*operation.output, *answer);
    if (!members)
        return failure(unreadableAnswer(request, *answer, members.error().code));
    const auto Id = QStringLiteral("Id");
    const bool isAboutOne =
        std::ranges::count(operation.output->members, Id, &ShapeMember::name) > 0;
    if (isAboutOne && members->value(Id).toString().isEmpty())
        return failure(unreadableAnswer(request, *answer, Id));
    return members;
}

} // namespace

OperationCaller::OperationCaller(Transport& transport, QUrl endpoint)
    : m_transport(transport),
      m_endpoint(std::move(endpoint))
{
}

CallOf<QJsonObject>* OperationCaller::members(const Operation& operation, const QJsonObject& params,
                                              QObject* owner)
{
    const auto request = requestFor(operation, m_endpoint, params);
    if (!request)
        return settledCall<QJsonObject>(owner, failure(request.error()));
    auto* outer = new CallOf<QJsonObject>(owner);
    forward(m_transport.send(*request, outer), outer,
            [&operation, request = *request](const Result<HttpResponse>& answer) {
                return read(operation, request, answer);
            });
    return outer;
}

CallOf<void>* OperationCaller::carryOut(const Operation& operation, const QJsonObject& params,
                                        QObject* owner, AfterUnsure afterUnsure)
{
    auto* outer = new CallOf<void>(owner);
    forward(members(operation, params, outer), outer,
            [afterUnsure](const Result<QJsonObject>& answer) -> Result<void> {
                if (answer)
                    return {};
                const Error& error = answer.error();
                const bool isDone = afterUnsure == AfterUnsure::GoneIsDone
                    && error.kind == ErrorKind::NotFound && error.maybeExecuted;
                return isDone ? Result<void>() : failure(error);
            });
    return outer;
}

} // namespace fuotadesk
