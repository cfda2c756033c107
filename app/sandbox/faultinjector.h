#pragma once

#include "aws/faultspec.h"
#include "aws/shape.h"
#include "base/random.h"

#include <optional>

namespace fuotadesk {

// Draws which fault strikes a request. Each is drawn by itself; the first in the list that strikes
// is it, and latencies add up.
class FaultInjector {
public:
    struct Strike {
        std::chrono::milliseconds delay{0};
        std::optional<FaultKind> kind; // never Latency
    };

    explicit FaultInjector(RandomSource& random) : m_random(random) { }

    // Error: InputInvalid, code = the operation that there is not. Then all stays as it was.
    Result<void> set(const QList<FaultSpec>& faults);
    Strike strike(const Operation& operation) { return strike(operation.name); }
    Strike strike(const QString& operation);

private:
    RandomSource& m_random;
    QList<FaultSpec> m_faults;
};

} // namespace fuotadesk
