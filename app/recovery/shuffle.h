#pragma once

#include "recovery/randomstream.h"

#include <algorithm>
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

    // The same as draw() at each of the first places.
    void drawFirst(std::size_t places, RandomStream& random)
    {
        int* const order = m_order.data();
        const std::size_t count = m_order.size();
        for (std::size_t place = 0; place < places;) {
            const auto values = random.ready();
            const std::size_t from = place;
            const std::size_t end = from + std::min(places - from, values.size());
            for (; place < end; ++place) {
                const auto left = static_cast<std::uint32_t>(count - place);
                const std::uint64_t product = std::uint64_t(values[place - from]) * left;
                if (static_cast<std::uint32_t>(product) < left) [[unlikely]]
                    break; // it may have to be rejected
                std::swap(order[place], order[place + (product >> 32)]);
            }
            random.consume(place - from);
            if (place < end)
                draw(place++, random);
        }
    }

    std::span<const int> first(std::size_t places) const
    {
        return std::span(m_order).first(places);
    }

private:
    std::vector<int> m_order;
};

} // namespace fuotadesk::recovery
