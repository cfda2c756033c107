#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>

#include <optional>

namespace fuotadesk {

// What to make of a request that came to the listener while a browser is waited for.
struct RedirectVerdict {
    int status = 404; // of the answer
    std::optional<Result<Secret>> outcome; // the authorization code, or why there is none

    friend bool operator==(const RedirectVerdict&, const RedirectVerdict&) = default;
};

// Taken is GET /oauth/callback alone, with our state and either a code or an error, each once and
// of sensible length. Errors have the code of RFC 6749, 4.1.2.1: AccessDenied for "access_denied",
// else Refused. Never throws, whatever the bytes are.
RedirectVerdict judgedRedirect(const QByteArray& method, const QByteArray& target,
                               const QByteArray& state);

} // namespace fuotadesk
