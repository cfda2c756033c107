#include "lorawan/ranksolver.h"

#include "lorawan/avx2rank.h"
#include "lorawan/portablerank.h"

namespace fuotadesk::lorawan {

std::unique_ptr<RankSolver> makeRankSolver(const RecoveryMatrix& matrix, CodePath path)
{
    if (path == CodePath::Fastest) {
        if (auto solver = makeAvx2Rank(matrix))
            return solver;
    }
    return std::make_unique<PortableRank>(matrix);
}

} // namespace fuotadesk::lorawan
