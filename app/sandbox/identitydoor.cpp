#include "sandbox/identitydoor.h"

#include "sandbox/queryrefusal.h"

namespace fuotadesk {

std::optional<HttpAnswer> IdentityDoor::answer(const HttpCall& call, const QString& requestId)
{
    const IdentityCall asked{call.method,  rawPath(call), rawQuery(call),
                             call.headers, call.body,     requestId};
    const auto response =
        StsServer::isAsked(asked) ? securityToken(call, asked) : m_identity.answer(asked);
    if (!response)
        return {};
    return HttpAnswer{response->status, response->headers, response->body};
}

HttpResponse IdentityDoor::securityToken(const HttpCall& call, const IdentityCall& asked)
{
    if (!StsServer::wantsSignature(asked))
        return m_identity.sts().answer(asked, nullptr);
    const auto signer = m_verifier.signer(call, {"sts", {}});
    return signer ? m_identity.sts().answer(asked, &*signer)
                  : stsReply(queryRefusal(signer.error()), asked.requestId);
}

} // namespace fuotadesk
