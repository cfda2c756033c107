#include "lorawan/fragmentcount.h"

#include "lorawan/rounding.h"

namespace fuotadesk::lorawan {

FragmentCount countFragments(std::int64_t imageBytes, std::int64_t fragmentBytes,
                             std::int64_t redundancyPercent)
{
    FragmentCount count;
    count.data = dividedRoundingUp(imageBytes, fragmentBytes);
    count.redundant = dividedRoundingUp(count.data * redundancyPercent, 100);
    const std::int64_t last = imageBytes % fragmentBytes;
    count.paddingBytes = last == 0 ? 0 : fragmentBytes - last;
    return count;
}

} // namespace fuotadesk::lorawan
