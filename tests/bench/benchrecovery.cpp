#include "bench/plaindecoder.h"
#include "recovery/losssource.h"
#include "recovery/losssweep.h"
#include "recovery/recoverysimulation.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <limits>
#include <string>

using namespace fuotadesk;
using namespace fuotadesk::recovery;
using lorawan::Variant;

namespace {

constexpr double Loss = 0.1;
constexpr int FragmentBytes = 50;
constexpr int Repeats = 32; // until what the decoder left in the caches no longer matters
const std::atomic<bool> NotCancelled = false;

double cpuSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// Of one thread: the best of some rounds, as anything else that runs only adds. What is to be
// compared takes turns, so that it meets the same.
std::vector<double> seconds(int rounds, const std::vector<std::function<void()>>& calls)
{
    std::vector<double> best(calls.size(), std::numeric_limits<double>::max());
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < calls.size(); ++i) {
            const double start = cpuSeconds();
            calls[i]();
            best[i] = std::min(best[i], cpuSeconds() - start);
        }
    }
    return best;
}

void demand(bool condition, const char* what)
{
    if (condition)
        return;
    std::fprintf(stderr, "benchrecovery: %s\n", what);
    std::exit(1);
}

// Losses drawn beforehand, so that the clock sees decoders only.
struct Receptions {
    int dataFragments = 0;
    int redundantFragments = 0;
    std::vector<std::vector<int>> lost;
    std::vector<std::vector<bool>> isLost;
    std::vector<std::vector<int>> coded; // indices of those received
};

Receptions draw(int dataFragments, int redundantFragments, int count)
{
    Receptions receptions{dataFragments, redundantFragments, {}, {}, {}};
    LossSource losses(LossModel::independent(Loss), dataFragments);
    RandomStream random(1, 0);
    losses.beginBlock();
    for (int i = 0; i < count; ++i) {
        losses.drawData(i, count, random);
        receptions.lost.emplace_back(losses.lost().begin(), losses.lost().end());
        auto& isLost = receptions.isLost.emplace_back(dataFragments);
        for (const int fragment : losses.lost())
            isLost[std::size_t(fragment)] = true;
        auto& coded = receptions.coded.emplace_back();
        for (int sent = 0; sent < redundantFragments; ++sent) {
            if (!losses.losesNextCoded(random))
                coded.push_back(sent);
        }
    }
    return receptions;
}

using Image = std::vector<PlainDecoder::Fragment>;

// Data fragments and then coded ones, as they are sent.
Image transmission(int dataFragments, int redundantFragments)
{
    RandomStream random(2, 0);
    Image fragments(static_cast<std::size_t>(dataFragments), PlainDecoder::Fragment(FragmentBytes));
    for (auto& fragment : fragments)
        std::ranges::generate(fragment, [&] { return std::uint8_t(random.next()); });
    std::vector<std::uint64_t> row(lorawan::rowWords(dataFragments));
    for (int coded = 1; coded <= redundantFragments; ++coded) {
        lorawan::parityRow(Variant::V1, dataFragments, coded, row);
        PlainDecoder::Fragment sum(FragmentBytes);
        for (std::size_t i = 0; i < std::size_t(dataFragments); ++i) {
            for (std::size_t at = 0; at < sum.size() && (row[i / 64] >> (i % 64) & 1) != 0; ++at)
                sum[at] = std::uint8_t(sum[at] ^ fragments[i][at]);
        }
        fragments.push_back(std::move(sum));
    }
    return fragments;
}

bool decode(PlainDecoder& decoder, const Image& sent, const Receptions& all, std::size_t which)
{
    decoder.begin();
    for (int i = 0; i < all.dataFragments; ++i) {
        const auto at = std::size_t(i);
        if (!all.isLost[which][at] && decoder.receive(i + 1, sent[at]))
            return true;
    }
    for (const int coded : all.coded[which]) {
        if (decoder.receive(all.dataFragments + coded + 1,
                            sent[std::size_t(all.dataFragments + coded)]))
            return true;
    }
    return false;
}

