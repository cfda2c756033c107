#include "recovery/ranksolver.h"

#include "recovery/blockrank.h"
#include "recovery/portablerank.h"

namespace fuotadesk::recovery {

std::unique_ptr<RankSolver> makeRankSolver(const RecoveryMatrix& matrix, CodePath path)
{
    if (path != CodePath::Portable) {
        if (auto solver = makeBlockRank(matrix, path == CodePath::Fastest))
            return solver;
    }
    return std::make_unique<PortableRank>(matrix);
}

} // namespace fuotadesk::recovery
