#pragma once

#include "aws/retryingtransport.h"
#include "signin/signinparts.h"
#include "signin/ssotoken.h"

namespace fuotadesk {

// A program that may ask for tokens.
struct OidcRegistration {
    QString clientId;
    Secret clientSecret;
    QDateTime expiresAt;

    friend bool operator==(const OidcRegistration&, const OidcRegistration&) = default;
};

// What the operator is shown while the browser is asked.
struct DeviceAuthorization {
    Secret deviceCode;
    QString userCode;
    QUrl page; // with the code in it already
    QDateTime expiresAt;
    std::chrono::seconds interval{5}; // between two looks

    friend bool operator==(const DeviceAuthorization&, const DeviceAuthorization&) = default;
};

struct OidcToken {
    Secret accessToken;
    Secret refreshToken; // may be empty
    QDateTime expiresAt;

    friend bool operator==(const OidcToken&, const OidcToken&) = default;
};

// OpenID Connect of IAM Identity Center, unsigned. Errors of the token calls have the code of RFC
// 8628 and RFC 6749: "authorization_pending", "slow_down", "expired_token", "access_denied",
// "invalid_grant", "invalid_client" among them.
// https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference
class OidcClient {
public:
    struct RegistrationRequest {
        QString clientName;
        QString scopes; // separated by commas; empty: sso:account:access
        QString redirectUri; // empty: for the device flow
        QString issuerUrl;
    };

    OidcClient(const SignInParts& parts, const QUrl& endpoint);

    QUrl endpoint() const { return m_endpoint; }
    CallOf<OidcRegistration>* registerClient(const RegistrationRequest& request, QObject* owner);
    CallOf<DeviceAuthorization>* authorizeDevice(const OidcRegistration& client,
                                                 const QString& startUrl, QObject* owner);
    CallOf<OidcToken>* tokenForDevice(const OidcRegistration& client, const Secret& deviceCode,
                                      QObject* owner);
    CallOf<OidcToken>* tokenForCode(const OidcRegistration& client, const Secret& code,
                                    const Secret& verifier, const QString& redirectUri,
                                    QObject* owner);
    CallOf<OidcToken>* refreshed(const OidcRegistration& client, const Secret& refreshToken,
                                 QObject* owner);

private:
    CallOf<OidcToken>* token(QJsonObject body, const OidcRegistration& client, QObject* owner);

    SignInParts m_parts;
    QUrl m_endpoint;
    RetryingTransport m_transport;
};

} // namespace fuotadesk
