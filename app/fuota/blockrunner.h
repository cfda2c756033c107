#pragma once

#include "recovery/recoverychance.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace fuotadesk {

// Shares blocks first .. first+count-1 out among threads (the calling one among them) and adds up
// what run(BlockRange) finds in each part. The sum is the same for any number of threads.
template <typename Tally, typename Run>
Tally runBlocks(int threads, std::int64_t first, std::int64_t count, const Run& run)
{
    constexpr std::uint64_t Seed = 1;
    const auto parts = std::clamp<std::int64_t>(threads, 1, std::max<std::int64_t>(count, 1));
    std::vector<Tally> tallies(static_cast<std::size_t>(parts));
    const auto work = [&](std::int64_t part) {
        const std::int64_t begin = count * part / parts;
        const std::int64_t end = count * (part + 1) / parts;
        tallies[static_cast<std::size_t>(part)] = run({Seed, first + begin, end - begin});
    };
    std::vector<std::thread> helpers;
    for (std::int64_t part = 1; part < parts; ++part)
        helpers.emplace_back(work, part);
    work(0);
    for (std::thread& helper : helpers)
        helper.join();
    for (std::size_t part = 1; part < tallies.size(); ++part)
        tallies[0].add(tallies[part]);
    return std::move(tallies[0]);
}

} // namespace fuotadesk
