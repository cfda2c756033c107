#include "lorawan/recoverymatrix.h"

#include <algorithm>

namespace fuotadesk::lorawan {

RecoveryMatrix::RecoveryMatrix(Variant variant, int dataFragments, int codedFragments)
    : m_variant(variant),
      m_dataFragments(dataFragments),
      m_codedFragments(codedFragments),
      m_words(rowWords(dataFragments)),
      m_packs((static_cast<std::size_t>(codedFragments) + PackRows - 1) / PackRows)
{
}

// Readers hold no lock: the list of packs never moves, and a pack is full before m_ready says so.
void RecoveryMatrix::makeUpTo(int index) const
{
    const std::lock_guard lock(m_making);
    for (int ready = m_ready.load(std::memory_order_relaxed); index >= ready;) {
        const auto rows = std::min(PackRows, static_cast<std::size_t>(m_codedFragments - ready));
        auto pack = std::make_unique<std::uint64_t[]>(rows * m_words);
        for (std::size_t i = 0; i < rows; ++i)
            parityRow(m_variant, m_dataFragments, ready + static_cast<int>(i) + 1,
                      {pack.get() + i * m_words, m_words});
        m_packs[static_cast<std::size_t>(ready) / PackRows] = std::move(pack);
        ready += static_cast<int>(rows);
        m_ready.store(ready, std::memory_order_release);
    }
}

} // namespace fuotadesk::lorawan
