#pragma once

#include "base/secret.h"

#include <optional>

namespace fuotadesk {

// A public key on P-256: both coordinates, 32 bytes each.
struct PublicPoint {
    QByteArray x;
    QByteArray y;
};

inline constexpr qsizetype CoordinateLength = 32; // bytes

// signature has both numbers side by side, 32 bytes each (RFC 7518, 3.4).
bool isSignedBy(const PublicPoint& key, const QByteArray& text, const QByteArray& signature);

// A new private key as PEM, empty when OpenSSL has none.
Secret newPrivateKey();

} // namespace fuotadesk
