#include "recovery/portablerank.h"

#include <algorithm>

namespace fuotadesk::recovery {

PortableRank::PortableRank(const RecoveryMatrix& matrix) : m_matrix(matrix) { }

void PortableRank::begin(std::span<const int> lost)
{
    m_columns = lost;
    m_words = lorawan::rowWords(static_cast<int>(lost.size()));
    m_row.resize(m_words);
    m_pivots.clear();
    m_kept.clear();
}

int PortableRank::take(std::span<const int> rows)
{
    int taken = 0;
    for (const int row : rows) {
        ++taken;
        if (takeOne(row))
            return taken;
    }
    return 0;
}

bool PortableRank::takeOne(int row)
{
    gather(m_matrix.row(row));
    reduce();
    const auto word = std::ranges::find_if(m_row, [](std::uint64_t each) { return each != 0; });
    if (word != m_row.end()) {
        m_pivots.push_back({static_cast<std::size_t>(word - m_row.begin()), *word & (0 - *word)});
        m_kept.insert(m_kept.end(), m_row.begin(), m_row.end());
    }
    return m_pivots.size() == m_columns.size();
}

void PortableRank::gather(const std::uint64_t* row)
{
    std::ranges::fill(m_row, 0);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const auto column = static_cast<unsigned>(m_columns[i]);
        m_row[i / 64] |= ((row[column / 64] >> (column % 64)) & 1) << (i % 64);
    }
}

// Clears in the row the bit that stands for each row kept.
void PortableRank::reduce()
{
    const std::uint64_t* kept = m_kept.data();
    for (const Pivot& pivot : m_pivots) {
        if ((m_row[pivot.word] & pivot.bit) != 0) {
            for (std::size_t word = pivot.word; word < m_words; ++word)
                m_row[word] ^= kept[word];
        }
        kept += m_words;
    }
}

} // namespace fuotadesk::recovery
