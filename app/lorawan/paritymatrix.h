#pragma once

#include <cstdint>
#include <span>

namespace fuotadesk::lorawan {

// How a sender reads the parity matrix of LoRa Alliance TS004. V1 is what devices in the field and,
// by what is known, AWS use; V2 never draws a fragment twice; V2Text is TS004-2.0.0 to the letter:
// it counts the rows by the number on air. Fragments of one are noise to a decoder of another.
enum class Variant { V1, V2, V2Text };

// The 23-bit pseudo-random sequence of TS004-1.0.0, appendix.
constexpr std::uint32_t prbs23(std::uint32_t state)
{
    const std::uint32_t feedback = (state ^ (state >> 5)) & 1;
    return (state >> 1) + (feedback << 22);
}

constexpr std::size_t rowWords(int dataFragments)
{
    return (static_cast<std::size_t>(dataFragments) + 63) / 64;
}

// Which data fragments are summed up in one coded fragment: bit i of the row (bit i % 64 of word
// i / 64) is data fragment i + 1. codedFragment counts from 1, the first after the data fragments.
// dataFragments 0..16383; row has rowWords(dataFragments) words and is overwritten. A row has at
// most half of the bits set, V2 exactly half rounded down; one data fragment gives an empty row.
void parityRow(Variant variant, int dataFragments, int codedFragment, std::span<std::uint64_t> row);

} // namespace fuotadesk::lorawan
