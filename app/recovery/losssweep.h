#pragma once

#include "recovery/losstally.h"
#include "recovery/ranksolver.h"

namespace fuotadesk::recovery {

// As RecoveryQuestion, but for every rate of independent loss from leastLoss to mostLoss at one
// redundancy; both 0..1 and in order. The narrower, the sooner the answer is sharp.
struct LossQuestion {
    lorawan::Variant variant = lorawan::Variant::V1;
    int dataFragments = 0;
    int redundantFragments = 0;
    double leastLoss = 0;
    double mostLoss = 1;

    bool isValid() const;
    friend bool operator==(const LossQuestion&, const LossQuestion&) = default;
};

// Tries, for numbers of lost data fragments and not for rates, how many coded fragments in a random
// order it takes. A block has one trial in each stratum; strata are at most a quarter as wide as
// the number lost scatters.
class LossSweep {
public:
    explicit LossSweep(const LossQuestion& question, CodePath path = CodePath::Fastest);

    int blockTrials() const { return static_cast<int>(m_empty.strata.size()); }
    // As RecoverySimulation::run.
    LossTally run(const BlockRange& blocks, const std::atomic<bool>& cancelled) const;

private:
    LossQuestion m_question;
    CodePath m_path;
    RecoveryMatrix m_matrix;
    LossTally m_empty;
};

} // namespace fuotadesk::recovery
