#include "fuota/suggestion.h"

#include "fuota/blockrunner.h"
#include "fuota/forecast.h"
#include "fuota/radioplan.h"

#include "recovery/binomial.h"
#include "recovery/recoverysimulation.h"

#include <algorithm>
#include <array>

namespace fuotadesk {

namespace {

constexpr int MostSimulated = 40;
constexpr qsizetype MostAlternatives = 8;
constexpr qint64 Trials = 40'000;
constexpr double TrialBudget = 4e8; // nanoseconds, about, for one candidate

// A fragment size that obeys every limit.
struct Candidate {
    qint64 fragmentBytes = 0;
    qint64 dataFragments = 0;
    qint64 intervalSeconds = 0;
};

qint64 redundantFor(qint64 dataFragments, qint64 percent)
{
    return lorawan::countFragments(dataFragments, 1, percent).redundant;
}

bool mayReach(qint64 dataFragments, qint64 percent, double target, double loss)
{
    const qint64 redundant = redundantFor(dataFragments, percent);
    const recovery::Binomial received(int(dataFragments + redundant), 1 - loss);
    return received.atLeast(int(dataFragments)) >= target;
}

// No code does with fewer fragments than there are data ones: below this percentage none reaches
// the target. Nothing when 100 % are not enough, or can not be numbered.
std::optional<qint64> leastPercent(qint64 dataFragments, double target, double loss)
{
    qint64 most = 100;
    while (most > 0
           && dataFragments + redundantFor(dataFragments, most) > lorawan::MaximumFragments)
        --most;
    if (!mayReach(dataFragments, most, target, loss))
        return {};
    qint64 least = 0;
    while (least < most) {
        const qint64 middle = (least + most) / 2;
        if (mayReach(dataFragments, middle, target, loss))
            most = middle;
        else
            least = middle + 1;
    }
    return least;
}

class Search {
public:
    Search(const SuggestionQuestion& question, int threads, const std::atomic<bool>& cancelled)
        : m_question(question),
          m_threads(threads),
          m_cancelled(cancelled),
          m_decoder(decoderOf(question.draft.planning).value_or(recovery::DecoderProfile()))
    {
    }

    Suggestion run();

private:
    std::optional<SuggestionReason> obstacle() const;
    bool fitsDecoder(const Candidate& candidate) const;
    std::optional<Candidate> candidateOf(qint64 fragmentBytes) const;
    QList<Candidate> candidates() const;
    recovery::RecoveryTally simulate(qint64 dataFragments) const;
    std::optional<Alternative> cheapest(const Candidate& candidate) const;
    Alternative alternative(const Candidate& candidate, qint64 percent,
                            const recovery::RecoveryTally& tally) const;
    bool isWorthTrying(const Candidate& candidate, const Suggestion& found);
    void take(const Alternative& way, Suggestion& found);
    void addNeighbours(Suggestion& found) const;
    void explain(Suggestion& found) const;
    RadioPlan radioOf(qint64 fragmentBytes) const;
    qint64 longestSession() const;

