#include "sandbox/identitydoor.h"

#include <algorithm>
#include <array>
#include <utility>

namespace fuotadesk {

namespace {

// The query protocol has words of its own for what the front end of the others says.
// https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
constexpr std::array CodesOfSts{
    std::pair{"UnrecognizedClientException", "InvalidClientTokenId"},
    std::pair{"InvalidSignatureException", "SignatureDoesNotMatch"},
    std::pair{"ExpiredTokenException", "ExpiredToken"},
    std::pair{"IncompleteSignatureException", "IncompleteSignature"},
    std::pair{"MissingAuthenticationTokenException", "MissingAuthenticationToken"},
};

StsRefusal refusalOfSts(const ServiceError& error)
{
    const auto* const found = std::ranges::find_if(
        CodesOfSts, [&error](const auto& each) { return error.code == each.first; });
    return {error.status, found == CodesOfSts.end() ? error.code : QByteArray(found->second),
            error.message};
}

} // namespace

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
                  : stsReply(refusalOfSts(signer.error()), asked.requestId);
}

} // namespace fuotadesk
