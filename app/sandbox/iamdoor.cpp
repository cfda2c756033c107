#include "sandbox/iamdoor.h"

#include "sandbox/authorizationheader.h"
#include "sandbox/faultyanswer.h"
#include "sandbox/queryrefusal.h"

namespace fuotadesk {

namespace {

bool isForIam(const HttpCall& call)
{
    if (call.method != "POST" || rawPath(call) != "/")
        return false;
    if (const auto authorization = parseAuthorization(call.headers))
        return authorization->service == "iam";
    return formFields(call.body).value(QStringLiteral("Version")) == IamServer::Version;
}

HttpAnswer answerOf(const HttpResponse& response)
{
    return {response.status, response.headers, response.body};
}

} // namespace

std::optional<HttpAnswer> IamDoor::answer(const HttpCall& call, const QString& requestId)
{
    if (!isForIam(call))
        return {};
    const IdentityCall asked{call.method,  rawPath(call), rawQuery(call),
                             call.headers, call.body,     requestId};
    const auto refused = [&](const QueryRefusal& refusal) {
        return answerOf(IamServer::refusal(refusal, requestId));
    };
    const auto signer = m_verifier.signer(call, {"iam", {}});
    if (!signer)
        return refused(queryRefusal(signer.error()));
    return struckAnswer(
        m_faults.strike(IamServer::operationOf(asked)),
        [&] {
            return refused({400, "Throttling", QStringLiteral("Rate exceeded")});
        },
        [&] {
            return refused({500, "ServiceFailure",
                            QStringLiteral("The request processing has failed because of an "
                                           "unknown error, exception or failure.")});
        },
        [&] { return answerOf(m_server.answer(asked, signer->principal)); });
}

} // namespace fuotadesk
