#include "recovery/losssource.h"

#include <algorithm>

namespace fuotadesk::recovery {

// What is independent in other words than one probability comes down to one.
LossSource::LossSource(const LossModel& model, int dataFragments)
    : m_independent(model.isIndependent()),
      m_inGood(m_independent ? model.meanLoss() : model.lossInGood),
      m_inBad(model.lossInBad),
      m_goodToBad(model.goodToBad),
      m_badToGood(model.badToGood),
      m_startsBad(model.badShare()),
      m_counts(dataFragments, m_independent ? model.meanLoss() : 0),
      m_fragments(dataFragments)
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
    return m_independent ? drawIndependent((trial + random.fraction()) / blockTrials, random)
                         : drawBursts(random);
}

int LossSource::drawIndependent(double fraction, RandomStream& random)
{
    while (m_count < m_counts.last() && m_below + m_counts.mass(m_count) <= fraction)
        m_below += m_counts.mass(m_count++);
    const auto count = static_cast<std::size_t>(m_count);
    m_fragments.drawFirst(count, random);
    m_lost = m_fragments.first(count);
    return m_count;
}

int LossSource::drawBursts(RandomStream& random)
{
    m_bad = m_startsBad.toss(random);
    m_burstLost.clear();
    for (std::size_t i = 0; i < m_fragments.size(); ++i) {
        if (losesNext(random))
            m_burstLost.push_back(static_cast<int>(i));
    }
    m_lost = m_burstLost;
    return static_cast<int>(m_lost.size());
}

std::uint64_t LossSource::receiveBits(int count, RandomStream& random)
{
    std::uint64_t bits = 0;
    if (!m_independent) {
        for (int i = 0; i < count; ++i)
            bits |= std::uint64_t(losesNext(random) ? 0 : 1) << i;
        return bits;
    }
    for (int i = 0; i < count;) {
        const auto values = random.ready();
        const int from = i;
        const int end = from + std::min(count - from, static_cast<int>(values.size()));
        for (; i < end; ++i)
            bits |= std::uint64_t(1 - m_inGood.value(values[std::size_t(i - from)])) << i;
        random.consume(std::size_t(end - from));
    }
    return bits;
}

// Without a branch for each, which would be mistaken at every loss.
std::size_t LossSource::receiveIndependent(int& sent, int last, std::size_t enough, int* received,
                                           RandomStream& random) const
{
    std::size_t count = 0;
    while (sent < last && count < enough) {
        const auto values = random.ready();
        const std::size_t most = std::min(values.size(), static_cast<std::size_t>(last - sent));
        std::size_t used = 0;
        for (; used < most && count < enough; ++used) {
            received[count] = sent + static_cast<int>(used);
            count += 1 - m_inGood.value(values[used]);
        }
        random.consume(used);
        sent += static_cast<int>(used);
    }
    return count;
}

std::size_t LossSource::receiveCoded(int& sent, int last, std::size_t enough,
                                     std::vector<int>& received, RandomStream& random)
{
    if (m_independent)
        return receiveIndependent(sent, last, enough, received.data(), random);
    std::size_t count = 0;
    for (; sent < last && count < enough; ++sent) {
        if (!losesNext(random))
            received[count++] = sent;
    }
    return count;
}

bool LossSource::losesNext(RandomStream& random)
{
    const bool changes = (m_bad ? m_badToGood : m_goodToBad).toss(random);
    m_bad = m_bad != changes;
    return (m_bad ? m_inBad : m_inGood).toss(random);
}

} // namespace fuotadesk::recovery
