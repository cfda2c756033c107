#pragma once

#include <cstdint>

namespace fuotadesk::lorawan {

// dividend >= 0, divisor >= 1; never overflows.
constexpr std::int64_t dividedRoundingUp(std::int64_t dividend, std::int64_t divisor)
{
    return dividend / divisor + (dividend % divisor != 0 ? 1 : 0);
}

} // namespace fuotadesk::lorawan
