#pragma once

#include <cstddef>
#include <cstdint>

namespace fuotadesk::recovery {

inline constexpr std::size_t Lanes = 8;
inline constexpr std::size_t PivotsTogether = 4;
inline constexpr std::size_t FewRows = 2 * Lanes;

// The same word of eight rows, side by side. A group of rows is one of these for each word.
struct alignas(64) LaneWord {
    std::uint64_t rows[Lanes];
};

// Groups from first up to end; words are those of a group that a pivot reaches, from the one with
// its bit on, and stride is that from group to group.
struct RowGroups {
    LaneWord* first = nullptr;
    LaneWord* end = nullptr;
    std::size_t stride = 0;
    std::size_t words = 0;
};

// A row and its bit, in its first word.
struct PivotRow {
    std::uint64_t bit = 0;
    const std::uint64_t* row = nullptr;
};

// Rows of one word: those of that number in a table, as far as their bits are in question.
struct PickedRows {
    const std::uint64_t* table = nullptr;
    const int* numbers = nullptr;
    std::size_t count = 0;
    std::uint64_t bits = 0;

    std::uint64_t at(std::size_t row) const { return row < count ? table[numbers[row]] & bits : 0; }
};

// The inner loops of elimination in the instructions of a processor: clear the pivot's bit in the
// rows that have it, by adding the pivot's row; with four pivots one after the other, all of whose
// bits are in the same word. A pivot without a bit and with an empty row does nothing.
struct RowPasses {
    void (*clearOne)(const RowGroups& groups, const PivotRow& pivot) = nullptr;
    void (*clearFour)(const RowGroups& groups, const PivotRow* pivots) = nullptr;
    // All of it for rows of one word, at most FewRows: the bits of all pivots, each the lowest of
    // its row.
    std::uint64_t (*pivotBits)(const PickedRows& rows) = nullptr;
};

const RowPasses& avx2Passes();
const RowPasses& avx512Passes();

} // namespace fuotadesk::recovery
