#include "recovery/blockelimination.h"

#include <algorithm>
#include <bit>
#include <functional>

namespace fuotadesk::recovery {

void BlockElimination::begin(std::size_t words, std::size_t fullRank)
{
    m_words = words;
    m_fullRank = fullRank;
    m_rank = 0;
    // Four empty rows may be written before it shows that they are.
    m_kept.resize(std::max(m_kept.size(), (fullRank + PivotsTogether) * words));
    m_empty.resize(std::max(m_empty.size(), words));
    m_bits.assign(words, 0);
}

LaneWord* BlockElimination::room(std::size_t rows)
{
    m_groups.resize(std::max(m_groups.size(), (rows + Lanes - 1) / Lanes * m_words));
    return m_groups.data();
}

// A row without a bit takes no place among those kept: the next one overwrites it.
inline void BlockElimination::keep(std::size_t place, std::uint64_t bit, std::size_t word,
                                   Pivots& pivots)
{
    const std::uint64_t* const kept = m_kept.data() + m_rank * m_words + word;
    pivots.rows[place] = {bit, bit != 0 ? kept : m_empty.data()};
    pivots.words[place] = word;
    m_bits[word] |= bit;
    m_rank += bit != 0 ? 1 : 0;
}

// Words of the rows in registers; no branch depends on the chance in them.
template <std::size_t Words>
void BlockElimination::reduceIn(const LaneWord* group, std::size_t lane, Pivots& pivots)
{
    std::uint64_t row[PivotsTogether][Words];
    for (std::size_t i = 0; i < PivotsTogether; ++i) {
        for (std::size_t word = 0; word < Words; ++word)
            row[i][word] = group[word].rows[lane + i];
    }
    for (std::size_t i = 0; i < PivotsTogether; ++i) {
        std::uint64_t* const kept = m_kept.data() + m_rank * Words;
        std::uint64_t bits[Words]; // one of them at most
        std::uint64_t bit = 0;
        std::size_t at = 0;
        for (std::size_t word = 0; word < Words; ++word) {
            kept[word] = row[i][word];
            bits[word] = bit != 0 ? 0 : row[i][word] & (0 - row[i][word]);
            bit |= bits[word];
            at += bit == 0 && word + 1 < Words ? 1 : 0;
        }
        keep(i, bit, at, pivots);
        for (std::size_t other = i + 1; other < PivotsTogether; ++other) {
            std::uint64_t has = 0;
            for (std::size_t word = 0; word < Words; ++word)
                has |= row[other][word] & bits[word];
            has = has != 0 ? ~std::uint64_t(0) : 0;
            for (std::size_t word = 0; word < Words; ++word)
                row[other][word] ^= row[i][word] & has;
        }
    }
}

void BlockElimination::reduceAny(const LaneWord* group, std::size_t lane, Pivots& pivots)
{
    m_four.resize(PivotsTogether * m_words);
    for (std::size_t i = 0; i < m_four.size(); ++i)
        m_four[i] = group[i % m_words].rows[lane + i / m_words];
    for (std::size_t i = 0; i < PivotsTogether; ++i) {
        const std::uint64_t* const row = &m_four[i * m_words];
        std::size_t at = 0;
        while (at < m_words - 1 && row[at] == 0)
            ++at;
        const std::uint64_t bit = row[at] & (0 - row[at]);
        std::copy(row, row + m_words, &m_kept[m_rank * m_words]);
        keep(i, bit, at, pivots);
        for (std::size_t other = i + 1; other < PivotsTogether; ++other) {
            std::uint64_t* const to = &m_four[other * m_words];
            if ((to[at] & bit) != 0)
                std::transform(row, row + m_words, to, to, std::bit_xor<>());
        }
    }
}

void BlockElimination::reduce(const LaneWord* group, std::size_t lane, Pivots& pivots)
{
    if (m_words == 1)
        reduceIn<1>(group, lane, pivots);
    else if (m_words == 2)
        reduceIn<2>(group, lane, pivots);
    else if (m_words == 3)
        reduceIn<3>(group, lane, pivots);
    else if (m_words == 4)
        reduceIn<4>(group, lane, pivots);
    else
        reduceAny(group, lane, pivots);
}

inline void BlockElimination::clearOne(const PivotRow& row, std::size_t word, LaneWord* group,
                                       LaneWord* end) const
{
    m_passes.clearOne({group + word, end, m_words, m_words - word}, row);
}

// The words of the bits seldom differ: rows lose their low bits first.
void BlockElimination::clear(const Pivots& pivots, LaneWord* group, LaneWord* end) const
{
    const std::size_t word = pivots.words[0];
    const bool isOneWord =
        pivots.words[1] == word && pivots.words[2] == word && pivots.words[3] == word;
    if (isOneWord) {
        m_passes.clearFour({group + word, end, m_words, m_words - word}, pivots.rows);
        return;
    }
    for (std::size_t i = 0; i < PivotsTogether; ++i)
        clearOne(pivots.rows[i], pivots.words[i], group, end);
}

// Which of the four, from 1, is the last one not empty; there is one. Without branches, which would
// be mistaken half of the time.
inline std::size_t BlockElimination::lastOf(const Pivots& pivots)
{
    std::size_t last = 1;
    for (std::size_t i = 1; i < PivotsTogether; ++i)
        last = pivots.rows[i].bit != 0 ? i + 1 : last;
    return last;
}

std::size_t BlockElimination::run(std::size_t rows)
{
    LaneWord* const end = m_groups.data() + (rows + Lanes - 1) / Lanes * m_words;
    for (std::size_t i = 0; i < rows; i += PivotsTogether) {
        LaneWord* const group = &m_groups[i / Lanes * m_words];
        Pivots pivots;
        reduce(group, i % Lanes, pivots);
        if (m_rank == m_fullRank)
            return i + lastOf(pivots);
        // Over the second half of a group together with the first: what is a pivot has been kept.
        clear(pivots, i % Lanes == 0 ? group : group + m_words, end);
    }
    return 0;
}

bool BlockElimination::runOne()
{
    LaneWord* const group = m_groups.data();
    const std::uint64_t* kept = m_kept.data();
    for (std::size_t i = 0; i < m_rank; ++i, kept += m_words) {
        std::size_t word = 0;
        while (kept[word] == 0)
            ++word;
        clearOne({kept[word] & (0 - kept[word]), kept + word}, word, group, group + m_words);
    }
    Pivots pivots;
    reduce(group, 0, pivots); // the other lanes are empty
    return m_rank == m_fullRank;
}

std::size_t BlockElimination::lastColumn() const
{
    std::size_t word = m_words;
    while (m_bits[word - 1] == 0)
        --word;
    return word * 64 - 1 - static_cast<std::size_t>(std::countl_zero(m_bits[word - 1]));
}

} // namespace fuotadesk::recovery
