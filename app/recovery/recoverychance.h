#pragma once

#include <cstdint>

namespace fuotadesk::recovery {

// A probability with the standard error of its estimate. Without any trial: 0 +- 1.
struct Chance {
    double probability = 0;
    double standardError = 1;

    friend bool operator==(const Chance&, const Chance&) = default;
};

// What becomes of one device: it has the image; it believes so and has a corrupt one; or, with what
// is left to 1, it knows that fragments are missing.
struct RecoveryChance {
    Chance recovered;
    Chance falseDone;

    friend bool operator==(const RecoveryChance&, const RecoveryChance&) = default;
};

// Which part of a run: numbered blocks of trials. The chance in a block depends on seed and number
// only, so that blocks shared out among threads give what one thread would find.
struct BlockRange {
    std::uint64_t seed = 1;
    std::int64_t first = 0;
    std::int64_t count = 0;
};

} // namespace fuotadesk::recovery
