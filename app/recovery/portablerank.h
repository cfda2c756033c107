#pragma once

#include "recovery/ranksolver.h"

namespace fuotadesk::recovery {

// In standard C++, one row after the other.
class PortableRank : public RankSolver {
public:
    explicit PortableRank(const RecoveryMatrix& matrix);

    void begin(std::span<const int> lost) override;
    int take(std::span<const int> rows) override;
    bool takeOne(int row) override;

private:
    struct Pivot {
        std::size_t word;
        std::uint64_t bit;
    };

    void gather(const std::uint64_t* row);
    void reduce();

    const RecoveryMatrix& m_matrix;
    std::span<const int> m_columns; // the lost fragments
    std::size_t m_words = 0; // of a row cut down to them
    std::vector<std::uint64_t> m_row;
    std::vector<Pivot> m_pivots; // of each row kept: its lowest bit
    std::vector<std::uint64_t> m_kept; // the rows, m_words each
};

} // namespace fuotadesk::recovery
