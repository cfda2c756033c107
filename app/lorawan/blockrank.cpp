#include "lorawan/blockrank.h"

#include "lorawan/rowlanes.h"

#if defined(__x86_64__) && defined(__GNUC__)

#include <immintrin.h>

#include <algorithm>
#include <functional>

#define FUOTADESK_BMI2 __attribute__((target("bmi,bmi2,popcnt")))

namespace fuotadesk::lorawan {

namespace {

// Four rows reduced by each other. One that the rows before it make up has no bit and is empty.
struct Pivots {
    PivotRow rows[PivotsTogether];
    std::size_t words[PivotsTogether] = {}; // where the bits are
};

// Which of the four, from 1, is the last one not empty; there is one. Without branches, which would
// be mistaken half of the time.
std::size_t lastOf(const Pivots& pivots)
{
    std::size_t last = 1;
    for (std::size_t i = 1; i < PivotsTogether; ++i)
        last = pivots.rows[i].bit != 0 ? i + 1 : last;
    return last;
}

// All rows of a trial side by side and eliminated together, four rows at a time: they are reduced
// by each other and become pivots, whose bits are then cleared in all rows after them in one pass.
class BlockRank : public RankSolver {
public:
    BlockRank(const RecoveryMatrix& matrix, const RowPasses& passes)
        : m_matrix(matrix),
          m_passes(passes),
          m_noRow(matrix.words())
    {
    }

    void begin(std::span<const std::uint64_t> lost, int lostCount) override;
    int take(std::span<const int> rows) override;
    bool takeOne(int row) override;

private:
    // Some lost columns of one word of the matrix, and the place of the first of them in its word
    // of the row cut down to them.
    struct Extract {
        std::size_t from;
        std::uint64_t mask;
        std::uint64_t place;
    };

    void gather(std::span<const int> rows, LaneWord* group, std::size_t lane) const;
    void reduce(const LaneWord* group, std::size_t lane, Pivots& pivots);
    template <std::size_t Words>
    void reduceIn(const LaneWord* group, std::size_t lane, Pivots& pivots);
    void reduceAny(const LaneWord* group, std::size_t lane, Pivots& pivots);
    void keep(std::size_t place, std::uint64_t bit, std::size_t word, Pivots& pivots);
    void clear(const Pivots& pivots, LaneWord* group, LaneWord* end) const;
    void clearOne(const PivotRow& row, std::size_t word, LaneWord* group, LaneWord* end) const
    {
        m_passes.clearOne({group + word, end, m_words, m_words - word}, row);
    }
    bool isFull() const { return m_rank == m_lostCount; }

