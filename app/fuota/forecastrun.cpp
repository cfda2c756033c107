#include "fuota/forecastrun.h"

#include "fuota/blockrunner.h"

#include "lorawan/uncovered.h"
#include "recovery/losssweep.h"
#include "recovery/recoverysimulation.h"

#include <cmath>

namespace fuotadesk {

namespace {

using recovery::BlockRange;
using recovery::RecoveryChance;

constexpr double WidestCurve = 0.5; // of loss, unless the question lies beyond
constexpr int CurvePoints = 51;
constexpr int BurstCurvePoints = 11;
constexpr qint64 SharpTrials = 50'000; // a standard error of at most 0.0022
constexpr qint64 BurstTrials = 5'000; // at each point of the curve
constexpr qint64 FewestTrials = 512;

// About as many nanoseconds as a trial takes: gathering the fragments, eliminating the lost ones.
double trialCost(int dataFragments, double loss)
{
    const double lost = dataFragments * loss;
    return 50 + 2.5 * dataFragments + 0.3 * lost * lost;
}

// So that a forecast is done after a second or two, whatever its size.
qint64 trialsFor(int dataFragments, double loss)
{
    constexpr double Budget = 3e8;
    return std::clamp(qint64(Budget / trialCost(dataFragments, loss)), FewestTrials, SharpTrials);
}

double widestLoss(const ForecastQuestion& question)
{
    double widest = std::min(1.0, std::max(WidestCurve, question.loss * 1.5));
    for (const FleetShare& each : question.fleet)
        widest = std::max(widest, each.loss);
    return widest;
}

recovery::RecoveryQuestion recoveryQuestion(const ForecastQuestion& question, int redundant,
                                            double loss)
{
    return {question.variant, question.dataFragments, redundant,
            lossModel(loss, question.burstFragments), question.decoder};
}

// A number of blocks that grows from round to round.
class Rounds {
public:
    explicit Rounds(qint64 wanted) : m_wanted(std::max(wanted, qint64(1))) { }

    bool isDone() const { return m_done >= m_wanted; }
    qint64 done() const { return m_done; }
    qint64 next() const
    {
        return std::min(std::clamp(m_done, qint64(1), m_wanted / 8 + 1), m_wanted - m_done);
    }
    void add(qint64 blocks) { m_done += blocks; }

private:
    qint64 m_wanted;
    qint64 m_done = 0;
};

} // namespace

// At one loss, for every redundancy.
class ForecastRun::RedundancyRun {
public:
    RedundancyRun(const ForecastQuestion& question, int redundant, double loss,
                  qint64 mostTrials = SharpTrials)
        : m_question(recoveryQuestion(question, redundant, loss)),
          m_simulation(m_question),
          m_rounds(std::min(trialsFor(question.dataFragments, loss), mostTrials)
                   / recovery::RecoverySimulation::BlockTrials)
    {
    }

    bool answers(const ForecastQuestion& question) const
    {
        return m_question == recoveryQuestion(question, question.mostRedundant(), question.loss);
    }
    bool isBegun() const { return m_rounds.done() > 0; }
    bool isDone() const { return m_rounds.isDone(); }
    const recovery::RecoveryTally& tally() const { return m_tally; }

    void advance(int threads, const std::atomic<bool>& cancelled)
    {
        const qint64 blocks = m_rounds.next();
        const auto part = runBlocks<recovery::RecoveryTally>(
            threads, m_rounds.done(), blocks,
            [&](const BlockRange& range) { return m_simulation.run(range, cancelled); });
        if (cancelled)
            return; // a part of a round would leave a gap
        m_tally.add(part);
        m_rounds.add(blocks);
    }

private:
    recovery::RecoveryQuestion m_question;
    recovery::RecoverySimulation m_simulation;
    recovery::RecoveryTally m_tally;
    Rounds m_rounds;
};

// At one redundancy, for every loss. Bursts have no such short cut: they are tried point by point.
class ForecastRun::LossRun {
    struct Point {
        double loss;
        std::unique_ptr<RedundancyRun> run;
    };

public:
    explicit LossRun(const ForecastQuestion& question)
        : m_question(question),
          m_widest(widestLoss(question)),
          m_sweep(
              {question.variant, question.dataFragments, question.redundantFragments, 0, m_widest}),
          m_rounds(sweepBlocks())
    {
        if (question.burstFragments <= 1)
            return;
        for (int i = 0; i < BurstCurvePoints; ++i)
            addPoint(m_widest * i / (BurstCurvePoints - 1));
        for (const FleetShare& each : question.fleet)
            addPoint(each.loss);
    }

    bool answers(const ForecastQuestion& question) const
    {
        ForecastQuestion same = question;
        same.devices = m_question.devices;
        same.loss = m_question.loss; // the range stands for it
        return same == m_question && widestLoss(question) == m_widest;
    }

    bool isBegun() const
    {
        return m_points.empty()
            ? m_rounds.done() > 0
            : std::ranges::all_of(m_points, [](const Point& p) { return p.run->isBegun(); });
    }

    bool isDone() const
    {
        return m_points.empty()
            ? m_rounds.isDone()
            : std::ranges::all_of(m_points, [](const Point& p) { return p.run->isDone(); });
    }

