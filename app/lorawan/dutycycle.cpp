#include "lorawan/dutycycle.h"

#include "lorawan/rounding.h"

#include <limits>

namespace fuotadesk::lorawan {

// T us at p/1000 need T * 1000 / p us, that is T / p ms.
std::optional<std::int64_t> minimumInterval(std::int64_t timeOnAirUs, int limitPermille)
{
    if (timeOnAirUs < 0 || limitPermille < 1 || limitPermille > 1000)
        return {};
    return dividedRoundingUp(timeOnAirUs, limitPermille);
}

std::optional<double> dutyCyclePercent(std::int64_t timeOnAirUs, std::int64_t intervalMs)
{
    if (timeOnAirUs < 0 || intervalMs < 1)
        return {};
    return static_cast<double>(timeOnAirUs) / (static_cast<double>(intervalMs) * 10);
}

std::optional<std::int64_t> minimumIntervalOver(std::int64_t gateways,
                                                std::int64_t transmissionIntervalMs,
                                                std::int64_t timeOnAirUs)
{
    if (gateways < 1 || transmissionIntervalMs < 0 || timeOnAirUs < 0)
        return {};
    const std::int64_t frame = dividedRoundingUp(timeOnAirUs, 1000);
    if (transmissionIntervalMs > (std::numeric_limits<std::int64_t>::max() - frame) / gateways)
        return {};
    return gateways * transmissionIntervalMs + frame;
}

} // namespace fuotadesk::lorawan
