#include "lorawan/plaindecoder.h"

#include <algorithm>

namespace fuotadesk {

namespace {

bool isPowerOfTwo(int value)
{
    int power = 1;
    while (power < value)
        power *= 2;
    return power == value;
}

// TS004-1.0.0, appendix: b0 xor b5 comes in at the top of 23 bits. It is added, so that it carries
// for starting values of 24 bits, as it does in the reference implementation.
int next(int x)
{
    const int b0 = x % 2;
    const int b5 = x / 32 % 2;
    return x / 2 + (b0 != b5 ? 4'194'304 : 0);
}

template <typename Values>
void addTo(Values& sum, const Values& other)
{
    for (std::size_t i = 0; i < sum.size(); ++i)
        sum[i] = static_cast<typename Values::value_type>(sum[i] ^ other[i]);
}

} // namespace

PlainDecoder::PlainDecoder(int dataFragments, Matrix matrix)
    : m_dataFragments(dataFragments),
      m_matrix(matrix),
      m_byFirstTerm(static_cast<std::size_t>(dataFragments))
{
}

std::vector<char> PlainDecoder::termsOf(int number) const
{
    std::vector<char> terms(static_cast<std::size_t>(m_dataFragments), 0);
    if (number <= m_dataFragments) {
        terms[static_cast<std::size_t>(number - 1)] = 1;
        return terms;
    }
    int x = 1 + 1001 * (m_matrix.byNumberOnAir ? number : number - m_dataFragments);
    const int divisor = isPowerOfTwo(m_dataFragments) ? m_dataFragments + 1 : m_dataFragments;
    int missing = m_dataFragments / 2;
    while (missing > 0) {
        int r = m_dataFragments;
        while (r >= m_dataFragments) {
            x = next(x);
            r = x % divisor;
        }
        char& term = terms[static_cast<std::size_t>(r)];
        if (term == 0 || !m_matrix.redraws)
            --missing;
        term = 1;
    }
    return terms;
}

void PlainDecoder::receive(int number, Bytes fragment)
{
    Equation equation{termsOf(number), std::move(fragment)};
    for (std::size_t i = 0; i < m_byFirstTerm.size(); ++i) {
        if (equation.terms[i] == 0)
            continue;
        if (!m_byFirstTerm[i]) {
            m_byFirstTerm[i] = std::move(equation);
            ++m_known;
            return;
        }
        addTo(equation.terms, m_byFirstTerm[i]->terms);
        addTo(equation.sum, m_byFirstTerm[i]->sum);
    }
}

PlainDecoder::Bytes PlainDecoder::image() const
{
    std::vector<Bytes> fragments(m_byFirstTerm.size());
    for (std::size_t i = m_byFirstTerm.size(); i-- > 0;) {
        fragments[i] = m_byFirstTerm[i]->sum;
        for (std::size_t later = i + 1; later < fragments.size(); ++later)
            if (m_byFirstTerm[i]->terms[later] != 0)
                addTo(fragments[i], fragments[later]);
    }
    Bytes all;
    for (const Bytes& fragment : fragments)
        all.insert(all.end(), fragment.begin(), fragment.end());
    return all;
}

} // namespace fuotadesk
