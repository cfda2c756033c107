#pragma once

#include "aws/shape.h"
#include "base/clock.h"

#include <QHash>

namespace fuotadesk {

// A token bucket per operation: 10 calls per second, and at most 10 at once.
// https://docs.aws.amazon.com/general/latest/gr/iot-lorawan.html
class OperationQuota {
public:
    explicit OperationQuota(const Clock& clock);

    // Counts a call; false: it is one too many.
    bool admit(const Operation& operation);

private:
    struct Bucket {
        double tokens = 0;
        QDateTime filledAt;
    };

    const Clock& m_clock;
    QHash<const Operation*, Bucket> m_buckets;
};

} // namespace fuotadesk
