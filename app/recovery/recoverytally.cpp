#include "recovery/recoverytally.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fuotadesk::recovery {

namespace {

void addCounts(std::vector<std::int64_t>& sum, const std::vector<std::int64_t>& part)
{
    sum.resize(std::max(sum.size(), part.size()));
    for (std::size_t i = 0; i < part.size(); ++i)
        sum[i] += part[i];
}

Chance chanceOf(std::int64_t count, std::int64_t trials)
{
    const auto all = static_cast<double>(trials);
    const double smoothed = (static_cast<double>(count) + 0.5) / (all + 1);
    return {static_cast<double>(count) / all, std::sqrt(smoothed * (1 - smoothed) / all)};
}

} // namespace

void RecoveryTally::add(const RecoveryTally& part)
{
    trials += part.trials;
    addCounts(recovered, part.recovered);
    addCounts(falselyDone, part.falselyDone);
}

RecoveryChance RecoveryTally::at(int redundantFragments) const
{
    const auto end = static_cast<std::ptrdiff_t>(redundantFragments) + 1;
    if (trials == 0 || end < 1 || end > std::ssize(recovered))
        return {};
    const auto upTo = [end](const std::vector<std::int64_t>& counts) {
        return std::accumulate(counts.begin(), counts.begin() + end, std::int64_t(0));
    };
    return {chanceOf(upTo(recovered), trials), chanceOf(upTo(falselyDone), trials)};
}

std::vector<RecoveryChance> RecoveryTally::curve() const
{
    std::vector<RecoveryChance> chances;
    if (trials == 0)
        return chances;
    std::int64_t done = 0;
    std::int64_t wronglyDone = 0;
    for (std::size_t i = 0; i < recovered.size(); ++i) {
        done += recovered[i];
        wronglyDone += falselyDone[i];
        chances.push_back({chanceOf(done, trials), chanceOf(wronglyDone, trials)});
    }
    return chances;
}

std::optional<int> RecoveryTally::leastRedundancy(double probability) const
{
    std::int64_t done = 0;
    for (std::size_t i = 0; i < recovered.size() && trials > 0; ++i) {
        done += recovered[i];
        if (static_cast<double>(done) >= probability * static_cast<double>(trials))
            return static_cast<int>(i);
    }
    return {};
}

} // namespace fuotadesk::recovery
