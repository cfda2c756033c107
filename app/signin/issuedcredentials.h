#pragma once

#include "base/connection.h"

#include <QDateTime>

#include <optional>

namespace fuotadesk {

// Credentials that somebody has given out. expiresAt is UTC; without it they last.
struct IssuedCredentials {
    Credentials credentials;
    QString accountId; // empty where it was not told
    std::optional<QDateTime> expiresAt;

    friend bool operator==(const IssuedCredentials&, const IssuedCredentials&) = default;
};

} // namespace fuotadesk