    const SuggestionQuestion& m_question;
    int m_threads;
    const std::atomic<bool>& m_cancelled;
    recovery::DecoderProfile m_decoder;
    bool m_tooLong = false;
};

RadioPlan Search::radioOf(qint64 fragmentBytes) const
{
    TransferPlan plan;
    plan.fragmentBytes = fragmentBytes;
    return planRadio(m_question.draft, plan);
}

qint64 Search::longestSession() const
{
    return m_question.draft.planning.classB ? LongestSessionClassB : LongestSessionClassC;
}

std::optional<SuggestionReason> Search::obstacle() const
{
    if (m_question.draft.imageSizeBytes.value_or(0) < 1)
        return SuggestionReason::ImageSizeUnknown;
    if (!radioOf(1).largestFragmentBytes)
        return SuggestionReason::RadioUnknown;
    const bool possible = m_question.target > 0 && m_question.target < 1 && m_question.loss >= 0
        && m_question.loss < 1;
    if (!possible)
        return SuggestionReason::TargetOutOfReach;
    return {};
}

bool Search::fitsDecoder(const Candidate& candidate) const
{
    return candidate.dataFragments <= m_decoder.maximumFragments
        && candidate.fragmentBytes <= m_decoder.maximumFragmentBytes
        && candidate.fragmentBytes >= m_decoder.minimumFragmentBytes
        && candidate.fragmentBytes % m_decoder.sizeMultiple == 0;
}

std::optional<Candidate> Search::candidateOf(qint64 fragmentBytes) const
{
    const auto interval = radioOf(fragmentBytes).minimumIntervalSeconds();
    Candidate candidate{
        fragmentBytes,
        lorawan::countFragments(*m_question.draft.imageSizeBytes, fragmentBytes, 0).data,
        interval.value_or(0)};
    if (!interval || candidate.dataFragments > lorawan::MaximumFragments || !fitsDecoder(candidate))
        return {};
    return candidate;
}

// The one that may turn out cheapest first.
QList<Candidate> Search::candidates() const
{
    const qint64 kept = m_question.draft.task.fragmentSizeBytes.value_or(
        m_question.draft.planning.fragmentSizeBytes);
    const qint64 largest = *radioOf(1).largestFragmentBytes;
    QList<Candidate> all;
    for (qint64 bytes = largest; bytes >= 1; --bytes) {
        const auto candidate =
            m_question.keepsFragmentSize && bytes != kept ? std::nullopt : candidateOf(bytes);
        if (candidate)
            all.append(*candidate);
    }
    std::ranges::stable_sort(
        all, {}, [](const Candidate& c) { return c.dataFragments * c.intervalSeconds; });
    return all;
}

recovery::RecoveryTally Search::simulate(qint64 dataFragments) const
{
    const auto data = int(dataFragments);
    const int most = std::min(data, int(lorawan::MaximumFragments) - data);
    const Planning& planning = m_question.draft.planning;
    const recovery::RecoverySimulation simulation(
        {variantNamed(planning.variant).value_or(lorawan::Variant::V1), data, most,
         lossModel(m_question.loss, planning.burstFragments), m_decoder.limit});
    const double lost = data * m_question.loss;
    const double cost = 50 + 2.5 * data + 0.3 * lost * lost;
    const auto trials = std::clamp(qint64(TrialBudget / cost), qint64(2000), Trials);
    return runBlocks<recovery::RecoveryTally>(
        m_threads, 0, trials / recovery::RecoverySimulation::BlockTrials,
        [&](const recovery::BlockRange& range) { return simulation.run(range, m_cancelled); });
}

Alternative Search::alternative(const Candidate& candidate, qint64 percent,
                                const recovery::RecoveryTally& tally) const
{
    const qint64 redundant = redundantFor(candidate.dataFragments, percent);
    return {candidate.fragmentBytes,
            percent,
            candidate.intervalSeconds,
            candidate.dataFragments,
            candidate.dataFragments + redundant,
            tally.at(int(redundant))};
}

std::optional<Alternative> Search::cheapest(const Candidate& candidate) const
{
    const auto tally = simulate(candidate.dataFragments);
    const auto least = tally.leastRedundancy(m_question.target);
    if (!least || m_cancelled)
        return {};
    const qint64 percent = *least * qint64(100) / candidate.dataFragments;
    for (const qint64 each : {percent, percent + 1}) {
        if (each <= 100 && redundantFor(candidate.dataFragments, each) >= *least)
            return alternative(candidate, each, tally);
    }
    return {};
}

void Search::addNeighbours(Suggestion& found) const
{
    bool oneFails = false;
    for (const qint64 step : {-1, 1}) {
        const auto neighbour = m_question.keepsFragmentSize
            ? std::nullopt
            : candidateOf(found.best->fragmentBytes + step);
        const bool allowed =
            neighbour && neighbour->fragmentBytes <= *radioOf(1).largestFragmentBytes;
        if (!allowed || m_cancelled)
            continue;
        const Alternative beside = alternative(*neighbour, found.best->redundancyPercent,
                                               simulate(neighbour->dataFragments));
        oneFails = oneFails || beside.chance.recovered.probability < m_question.target;
        const bool known = std::ranges::any_of(found.alternatives, [&](const Alternative& each) {
            return each.fragmentBytes == beside.fragmentBytes
                && each.redundancyPercent == beside.redundancyPercent;
        });
        if (!known)
            found.alternatives.append(beside);
    }
    if (oneFails)
        found.reasons.append(SuggestionReason::NeighbourFails);
}

void Search::explain(Suggestion& found) const
{
    using enum SuggestionReason;
    const RadioPlan radio = radioOf(found.best->fragmentBytes);
    const qint64 ofDecoder =
        m_decoder.maximumFragmentBytes - m_decoder.maximumFragmentBytes % m_decoder.sizeMultiple;
    found.reasons.prepend(CheapestInTime);
    if (found.best->fragmentBytes == *radio.largestFragmentBytes)
        found.reasons.append(LargestOfDataRate);
    else if (found.best->fragmentBytes == ofDecoder)
        found.reasons.append(LargestOfDecoder);
    else if (!m_question.keepsFragmentSize)
        found.reasons.append(SmallerIsCheaper);
    const bool byDutyCycle = radio.dutyCycleIntervalMs.value_or(0) > *radio.gatewayIntervalMs;
    found.reasons.append(byDutyCycle ? IntervalByDutyCycle : IntervalByGateways);
}

// What the candidate costs at least, when it may still be the cheapest.
bool Search::isWorthTrying(const Candidate& candidate, const Suggestion& found)
{
    const auto percent = leastPercent(candidate.dataFragments, m_question.target, m_question.loss);
    if (!percent)
        return false;
    const qint64 total = candidate.dataFragments + redundantFor(candidate.dataFragments, *percent);
    const qint64 seconds = total * candidate.intervalSeconds;
    if (seconds > longestSession()) {
        m_tooLong = true;
        return false;
    }
    return !found.best || seconds < found.best->sendSeconds();
}

void Search::take(const Alternative& way, Suggestion& found)
{
    if (way.sendSeconds() > longestSession()) {
        m_tooLong = true;
        return;
    }
    found.alternatives.append(way);
    if (!found.best || way.sendSeconds() < found.best->sendSeconds())
        found.best = way;
}

Suggestion Search::run()
{
    using enum SuggestionReason;
    const auto nothing = [](SuggestionReason why) { return Suggestion{{}, {}, {why}}; };
    if (const auto reason = obstacle())
        return nothing(*reason);
    const QList<Candidate> all = candidates();
    Suggestion found;
    int simulated = 0;
    for (const Candidate& candidate : all) {
        const qint64 dataSeconds = candidate.dataFragments * candidate.intervalSeconds;
        if (m_cancelled || simulated == MostSimulated
            || (found.best && dataSeconds >= found.best->sendSeconds()))
            break; // they only get dearer
        if (!isWorthTrying(candidate, found))
            continue;
        ++simulated;
        if (const auto way = cheapest(candidate))
            take(*way, found);
    }
    if (found.best) {
        addNeighbours(found);
        explain(found);
    }
    if (m_cancelled)
        return nothing(Cancelled);
    if (!found.best)
        return nothing(all.isEmpty()   ? DecoderTooSmall
                           : m_tooLong ? SessionTooLong
                                       : TargetOutOfReach);
    std::ranges::stable_sort(found.alternatives, {}, &Alternative::sendSeconds);
    found.alternatives.resize(std::min(found.alternatives.size(), MostAlternatives));
    return found;
}

} // namespace

QString suggestionReasonName(SuggestionReason reason)
{
    constexpr std::array Names = {
        "cheapest-in-time",   "largest-of-data-rate",   "largest-of-decoder",
        "smaller-is-cheaper", "interval-by-duty-cycle", "interval-by-gateways",
        "neighbour-fails",    "image-size-unknown",     "radio-unknown",
        "decoder-too-small",  "target-out-of-reach",    "session-too-long",
        "cancelled",
    };
    return QString::fromLatin1(Names.at(std::size_t(reason)));
}

Suggestion suggest(const SuggestionQuestion& question, int threads,
                   const std::atomic<bool>& cancelled)
{
    return Search(question, threads, cancelled).run();
}

} // namespace fuotadesk
