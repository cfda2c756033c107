#include "recovery/blockrank.h"

#include "recovery/blockelimination.h"
#include "recovery/columnmatrix.h"

#if defined(__x86_64__) && defined(__GNUC__)

#include <immintrin.h>

#include <algorithm>
#include <bit>

#define FUOTADESK_BMI2 __attribute__((target("bmi,bmi2,popcnt")))

namespace fuotadesk::recovery {

namespace {

// Columns of larger codes would take up too much memory beside the rows.
constexpr int MostByColumns = 4096;

// Takes the rows in two ways that come to the same. By rows: each is cut down to the lost columns.
// By columns, for rows in the order of their number: those of the lost fragments are picked up
// whole, and the highest bit of a pivot is the coded fragment that completes the rank.
class BlockRank : public RankSolver {
public:
    BlockRank(const RecoveryMatrix& matrix, const RowPasses& passes)
        : m_matrix(matrix),
          m_columns(matrix),
          m_noRow(matrix.words()),
          m_passes(passes),
          m_elimination(passes)
    {
    }

    void begin(std::span<const int> lost) override
    {
        m_lost = lost;
        m_inQuestion.clear();
        m_areRows = false;
    }
    int take(std::span<const int> rows) override;
    bool takeOne(int row) override;
    int completedBy(std::uint64_t rows) override;

private:
    // Some lost columns of one word of the matrix, and the place of the first of them in its word
    // of the row cut down to them.
    struct Extract {
        std::size_t from;
        std::uint64_t mask;
        std::uint64_t place;
    };

    std::size_t lostWords() const { return lorawan::rowWords(static_cast<int>(m_lost.size())); }
    void findExtracts();
    void gather(std::span<const int> rows, LaneWord* group, std::size_t lane) const;
    int takeRows(std::span<const int> rows);
    bool noteReceived(std::span<const int> rows);
    bool noteFew(std::span<const int> rows);
    void pickColumns(LaneWord* group);
    int lastByColumns();
    int receivedUpTo(int last) const;