    const RecoveryMatrix& m_matrix;
    const RowPasses& m_passes;
    std::vector<std::uint64_t> m_noRow;
    std::vector<Extract> m_extracts;
    std::vector<std::size_t> m_ends; // of the extracts of each word
    std::size_t m_lostCount = 0;
    std::size_t m_words = 0; // of a row cut down to the lost columns
    std::vector<LaneWord> m_groups;
    std::vector<std::uint64_t> m_rows; // four of them
    std::size_t m_rank = 0;
    std::vector<std::uint64_t> m_kept; // the rows that are pivots, m_words each
};

FUOTADESK_BMI2 void BlockRank::begin(std::span<const std::uint64_t> lost, int lostCount)
{
    m_lostCount = static_cast<std::size_t>(lostCount);
    m_words = rowWords(lostCount);
    m_rank = 0;
    // Four empty rows may be written before it shows that they are.
    m_kept.resize(std::max(m_kept.size(), (m_lostCount + PivotsTogether) * m_words));
    m_groups.resize(std::max(m_groups.size(), m_words));
    m_extracts.clear();
    m_ends.clear();
    std::uint64_t filled = 0;
    for (std::size_t word = 0; word < lost.size(); ++word) {
        std::uint64_t mask = lost[word];
        while (mask != 0) {
            const std::uint64_t room = (~std::uint64_t(0)) >> filled;
            const std::uint64_t part = _pdep_u64(room, mask);
            m_extracts.push_back({word, part, filled});
            filled += static_cast<std::uint64_t>(_mm_popcnt_u64(part));
            mask ^= part;
            if (filled == 64) {
                m_ends.push_back(m_extracts.size());
                filled = 0;
            }
        }
    }
    if (filled > 0)
        m_ends.push_back(m_extracts.size());
}

// Up to four rows into four lanes; those without a row are cleared.
FUOTADESK_BMI2 void BlockRank::gather(std::span<const int> rows, LaneWord* group,
                                      std::size_t lane) const
{
    const std::uint64_t* from[PivotsTogether];
    for (std::size_t i = 0; i < PivotsTogether; ++i)
        from[i] = i < rows.size() ? m_matrix.row(rows[i]) : m_noRow.data();
    const Extract* extract = m_extracts.data();
    for (const std::size_t end : m_ends) {
        std::uint64_t words[PivotsTogether] = {};
        for (const Extract* last = m_extracts.data() + end; extract < last; ++extract) {
            for (std::size_t i = 0; i < PivotsTogether; ++i)
                words[i] |= _pext_u64(from[i][extract->from], extract->mask) << extract->place;
        }
        std::ranges::copy(words, group->rows + lane);
        ++group;
    }
}

// A row without a bit takes no place among those kept: the next one overwrites it.
inline void BlockRank::keep(std::size_t place, std::uint64_t bit, std::size_t word, Pivots& pivots)
{
    const std::uint64_t* const kept = m_kept.data() + m_rank * m_words + word;
    pivots.rows[place] = {bit, bit != 0 ? kept : m_noRow.data()};
    pivots.words[place] = word;
    m_rank += bit != 0 ? 1 : 0;
}

// Words of the rows in registers; no branch depends on the chance in them.
template <std::size_t Words>
void BlockRank::reduceIn(const LaneWord* group, std::size_t lane, Pivots& pivots)
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

void BlockRank::reduceAny(const LaneWord* group, std::size_t lane, Pivots& pivots)
{
    m_rows.resize(PivotsTogether * m_words);
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i] = group[i % m_words].rows[lane + i / m_words];
    for (std::size_t i = 0; i < PivotsTogether; ++i) {
        const std::uint64_t* const row = &m_rows[i * m_words];
        std::size_t at = 0;
        while (at < m_words - 1 && row[at] == 0)
            ++at;
        const std::uint64_t bit = row[at] & (0 - row[at]);
        std::copy(row, row + m_words, &m_kept[m_rank * m_words]);
        keep(i, bit, at, pivots);
        for (std::size_t other = i + 1; other < PivotsTogether; ++other) {
            std::uint64_t* const to = &m_rows[other * m_words];
            if ((to[at] & bit) != 0)
                std::transform(row, row + m_words, to, to, std::bit_xor<>());
        }
    }
}

void BlockRank::reduce(const LaneWord* group, std::size_t lane, Pivots& pivots)
{
    if (m_words == 1)
        reduceIn<1>(group, lane, pivots);
    else if (m_words == 2)
        reduceIn<2>(group, lane, pivots);
    else
        reduceAny(group, lane, pivots);
}

// The words of the bits seldom differ: rows lose their low bits first.
void BlockRank::clear(const Pivots& pivots, LaneWord* group, LaneWord* end) const
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

int BlockRank::take(std::span<const int> rows)
{
    const std::size_t groups = (rows.size() + Lanes - 1) / Lanes;
    m_groups.resize(std::max(m_groups.size(), groups * m_words));
    for (std::size_t i = 0; i < groups * Lanes; i += PivotsTogether)
        gather(rows.subspan(std::min(i, rows.size())), &m_groups[i / Lanes * m_words], i % Lanes);
    LaneWord* const end = m_groups.data() + groups * m_words;
    for (std::size_t i = 0; i < rows.size(); i += PivotsTogether) {
        LaneWord* const group = &m_groups[i / Lanes * m_words];
        Pivots pivots;
        reduce(group, i % Lanes, pivots);
        if (isFull())
            return static_cast<int>(i + lastOf(pivots));
        // Over the second half of a group together with the first: what is a pivot has been kept.
        clear(pivots, i % Lanes == 0 ? group : group + m_words, end);
    }
    return 0;
}

bool BlockRank::takeOne(int row)
{
    LaneWord* const group = m_groups.data();
    gather({&row, 1}, group, 0);
    const std::uint64_t* kept = m_kept.data();
    for (std::size_t i = 0; i < m_rank; ++i, kept += m_words) {
        std::size_t word = 0;
        while (kept[word] == 0)
            ++word;
        clearOne({kept[word] & (0 - kept[word]), kept + word}, word, group, group + m_words);
    }
    Pivots pivots;
    reduce(group, 0, pivots); // the other lanes are empty
    return isFull();
}

} // namespace

std::unique_ptr<RankSolver> makeBlockRank(const RecoveryMatrix& matrix, bool allowAvx512)
{
    if (!__builtin_cpu_supports("bmi2"))
        return nullptr;
    if (allowAvx512 && __builtin_cpu_supports("avx512f"))
        return std::make_unique<BlockRank>(matrix, avx512Passes());
    if (__builtin_cpu_supports("avx2"))
        return std::make_unique<BlockRank>(matrix, avx2Passes());
    return nullptr;
}

} // namespace fuotadesk::lorawan

#else

namespace fuotadesk::lorawan {

std::unique_ptr<RankSolver> makeBlockRank(const RecoveryMatrix&, bool)
{
    return nullptr;
}

} // namespace fuotadesk::lorawan

#endif
