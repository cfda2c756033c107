#pragma once

#include "signin/loopbacklistener.h"
#include "signin/ssoflow.h"

namespace fuotadesk {

// The authorization code flow with PKCE: the browser of this computer comes back to a port of it.
// It has ten minutes. https://www.rfc-editor.org/rfc/rfc7636
class BrowserSignIn final : public SsoFlow {
    Q_OBJECT

public:
    // farewell: what the browser shows at the end, plain text. Further errors: Refused with the
    // code "loopback"; ConfigurationInvalid with "endpoint-url".
    BrowserSignIn(SignInTools& tools, const Plan& plan, const QString& farewell,
                  QObject* parent = nullptr);

private:
    void begin() override;
    void wake() override;
    void takeRegistration(const Result<OidcRegistration>& registration);
    void takeCode(const Result<Secret>& code);
    QUrl authorizePage();

    Secret m_state;
    Secret m_verifier;
    LoopbackListener m_listener;
    QString m_redirectUri;
    OidcRegistration m_registration;
};

// The code_challenge of RFC 7636, method S256.
QByteArray pkceChallenge(const Secret& verifier);

} // namespace fuotadesk
