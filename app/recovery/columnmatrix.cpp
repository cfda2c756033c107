#include "recovery/columnmatrix.h"

#include <algorithm>
#include <array>

namespace fuotadesk::recovery {

namespace {

using Block = std::array<std::uint64_t, 64>;

// Swaps rows and columns: first the halves, then the quarters of each, and so on (Warren, Hacker's
// Delight, 7-3).
void transpose(Block& block)
{
    std::uint64_t mask = 0x00000000ffffffff;
    for (unsigned width = 32; width != 0; width /= 2, mask ^= mask << width) {
        for (unsigned low = 0; low < 64; low = (low + width + 1) & ~width) {
            const std::uint64_t swapped = ((block[low] >> width) ^ block[low + width]) & mask;
            block[low] ^= swapped << width;
            block[low + width] ^= swapped;
        }
    }
}

} // namespace

void ColumnMatrix::makeNext()
{
    const auto first = static_cast<int>(m_packs.size() * 64);
    const int rows = std::min(64, m_matrix.codedFragments() - first);
    std::vector<std::uint64_t>& pack = m_packs.emplace_back(m_matrix.words() * 64);
    for (std::size_t word = 0; word < m_matrix.words(); ++word) {
        Block block{};
        for (int i = 0; i < rows; ++i)
            block[static_cast<std::size_t>(i)] = m_matrix.row(first + i)[word];
        transpose(block);
        std::ranges::copy(block, pack.begin() + static_cast<std::ptrdiff_t>(word * 64));
    }
}

} // namespace fuotadesk::recovery
