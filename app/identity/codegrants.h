#pragma once

#include "identity/oauthreply.h"
#include "identity/shelf.h"

#include <QDateTime>

namespace fuotadesk {

class Clock;
class RandomSource;

// What a program shows for the code the browser brought it.
struct CodeClaim {
    QString code;
    QString clientId;
    QString redirectUri;
    QString verifier; // of PKCE (RFC 7636), S256
};

// Codes of the authorization code flow: good for five minutes, and once, whether it was right or
// wrong.
class CodeGrants {
public:
    static constexpr std::size_t MostCodes = 1000;
    static constexpr int LifeSeconds = 300;

    CodeGrants(const Clock& clock, RandomSource& random);

    QString give(const QString& clientId, const QString& redirectUri, const QString& challenge);
    OAuthResult<void> redeem(const CodeClaim& claim);

private:
    struct Given {
        QString clientId;
        QString redirectUri;
        QString challenge;
        QDateTime expiresAt;
    };

    const Clock& m_clock;
    RandomSource& m_random;
    Shelf<Given> m_given;
};

} // namespace fuotadesk
