#pragma once

#include "recovery/ranksolver.h"

namespace fuotadesk::recovery {

// For processors with BMI2 and AVX2, or AVX-512 where allowed and there; null on any other.
std::unique_ptr<RankSolver> makeBlockRank(const RecoveryMatrix& matrix, bool allowAvx512);

} // namespace fuotadesk::recovery
