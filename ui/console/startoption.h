#pragma once

#include "base/result.h"

#include <QDateTime>

#include <chrono>

namespace fuotadesk {

// When a session shall begin: at a moment, or so long after it is asked for.
struct StartOption {
    QDateTime at; // UTC; invalid: after counts
    std::chrono::minutes after{0};

    // What is asked for now, UTC. A time after now is never sooner than the service takes it.
    QDateTime askedAt(const QDateTime& now) const;
    bool isTooSoon(const QDateTime& now) const;
    friend bool operator==(const StartOption&, const StartOption&) = default;
};

// RFC 3339 with its offset ("2026-11-25T02:00:00Z"; seconds may be left out), or "+45m", "now+2h",
// "+1d". Error: InputInvalid with the complaint in detail.
Result<StartOption> startOptionFrom(const QString& text);

} // namespace fuotadesk
