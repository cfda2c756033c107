#pragma once

#include "identity/clientregister.h"
#include "identity/codegrants.h"
#include "identity/devicegrants.h"
#include "identity/identitycall.h"
#include "identity/tokenbook.h"

namespace fuotadesk {

// OpenID Connect of IAM Identity Center: programs register and come to tokens by a code that a
// person types (/device_authorization, /device) or by the browser (/authorize), where the person of
// the sandbox always says yes. https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference
class OidcServer {
public:
    OidcServer(const Clock& clock, RandomSource& random);

    // Nothing: it is not for this service.
    std::optional<HttpResponse> answer(const IdentityCall& call);
    // As if the person had pressed Allow or Deny; false: nobody waits with this code.
    bool decide(const QString& userCode, bool allow) { return m_devices.decide(userCode, allow); }
    bool holds(const QString& accessToken) const { return m_tokens.holds(accessToken); }

private:
    OAuthResult<QJsonObject> authorizeDevice(const QJsonObject& body, const QString& origin);
    OAuthResult<QJsonObject> token(const QJsonObject& body);
    OAuthResult<void> redeem(const QString& grant, const QJsonObject& body);
    HttpResponse authorize(const FormFields& query);
    HttpResponse devicePageFor(const FormFields& query) const;
    HttpResponse decided(const FormFields& form);

    ClientRegister m_clients;
    DeviceGrants m_devices;
    CodeGrants m_codes;
    TokenBook m_tokens;
};

} // namespace fuotadesk
