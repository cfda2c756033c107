#pragma once

#include "recovery/recoverymatrix.h"

#include <vector>

namespace fuotadesk::recovery {

// The same matrix by data fragments: which of 64 coded fragments in a row have it. What a device
// lacks is then picked up whole instead of bit by bit. For one thread.
class ColumnMatrix {
public:
    // The matrix must outlive this.
    explicit ColumnMatrix(const RecoveryMatrix& matrix) : m_matrix(matrix) { }

    // A word for each data fragment: bit i is coded fragment 64 * pack + i, by index.
    const std::uint64_t* pack(std::size_t pack)
    {
        while (pack >= m_packs.size())
            makeNext();
        return m_packs[pack].data();
    }

private:
    void makeNext();

    const RecoveryMatrix& m_matrix;
    std::vector<std::vector<std::uint64_t>> m_packs;
};

} // namespace fuotadesk::recovery
