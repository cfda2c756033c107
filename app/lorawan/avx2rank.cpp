#include "lorawan/avx2rank.h"

#if defined(__x86_64__) && defined(__GNUC__)

#include <immintrin.h>

#include <algorithm>

#define FUOTADESK_AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))

namespace fuotadesk::lorawan {

namespace {

constexpr std::size_t Lanes = 4;

// The same word of four rows.
struct alignas(32) Lane4 {
    std::uint64_t rows[Lanes];
};

// A row that stands for a lost fragment: its lowest bit, which the rows after it do not have.
struct Pivot {
    std::size_t word;
    std::uint64_t bit;
};

// Clears the bit in rows that have it, by adding the pivot's row. Words counts from the pivot's
// word on: below it the pivot's row is empty.
template <std::size_t Words>
FUOTADESK_AVX2 void clearBit(Lane4* group, Lane4* end, std::size_t stride, const std::uint64_t* row,
                             std::uint64_t bit)
{
    __m256i pivot[Words];
    for (std::size_t word = 0; word < Words; ++word)
        pivot[word] = _mm256_set1_epi64x(static_cast<long long>(row[word]));
    const __m256i wanted = _mm256_set1_epi64x(static_cast<long long>(bit));
    for (; group < end; group += stride) {
        auto* const words = reinterpret_cast<__m256i*>(group);
        const __m256i first = _mm256_load_si256(words);
        const __m256i has = _mm256_cmpeq_epi64(_mm256_and_si256(first, wanted), wanted);
        _mm256_store_si256(words, _mm256_xor_si256(first, _mm256_and_si256(has, pivot[0])));
        for (std::size_t word = 1; word < Words; ++word) {
            const __m256i value = _mm256_load_si256(words + word);
            _mm256_store_si256(words + word,
                               _mm256_xor_si256(value, _mm256_and_si256(has, pivot[word])));
        }
    }
}

FUOTADESK_AVX2 void clearBitOfMany(Lane4* group, Lane4* end, std::size_t stride, std::size_t count,
                                   const std::uint64_t* row, std::uint64_t bit)
{
    const __m256i wanted = _mm256_set1_epi64x(static_cast<long long>(bit));
    for (; group < end; group += stride) {
        auto* const words = reinterpret_cast<__m256i*>(group);
        const __m256i first = _mm256_load_si256(words);
        const __m256i has = _mm256_cmpeq_epi64(_mm256_and_si256(first, wanted), wanted);
        for (std::size_t word = 0; word < count; ++word) {
            const __m256i pivot = _mm256_set1_epi64x(static_cast<long long>(row[word]));
            const __m256i value = _mm256_load_si256(words + word);
            _mm256_store_si256(words + word, _mm256_xor_si256(value, _mm256_and_si256(has, pivot)));
        }
    }
}

// The rows of a trial side by side, four to a vector, and eliminated together: row after row
// becomes a pivot and its bit is cleared in all rows after it.
class Avx2Rank : public RankSolver {
public:
    explicit Avx2Rank(const RecoveryMatrix& matrix) : m_matrix(matrix), m_noRow(matrix.words()) { }

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

    void gather(std::span<const int> rows, Lane4* group) const;
    bool keep(const Lane4* group, std::size_t lane);
    void clear(const Pivot& pivot, const std::uint64_t* row, Lane4* group, Lane4* end) const;
    bool isFull() const { return m_pivots.size() == m_lostCount; }

