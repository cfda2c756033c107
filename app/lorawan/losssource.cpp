#include "lorawan/losssource.h"

#include "lorawan/paritymatrix.h"

#include <algorithm>

namespace fuotadesk::lorawan {

// What is independent in other words than one probability comes down to one.
LossSource::LossSource(const LossModel& model, int dataFragments)
    : m_independent(model.isIndependent()),
      m_inGood(m_independent ? model.meanLoss() : model.lossInGood),
      m_inBad(model.lossInBad),
      m_goodToBad(model.goodToBad),
      m_badToGood(model.badToGood),
      m_startsBad(model.badShare()),
      m_counts(dataFragments, m_independent ? model.meanLoss() : 0),
      m_fragments(dataFragments),
      m_lost(rowWords(dataFragments))
{
}

void LossSource::beginBlock()
{
    m_fragments.reset();
    m_count = m_counts.first();
    m_below = 0;
}

int LossSource::drawData(int trial, int blockTrials, RandomStream& random)
{
    std::ranges::fill(m_lost, 0);
    return m_independent ? drawIndependent((trial + random.fraction()) / blockTrials, random)
                         : drawBursts(random);
}

int LossSource::drawIndependent(double fraction, RandomStream& random)
{
    while (m_count < m_counts.last() && m_below + m_counts.mass(m_count) <= fraction)
        m_below += m_counts.mass(m_count++);
    for (int i = 0; i < m_count; ++i) {
        const auto fragment =
            static_cast<unsigned>(m_fragments.draw(static_cast<std::size_t>(i), random));
        m_lost[fragment / 64] |= std::uint64_t(1) << (fragment % 64);
    }
    return m_count;
}

int LossSource::drawBursts(RandomStream& random)
{
    m_bad = m_startsBad.toss(random);
    int count = 0;
    for (std::size_t i = 0; i < m_fragments.size(); ++i) {
        if (losesNext(random)) {
            m_lost[i / 64] |= std::uint64_t(1) << (i % 64);
            ++count;
        }
    }
    return count;
}

bool LossSource::losesNext(RandomStream& random)
{
    const bool changes = (m_bad ? m_badToGood : m_goodToBad).toss(random);
    m_bad = m_bad != changes;
    return (m_bad ? m_inBad : m_inGood).toss(random);
}

} // namespace fuotadesk::lorawan
