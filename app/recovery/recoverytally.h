#pragma once

#include "recovery/recoverychance.h"

#include <optional>
#include <vector>

namespace fuotadesk::recovery {

// What some trials of a RecoverySimulation came to. Each trial is a reception with all of the
// redundancy, in which it shows at which coded fragment the device was done: so one run answers for
// every lesser redundancy too. Parts add up to the same in any order.
struct RecoveryTally {
    std::int64_t trials = 0;
    // By the number of coded fragments sent by then, 0..redundantFragments.
    std::vector<std::int64_t> recovered;
    std::vector<std::int64_t> falselyDone;

    void add(const RecoveryTally& part);

    // redundantFragments beyond what was simulated, or below 0, is not known: 0 +- 1. The standard
    // error is that of independent trials, half a trial added on either side, so it is never 0;
    // drawing the number of lost fragments evenly makes the true one smaller, never larger.
    RecoveryChance at(int redundantFragments) const;
    // For 0, 1, ... redundantFragments.
    std::vector<RecoveryChance> curve() const;
    // The least redundancy with at least that probability, by this estimate; none within range.
    std::optional<int> leastRedundancy(double probability) const;

    friend bool operator==(const RecoveryTally&, const RecoveryTally&) = default;
};

} // namespace fuotadesk::recovery
