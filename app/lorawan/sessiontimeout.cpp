#include "lorawan/sessiontimeout.h"

#include "lorawan/rounding.h"

#include <bit>

namespace fuotadesk::lorawan {

namespace {

constexpr std::int64_t Longest = std::int64_t(1) << 15;
constexpr int MaximumPeriodicity = 7;

std::optional<int> exponentHolding(std::int64_t units)
{
    if (units > Longest)
        return {};
    return static_cast<int>(std::bit_width(static_cast<std::uint64_t>(units - 1)));
}

} // namespace

std::optional<int> classBPingSlots(int periodicity)
{
    if (periodicity < 0 || periodicity > MaximumPeriodicity)
        return {};
    return 1 << (MaximumPeriodicity - periodicity);
}

std::optional<int> classBTimeoutExponent(std::int64_t fragments, int slotsPerPeriod)
{
    if (fragments < 1 || slotsPerPeriod < 1 || slotsPerPeriod > 1 << MaximumPeriodicity)
        return {};
    const std::int64_t periods = dividedRoundingUp(fragments, slotsPerPeriod);
    if (periods >= Longest)
        return {};
    return exponentHolding(periods + 1);
}

std::optional<int> classCTimeoutExponent(std::int64_t fragments, std::int64_t intervalSeconds)
{
    if (fragments < 1 || fragments >= Longest || intervalSeconds < 1 || intervalSeconds > Longest)
        return {};
    return exponentHolding((fragments + 1) * intervalSeconds);
}

} // namespace fuotadesk::lorawan
