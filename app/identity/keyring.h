#pragma once

#include "base/connection.h"
#include "identity/shelf.h"

#include <QDateTime>

namespace fuotadesk {

class Clock;
class RandomSource;

// Whom a key stands for.
struct Principal {
    QString arn; // "arn:aws:sts::123456789012:assumed-role/name/session"
    QString userId; // "AROA…:session"

    friend bool operator==(const Principal&, const Principal&) = default;
};

struct HeldKey {
    Credentials credentials;
    Principal principal;
    std::optional<QDateTime> expiresAt; // UTC; none: a long-term key

    bool isTemporary() const { return expiresAt.has_value(); }
};

// Every key the sandbox knows: the one it was made with, and the last MostTemporary that were given
// out. One whose time is over stays known, so that it can be told from one that never was.
class KeyRing {
public:
    static constexpr std::size_t MostTemporary = 10'000;

    KeyRing(const Clock& clock, RandomSource& random);

    void add(const HeldKey& key);
    HeldKey issue(const Principal& principal, int lifeSeconds);
    const HeldKey* find(const QString& accessKeyId) const; // null: never was
    bool isExpired(const HeldKey& key) const;

private:
    const Clock& m_clock;
    RandomSource& m_random;
    Shelf<HeldKey> m_longTerm;
    Shelf<HeldKey> m_temporary;
};

} // namespace fuotadesk
