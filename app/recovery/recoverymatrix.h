#pragma once

#include "lorawan/paritymatrix.h"

#include <atomic>
#include <memory>
#include <mutex>

namespace fuotadesk::recovery {

// The rows of one transmission's coded fragments, made when first asked for: a device needs few
// more than it lost. Memory is taken up by the rows made, at most 8.4 MB (8192 data fragments and
// 8191 coded ones). Safe to share between threads.
class RecoveryMatrix {
public:
    // dataFragments and codedFragments >= 0, together at most MaximumFragments.
    RecoveryMatrix(lorawan::Variant variant, int dataFragments, int codedFragments);

    int dataFragments() const { return m_dataFragments; }
    int codedFragments() const { return m_codedFragments; }
    std::size_t words() const { return m_words; }

    // Of the coded fragment with that index, 0..codedFragments()-1; words() words, see parityRow.
    const std::uint64_t* row(int index) const
    {
        if (index >= m_ready.load(std::memory_order_acquire)) [[unlikely]]
            makeUpTo(index);
        return m_rows.get() + static_cast<std::size_t>(index) * m_words;
    }

private:
    void makeUpTo(int index) const;

    lorawan::Variant m_variant;
    int m_dataFragments;
    int m_codedFragments;
    std::size_t m_words;
    mutable std::mutex m_making;
    mutable std::atomic<int> m_ready = 0;
    std::unique_ptr<std::uint64_t[]> m_rows; // room for all; the system gives pages when written to
};

} // namespace fuotadesk::recovery
