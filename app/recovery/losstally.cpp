#include "recovery/losstally.h"

#include "recovery/binomial.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace fuotadesk::recovery {

namespace {

using Outcome = LossStratum::Outcome;

bool comesBefore(const Outcome& one, const Outcome& other)
{
    return std::tie(one.lost, one.needed) < std::tie(other.lost, other.needed);
}

// What one stratum adds to a probability.
struct Share {
    double mean = 0;
    double variance = 0; // of the mean
    double mass = 0; // of the numbers lost
};

class Estimate {
public:
    Estimate(const LossTally& tally, double loss, int maximumLost)
        : m_tally(tally),
          m_maximumLost(std::min(maximumLost, tally.dataFragments)),
          m_lost(tally.dataFragments, loss),
          m_received(tally.redundantFragments, 1 - loss)
    {
    }

    Chance recovered() const;
    double overLimit() const { return m_lost.atLeast(m_maximumLost + 1); }
    double unknown() const;

private:
    Share shareOf(const LossStratum& stratum) const;

    const LossTally& m_tally;
    int m_maximumLost;
    Binomial m_lost;
    Binomial m_received;
};

// Of an even choice within the stratum: each trial stands for all numbers in it.
Share Estimate::shareOf(const LossStratum& stratum) const
{
    Share share;
    const int last = std::min(stratum.lastLost, m_maximumLost);
    for (int lost = stratum.firstLost; lost <= last; ++lost)
        share.mass += m_lost.mass(lost);
    if (share.mass == 0 || stratum.trials == 0)
        return share;
    const int width = stratum.lastLost - stratum.firstLost + 1;
    double sum = 0;
    double squares = 0;
    for (const Outcome& outcome : stratum.outcomes) {
        if (outcome.needed == Outcome::Never || outcome.lost > m_maximumLost)
            continue;
        const double value = width * m_lost.mass(outcome.lost) * m_received.atLeast(outcome.needed);
        sum += value * static_cast<double>(outcome.trials);
        squares += value * value * static_cast<double>(outcome.trials);
    }
    const auto trials = static_cast<double>(stratum.trials);
    share.mean = sum / trials;
    share.variance = trials > 1
        ? std::max(0.0, squares / trials - share.mean * share.mean) / (trials - 1)
        : share.mass * share.mass / 4;
    return share;
}

Chance Estimate::recovered() const
{
    Share sum;
    double spread = 0;
    for (const LossStratum& stratum : m_tally.strata) {
        const Share share = shareOf(stratum);
        sum.mean += share.mean;
        sum.variance += share.variance;
        sum.mass += share.mass;
        if (stratum.trials > 0)
            spread += share.mass * share.mass / static_cast<double>(stratum.trials);
    }
    // What as many trials at this rate may easily not have met yet: once in their number.
    const double trials = spread > 0 ? sum.mass * sum.mass / spread : 0;
    const double unseen = sum.mass > 0 ? sum.mass / (trials + 2) : 0;
    const double error = std::sqrt(sum.variance + unseen * unseen) + unknown();
    return {std::min(1.0, sum.mean + m_lost.mass(0)), std::min(1.0, error)};
}

double Estimate::unknown() const
{
    const double below = 1 - m_lost.atLeast(m_tally.firstLost) - m_lost.mass(0);
    return std::max(0.0, m_tally.firstLost > 0 ? below : 0) + m_lost.atLeast(m_tally.lastLost + 1);
}

} // namespace

void LossStratum::count(const Outcome& outcome)
{
    trials += outcome.trials;
    const auto at = std::ranges::lower_bound(outcomes, outcome, comesBefore);
    if (at != outcomes.end() && at->lost == outcome.lost && at->needed == outcome.needed)
        at->trials += outcome.trials;
    else
        outcomes.insert(at, outcome);
}

std::int64_t LossTally::trials() const
{
    std::int64_t sum = 0;
    for (const LossStratum& stratum : strata)
        sum += stratum.trials;
    return sum;
}

void LossTally::add(const LossTally& part)
{
    if (dataFragments == 0)
        *this = part;
    else {
        for (std::size_t i = 0; i < strata.size() && i < part.strata.size(); ++i) {
            for (const Outcome& outcome : part.strata[i].outcomes)
                strata[i].count(outcome);
        }
    }
}

RecoveryChance LossTally::at(double loss, const DecoderLimit& decoder) const
{
    if (dataFragments == 0 || !(loss >= 0 && loss <= 1) || decoder.maximumLost < 0)
        return {};
    const Estimate estimate(*this, loss, decoder.maximumLost);
    const double anyCoded = 1 - std::pow(loss, redundantFragments);
    const double falseDone = decoder.falseDone ? estimate.overLimit() * anyCoded : 0;
    return {estimate.recovered(), {falseDone, 0}};
}

std::vector<RecoveryChance> LossTally::curve(const std::vector<double>& losses,
                                             const DecoderLimit& decoder) const
{
    std::vector<RecoveryChance> chances;
    chances.reserve(losses.size());
    for (const double loss : losses)
        chances.push_back(at(loss, decoder));
    return chances;
}

} // namespace fuotadesk::recovery
