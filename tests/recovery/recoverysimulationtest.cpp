#include "recovery/recoverysimulation.h"
#include "support/testcase.h"

#include <cmath>
#include <limits>
#include <numeric>
#include <thread>

namespace fuotadesk {

using namespace recovery;
using lorawan::Variant;

class RecoverySimulationTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void oneFragmentGainsNothing();
    void twoFragmentsWorkedByHand();
    void withoutRedundancyEveryFragmentCounts();
    void certainLossAndNone();
    void moreLossIsWorse();
    void partsAddUpWhateverTheThread();
    void limitMakesFalseDone();
    void otherDecodersKnowTheirLimit();
    void meetsTheFieldTest();
    void needsAsManyAsTheSpecificationSays();
    void burstsAreWorseThanTheirMean();
    void cancellationAnswersAtOnce();
    void badQuestionsAreNotAsked_data();
    void badQuestionsAreNotAsked();
    void leastRedundancyReadsTheCurve();
};

namespace {

const std::atomic<bool> NotCancelled = false;

RecoveryTally run(const RecoveryQuestion& question, std::int64_t blocks, std::uint64_t seed = 7)
{
    return RecoverySimulation(question).run({seed, 0, blocks}, NotCancelled);
}

bool isNear(const Chance& chance, double expected)
{
    return std::abs(chance.probability - expected) <= 4 * chance.standardError;
}

double meanCompletion(const RecoveryTally& tally)
{
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < tally.recovered.size(); ++i)
        sum += static_cast<std::int64_t>(i) * tally.recovered[i];
    return static_cast<double>(sum) / static_cast<double>(tally.trials);
}

} // namespace

// All coded fragments of a single data fragment are empty.
void RecoverySimulationTest::oneFragmentGainsNothing()
{
    const RecoveryTally tally = run({Variant::V1, 1, 20, LossModel::independent(0.3), {}}, 200);
    QVERIFY(isNear(tally.at(0).recovered, 0.7));
    QCOMPARE(tally.at(20), tally.at(0));
}

// Each row of two data fragments is a copy of one. With a copy of the other in reach too, both are
// safe; the order of the copies is the matrix's.
void RecoverySimulationTest::twoFragmentsWorkedByHand()
{
    std::vector<std::uint64_t> row(1);
    lorawan::parityRow(Variant::V1, 2, 1, row);
    QVERIFY(row[0] == 1 || row[0] == 2);
    const double loss = 0.25;
    const RecoveryTally tally = run({Variant::V1, 2, 1, LossModel::independent(loss), {}}, 1000);
    QVERIFY(isNear(tally.at(0).recovered, (1 - loss) * (1 - loss)));
    // The copied one arrives by either way, the other must.
    QVERIFY(isNear(tally.at(1).recovered, (1 - loss * loss) * (1 - loss)));
}

void RecoverySimulationTest::withoutRedundancyEveryFragmentCounts()
{
    for (const int data : {1, 3, 20, 100}) {
        const RecoveryTally tally =
            run({Variant::V2, data, 0, LossModel::independent(0.02), {}}, 500);
        QVERIFY(isNear(tally.at(0).recovered, std::pow(0.98, data)));
        QCOMPARE(tally.curve().size(), std::size_t(1));
    }
}

void RecoverySimulationTest::certainLossAndNone()
{
    for (const Variant variant : {Variant::V1, Variant::V2, Variant::V2Text}) {
        const RecoveryTally none = run({variant, 50, 10, LossModel::independent(0), {}}, 2);
        QCOMPARE(none.at(0).recovered.probability, 1.0);
        const RecoveryTally all = run({variant, 50, 10, LossModel::independent(1), {5, true}}, 2);
        QCOMPARE(all.at(10).recovered.probability, 0.0);
        QCOMPARE(all.at(10).falseDone.probability, 0.0); // nor does it hear of the end
    }
}

void RecoverySimulationTest::moreLossIsWorse()
{
    double before = 1;
    for (int percent = 0; percent <= 60; percent += 5) {
        const RecoveryTally tally =
            run({Variant::V1, 60, 30, LossModel::independent(percent / 100.0), {}}, 300);
        const std::vector<RecoveryChance> curve = tally.curve();
        QVERIFY(std::ranges::is_sorted(
            curve, {}, [](const RecoveryChance& each) { return each.recovered.probability; }));
        const Chance chance = curve.back().recovered;
        QVERIFY(chance.probability <= before + 4 * chance.standardError);
        before = chance.probability;
    }
}

void RecoverySimulationTest::partsAddUpWhateverTheThread()
{
    const RecoverySimulation simulation(
        {Variant::V1, 100, 40, LossModel::independent(0.15), {12, true}});
    const RecoveryTally whole = simulation.run({3, 0, 30}, NotCancelled);
    QCOMPARE(whole.trials, std::int64_t(30 * RecoverySimulation::BlockTrials));
    std::vector<RecoveryTally> parts(3);
    {
        std::vector<std::jthread> workers;
        for (int i = 0; i < 3; ++i)
            workers.emplace_back([&simulation, i, &part = parts[std::size_t(i)]] {
                part = simulation.run({3, 10 * i, 10}, NotCancelled);
            });
    }
    RecoveryTally sum = parts[2];
    sum.add(parts[0]);
    sum.add(parts[1]);
    QCOMPARE(sum, whole);
    QVERIFY(simulation.run({4, 0, 30}, NotCancelled) != whole);
}

