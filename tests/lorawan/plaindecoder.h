#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace fuotadesk {

// A receiver of TS004 for tests: one byte per bit of the matrix, which it draws for itself, and
// elimination by the book, so that it shares nothing with the encoder under test.
class PlainDecoder {
public:
    // redraws: a fragment drawn twice for a row is drawn anew. byNumberOnAir: rows are counted by
    // the number of the fragment, not from the first coded one.
    struct Matrix {
        bool redraws = false;
        bool byNumberOnAir = false;
    };
    using Bytes = std::vector<std::uint8_t>;

    PlainDecoder(int dataFragments, Matrix matrix);

    void receive(int number, Bytes fragment);
    bool isComplete() const { return m_known == m_dataFragments; }
    // All data fragments one after the other, padding included; needs isComplete().
    Bytes image() const;

private:
    struct Equation {
        std::vector<char> terms;
        Bytes sum;
    };

    std::vector<char> termsOf(int number) const;

    int m_dataFragments = 0;
    Matrix m_matrix;
    int m_known = 0;
    std::vector<std::optional<Equation>> m_byFirstTerm;
};

} // namespace fuotadesk
