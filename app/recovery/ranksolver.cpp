#include "recovery/ranksolver.h"

#include "recovery/blockrank.h"
#include "recovery/portablerank.h"

#include <bit>

namespace fuotadesk::recovery {

int RankSolver::completedBy(std::uint64_t rows)
{
    for (; rows != 0; rows &= rows - 1) {
        const int row = std::countr_zero(rows);
        if (takeOne(row))
            return row;
    }
    return Never;
}

std::unique_ptr<RankSolver> makeRankSolver(const RecoveryMatrix& matrix, CodePath path)
{
    if (path != CodePath::Portable) {
        if (auto solver = makeBlockRank(matrix, path == CodePath::Fastest))
            return solver;
    }
    return std::make_unique<PortableRank>(matrix);
}

} // namespace fuotadesk::recovery