    void advance(int threads, const std::atomic<bool>& cancelled)
    {
        for (const Point& point : m_points) {
            if (!point.run->isDone())
                point.run->advance(threads, cancelled);
        }
        if (!m_points.empty() || m_rounds.isDone())
            return;
        const qint64 blocks = m_rounds.next();
        const auto part = runBlocks<recovery::LossTally>(
            threads, m_rounds.done(), blocks,
            [&](const BlockRange& range) { return m_sweep.run(range, cancelled); });
        if (cancelled)
            return;
        if (m_rounds.done() == 0)
            m_tally = part;
        else
            m_tally.add(part);
        m_rounds.add(blocks);
    }

    RecoveryChance at(double loss) const
    {
        for (const Point& point : m_points) {
            if (point.loss == loss)
                return point.run->tally().at(m_question.redundantFragments);
        }
        return m_tally.at(loss, m_question.decoder);
    }

    QList<LossPoint> curve() const
    {
        QList<LossPoint> points;
        const int count = m_points.empty() ? CurvePoints : BurstCurvePoints;
        for (int i = 0; i < count; ++i) {
            const double loss = m_widest * i / (count - 1);
            points.append({loss, at(loss)});
        }
        return points;
    }

private:
    // As many trials in a block as the sweep has strata, of every size.
    qint64 sweepBlocks() const
    {
        constexpr qint64 SharpBlocks = 1000;
        const int strata = std::max(1, m_sweep.blockTrials());
        return std::clamp(trialsFor(m_question.dataFragments, m_widest / 2) * 4 / strata,
                          qint64(16), SharpBlocks);
    }

    void addPoint(double loss)
    {
        if (lossModel(loss, m_question.burstFragments).isValid())
            m_points.push_back({loss,
                                std::make_unique<RedundancyRun>(
                                    m_question, m_question.redundantFragments, loss, BurstTrials)});
    }

    ForecastQuestion m_question;
    double m_widest;
    recovery::LossSweep m_sweep;
    recovery::LossTally m_tally;
    Rounds m_rounds;
    std::vector<Point> m_points;
};

ForecastRun::ForecastRun(const ForecastQuestion& question, int threads, const ForecastRun* previous)
    : m_question(question),
      m_threads(threads)
{
    if (previous && previous->m_overRedundancy->answers(question))
        m_overRedundancy = previous->m_overRedundancy;
    else
        m_overRedundancy =
            std::make_shared<RedundancyRun>(question, question.mostRedundant(), question.loss);
    if (previous && previous->m_overLoss->answers(question))
        m_overLoss = previous->m_overLoss;
    else
        m_overLoss = std::make_shared<LossRun>(question);
}

ForecastRun::~ForecastRun() = default;
ForecastRun::ForecastRun(ForecastRun&&) noexcept = default;
ForecastRun& ForecastRun::operator=(ForecastRun&&) noexcept = default;

bool ForecastRun::isDone() const
{
    return m_question.decoderRefuses
        || (m_uncovered && m_overRedundancy->isDone() && m_overLoss->isDone());
}

void ForecastRun::begin(const std::atomic<bool>& cancelled)
{
    if (m_question.decoderRefuses)
        return;
    if (!m_overRedundancy->isBegun())
        m_overRedundancy->advance(m_threads, cancelled);
    if (!m_overLoss->isBegun())
        m_overLoss->advance(m_threads, cancelled);
    findUncovered();
}

void ForecastRun::advance(const std::atomic<bool>& cancelled)
{
    if (m_question.decoderRefuses)
        return;
    const bool isFirst = !m_overRedundancy->isBegun();
    if (!m_overRedundancy->isDone())
        m_overRedundancy->advance(m_threads, cancelled);
    if (!m_overLoss->isDone())
        m_overLoss->advance(m_threads, cancelled);
    if (!isFirst)
        findUncovered();
}

void ForecastRun::findUncovered()
{
    if (!m_uncovered)
        m_uncovered = lorawan::uncoveredFragments(m_question.variant, m_question.dataFragments,
                                                  m_question.redundantFragments)
                          .value_or(std::vector<int>());
}

RecoveryChance ForecastRun::chanceAt(double loss) const
{
    if (m_question.decoderRefuses)
        return {{0, 0}, {0, 0}};
    if (loss == m_question.loss)
        return m_overRedundancy->tally().at(m_question.redundantFragments);
    return m_overLoss->at(loss);
}

FleetOutlook ForecastRun::fleet() const
{
    const QList<FleetShare> shares =
        m_question.fleet.isEmpty() ? QList<FleetShare>{{1, m_question.loss}} : m_question.fleet;
    double whole = 0;
    for (const FleetShare& each : shares)
        whole += each.share;
    FleetOutlook outlook{m_question.devices, 0, 1};
    for (const FleetShare& each : shares) {
        const double devices = m_question.devices * each.share / whole;
        const double success = chanceAt(each.loss).recovered.probability;
        outlook.expectedFailures += devices * (1 - success);
        outlook.allSucceed *= std::pow(success, devices);
    }
    return outlook;
}

Forecast finishedForecast(const ForecastQuestion& question, int threads)
{
    const std::atomic<bool> cancelled = false;
    ForecastRun run(question, threads);
    while (!run.isDone())
        run.advance(cancelled);
    return run.forecast();
}

Forecast ForecastRun::forecast() const
{
    Forecast result;
    result.now = chanceAt(m_question.loss);
    result.fleet = fleet();
    result.uncovered = m_uncovered;
    result.trials = m_overRedundancy->tally().trials;
    result.isFinal = isDone();
    if (m_question.decoderRefuses)
        return result;
    result.overLoss = m_overLoss->curve();
    result.overRedundancy = m_overRedundancy->tally().curve();
    return result;
}

} // namespace fuotadesk