    const RecoveryMatrix& m_matrix;
    std::vector<std::uint64_t> m_noRow;
    std::vector<Extract> m_extracts;
    std::vector<std::size_t> m_ends; // of the extracts of each word
    std::size_t m_lostCount = 0;
    std::size_t m_words = 0; // of a row cut down to the lost columns
    std::vector<Lane4> m_groups;
    std::vector<Pivot> m_pivots;
    std::vector<std::uint64_t> m_kept; // the pivots' rows, m_words each
};

FUOTADESK_AVX2 void Avx2Rank::begin(std::span<const std::uint64_t> lost, int lostCount)
{
    m_lostCount = static_cast<std::size_t>(lostCount);
    m_words = rowWords(lostCount);
    m_pivots.clear();
    m_extracts.clear();
    m_ends.clear();
    std::uint64_t filled = 0;
    for (std::size_t word = 0; word < lost.size(); ++word) {
        std::uint64_t mask = lost[word];
        while (mask != 0) {
            const auto room = static_cast<unsigned>(64 - filled);
            const std::uint64_t part =
                room == 64 ? mask : mask & _pdep_u64((1ull << room) - 1, mask);
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

// Up to four rows; the lanes of others are cleared.
FUOTADESK_AVX2 void Avx2Rank::gather(std::span<const int> rows, Lane4* group) const
{
    const std::uint64_t* from[Lanes];
    for (std::size_t lane = 0; lane < Lanes; ++lane)
        from[lane] = lane < rows.size() ? m_matrix.row(rows[lane]) : m_noRow.data();
    const Extract* extract = m_extracts.data();
    for (const std::size_t end : m_ends) {
        Lane4 words{};
        for (const Extract* last = m_extracts.data() + end; extract < last; ++extract) {
            for (std::size_t lane = 0; lane < Lanes; ++lane)
                words.rows[lane] |= _pext_u64(from[lane][extract->from], extract->mask)
                    << extract->place;
        }
        *group++ = words;
    }
}

// False for a row that the pivots before it make up.
bool Avx2Rank::keep(const Lane4* group, std::size_t lane)
{
    std::size_t word = 0;
    while (word < m_words && group[word].rows[lane] == 0)
        ++word;
    if (word == m_words)
        return false;
    const std::uint64_t bits = group[word].rows[lane];
    m_pivots.push_back({word, bits & (0 - bits)});
    for (word = 0; word < m_words; ++word)
        m_kept.push_back(group[word].rows[lane]);
    return true;
}

FUOTADESK_AVX2 void Avx2Rank::clear(const Pivot& pivot, const std::uint64_t* row, Lane4* group,
                                    Lane4* end) const
{
    row += pivot.word;
    group += pivot.word;
    switch (m_words - pivot.word) {
    case 1:
        return clearBit<1>(group, end, m_words, row, pivot.bit);
    case 2:
        return clearBit<2>(group, end, m_words, row, pivot.bit);
    case 3:
        return clearBit<3>(group, end, m_words, row, pivot.bit);
    case 4:
        return clearBit<4>(group, end, m_words, row, pivot.bit);
    default:
        clearBitOfMany(group, end, m_words, m_words - pivot.word, row, pivot.bit);
    }
}

int Avx2Rank::take(std::span<const int> rows)
{
    const std::size_t groups = (rows.size() + Lanes - 1) / Lanes;
    m_kept.clear();
    m_groups.resize(groups * m_words);
    for (std::size_t i = 0; i < groups; ++i)
        gather(rows.subspan(i * Lanes, std::min(Lanes, rows.size() - i * Lanes)),
               &m_groups[i * m_words]);
    Lane4* const end = m_groups.data() + m_groups.size();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Lane4* const group = &m_groups[i / Lanes * m_words];
        if (!keep(group, i % Lanes))
            continue;
        if (isFull())
            return static_cast<int>(i) + 1;
        clear(m_pivots.back(), m_kept.data() + m_kept.size() - m_words, group, end);
    }
    return 0;
}

bool Avx2Rank::takeOne(int row)
{
    m_groups.resize(std::max(m_groups.size(), m_words));
    gather({&row, 1}, m_groups.data());
    const std::uint64_t* kept = m_kept.data();
    for (const Pivot& pivot : m_pivots) {
        clear(pivot, kept, m_groups.data(), m_groups.data() + m_words);
        kept += m_words;
    }
    return keep(m_groups.data(), 0) && isFull();
}

} // namespace

std::unique_ptr<RankSolver> makeAvx2Rank(const RecoveryMatrix& matrix)
{
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2"))
        return std::make_unique<Avx2Rank>(matrix);
    return nullptr;
}

} // namespace fuotadesk::lorawan

#else

namespace fuotadesk::lorawan {

std::unique_ptr<RankSolver> makeAvx2Rank(const RecoveryMatrix&)
{
    return nullptr;
}

} // namespace fuotadesk::lorawan

#endif
