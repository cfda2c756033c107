#include "fuzz/fuzz.h"

#include "signin/loginsession.h"
#include "signin/ssotoken.h"

#include <QJsonDocument>

using namespace fuotadesk;

// What was read from a cache survives being written back, but for the fractions of an SSO token's
// seconds.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QJsonObject json = QJsonDocument::fromJson(fuzzBytes(data, size)).object();
    if (const auto token = ssoTokenFromJson(json)) {
        const auto again = ssoTokenFromJson(ssoTokenJson(*token));
        mustHold(again && again->accessToken == token->accessToken
                 && again->refreshToken == token->refreshToken
                 && again->clientSecret == token->clientSecret);
        mustHold(ssoTokenJson(*again) == ssoTokenJson(*token));
    } else {
        mustHold(!token.error().code.isEmpty());
    }
    if (const auto session = loginSessionFromJson(json)) {
        const auto again = loginSessionFromJson(loginSessionJson(*session));
        mustHold(again && again->issued == session->issued
                 && again->refreshToken == session->refreshToken
                 && again->dpopKey == session->dpopKey);
    } else {
        mustHold(!session.error().code.isEmpty());
    }
    return 0;
}
