#pragma once

#include "identity/loginserver.h"
#include "identity/oidcserver.h"
#include "identity/portalserver.h"
#include "identity/stsserver.h"

namespace fuotadesk {

// Who somebody is in the sandbox: the keys, and the services that give them out. No sockets and no
// threads; one call at a time.
class Identity {
public:
    // longTerm: the keys of the one user there is.
    Identity(const Credentials& longTerm, const Clock& clock, RandomSource& random);
    Identity(const Identity&) = delete;
    Identity& operator=(const Identity&) = delete;

    const KeyRing& keys() const { return m_keys; }
    StsServer& sts() { return m_sts; }
    OidcServer& oidc() { return m_oidc; }
    LoginServer& login() { return m_login; }

    // Services that want no signature. Nothing: it is for none of them.
    std::optional<HttpResponse> answer(const IdentityCall& call);

private:
    KeyRing m_keys;
    StsServer m_sts;
    OidcServer m_oidc;
    PortalServer m_portal;
    LoginServer m_login;
};

} // namespace fuotadesk
