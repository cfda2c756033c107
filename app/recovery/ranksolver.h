#pragma once

#include "recovery/recoverymatrix.h"

#include <span>
#include <vector>

namespace fuotadesk::recovery {

// Which instructions do the work: the best the processor has, those short of AVX-512, or none
// beyond standard C++. All find the same: a test demands it.
enum class CodePath { Fastest, Avx2, Portable };

// The question of one trial: after how many coded fragments, taken in an order, do they determine
// all lost data fragments? That is when their rows, cut down to the lost columns, have full rank
// over GF(2). Keeps its memory between trials; one for each thread.
class RankSolver {
public:
    virtual ~RankSolver() = default;

    // lost: at least one data fragment by index, none twice, in any order; they stay while the
    // trial lasts. Forgets the trial before.
    virtual void begin(std::span<const int> lost) = 0;
    // The first coded fragments, by index: how many of them it takes, 0 when they do not suffice.
    // Once a trial; about lostCount of them is what it is good at.
    virtual int take(std::span<const int> rows) = 0;
    // One more; whether it is the last one needed.
    virtual bool takeOne(int row) = 0;

    static constexpr int MostBits = 64;
    // Instead of take(), where there are no more than MostBits coded fragments: those of the bits
    // set, taken in order. The index of the one that completes the rank, or Never.
    virtual int completedBy(std::uint64_t rows);
    static constexpr int Never = -1;
};

// matrix must outlive the solver.
std::unique_ptr<RankSolver> makeRankSolver(const RecoveryMatrix& matrix, CodePath path);

} // namespace fuotadesk::recovery
