#pragma once

#include "identity/identitycall.h"
#include "identity/keyring.h"

namespace fuotadesk {

class OidcServer;

// The access portal of IAM Identity Center: which accounts and roles a token opens, and keys for
// them, good for an hour. https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference
class PortalServer {
public:
    PortalServer(const OidcServer& oidc, KeyRing& keys) : m_oidc(oidc), m_keys(keys) { }

    // Nothing: it is not for this service.
    std::optional<HttpResponse> answer(const IdentityCall& call);

private:
    HttpResponse credentials(const FormFields& query);

    const OidcServer& m_oidc;
    KeyRing& m_keys;
};

} // namespace fuotadesk
