#pragma once

#include "recovery/rowlanes.h"

#include <vector>

namespace fuotadesk::recovery {

// Rows over GF(2) side by side, eliminated together: four at a time are reduced by each other and
// become pivots, whose bits are then cleared in all rows after them in one pass. A pivot's bit is
// the lowest of its row, so that the bits of all pivots say which columns the rows determine first.
class BlockElimination {
public:
    explicit BlockElimination(const RowPasses& passes) : m_passes(passes) { }

    // Forgets all rows. The next ones have so many words, and no more than fullRank of them can be
    // independent.
    void begin(std::size_t words, std::size_t fullRank);
    // Room for that many rows, to be filled in: group by group of Lanes rows, words() for each;
    // what is left over in the last group must be empty.
    LaneWord* room(std::size_t rows);
    // After how many of those rows the rank is full, 0 for never. Not again before begin().
    std::size_t run(std::size_t rows);
    // One more row, first of room(1): whether the rank is full now.
    bool runOne();

    std::size_t words() const { return m_words; }
    std::size_t rank() const { return m_rank; }
    // The highest bit of a pivot, from 0 on; rank() > 0.
    std::size_t lastColumn() const;

private:
    // Four rows reduced by each other. One that the rows before it make up has no bit and is empty.
    struct Pivots {
        PivotRow rows[PivotsTogether];
        std::size_t words[PivotsTogether] = {}; // where the bits are
    };

    void reduce(const LaneWord* group, std::size_t lane, Pivots& pivots);
    template <std::size_t Words>
    void reduceIn(const LaneWord* group, std::size_t lane, Pivots& pivots);
    void reduceAny(const LaneWord* group, std::size_t lane, Pivots& pivots);
    void keep(std::size_t place, std::uint64_t bit, std::size_t word, Pivots& pivots);
    void clear(const Pivots& pivots, LaneWord* group, LaneWord* end) const;
    void clearOne(const PivotRow& row, std::size_t word, LaneWord* group, LaneWord* end) const;
    static std::size_t lastOf(const Pivots& pivots);

    const RowPasses& m_passes;
    std::size_t m_words = 0;
    std::size_t m_fullRank = 0;
    std::size_t m_rank = 0;
    std::vector<LaneWord> m_groups;
    std::vector<std::uint64_t> m_kept; // the rows that are pivots, m_words each
    std::vector<std::uint64_t> m_bits; // of all pivots
    std::vector<std::uint64_t> m_empty; // a row without a bit
    std::vector<std::uint64_t> m_four; // rows, where they are too long for registers
};

} // namespace fuotadesk::recovery
