#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace fuotadesk::recovery {

// The chance behind a simulation: four interleaved xoshiro256++ generators (Blackman and Vigna,
// 2018), seeded by splitmix64 from a seed and the number of a stream, so that work cut into
// numbered blocks gives the same values whichever thread does which block. Not for secrets.
class RandomStream {
public:
    RandomStream(std::uint64_t seed, std::uint64_t stream);

    std::uint32_t next()
    {
        if (m_used == m_values.size())
            refill();
        return m_values[m_used++];
    }

    // The values that come next, at least one, for loops over many: consume() says how many of them
    // were used.
    std::span<const std::uint32_t> ready()
    {
        if (m_used == m_values.size())
            refill();
        return std::span(m_values).subspan(m_used);
    }
    void consume(std::size_t count) { m_used += count; }

    // Evenly from 0..bound-1; bound >= 1. Lemire's multiplication with his rejection.
    std::uint32_t below(std::uint32_t bound)
    {
        std::uint64_t product = std::uint64_t(next()) * bound;
        if (static_cast<std::uint32_t>(product) < bound) [[unlikely]] {
            const std::uint32_t threshold = (0 - bound) % bound;
            while (static_cast<std::uint32_t>(product) < threshold)
                product = std::uint64_t(next()) * bound;
        }
        return static_cast<std::uint32_t>(product >> 32);
    }

    // From [0, 1), in steps of 2^-32.
    double fraction() { return next() * 0x1p-32; }

private:
    static constexpr std::size_t Lanes = 4;

    void refill();

    std::array<std::array<std::uint64_t, Lanes>, 4> m_state;
    std::array<std::uint32_t, 512> m_values;
    std::size_t m_used = m_values.size();
};

// An event of a given probability, decided on 32 bits: off by less than 2^-32, 0 and 1 are exact.
class Coin {
public:
    // probability 0..1.
    explicit Coin(double probability)
        : m_threshold(static_cast<std::uint64_t>(probability * 0x1p32))
    {
    }
    bool toss(RandomStream& random) const { return random.next() < m_threshold; }
    // 1 where it happens, else 0, as that number of a stream decides: by arithmetic, as a compiler
    // would make a branch of a bool.
    std::size_t value(std::uint32_t number) const { return (number - m_threshold) >> 63; }

private:
    std::uint64_t m_threshold;
};

} // namespace fuotadesk::recovery
