#include "lorawan/paritymatrix.h"

#include <algorithm>
#include <bit>

namespace fuotadesk::lorawan {

namespace {

// True the first time.
bool setBit(std::span<std::uint64_t> row, std::uint32_t bit)
{
    std::uint64_t& word = row[bit / 64];
    const std::uint64_t mask = std::uint64_t(1) << (bit % 64);
    const bool fresh = (word & mask) == 0;
    word |= mask;
    return fresh;
}

} // namespace

void parityRow(Variant variant, int dataFragments, int codedFragment, std::span<std::uint64_t> row)
{
    std::ranges::fill(row, 0);
    const auto count = static_cast<std::uint32_t>(dataFragments);
    const std::uint32_t modulus = count + (std::has_single_bit(count) ? 1 : 0);
    const int number = variant == Variant::V2Text ? dataFragments + codedFragment : codedFragment;
    std::uint32_t state = 1 + 1001 * static_cast<std::uint32_t>(number);
    for (std::uint32_t drawn = 0; drawn < count / 2;) {
        std::uint32_t bit = count;
        while (bit >= count) {
            state = prbs23(state);
            bit = state % modulus;
        }
        if (setBit(row, bit) || variant == Variant::V1)
            ++drawn;
    }
}

} // namespace fuotadesk::lorawan
