#pragma once

#include "recovery/randomstream.h"

#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace fuotadesk::recovery {

// Draws without repetition from 0..count-1: Fisher and Yates, only as far as asked. Each draw
// starts from where the one before left off, which is as even as from the beginning.
class Shuffle {
public:
    explicit Shuffle(int count) : m_order(static_cast<std::size_t>(count)) { reset(); }

    std::size_t size() const { return m_order.size(); }
    // To the natural order: what follows depends on the random numbers alone.
    void reset() { std::iota(m_order.begin(), m_order.end(), 0); }

    // At place, 0..count-1, anyone of those not before it.
    int draw(std::size_t place, RandomStream& random)
    {
        const auto left = static_cast<std::uint32_t>(m_order.size() - place);
        std::swap(m_order[place], m_order[place + random.below(left)]);
        return m_order[place];
    }

    std::span<const int> first(std::size_t places) const
    {
        return std::span(m_order).first(places);
    }

private:
    std::vector<int> m_order;
};

} // namespace fuotadesk::recovery
