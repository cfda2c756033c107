#pragma once

#include <cstdint>
#include <optional>

namespace fuotadesk::lorawan {

// The time-out of a multicast session is a power of two of four bits (TS005-1.0.0): 2^e seconds in
// class C, 2^e beacon periods of 128 s in class B. These give the least e, 0..15, that lets every
// fragment through; empty when 15 is too little or an argument is out of range.

// Ping slots of one device in a beacon period: 2^(7 - periodicity); periodicity 0..7.
std::optional<int> classBPingSlots(int periodicity);

// One period more than the fragments take: the first slot may lie in the next period.
// fragments >= 1, slotsPerPeriod 1..128.
std::optional<int> classBTimeoutExponent(std::int64_t fragments, int slotsPerPeriod);

// One interval more than there are fragments, as a margin. fragments >= 1, intervalSeconds >= 1.
std::optional<int> classCTimeoutExponent(std::int64_t fragments, std::int64_t intervalSeconds);

} // namespace fuotadesk::lorawan
