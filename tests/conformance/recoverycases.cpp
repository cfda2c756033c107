#include "conformance/kinds.h"

#include "lorawan/uncovered.h"
#include "recovery/losssweep.h"
#include "recovery/recoverysimulation.h"

#include <cmath>
#include <map>
#include <thread>
#include <tuple>

namespace fuotadesk {

namespace {

using namespace recovery;
using lorawan::Variant;

constexpr std::uint64_t Seed = 20261123;

std::optional<Variant> variantOf(const QJsonValue& name)
{
    static const std::map<QString, Variant> names = {{QStringLiteral("v1"), Variant::V1},
                                                     {QStringLiteral("v2"), Variant::V2},
                                                     {QStringLiteral("v2_text"), Variant::V2Text}};
    const auto found = names.find(name.toString());
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

// The blocks shared out among the cores.
template <typename Simulation>
auto runOnAllCores(const Simulation& simulation, std::int64_t blocks)
{
    const std::atomic<bool> cancelled = false;
    const std::int64_t threads = std::max(1u, std::thread::hardware_concurrency());
    std::vector<decltype(simulation.run({}, cancelled))> parts(static_cast<std::size_t>(threads));
    {
        std::vector<std::jthread> workers;
        for (std::int64_t i = 0; i < threads; ++i) {
            const std::int64_t first = blocks * i / threads;
            const BlockRange range{Seed, first, blocks * (i + 1) / threads - first};
            workers.emplace_back([&simulation, &cancelled, range, &part = parts[std::size_t(i)]] {
                part = simulation.run(range, cancelled);
            });
        }
    }
    auto sum = std::move(parts.front());
    for (std::size_t i = 1; i < parts.size(); ++i)
        sum.add(parts[i]);
    return sum;
}

// The tolerance of the file: |P-ref| <= 4*sqrt(se_ref^2+se_own^2) + 1e-4.
void compare(const QString& what, const Chance& actual, double expected, double expectedError,
             Disagreements& found)
{
    const double tolerance = 4 * std::hypot(expectedError, actual.standardError) + 1e-4;
    if (!(std::abs(actual.probability - expected) <= tolerance))
        found.add(QStringLiteral("%1: expected %2, got %3, tolerance %4")
                      .arg(what)
                      .arg(expected)
                      .arg(actual.probability)
                      .arg(tolerance));
}

// Enough for a standard error below that of the file, where P is in between.
std::int64_t blocksFor(int dataFragments)
{
    return dataFragments > 200 ? 200 : 1000;
}

// All redundancies of one code and loss come from one run, and are then found again by way of the
// number of lost fragments.
class IdealCases {
public:
    explicit IdealCases(const QJsonArray& cases);
    Disagreements check(const QJsonObject& point);

private:
    using Key = std::tuple<int, int, double>;
    static Key keyOf(const QJsonObject& point);

    std::map<Key, int> m_most; // redundant fragments asked for
    std::map<Key, RecoveryTally> m_tallies;
};

IdealCases::Key IdealCases::keyOf(const QJsonObject& point)
{
    const auto variant = variantOf(point.value(u"variant"));
    return {variant ? static_cast<int>(*variant) : -1, point.value(u"M").toInt(),
            point.value(u"loss").toDouble()};
}

IdealCases::IdealCases(const QJsonArray& cases)
{
    for (const QJsonValue& each : cases) {
        int& most = m_most[keyOf(each.toObject())];
        most = std::max(most, each[u"R"].toInt());
    }
}

Disagreements IdealCases::check(const QJsonObject& point)
{
    Disagreements found;
    const auto variant = variantOf(point.value(u"variant"));
    if (!variant) {
        found.add(QStringLiteral("unknown variant"));
        return found;
    }
    const Key key = keyOf(point);
    const auto [number, data, loss] = key;
    RecoveryTally& tally = m_tallies[key];
    if (tally.trials == 0)
        tally = runOnAllCores(
            RecoverySimulation({*variant, data, m_most[key], LossModel::independent(loss), {}}),
            blocksFor(data));
    const int redundant = point.value(u"R").toInt(-1);
    const double expected = point.value(u"P").toDouble(-1);
    const double error = point.value(u"se").toDouble();
    compare(QStringLiteral("in order"), tally.at(redundant).recovered, expected, error, found);
    const LossSweep sweep({*variant, data, redundant, loss, loss});
    const LossTally byLost = runOnAllCores(sweep, data > 200 ? 8 : 100);
    compare(QStringLiteral("by number lost"), byLost.at(loss, {}).recovered, expected, error,
            found);
    return found;
}

Disagreements checkDecoder(const QJsonObject& point)
{
    Disagreements found;
    const auto variant = variantOf(point.value(u"variant"));
    const double trials = point.value(u"trials").toDouble();
    if (!variant || !(trials > 0)) {
        found.add(QStringLiteral("unknown variant or no trials"));
        return found;
    }
    const int data = point.value(u"M").toInt();
    const int redundant = point.value(u"R").toInt(-1);
    const double loss = point.value(u"p").toDouble(-1);
    const DecoderLimit limit{point.value(u"FRAG_MAX_REDUNDANCY").toInt(), true};
    // Where the limit is passed among the last fragments the original writes beyond its buffers
    // before it gives up; those runs are counted apart in the file.
    const double falseDone =
        (point.value(u"false_done").toDouble(-1) + point.value(u"overflow_excluded").toDouble())
        / trials;
    const double falseError = std::sqrt(std::max(0.0, falseDone * (1 - falseDone)) / trials);
    const auto both = [&](const QString& how, const RecoveryChance& actual) {
        compare(how + QStringLiteral(", recovered"), actual.recovered,
                point.value(u"P_ok").toDouble(-1), point.value(u"se").toDouble(), found);
        compare(how + QStringLiteral(", false done"), actual.falseDone, falseDone, falseError,
                found);
    };
    const RecoverySimulation simulation(
        {*variant, data, redundant, LossModel::independent(loss), limit});
    both(QStringLiteral("in order"), runOnAllCores(simulation, blocksFor(data)).at(redundant));
    const LossSweep sweep({*variant, data, redundant, loss, loss});
    both(QStringLiteral("by number lost"),
         runOnAllCores(sweep, data > 200 ? 20 : 200).at(loss, limit));
    return found;
}

QJsonArray uncovered(Variant variant, int dataFragments, int redundantFragments)
{
    QJsonArray fragments;
    if (const auto found = lorawan::uncoveredFragments(variant, dataFragments, redundantFragments))
        for (const int number : *found)
            fragments.append(number);
    return fragments;
}

Disagreements checkUncovered(const QJsonObject& test)
{
    Disagreements found;
    const int data = test.value(u"M").toInt();
    const int redundant = test.value(u"R").toInt();
    found.expect("v1", test.value(u"v1"), uncovered(Variant::V1, data, redundant));
    found.expect("v2", test.value(u"v2"), uncovered(Variant::V2, data, redundant));
    return found;
}

QString nameOf(const QString& section, const QJsonObject& test)
{
    const QJsonValue loss = test.contains(u"p") ? test.value(u"p") : test.value(u"loss");
    return QStringLiteral("%1 %2 M=%3 R=%4 loss=%5")
        .arg(section, test.value(u"variant").toString())
        .arg(test.value(u"M").toInt())
        .arg(test.value(u"R").toInt())
        .arg(loss.toDouble());
}

void runSection(const QJsonObject& document, const QString& section, const CaseRunner::Check& check,
                CaseRunner& runner)
{
    for (const auto cases = document.value(section).toArray(); const QJsonValue& each : cases)
        runner.finish(nameOf(section, each.toObject()), check(each.toObject()));
}

} // namespace

void runRecoveryCases(const QJsonObject& document, CaseRunner& runner)
{
    const auto ideal = QStringLiteral("ideal");
    IdealCases idealCases(document.value(ideal).toArray());
    runSection(
        document, ideal, [&](const QJsonObject& point) { return idealCases.check(point); }, runner);
    runSection(document, QStringLiteral("loramac_decoder"), checkDecoder, runner);
    runSection(document, QStringLiteral("uncovered_fragments"), checkUncovered, runner);
}

} // namespace fuotadesk
