#include "lorawan/uncovered.h"

#include "lorawan/fragmentcount.h"

#include <algorithm>
#include <functional>

namespace fuotadesk::lorawan {

namespace {

std::vector<int> numbersOfClearBits(std::span<const std::uint64_t> row, int count)
{
    std::vector<int> numbers;
    for (int i = 0; i < count; ++i) {
        const std::uint64_t word = row[static_cast<std::size_t>(i) / 64];
        if (((word >> (i % 64)) & 1) == 0)
            numbers.push_back(i + 1);
    }
    return numbers;
}

} // namespace

std::optional<std::vector<int>> uncoveredFragments(Variant variant, int dataFragments,
                                                   int codedFragments)
{
    if (dataFragments < 1 || dataFragments > MaximumFragments || codedFragments < 0
        || codedFragments > MaximumFragments - dataFragments)
        return {};
    std::vector<std::uint64_t> row(rowWords(dataFragments));
    std::vector<std::uint64_t> covered(row.size());
    for (int coded = 1; coded <= codedFragments; ++coded) {
        parityRow(variant, dataFragments, coded, row);
        std::ranges::transform(covered, row, covered.begin(), std::bit_or<>());
    }
    return numbersOfClearBits(covered, dataFragments);
}

} // namespace fuotadesk::lorawan
