#pragma once

#include "aws/retrypolicy.h"

namespace fuotadesk {

// What a client may spend on retries, so that a failing service is not stormed: 500 tokens, 14 a
// transient retry, 5 a throttled one. A success gives back what its last retry cost, or one token
// when there was none.
class RetryQuota {
public:
    static constexpr int Capacity = 500;

    // False when too little is left; then nothing is taken.
    bool take(RetryCause cause);
    void succeededAfter(RetryCause lastRetry); // None: at the first attempt
    int left() const { return m_left; }

private:
    int m_left = Capacity;
};

} // namespace fuotadesk
