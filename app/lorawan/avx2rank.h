#pragma once

#include "lorawan/ranksolver.h"

namespace fuotadesk::lorawan {

// For processors with AVX2 and BMI2; null on any other.
std::unique_ptr<RankSolver> makeAvx2Rank(const RecoveryMatrix& matrix);

} // namespace fuotadesk::lorawan
