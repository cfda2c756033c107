#pragma once

#include "identity/identity.h"
#include "sandbox/signatureverifier.h"

namespace fuotadesk {

// Lets requests in to the services that say who somebody is, and their answers out: STS checks the
// signature first and refuses in its own form, the others want none.
class IdentityDoor {
public:
    // Both outlive it.
    IdentityDoor(Identity& identity, const SignatureVerifier& verifier)
        : m_identity(identity),
          m_verifier(verifier)
    {
    }

    // Nothing: the request is for none of them.
    std::optional<HttpAnswer> answer(const HttpCall& call, const QString& requestId);

private:
    HttpResponse securityToken(const HttpCall& call, const IdentityCall& asked);

    Identity& m_identity;
    const SignatureVerifier& m_verifier;
};

} // namespace fuotadesk
