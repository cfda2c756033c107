#include "recovery/losssweep.h"

#include "lorawan/fragmentcount.h"
#include "recovery/binomial.h"
#include "recovery/shuffle.h"

#include <algorithm>
#include <cmath>

namespace fuotadesk::recovery {

namespace {

using Outcome = LossStratum::Outcome;

constexpr std::size_t Spare = 4; // see RecoverySimulation

// Beyond this a device that lost as many data fragments does not receive as many coded ones, at no
// rate: nine standard deviations at the rate that favours it most.
int mostWorthTrying(int dataFragments, int redundantFragments)
{
    const double data = dataFragments;
    const double redundant = redundantFragments;
    const double balance = data * redundant / (data + redundant);
    const auto bound = static_cast<int>(balance + 4.5 * std::sqrt(balance) + 9);
    return std::min({bound, dataFragments, redundantFragments});
}

int stratumWidth(int lost, int dataFragments)
{
    const double share = static_cast<double>(lost) / dataFragments;
    return std::max(1, static_cast<int>(std::sqrt(lost * (1 - share)) / 4));
}

LossTally emptyTally(const LossQuestion& question)
{
    const int data = question.dataFragments;
    LossTally tally{data, question.redundantFragments, {}, 0, data};
    if (question.leastLoss > 0)
        tally.firstLost = Binomial(data, question.leastLoss).first();
    if (question.mostLoss < 1)
        tally.lastLost = Binomial(data, question.mostLoss).last();
    const int worthTrying = mostWorthTrying(data, question.redundantFragments);
    const int last = std::min(tally.lastLost, worthTrying);
    for (int lost = std::max(1, tally.firstLost); lost <= last;) {
        const int next = std::min(lost + stratumWidth(lost, data), last + 1);
        tally.strata.push_back({lost, next - 1, 0, {}});
        lost = next;
    }
    return tally;
}

// The trials of one thread.
class Trials {
public:
    Trials(const LossQuestion& question, const RecoveryMatrix& matrix, CodePath path)
        : m_solver(makeRankSolver(matrix, path)),
          m_fragments(question.dataFragments),
          m_coded(question.redundantFragments)
    {
    }

    void beginBlock()
    {
        m_fragments.reset();
        m_coded.reset();
    }
    Outcome runTrial(const LossStratum& stratum, RandomStream& random);

private:
    int needed(int lost, RandomStream& random);

    std::unique_ptr<RankSolver> m_solver;
    Shuffle m_fragments;
    Shuffle m_coded;
};

Outcome Trials::runTrial(const LossStratum& stratum, RandomStream& random)
{
    const auto width = static_cast<std::uint32_t>(stratum.lastLost - stratum.firstLost + 1);
    const int lost = stratum.firstLost + static_cast<int>(random.below(width));
    m_fragments.drawFirst(static_cast<std::size_t>(lost), random);
    return {lost, needed(lost, random), 1};
}

int Trials::needed(int lost, RandomStream& random)
{
    std::size_t drawn = std::min(m_coded.size(), static_cast<std::size_t>(lost) + Spare);
    m_coded.drawFirst(drawn, random);
    m_solver->begin(m_fragments.first(static_cast<std::size_t>(lost)));
    if (const int taken = m_solver->take(m_coded.first(drawn)); taken > 0)
        return taken;
    while (drawn < m_coded.size()) {
        if (m_solver->takeOne(m_coded.draw(drawn++, random)))
            return static_cast<int>(drawn);
    }
    return Outcome::Never;
}

} // namespace

bool LossQuestion::isValid() const
{
    return dataFragments >= 1 && redundantFragments >= 0
        && dataFragments <= lorawan::MaximumFragments
        && redundantFragments <= lorawan::MaximumFragments - dataFragments && leastLoss >= 0
        && leastLoss <= mostLoss && mostLoss <= 1;
}

LossSweep::LossSweep(const LossQuestion& question, CodePath path)
    : m_question(question),
      m_path(path),
      m_matrix(question.variant, question.isValid() ? question.dataFragments : 0,
               question.isValid() ? question.redundantFragments : 0)
{
    if (question.isValid())
        m_empty = emptyTally(question);
}

LossTally LossSweep::run(const BlockRange& blocks, const std::atomic<bool>& cancelled) const
{
    LossTally tally = m_empty;
    if (!m_question.isValid())
        return tally;
    Trials trials(m_question, m_matrix, m_path);
    std::vector<Outcome> block(tally.strata.size());
    for (std::int64_t number = blocks.first; number < blocks.first + blocks.count; ++number) {
        RandomStream random(blocks.seed, static_cast<std::uint64_t>(number));
        trials.beginBlock();
        for (std::size_t i = 0; i < block.size(); ++i) {
            if (cancelled.load(std::memory_order_relaxed))
                return tally;
            block[i] = trials.runTrial(tally.strata[i], random);
        }
        for (std::size_t i = 0; i < block.size(); ++i)
            tally.strata[i].count(block[i]);
    }
    return tally;
}

} // namespace fuotadesk::recovery
