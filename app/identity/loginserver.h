#pragma once

#include "identity/dpopcheck.h"
#include "identity/keyring.h"

#include <QDateTime>

namespace fuotadesk {

// What a person has after "aws login".
struct BegunLogin {
    HeldKey key;
    Secret refreshToken;
};

// The sign-in service, as far as "aws login" uses it to renew: POST /v1/token with a refresh token
// that is good once, and a proof of possession, always by the key of the first time. A session
// lasts twelve hours, the keys a quarter of an hour.
// https://docs.aws.amazon.com/signin/latest/APIReference/API_CreateOAuth2Token.html
class LoginServer {
public:
    static constexpr std::size_t MostSessions = 1000;
    static constexpr int KeySeconds = 900;
    static constexpr int SessionSeconds = 12 * 3600;

    LoginServer(const Clock& clock, RandomSource& random, KeyRing& keys);

    // What a browser does otherwise.
    BegunLogin begin(const Principal& person);
    // Nothing: it is not for this service.
    std::optional<HttpResponse> answer(const IdentityCall& call);

private:
    struct Session {
        Principal person;
        QDateTime endsAt;
        QByteArray keyName; // empty until the first proof
    };

    HttpResponse renewed(const IdentityCall& call);
    BegunLogin give(const Session& session);

    const Clock& m_clock;
    RandomSource& m_random;
    KeyRing& m_keys;
    DpopCheck m_proofs;
    Shelf<Session> m_sessions; // by refresh token
};

} // namespace fuotadesk