bool solve(RankSolver& solver, const Receptions& all, std::size_t which)
{
    if (all.lost[which].empty())
        return true;
    solver.begin(all.lost[which]);
    if (all.redundantFragments <= RankSolver::MostBits) { // as the simulation does
        std::uint64_t bits = 0;
        for (const int row : all.coded[which])
            bits |= std::uint64_t(1) << row;
        return solver.completedBy(bits) >= 0;
    }
    const std::span<const int> coded = all.coded[which];
    const auto few = std::min(coded.size(), all.lost[which].size() + 4);
    bool full = solver.take(coded.first(few)) > 0;
    for (std::size_t i = few; i < coded.size() && !full; ++i)
        full = solver.takeOne(coded[i]);
    return full;
}

struct Figures {
    double decodes = 0; // a second
    double trials = 0;
    double solvingShare = 0; // of a trial: cutting rows down and elimination
};

Figures measure(int dataFragments, int redundantFragments, int receptionCount, int blocks)
{
    const Receptions all = draw(dataFragments, redundantFragments, receptionCount);
    const Image sent = transmission(dataFragments, redundantFragments);
    const RecoveryMatrix matrix(Variant::V1, dataFragments, redundantFragments);
    const auto solver = makeRankSolver(matrix, CodePath::Fastest);
    PlainDecoder decoder(dataFragments, FragmentBytes);
    const Image image(sent.begin(), sent.begin() + dataFragments);
    for (std::size_t i = 0; i < all.lost.size(); ++i) {
        const bool complete = decode(decoder, sent, all, i);
        demand(complete == solve(*solver, all, i), "the decoder and the rank disagree");
        demand(!complete || decoder.image() == image, "the decoder gives another image");
    }
    const RecoverySimulation simulation(
        {Variant::V1, dataFragments, redundantFragments, LossModel::independent(Loss), {}});
    const auto decodeAll = [&] {
        for (std::size_t i = 0; i < all.lost.size(); ++i)
            decode(decoder, sent, all, i);
    };
    const auto solveAll = [&] {
        for (std::size_t i = 0; i < Repeats * all.lost.size(); ++i)
            solve(*solver, all, i % all.lost.size());
    };
    const auto tryAll = [&] { simulation.run({1, 0, blocks}, NotCancelled); };
    const auto times = seconds(15, {decodeAll, solveAll, tryAll});
    const double decoding = times[0];
    const double solving = times[1];
    const double trying = times[2];
    const double trials = double(blocks) * RecoverySimulation::BlockTrials / trying;
    return {receptionCount / decoding, trials, solving / Repeats / receptionCount * trials};
}

double firstAnswerMilliseconds()
{
    const auto taken = seconds(
        3, {[] {
            const LossSweep sweep({Variant::V1, 1000, 300, Loss, Loss});
            const Chance chance = sweep.run({1, 0, 10}, NotCancelled).at(Loss, {}).recovered;
            demand(chance.standardError < 0.01, "the first answer is not sharp");
        }});
    return taken.front() * 1000;
}

// Not getrusage(): its peak outlives exec and so is that of the parent.
double peakMegabytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:"))
            return std::stod(line.substr(6)) / 1024;
    }
    demand(false, "the peak of the memory is not known");
    return 0;
}

// The code with the largest matrix, while nothing else has been in memory yet.
double largestMegabytes()
{
    const double before = peakMegabytes();
    const RecoverySimulation simulation(
        {Variant::V1, 8192, 8191, LossModel::independent(0.45), {}});
    const RecoveryTally tally = simulation.run({1, 0, 1}, NotCancelled);
    demand(tally.trials == RecoverySimulation::BlockTrials, "the largest code was not tried");
    return peakMegabytes() - before;
}

void print(const char* name, const Figures& figures)
{
    std::printf("\"%s\": {\"decodes_per_s\": %.1f, \"trials_per_s\": %.1f, \"ratio\": %.1f, "
                "\"solving_share\": %.3f}, ",
                name, figures.decodes, figures.trials, figures.trials / figures.decodes,
                figures.solvingShare);
}

} // namespace

int main()
{
    const double megabytes = largestMegabytes();
    std::printf("{");
    print("m100", measure(100, 30, 1024, 1000));
    print("m1000", measure(1000, 300, 64, 100));
    std::printf("\"first_ms\": %.3f, \"peak_mib\": %.2f}\n", firstAnswerMilliseconds(), megabytes);
    return 0;
}
