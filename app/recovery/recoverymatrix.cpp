#include "recovery/recoverymatrix.h"

#include <algorithm>

namespace fuotadesk::recovery {

namespace {

constexpr int RowsAtOnce = 64;

} // namespace

RecoveryMatrix::RecoveryMatrix(lorawan::Variant variant, int dataFragments, int codedFragments)
    : m_variant(variant),
      m_dataFragments(dataFragments),
      m_codedFragments(codedFragments),
      m_words(lorawan::rowWords(dataFragments)),
      m_rows(std::make_unique_for_overwrite<std::uint64_t[]>(
          static_cast<std::size_t>(codedFragments) * m_words))
{
}

// Readers hold no lock: rows never move, and are written before m_ready says that they are there.
void RecoveryMatrix::makeUpTo(int index) const
{
    const std::lock_guard lock(m_making);
    const int ready = m_ready.load(std::memory_order_relaxed);
    const int end =
        std::max(ready, std::min(index / RowsAtOnce * RowsAtOnce + RowsAtOnce, m_codedFragments));
    for (int row = ready; row < end; ++row)
        lorawan::parityRow(m_variant, m_dataFragments, row + 1,
                           {m_rows.get() + static_cast<std::size_t>(row) * m_words, m_words});
    m_ready.store(end, std::memory_order_release);
}

} // namespace fuotadesk::recovery
