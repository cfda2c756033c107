#include "recovery/randomstream.h"

#include <bit>

namespace fuotadesk::recovery {

namespace {

std::uint64_t splitMix(std::uint64_t& state)
{
    state += 0x9e3779b97f4a7c15;
    std::uint64_t mixed = state;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    return mixed ^ (mixed >> 31);
}

} // namespace

RandomStream::RandomStream(std::uint64_t seed, std::uint64_t stream)
{
    // The stream is mixed in between, lest seed 1 of stream 2 resemble seed 2 of stream 1.
    std::uint64_t mixer = splitMix(seed) ^ stream;
    for (auto& word : m_state) {
        for (std::uint64_t& lane : word)
            lane = splitMix(mixer);
    }
}

// Written lane by lane, so that any compiler turns it into vector instructions.
void RandomStream::refill()
{
    auto [s0, s1, s2, s3] = m_state;
    for (std::size_t at = 0; at < m_values.size(); at += 2 * Lanes) {
        for (std::size_t lane = 0; lane < Lanes; ++lane) {
            const std::uint64_t value = std::rotl(s0[lane] + s3[lane], 23) + s0[lane];
            m_values[at + lane] = static_cast<std::uint32_t>(value >> 32);
            m_values[at + Lanes + lane] = static_cast<std::uint32_t>(value);
            const std::uint64_t shifted = s1[lane] << 17;
            s2[lane] ^= s0[lane];
            s3[lane] ^= s1[lane];
            s1[lane] ^= s2[lane];
            s0[lane] ^= s3[lane];
            s2[lane] ^= shifted;
            s3[lane] = std::rotl(s3[lane], 45);
        }
    }
    m_state = {s0, s1, s2, s3};
    m_used = 0;
}

} // namespace fuotadesk::recovery
