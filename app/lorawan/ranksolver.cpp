#include "lorawan/ranksolver.h"

#include "lorawan/blockrank.h"
#include "lorawan/portablerank.h"

namespace fuotadesk::lorawan {

std::unique_ptr<RankSolver> makeRankSolver(const RecoveryMatrix& matrix, CodePath path)
{
    if (path != CodePath::Portable) {
        if (auto solver = makeBlockRank(matrix, path == CodePath::Fastest))
            return solver;
    }
    return std::make_unique<PortableRank>(matrix);
}

} // namespace fuotadesk::lorawan
