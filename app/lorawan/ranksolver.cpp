#include "lorawan/ranksolver.h"

#include "lorawan/portablerank.h"

namespace fuotadesk::lorawan {

std::unique_ptr<RankSolver> makeRankSolver(const RecoveryMatrix& matrix, CodePath)
{
    return std::make_unique<PortableRank>(matrix);
}

} // namespace fuotadesk::lorawan