// The stock limit of LoRaMac-node: 5 of the 21 fragments may be lost. P(lost > 5) at 20 %.
void RecoverySimulationTest::limitMakesFalseDone()
{
    const DecoderLimit limit = findDecoder("loramac-node")->limit;
    const RecoveryTally tally = run({Variant::V1, 21, 21, LossModel::independent(0.2), limit}, 800);
    const RecoveryChance chance = tally.at(21);
    QVERIFY(isNear(chance.falseDone, 0.230704));
    QVERIFY(chance.recovered.probability + chance.falseDone.probability <= 1);
    QCOMPARE(tally.at(0).falseDone.probability, 0.0);
}

void RecoverySimulationTest::otherDecodersKnowTheirLimit()
{
    const RecoveryQuestion question{Variant::V1, 21, 21, LossModel::independent(0.2), {5, false}};
    const RecoveryChance chance = run(question, 200).at(21);
    QCOMPARE(chance.falseDone.probability, 0.0);
    QVERIFY(chance.recovered.probability < 0.8);
}

// Radiator Labs: 3354 fragments, as many coded ones: came through at 45 % loss, missed by one
// packet at 50 %.
void RecoverySimulationTest::meetsTheFieldTest()
{
    const auto chanceAt = [](double loss) {
        return run({Variant::V1, 3354, 3354, LossModel::independent(loss), {}}, 1).at(3354);
    };
    QCOMPARE(chanceAt(0.45).recovered.probability, 1.0);
    QVERIFY(isNear(chanceAt(0.5).recovered, 0.51));
}

// TS004: of 100 fragments and 100 coded ones, half of them lost, about 103 of those received do.
void RecoverySimulationTest::needsAsManyAsTheSpecificationSays()
{
    const RecoveryTally tally = run({Variant::V1, 100, 400, LossModel::independent(0.5), {}}, 400);
    QCOMPARE(tally.at(400).recovered.probability, 1.0);
    const double received = 50 + meanCompletion(tally) / 2;
    QVERIFY2(std::abs(received - 101.61) < 0.3, qPrintable(QString::number(received)));
}

void RecoverySimulationTest::burstsAreWorseThanTheirMean()
{
    const auto chanceOf = [](const LossModel& loss) {
        return run({Variant::V1, 100, 25, loss, {}}, 200).at(25).recovered;
    };
    const Chance apart = chanceOf(LossModel::independent(0.1));
    const Chance single = chanceOf(LossModel::bursts(0.1, 1 / 0.9)); // the same in other words
    const Chance bursts = chanceOf(LossModel::bursts(0.1, 10));
    QVERIFY(isNear(single, apart.probability));
    QVERIFY(bursts.probability < apart.probability - 0.05);
}

void RecoverySimulationTest::cancellationAnswersAtOnce()
{
    const RecoverySimulation simulation({Variant::V1, 2000, 2000, LossModel::independent(0.3), {}});
    std::atomic<bool> cancelled = true;
    const RecoveryTally none =
        simulation.run({1, 0, std::numeric_limits<std::int64_t>::max()}, cancelled);
    QCOMPARE(none.trials, std::int64_t(0));
    QCOMPARE(none.at(2000), RecoveryChance());
    cancelled = false;
    std::jthread worker([&] {
        simulation.run({1, 0, std::numeric_limits<std::int64_t>::max()}, cancelled);
    });
    cancelled = true;
    worker.join();
}

void RecoverySimulationTest::badQuestionsAreNotAsked_data()
{
    QTest::addColumn<int>("data");
    QTest::addColumn<int>("redundant");
    QTest::addColumn<double>("loss");
    QTest::newRow("no data") << 0 << 10 << 0.1;
    QTest::newRow("negative data") << -5 << 10 << 0.1;
    QTest::newRow("negative redundancy") << 10 << -1 << 0.1;
    QTest::newRow("numbers run out") << 16000 << 384 << 0.1;
    QTest::newRow("numbers overflow") << std::numeric_limits<int>::max() << 384 << 0.1;
    QTest::newRow("loss is no number") << 10 << 10 << std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("loss below 0") << 10 << 10 << -0.1;
    QTest::newRow("loss above 1") << 10 << 10 << 1.1;
}

void RecoverySimulationTest::badQuestionsAreNotAsked()
{
    QFETCH(int, data);
    QFETCH(int, redundant);
    QFETCH(double, loss);
    const RecoveryQuestion question{Variant::V1, data, redundant, LossModel::independent(loss), {}};
    QVERIFY(!question.isValid());
    const RecoveryTally tally = run(question, 1);
    QCOMPARE(tally.trials, std::int64_t(0));
    QCOMPARE(tally.at(redundant), RecoveryChance());
    QVERIFY(tally.curve().empty());
}

void RecoverySimulationTest::leastRedundancyReadsTheCurve()
{
    RecoveryTally tally{100, {50, 30, 0, 19}, {0, 0, 0, 0}};
    QCOMPARE(tally.leastRedundancy(0.5), 0);
    QCOMPARE(tally.leastRedundancy(0.51), 1);
    QCOMPARE(tally.leastRedundancy(0.9), 3);
    QVERIFY(!tally.leastRedundancy(0.999));
    QVERIFY(!RecoveryTally().leastRedundancy(0));
    QCOMPARE(tally.at(2).recovered.probability, 0.8);
    QCOMPARE(tally.at(-1), RecoveryChance());
    QCOMPARE(tally.at(4), RecoveryChance());
}

} // namespace fuotadesk

using fuotadesk::RecoverySimulationTest;
FUOTADESK_TEST(RecoverySimulationTest);
#include "recoverysimulationtest.moc"
