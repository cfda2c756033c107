#pragma once

#include "identity/oauthreply.h"
#include "identity/shelf.h"

#include <QDateTime>

namespace fuotadesk {

class Clock;
class RandomSource;

inline constexpr auto DeviceCodeGrant = "urn:ietf:params:oauth:grant-type:device_code";
inline constexpr auto AuthorizationCodeGrant = "authorization_code";
inline constexpr auto RefreshTokenGrant = "refresh_token";

// A program that may ask for tokens.
struct RegisteredClient {
    QString secret;
    QStringList grants;
    QStringList redirectUris;
    bool mayRefresh = false; // it asked for the scope of access to accounts
    QDateTime expiresAt;
};

// The last MostClients programs that registered, for 90 days each.
// https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_RegisterClient.html
class ClientRegister {
public:
    static constexpr std::size_t MostClients = 1000;

    ClientRegister(const Clock& clock, RandomSource& random);

    OAuthResult<QJsonObject> registerClient(const QJsonObject& wanted);
    // body has clientId and clientSecret.
    OAuthResult<RegisteredClient> authenticated(const QJsonObject& body) const;
    // Null: there is none, or its time is over.
    const RegisteredClient* find(const QString& clientId) const;

private:
    const Clock& m_clock;
    RandomSource& m_random;
    Shelf<RegisteredClient> m_clients;
};

// Whether a browser may be sent to uri: its way back leads to this machine, and it is one of those
// that were registered; they stand without a port (RFC 8252, 7.3).
bool isRegistered(const QString& uri, const QStringList& registered);

} // namespace fuotadesk
