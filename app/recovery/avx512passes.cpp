#include "recovery/rowlanes.h"

#if defined(__x86_64__) && defined(__GNUC__)

#include <immintrin.h>

#include <algorithm>

#define FUOTADESK_AVX512 __attribute__((target("avx512f")))

namespace fuotadesk::recovery {

namespace {

FUOTADESK_AVX512 inline __m512i everywhere(std::uint64_t value)
{
    return _mm512_set1_epi64(static_cast<long long>(value));
}

FUOTADESK_AVX512 inline __m512i added(__m512i value, __m512i row, __mmask8 where)
{
    return _mm512_mask_xor_epi64(value, where, value, row);
}

FUOTADESK_AVX512 inline __m512i lowestBit(__m512i value)
{
    return _mm512_and_si512(value, _mm512_sub_epi64(_mm512_setzero_si512(), value));
}

FUOTADESK_AVX512 void clearOne(const RowGroups& groups, const PivotRow& pivot)
{
    const __m512i bit = everywhere(pivot.bit);
    for (LaneWord* group = groups.first; group < groups.end; group += groups.stride) {
        const __mmask8 has = _mm512_test_epi64_mask(_mm512_load_si512(group), bit);
        for (std::size_t word = 0; word < groups.words; ++word)
            _mm512_store_si512(
                group + word,
                added(_mm512_load_si512(group + word), everywhere(pivot.row[word]), has));
    }
}

template <std::size_t Words>
FUOTADESK_AVX512 void clearFourIn(const RowGroups& groups, const PivotRow* pivots)
{
    __m512i bits[PivotsTogether];
    __m512i rows[PivotsTogether][Words];
    for (std::size_t pivot = 0; pivot < PivotsTogether; ++pivot) {
        bits[pivot] = everywhere(pivots[pivot].bit);
        for (std::size_t word = 0; word < Words; ++word)
            rows[pivot][word] = everywhere(pivots[pivot].row[word]);
    }
    for (LaneWord* group = groups.first; group < groups.end; group += groups.stride) {
        __m512i value[Words];
        for (std::size_t word = 0; word < Words; ++word)
            value[word] = _mm512_load_si512(group + word);
        for (std::size_t pivot = 0; pivot < PivotsTogether; ++pivot) {
            const __mmask8 has = _mm512_test_epi64_mask(value[0], bits[pivot]);
            for (std::size_t word = 0; word < Words; ++word)
                value[word] = added(value[word], rows[pivot][word], has);
        }
        for (std::size_t word = 0; word < Words; ++word)
            _mm512_store_si512(group + word, value[word]);
    }
}

FUOTADESK_AVX512 void clearFourInMany(const RowGroups& groups, const PivotRow* pivots)
{
    for (LaneWord* group = groups.first; group < groups.end; group += groups.stride) {
        __mmask8 has[PivotsTogether];
        __m512i first = _mm512_load_si512(group);
        for (std::size_t pivot = 0; pivot < PivotsTogether; ++pivot) {
            has[pivot] = _mm512_test_epi64_mask(first, everywhere(pivots[pivot].bit));
            first = added(first, everywhere(*pivots[pivot].row), has[pivot]);
        }
        _mm512_store_si512(group, first);
        for (std::size_t word = 1; word < groups.words; ++word) {
            __m512i value = _mm512_load_si512(group + word);
            for (std::size_t pivot = 0; pivot < PivotsTogether; ++pivot)
                value = added(value, everywhere(pivots[pivot].row[word]), has[pivot]);
            _mm512_store_si512(group + word, value);
        }
    }
}

FUOTADESK_AVX512 void clearFour(const RowGroups& groups, const PivotRow* pivots)
{
    if (groups.words == 1)
        clearFourIn<1>(groups, pivots);
    else if (groups.words == 2)
        clearFourIn<2>(groups, pivots);
    else if (groups.words == 3)
        clearFourIn<3>(groups, pivots);
    else
        clearFourInMany(groups, pivots);
}

// Of one lane, counted modulo Lanes, in all of them. The masked form as gcc 12 takes the other for
// a use of something not initialised.
FUOTADESK_AVX512 inline __m512i lane(__m512i value, std::size_t which)
{
    return _mm512_maskz_permutexvar_epi64(0xff, everywhere(which), value);
}

// Eight rows from that one on. Put together in registers: through memory they would have to wait
// for all of the single ones to get there.
FUOTADESK_AVX512 inline __m512i picked(const PickedRows& rows, std::size_t from)
{
    const auto at = [&rows, from](std::size_t lane) {
        return static_cast<long long>(rows.at(from + lane));
    };
    return _mm512_set_epi64(at(7), at(6), at(5), at(4), at(3), at(2), at(1), at(0));
}

FUOTADESK_AVX512 std::uint64_t pivotBits(const PickedRows& picks)
{
    const std::size_t rows = picks.count;
    __m512i first = picked(picks, 0);
    __m512i second = rows > Lanes ? picked(picks, Lanes) : _mm512_setzero_si512();
    __m512i bits = _mm512_setzero_si512();
    for (std::size_t i = 0; i < std::min(rows, Lanes); ++i) {
        const __m512i pivot = lane(first, i);
        const __m512i bit = lowestBit(pivot);
        bits = _mm512_or_si512(bits, bit);
        first = added(first, pivot, _mm512_test_epi64_mask(first, bit));
        second = added(second, pivot, _mm512_test_epi64_mask(second, bit));
    }
    for (std::size_t i = Lanes; i < rows; ++i) {
        const __m512i pivot = lane(second, i);
        const __m512i bit = lowestBit(pivot);
        bits = _mm512_or_si512(bits, bit);
        second = added(second, pivot, _mm512_test_epi64_mask(second, bit));
    }
    LaneWord result;
    _mm512_store_si512(&result, bits);
    return result.rows[0];
}

} // namespace

const RowPasses& avx512Passes()
{
    static constexpr RowPasses passes{clearOne, clearFour, pivotBits};
    return passes;
}

} // namespace fuotadesk::recovery

#endif
