#include "recovery/rowlanes.h"

#if defined(__x86_64__) && defined(__GNUC__)

#include <immintrin.h>

#define FUOTADESK_AVX2 __attribute__((target("avx2")))

namespace fuotadesk::recovery {

namespace {

constexpr std::size_t Halves = 2; // of a LaneWord in a register

FUOTADESK_AVX2 inline __m256i load(const LaneWord& word, std::size_t half)
{
    return _mm256_load_si256(reinterpret_cast<const __m256i*>(&word) + half);
}

FUOTADESK_AVX2 inline void store(LaneWord& word, std::size_t half, __m256i value)
{
    _mm256_store_si256(reinterpret_cast<__m256i*>(&word) + half, value);
}

FUOTADESK_AVX2 inline __m256i everywhere(std::uint64_t value)
{
    return _mm256_set1_epi64x(static_cast<long long>(value));
}

// All ones in the rows that have the bit.
FUOTADESK_AVX2 inline __m256i having(__m256i value, __m256i bit)
{
    return _mm256_cmpeq_epi64(_mm256_and_si256(value, bit), bit);
}

FUOTADESK_AVX2 inline __m256i added(__m256i value, __m256i row, __m256i where)
{
    return _mm256_xor_si256(value, _mm256_and_si256(where, row));
}

FUOTADESK_AVX2 void clearOne(const RowGroups& groups, const PivotRow& pivot)
{
    const __m256i bit = everywhere(pivot.bit);
    for (LaneWord* group = groups.first; group < groups.end; group += groups.stride) {
        const __m256i has[Halves] = {having(load(*group, 0), bit), having(load(*group, 1), bit)};
        for (std::size_t word = 0; word < groups.words; ++word) {
            const __m256i row = everywhere(pivot.row[word]);
            for (std::size_t half = 0; half < Halves; ++half)
                store(group[word], half, added(load(group[word], half), row, has[half]));
        }
    }
}

template <std::size_t Words>
FUOTADESK_AVX2 void clearFourIn(const RowGroups& groups, const PivotRow* pivots)
{
    __m256i bits[PivotsTogether];
    __m256i rows[PivotsTogether][Words];
    for (std::size_t pivot = 0; pivot < PivotsTogether; ++pivot) {
        bits[pivot] = everywhere(pivots[pivot].bit);
        for (std::size_t word = 0; word < Words; ++word)
            rows[pivot][word] = everywhere(pivots[pivot].row[word]);
    }
    for (LaneWord* group = groups.first; group < groups.end; group += groups.stride) {
        for (std::size_t half = 0; half < Halves; ++half) {
            __m256i value[Words];
            for (std::size_t word = 0; word < Words; ++word)
                value[word] = load(group[word], half);
            for (std::size_t pivot = 0; pivot < PivotsTogether; ++pivot) {
                const __m256i has = having(value[0], bits[pivot]);
                for (std::size_t word = 0; word < Words; ++word)
                    value[word] = added(value[word], rows[pivot][word], has);
            }
            for (std::size_t word = 0; word < Words; ++word)
                store(group[word], half, value[word]);
        }
    }
}

FUOTADESK_AVX2 void clearFourInMany(const RowGroups& groups, const PivotRow* pivots)
{
    for (LaneWord* group = groups.first; group < groups.end; group += groups.stride) {
        for (std::size_t half = 0; half < Halves; ++half) {
            __m256i has[PivotsTogether];
            __m256i first = load(*group, half);
            for (std::size_t pivot = 0; pivot < PivotsTogether; ++pivot) {
                has[pivot] = having(first, everywhere(pivots[pivot].bit));
                first = added(first, everywhere(*pivots[pivot].row), has[pivot]);
            }
            store(*group, half, first);
            for (std::size_t word = 1; word < groups.words; ++word) {
                __m256i value = load(group[word], half);
                for (std::size_t pivot = 0; pivot < PivotsTogether; ++pivot)
                    value = added(value, everywhere(pivots[pivot].row[word]), has[pivot]);
                store(group[word], half, value);
            }
        }
    }
}

FUOTADESK_AVX2 void clearFour(const RowGroups& groups, const PivotRow* pivots)
{
    if (groups.words == 1)
        clearFourIn<1>(groups, pivots);
    else if (groups.words == 2)
        clearFourIn<2>(groups, pivots);
    else
        clearFourInMany(groups, pivots);
}

// Of a lane, in all of them.
FUOTADESK_AVX2 inline __m256i spread(__m256i value, int lane)
{
    const __m256i low = _mm256_set1_epi64x(0x0000000100000000 + lane * 0x0000000200000002);
    return _mm256_permutevar8x32_epi32(value, low);
}

// Four rows from that one on. Put together in registers: through memory they would have to wait for
// all of the single ones to get there.
FUOTADESK_AVX2 inline __m256i picked(const PickedRows& rows, std::size_t from)
{
    const auto at = [&rows, from](std::size_t lane) {
        return static_cast<long long>(rows.at(from + lane));
    };
    return _mm256_set_epi64x(at(3), at(2), at(1), at(0));
}

FUOTADESK_AVX2 std::uint64_t pivotBits(const PickedRows& picks)
{
    constexpr std::size_t halves = FewRows / 4;
    const std::size_t rows = picks.count;
    __m256i value[halves];
    for (std::size_t half = 0; half < halves; ++half)
        value[half] = picked(picks, half * 4);
    __m256i bits = _mm256_setzero_si256();
    for (std::size_t from = 0; from < halves && from * 4 < rows; ++from) {
        for (int lane = 0; lane < 4; ++lane) {
            const __m256i pivot = spread(value[from], lane);
            const __m256i bit =
                _mm256_and_si256(pivot, _mm256_sub_epi64(_mm256_setzero_si256(), pivot));
            bits = _mm256_or_si256(bits, bit);
            for (std::size_t half = from; half < halves; ++half)
                value[half] = added(value[half], pivot, having(value[half], bit));
        }
    }
    return static_cast<std::uint64_t>(_mm256_extract_epi64(bits, 0));
}

} // namespace

const RowPasses& avx2Passes()
{
    static constexpr RowPasses passes{clearOne, clearFour, pivotBits};
    return passes;
}

} // namespace fuotadesk::recovery

#endif
