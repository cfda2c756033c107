#pragma once

#include "identity/identitycall.h"
#include "identity/shelf.h"

#include <optional>

namespace fuotadesk {

class Clock;

// Holds the proofs of possession (RFC 9449) of requests against their rules: an ES256 signature by
// the public key in the proof itself, this method and this URL, made within five minutes of our
// time, and each id once.
class DpopCheck {
public:
    static constexpr std::size_t MostIds = 10'000;

    explicit DpopCheck(const Clock& clock) : m_clock(clock), m_seen(MostIds) { }

    // A name for the key that signed; nothing when the proof is not good.
    std::optional<QByteArray> keyOf(const IdentityCall& call);

private:
    bool isNew(const QString& id);

    const Clock& m_clock;
    Shelf<bool> m_seen; // by id
};

} // namespace fuotadesk
