#include "bench/plaindecoder.h"

#include <algorithm>

namespace fuotadesk {

namespace {

using Bits = std::vector<std::uint8_t>;

std::uint32_t nextState(std::uint32_t state)
{
    return (state >> 1) + (((state ^ (state >> 5)) & 1) << 22);
}

Bits matrixRow(int coded, int dataFragments)
{
    Bits row(std::size_t(dataFragments), 0);
    const bool isPower = (dataFragments & (dataFragments - 1)) == 0;
    const auto modulus = std::uint32_t(dataFragments + (isPower ? 1 : 0));
    std::uint32_t state = 1 + 1001 * std::uint32_t(coded);
    for (int drawn = 0; drawn < dataFragments / 2; ++drawn) {
        auto bit = std::uint32_t(dataFragments);
        while (bit >= std::uint32_t(dataFragments)) {
            state = nextState(state);
            bit = state % modulus;
        }
        row[bit] = 1;
    }
    return row;
}

void add(Bits& to, const Bits& other)
{
    for (std::size_t i = 0; i < to.size(); ++i)
        to[i] = std::uint8_t(to[i] ^ other[i]);
}

} // namespace

PlainDecoder::PlainDecoder(int dataFragments, int fragmentBytes)
    : m_dataFragments(dataFragments),
      m_store(std::size_t(dataFragments), Fragment(std::size_t(fragmentBytes)))
{
}

void PlainDecoder::begin()
{
    m_missingCount = 0;
    m_place.assign(std::size_t(m_dataFragments), -1);
    m_rows.clear();
    m_next = 0;
    m_rank = 0;
}

void PlainDecoder::noteMissing(int before)
{
    for (; m_next < before; ++m_next) {
        m_place[std::size_t(m_next)] = m_missingCount;
        ++m_missingCount;
    }
}

bool PlainDecoder::receive(int number, const Fragment& fragment)
{
    if (number > m_dataFragments)
        return receiveCoded(number, fragment);
    noteMissing(number - 1);
    save(number - 1, fragment);
    m_next = number;
    return number == m_dataFragments && m_missingCount == 0;
}

bool PlainDecoder::receiveCoded(int number, Fragment fragment)
{
    noteMissing(m_dataFragments);
    m_rows.resize(std::size_t(m_missingCount));
    const Bits row = matrixRow(number - m_dataFragments, m_dataFragments);
    Bits unknown(std::size_t(m_missingCount), 0);
    for (int i = 0; i < m_dataFragments; ++i) {
        if (row[std::size_t(i)] == 0)
            continue;
        if (m_place[std::size_t(i)] < 0)
            add(fragment, load(i));
        else
            unknown[std::size_t(m_place[std::size_t(i)])] = 1;
    }
    return addRow(std::move(unknown), std::move(fragment));
}

bool PlainDecoder::addRow(Bits row, Fragment fragment)
{
    auto first = std::find(row.begin(), row.end(), 1);
    while (first != row.end() && !m_rows[std::size_t(first - row.begin())].empty()) {
        const auto at = std::size_t(first - row.begin());
        add(row, m_rows[at]);
        add(fragment, load(missingIndex(int(at))));
        first = std::find(row.begin(), row.end(), 1);
    }
    if (first != row.end()) {
        const auto at = std::size_t(first - row.begin());
        m_rows[at] = std::move(row);
        save(missingIndex(int(at)), fragment);
        ++m_rank;
    }
    if (m_rank < m_missingCount)
        return false;
    solveBackwards();
    return true;
}

int PlainDecoder::missingIndex(int place) const
{
    return int(std::find(m_place.begin(), m_place.end(), place) - m_place.begin());
}

void PlainDecoder::solveBackwards()
{
    Bits row;
    Bits other;
    for (int i = m_rank - 2; i >= 0; --i) {
        const int index = missingIndex(i);
        Fragment fragment = load(index);
        for (int j = m_rank - 1; j > i; --j) {
            row = m_rows[std::size_t(i)];
            other = m_rows[std::size_t(j)];
            if (row[std::size_t(j)] == 0)
                continue;
            add(row, other);
            m_rows[std::size_t(i)] = row;
            add(fragment, load(missingIndex(j)));
        }
        save(index, fragment);
    }
}

} // namespace fuotadesk
