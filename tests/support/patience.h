#pragma once

namespace fuotadesk {

// Milliseconds to wait for what computes: it shares the cores with other tests.
inline constexpr int SimulationTimeout = 60000;

} // namespace fuotadesk
