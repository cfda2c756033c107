#pragma once

#include "identity/oauthreply.h"
#include "identity/shelf.h"

#include <QDateTime>

namespace fuotadesk {

class Clock;
class RandomSource;

// The tokens that were given out: an access token lasts an hour, a session with its refresh tokens
// eight. A refresh token is good once.
class TokenBook {
public:
    static constexpr std::size_t MostTokens = 10'000;
    static constexpr int AccessSeconds = 3600;
    static constexpr int SessionSeconds = 8 * 3600;

    TokenBook(const Clock& clock, RandomSource& random);

    // The answer to a grant that was good.
    QJsonObject begin(const QString& clientId, bool withRefreshToken);
    OAuthResult<QJsonObject> renewed(const QString& refreshToken, const QString& clientId);
    bool holds(const QString& accessToken) const;

private:
    struct Renewal {
        QString clientId;
        QDateTime sessionEndsAt;
    };

    QJsonObject give(const Renewal& renewal, bool withRefreshToken);

    const Clock& m_clock;
    RandomSource& m_random;
    Shelf<QDateTime> m_access; // until when
    Shelf<Renewal> m_refresh;
};

} // namespace fuotadesk