    const RecoveryMatrix& m_matrix;
    ColumnMatrix m_columns;
    std::vector<std::uint64_t> m_noRow;
    const RowPasses& m_passes;
    BlockElimination m_elimination;
    bool m_areRows = false; // what m_elimination holds
    std::span<const int> m_lost;
    std::vector<std::uint64_t> m_lostBits;
    std::vector<Extract> m_extracts;
    std::vector<std::size_t> m_ends; // of the extracts of each word
    std::vector<std::uint64_t> m_received; // a bit for each coded fragment, by index
    std::vector<int> m_inQuestion; // rows that did not suffice by columns
};

FUOTADESK_BMI2 void BlockRank::findExtracts()
{
    m_lostBits.assign(m_matrix.words(), 0);
    for (const int fragment : m_lost)
        m_lostBits[static_cast<unsigned>(fragment) / 64] |= std::uint64_t(1) << (fragment % 64);
    m_extracts.clear();
    m_ends.clear();
    std::uint64_t filled = 0;
    for (std::size_t word = 0; word < m_lostBits.size(); ++word) {
        std::uint64_t mask = m_lostBits[word];
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

int BlockRank::takeRows(std::span<const int> rows)
{
    findExtracts();
    m_areRows = true;
    m_elimination.begin(lostWords(), m_lost.size());
    const std::size_t words = m_elimination.words();
    LaneWord* const group = m_elimination.room(rows.size());
    for (std::size_t i = 0; i < (rows.size() + Lanes - 1) / Lanes * Lanes; i += PivotsTogether)
        gather(rows.subspan(std::min(i, rows.size())), group + i / Lanes * words, i % Lanes);
    return static_cast<int>(m_elimination.run(rows.size()));
}

// False where rows come in another order, or so many are missing that the columns would be longer
// than the rows by more than a word.
bool BlockRank::noteReceived(std::span<const int> rows)
{
    const auto words = static_cast<std::size_t>(rows.back()) / 64 + 1;
    if (m_matrix.dataFragments() > MostByColumns || words > lostWords() + 1)
        return false;
    m_received.assign(words, 0);
    if (words == 1)
        return noteFew(rows);
    int before = -1;
    std::size_t word = 0;
    std::uint64_t bits = 0; // of that word: kept out of memory, where each would wait for the last
    for (const int row : rows) {
        if (row <= before || row > rows.back())
            return false;
        before = row;
        if (const std::size_t next = static_cast<unsigned>(row) / 64; next != word) {
            m_received[word] = bits;
            bits = 0;
            word = next;
        }
        bits |= std::uint64_t(1) << (row % 64);
    }
    m_received[word] = bits;
    return true;
}

// Those of one word, without a branch for each.
FUOTADESK_BMI2 bool BlockRank::noteFew(std::span<const int> rows)
{
    int before = -1;
    unsigned descents = 0;
    std::uint64_t bits = 0;
    for (const int row : rows) {
        descents |= static_cast<unsigned>(row - before - 1); // negative where it does not ascend
        before = row;
        bits |= std::uint64_t(1) << (row % 64);
    }
    m_received.front() = bits;
    return descents >> 31 == 0;
}

// Of the lost fragments, with those coded fragments that were received.
void BlockRank::pickColumns(LaneWord* group)
{
    const std::size_t words = m_received.size();
    for (std::size_t word = 0; word < words; ++word) {
        const std::uint64_t* const pack = m_columns.pack(word);
        const std::uint64_t received = m_received[word];
        LaneWord* to = group + word;
        std::size_t at = 0;
        for (; at + Lanes <= m_lost.size(); at += Lanes, to += words) {
            for (std::size_t lane = 0; lane < Lanes; ++lane)
                to->rows[lane] = pack[m_lost[at + lane]] & received;
        }
        for (std::size_t lane = 0; at < m_lost.size() && lane < Lanes; ++lane)
            to->rows[lane] = at + lane < m_lost.size() ? pack[m_lost[at + lane]] & received : 0;
    }
}

// The index of the coded fragment that completes the rank, or -1.
FUOTADESK_BMI2 int BlockRank::lastByColumns()
{
    if (m_received.size() == 1 && m_lost.size() <= FewRows) {
        const std::uint64_t bits = m_passes.pivotBits(
            {m_columns.pack(0), m_lost.data(), m_lost.size(), m_received.front()});
        const bool isFull = static_cast<std::size_t>(_mm_popcnt_u64(bits)) == m_lost.size();
        return isFull ? 63 - std::countl_zero(bits) : -1;
    }
    m_elimination.begin(m_received.size(), m_lost.size());
    pickColumns(m_elimination.room(m_lost.size()));
    return m_elimination.run(m_lost.size()) > 0 ? static_cast<int>(m_elimination.lastColumn()) : -1;
}

// How many coded fragments were received up to that one: counted, as a search would be mistaken at
// every second step.
FUOTADESK_BMI2 int BlockRank::receivedUpTo(int last) const
{
    const auto word = static_cast<unsigned>(last) / 64;
    int count = 0;
    for (std::size_t i = 0; i < word; ++i)
        count += static_cast<int>(_mm_popcnt_u64(m_received[i]));
    const std::uint64_t before = _bzhi_u64(m_received[word], static_cast<unsigned>(last) % 64);
    return count + static_cast<int>(_mm_popcnt_u64(before)) + 1;
}

int BlockRank::take(std::span<const int> rows)
{
    if (rows.size() < m_lost.size() || rows.empty() || !noteReceived(rows))
        return takeRows(rows);
    const int last = lastByColumns();
    if (last >= 0)
        return receivedUpTo(last);
    m_inQuestion.assign(rows.begin(), rows.end());
    return 0;
}

bool BlockRank::takeOne(int row)
{
    if (!m_areRows && m_lost.size() <= FewRows) {
        m_inQuestion.push_back(row);
        if (noteReceived(m_inQuestion))
            return m_inQuestion.size() >= m_lost.size() && lastByColumns() >= 0;
        m_inQuestion.pop_back();
    }
    if (!m_areRows) {
        takeRows(m_inQuestion);
        m_inQuestion.clear();
    }
    gather({&row, 1}, m_elimination.room(1), 0);
    return m_elimination.runOne();
}

int BlockRank::completedBy(std::uint64_t rows)
{
    if (m_matrix.dataFragments() > MostByColumns)
        return RankSolver::completedBy(rows);
    m_received.assign(1, rows);
    return lastByColumns();
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

} // namespace fuotadesk::recovery

#else

namespace fuotadesk::recovery {

std::unique_ptr<RankSolver> makeBlockRank(const RecoveryMatrix&, bool)
{
    return nullptr;
}

} // namespace fuotadesk::recovery

#endif
