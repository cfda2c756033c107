#pragma once

#include <cstdint>
#include <vector>

namespace fuotadesk {

// A decoder to compare with, written for this purpose the way FragDecoder of LoRaMac-node goes
// about it: a byte for each bit of the matrix, a row made anew for each coded fragment, fragments
// kept in a store behind two functions, rows added as they come and solved backwards at the end.
// Variant V1.
class PlainDecoder {
public:
    using Fragment = std::vector<std::uint8_t>;

    PlainDecoder(int dataFragments, int fragmentBytes);

    void begin();
    // Fragments in the order they were sent, those lost left out; number counts from 1. True as
    // soon as the image is complete.
    bool receive(int number, const Fragment& fragment);
    const std::vector<Fragment>& image() const { return m_store; }

private:
    using Bits = std::vector<std::uint8_t>;

    Fragment load(int index) const { return m_store[std::size_t(index)]; }
    void save(int index, const Fragment& fragment) { m_store[std::size_t(index)] = fragment; }
    void noteMissing(int before);
    bool receiveCoded(int number, Fragment fragment);
    bool addRow(Bits row, Fragment fragment);
    int missingIndex(int place) const;
    void solveBackwards();

    int m_dataFragments;
    std::vector<Fragment> m_store;
    int m_missingCount = 0;
    std::vector<int> m_place; // of each data fragment among the missing, or -1
    std::vector<Bits> m_rows; // by their first one; empty where there is none
    int m_next = 0; // data fragment expected
    int m_rank = 0;
};

} // namespace fuotadesk
