#pragma once

#include <vector>

namespace fuotadesk::recovery {

// How many of a number of independent events happen. Counts so far out that their weight is under
// 1e-18 of the most likely one are left out.
class Binomial {
public:
    // events >= 0, probability 0..1.
    Binomial(int events, double probability);

    int first() const { return m_first; }
    int last() const { return m_first + static_cast<int>(m_mass.size()) - 1; }
    double mass(int count) const; // P(X = count)
    double atLeast(int count) const; // P(X >= count)

private:
    int m_first = 0;
    std::vector<double> m_mass;
    std::vector<double> m_tail;
};

} // namespace fuotadesk::recovery
