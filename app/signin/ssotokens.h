#pragma once

#include "base/worker.h"
#include "profiles/profilechain.h"
#include "signin/oidcclient.h"

#include <memory>

namespace fuotadesk {

// The tokens in the SSO cache of the aws CLI. One that ends within 15 minutes is renewed where that
// is possible, in place; while it still holds, a renewal that fails does no harm.
class SsoTokens {
public:
    SsoTokens(const SignInParts& parts, QString folder);

    // oidcEndpoint: where a token is renewed. Errors: CredentialsMissing and CredentialsExpired,
    // code "sso-token", detail the session or the start URL; FileMalformed, FileUnreadable.
    CallOf<SsoToken>* token(const SsoSource& source, const QUrl& oidcEndpoint, QObject* owner);
    // What is in the cache, whatever its age. Errors: CredentialsMissing, when there is nothing;
    // FileMalformed, FileUnreadable.
    CallOf<SsoToken>* cached(const SsoSource& source, QObject* owner);
    // After a sign-in. Error: FileUnwritable.
    CallOf<void>* keep(const SsoSource& source, const SsoToken& token, QObject* owner);

private:
    QString fileOf(const SsoSource& source) const;
    void renew(const SsoToken& token, const SsoSource& source, const QUrl& oidcEndpoint,
               CallOf<SsoToken>* call);

    SignInParts m_parts;
    QString m_folder;
    std::unique_ptr<OidcClient> m_oidc;
    Worker m_worker;
};

} // namespace fuotadesk
