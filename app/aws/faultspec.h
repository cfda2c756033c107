#pragma once

#include "base/result.h"

#include <QList>

#include <chrono>

namespace fuotadesk {

// Latency: the answer comes later. The others strike with a chance: Reset cuts the connection
// before anything is done, TooManyRequests and ServerError answer 429 and 500 and do nothing,
// Truncate cuts in the middle of the answer, Lost before it; both have had their effect.
enum class FaultKind { Latency, Reset, TooManyRequests, ServerError, Truncate, Lost };

// A fault that the sandbox is to make, of one operation or of all.
struct FaultSpec {
    FaultKind kind = FaultKind::Latency;
    double chance = 1; // 0..1; of a latency always 1
    std::chrono::milliseconds latency{0}; // at most a minute
    QString operation; // "GetFuotaTask"; empty: all

    friend bool operator==(const FaultSpec&, const FaultSpec&) = default;
};

// "latency=200ms", "latency=1.5s", "reset=0.01", "429=0.05", "500=0.02", "truncate=0.01",
// "lost=0.01"; each may end in ":OPERATION". Error: InputInvalid, code = the part that is wrong.
// Whether there is such an operation is not looked at.
Result<FaultSpec> parseFault(const QString& text);
// As parseFault() takes it.
QString faultText(const FaultSpec& fault);

} // namespace fuotadesk
