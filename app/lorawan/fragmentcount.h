#pragma once

#include <cstdint>

namespace fuotadesk::lorawan {

// A fragment's number has 14 bits (TS004-1.0.0, DataFragment): data and redundant ones together.
inline constexpr std::int64_t MaximumFragments = 16383;
// DataFragment spends 3 bytes of a payload of at most 242 (TS004-1.0.0, RP002).
inline constexpr std::int64_t MaximumFragmentBytes = 239;

// How an image is cut. Counts of fragments; paddingBytes are the zero bytes at the end of the last
// data fragment.
struct FragmentCount {
    std::int64_t data = 0;
    std::int64_t redundant = 0;
    std::int64_t paddingBytes = 0;

    std::int64_t total() const { return data + redundant; }
    friend bool operator==(const FragmentCount&, const FragmentCount&) = default;
};

// imageBytes >= 0, fragmentBytes >= 1, redundancyPercent 0..100. Both counts round up: 100 bytes in
// fragments of 10 with 50 % give 10 + 5 (API reference, RedundancyPercent). Exact for every int64
// image below 2^56.
FragmentCount countFragments(std::int64_t imageBytes, std::int64_t fragmentBytes,
                             std::int64_t redundancyPercent);

} // namespace fuotadesk::lorawan
