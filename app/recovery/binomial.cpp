#include "recovery/binomial.h"

#include <algorithm>
#include <numeric>

namespace fuotadesk::recovery {

namespace {

constexpr double Negligible = 1e-18;

} // namespace

// From the most likely count outwards by the ratio of neighbours: exact to the last digits where
// factorials would lose them.
Binomial::Binomial(int events, double probability)
{
    const double odds = probability / (1 - probability);
    const int mode = probability == 1
        ? events
        : std::clamp(static_cast<int>((events + 1) * probability), 0, events);
    std::vector<double> below;
    double weight = 1;
    for (int count = mode; count > 0 && weight > Negligible; --count) {
        weight *= probability == 1 ? 0 : count / (odds * (events - count + 1));
        below.push_back(weight);
    }
    m_mass.assign(below.rbegin(), below.rend());
    m_first = mode - static_cast<int>(below.size());
    m_mass.push_back(1);
    weight = 1;
    for (int count = mode; count < events && weight > Negligible; ++count) {
        weight *= odds * (events - count) / (count + 1);
        m_mass.push_back(weight);
    }
    const double sum = std::accumulate(m_mass.begin(), m_mass.end(), 0.0);
    for (double& mass : m_mass)
        mass /= sum;
    m_tail.resize(m_mass.size());
    std::partial_sum(m_mass.rbegin(), m_mass.rend(), m_tail.rbegin());
}

double Binomial::mass(int count) const
{
    return count < first() || count > last() ? 0
                                             : m_mass[static_cast<std::size_t>(count - m_first)];
}

double Binomial::atLeast(int count) const
{
    if (count <= first())
        return 1;
    return count > last() ? 0 : std::min(1.0, m_tail[static_cast<std::size_t>(count - m_first)]);
}

} // namespace fuotadesk::recovery
