#include "recovery/recoverysimulation.h"

#include "recovery/losssource.h"

#include <array>
#include <bit>

namespace fuotadesk::recovery {

namespace {

// As many rows beyond the lost fragments are looked at together: enough for 15 of 16 trials.
constexpr std::size_t Spare = 4;

constexpr int Never = -1;

// After how many coded fragments sent the device was done, or Never.
struct Outcome {
    int sent = Never;
    bool falselyDone = false;
};

using Outcomes = std::array<Outcome, RecoverySimulation::BlockTrials>;

// The trials of one thread.
class Trials {
public:
    Trials(const RecoveryQuestion& question, const RecoveryMatrix& matrix, CodePath path)
        : m_question(question),
          m_solver(makeRankSolver(matrix, path)),
          m_losses(question.loss, question.dataFragments),
          m_received(static_cast<std::size_t>(question.redundantFragments))
    {
    }

    // False when cancelled before its end.
    bool runBlock(RandomStream random, const std::atomic<bool>& cancelled, Outcomes& outcomes);

private:
    Outcome runTrial(int lostCount, RandomStream& random);
    int sentWhenRecovered(int lostCount, RandomStream& random);
    int sentOfFew(int lostCount, RandomStream& random);
    int sentWhenFirstReceived(RandomStream& random);

    const RecoveryQuestion& m_question;
    std::unique_ptr<RankSolver> m_solver;
    LossSource m_losses;
    std::vector<int> m_received;
};

bool Trials::runBlock(RandomStream random, const std::atomic<bool>& cancelled, Outcomes& outcomes)
{
    m_losses.beginBlock();
    int trial = 0;
    for (Outcome& outcome : outcomes) {
        if (cancelled.load(std::memory_order_relaxed))
            return false;
        const int lostCount = m_losses.drawData(trial++, RecoverySimulation::BlockTrials, random);
        outcome = runTrial(lostCount, random);
    }
    return true;
}

Outcome Trials::runTrial(int lostCount, RandomStream& random)
{
    if (lostCount == 0)
        return {0, false};
    if (lostCount <= m_question.decoder.maximumLost)
        return {sentWhenRecovered(lostCount, random), false};
    return {m_question.decoder.falseDone ? sentWhenFirstReceived(random) : Never, true};
}

int Trials::sentWhenRecovered(int lostCount, RandomStream& random)
{
    const int last = m_question.redundantFragments;
    if (lostCount > last)
        return Never;
    if (last <= RankSolver::MostBits)
        return sentOfFew(lostCount, random);
    const auto enough = static_cast<std::size_t>(lostCount) + Spare;
    int sent = 0;
    const std::size_t received = m_losses.receiveCoded(sent, last, enough, m_received, random);
    if (received < static_cast<std::size_t>(lostCount))
        return Never;
    m_solver->begin(m_losses.lost());
    const int needed = m_solver->take(std::span(m_received).first(received));
    if (needed > 0)
        return m_received[static_cast<std::size_t>(needed - 1)] + 1;
    for (; sent < last; ++sent) {
        if (!m_losses.losesNextCoded(random) && m_solver->takeOne(sent))
            return sent + 1;
    }
    return Never;
}

// Where a word holds all coded fragments, looking at them all takes no longer than at some.
int Trials::sentOfFew(int lostCount, RandomStream& random)
{
    const std::uint64_t received = m_losses.receiveBits(m_question.redundantFragments, random);
    if (std::popcount(received) < lostCount)
        return Never;
    m_solver->begin(m_losses.lost());
    const int last = m_solver->completedBy(received);
    return last < 0 ? Never : last + 1;
}

// A device over its limit takes the first coded fragment for the end of the session.
int Trials::sentWhenFirstReceived(RandomStream& random)
{
    for (int sent = 0; sent < m_question.redundantFragments; ++sent) {
        if (!m_losses.losesNextCoded(random))
            return sent + 1;
    }
    return Never;
}

void count(const Outcomes& outcomes, RecoveryTally& tally)
{
    for (const Outcome& outcome : outcomes) {
        if (outcome.sent != Never)
            ++(outcome.falselyDone ? tally.falselyDone
                                   : tally.recovered)[static_cast<std::size_t>(outcome.sent)];
    }
    tally.trials += std::ssize(outcomes);
}

} // namespace

bool RecoveryQuestion::isValid() const
{
    return dataFragments >= 1 && redundantFragments >= 0
        && dataFragments <= lorawan::MaximumFragments
        && redundantFragments <= lorawan::MaximumFragments - dataFragments && loss.isValid()
        && decoder.maximumLost >= 0;
}

RecoverySimulation::RecoverySimulation(const RecoveryQuestion& question, CodePath path)
    : m_question(question),
      m_path(path),
      m_matrix(question.variant, question.isValid() ? question.dataFragments : 0,
               question.isValid() ? question.redundantFragments : 0)
{
}

RecoveryTally RecoverySimulation::run(const BlockRange& blocks,
                                      const std::atomic<bool>& cancelled) const
{
    if (!m_question.isValid())
        return {};
    Trials trials(m_question, m_matrix, m_path);
    const auto size = static_cast<std::size_t>(m_question.redundantFragments) + 1;
    RecoveryTally tally{0, std::vector<std::int64_t>(size), std::vector<std::int64_t>(size)};
    Outcomes outcomes;
    for (std::int64_t block = blocks.first; block < blocks.first + blocks.count; ++block) {
        if (!trials.runBlock({blocks.seed, static_cast<std::uint64_t>(block)}, cancelled, outcomes))
            break;
        count(outcomes, tally);
    }
    return tally;
}

} // namespace fuotadesk::recovery
