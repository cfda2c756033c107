#pragma once

#include <cstdint>
#include <optional>

namespace fuotadesk::lorawan {

// How often a frame may be sent. Times on air in microseconds, intervals in milliseconds from the
// start of one frame to the start of the next. Arguments out of range, and results beyond int64,
// give nothing.

// The least whole interval that keeps a transmitter within limitPermille (1..1000) thousandths.
std::optional<std::int64_t> minimumInterval(std::int64_t timeOnAirUs, int limitPermille);

// How much of the time is spent sending, in per cent; more than 100 when the interval is shorter
// than the frame. intervalMs >= 1.
std::optional<double> dutyCyclePercent(std::int64_t timeOnAirUs, std::int64_t intervalMs);

// A multicast frame goes to the gateways of the list one after the other, transmissionIntervalMs
// apart; the next one has to wait until the last gateway is through. gateways >= 1.
std::optional<std::int64_t> minimumIntervalOver(std::int64_t gateways,
                                                std::int64_t transmissionIntervalMs,
                                                std::int64_t timeOnAirUs);

} // namespace fuotadesk::lorawan
