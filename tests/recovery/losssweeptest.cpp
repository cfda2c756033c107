#include "recovery/losssweep.h"
#include "recovery/recoverysimulation.h"
#include "support/testcase.h"

#include <bit>
#include <cmath>
#include <limits>

namespace fuotadesk {

using namespace recovery;
using lorawan::Variant;

// The sweep over losses, and with it the simulation, against every pattern of loss there is.
class LossSweepTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithEveryPattern_data();
    void agreesWithEveryPattern();
    void edgesAreExact();
    void oneRunServesEveryLoss();
    void partsAddUpWhateverTheOrder();
    void limitIsExactArithmetic();
    void outsideTheRangeNothingIsClaimed();
    void widestCodeStaysInBounds();
    void cancelledBlocksDoNotCount();
    void badQuestionsAreNotAsked();
};

namespace {

const std::atomic<bool> NotCancelled = false;

// Over GF(2), of rows of at most 32 bits; slow and plain on purpose.
int rankOf(std::vector<std::uint64_t> rows)
{
    int rank = 0;
    for (std::uint64_t bit = 1; bit < (std::uint64_t(1) << 32); bit <<= 1) {
        const auto from = rows.begin() + rank;
        const auto pivot =
            std::find_if(from, rows.end(), [bit](std::uint64_t row) { return row & bit; });
        if (pivot == rows.end())
            continue;
        std::iter_swap(from, pivot);
        for (auto row = from + 1; row != rows.end(); ++row)
            *row ^= (*row & bit) != 0 ? *from : 0;
        ++rank;
    }
    return rank;
}

// How many patterns of l lost data and k lost coded fragments can be recovered, by l and k.
class Patterns {
public:
    Patterns(Variant variant, int data, int coded) : m_data(data), m_coded(coded)
    {
        std::vector<std::uint64_t> rows;
        for (int i = 1; i <= coded; ++i) {
            rows.push_back(0);
            lorawan::parityRow(variant, data, i, {&rows.back(), 1});
        }
        m_good.assign(std::size_t(data) + 1, std::vector<double>(std::size_t(coded) + 1));
        for (std::uint64_t lost = 0; lost < std::uint64_t(1) << data; ++lost) {
            for (std::uint64_t gone = 0; gone < std::uint64_t(1) << coded; ++gone)
                count(rows, lost, gone);
        }
    }

    double chance(double loss) const
    {
        double sum = 0;
        for (int l = 0; l <= m_data; ++l) {
            for (int k = 0; k <= m_coded; ++k)
                sum += m_good[std::size_t(l)][std::size_t(k)] * std::pow(loss, l + k)
                    * std::pow(1 - loss, m_data + m_coded - l - k);
        }
        return sum;
    }

private:
    void count(const std::vector<std::uint64_t>& rows, std::uint64_t lost, std::uint64_t gone)
    {
        std::vector<std::uint64_t> received;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if ((gone >> i & 1) == 0)
                received.push_back(rows[i] & lost);
        }
        if (rankOf(received) == std::popcount(lost))
            ++m_good[std::size_t(std::popcount(lost))][std::size_t(std::popcount(gone))];
    }

    int m_data;
    int m_coded;
    std::vector<std::vector<double>> m_good;
};

bool isNear(const Chance& chance, double expected)
{
    return std::abs(chance.probability - expected) <= 4 * chance.standardError;
}

} // namespace

void LossSweepTest::agreesWithEveryPattern_data()
{
    QTest::addColumn<int>("variant");
    QTest::addColumn<int>("data");
    QTest::addColumn<int>("coded");
    for (const auto& [data, coded] : {std::pair(1, 2), {2, 3}, {3, 4}, {4, 4}, {6, 6}, {7, 5}}) {
        for (const int variant : {0, 1, 2})
            QTest::addRow("%d+%d variant %d", data, coded, variant) << variant << data << coded;
    }
}

void LossSweepTest::agreesWithEveryPattern()
{
    QFETCH(int, variant);
    QFETCH(int, data);
    QFETCH(int, coded);
    const auto chosen = static_cast<Variant>(variant);
    const Patterns patterns(chosen, data, coded);
    const LossTally tally = LossSweep({chosen, data, coded, 0, 1}).run({5, 0, 4000}, NotCancelled);
    for (const double loss : {0.02, 0.1, 0.3, 0.5, 0.8}) {
        const double expected = patterns.chance(loss);
        const Chance byLost = tally.at(loss, {}).recovered;
        QVERIFY2(isNear(byLost, expected), qPrintable(QString::number(loss)));
        QVERIFY(byLost.standardError < 0.02);
        const RecoveryQuestion question{chosen, data, coded, LossModel::independent(loss), {}};
        const RecoveryTally inOrder = RecoverySimulation(question).run({5, 0, 150}, NotCancelled);
        QVERIFY2(isNear(inOrder.at(coded).recovered, expected), qPrintable(QString::number(loss)));
    }
}

void LossSweepTest::edgesAreExact()
{
    const LossTally tally = LossSweep({Variant::V1, 40, 12, 0, 1}).run({1, 0, 10}, NotCancelled);
    QCOMPARE(tally.at(0, {}).recovered.probability, 1.0);
    QCOMPARE(tally.at(1, {}).recovered.probability, 0.0);
    const LossTally bare = LossSweep({Variant::V1, 40, 0, 0, 1}).run({1, 0, 10}, NotCancelled);
    QVERIFY(std::abs(bare.at(0.1, {}).recovered.probability - std::pow(0.9, 40)) < 1e-12);
}

void LossSweepTest::oneRunServesEveryLoss()
{
    const LossTally tally = LossSweep({Variant::V1, 100, 20, 0, 1}).run({2, 0, 400}, NotCancelled);
    std::vector<double> losses;
    for (int percent = 0; percent <= 100; ++percent)
        losses.push_back(percent / 100.0);
    const std::vector<RecoveryChance> curve = tally.curve(losses, {});
    QCOMPARE(curve.size(), losses.size());
    for (std::size_t i = 1; i < curve.size(); ++i)
        QVERIFY(curve[i].recovered.probability <= curve[i - 1].recovered.probability + 1e-9);
    const RecoveryQuestion question{Variant::V1, 100, 20, LossModel::independent(0.1), {}};
    const Chance other =
        RecoverySimulation(question).run({2, 0, 1000}, NotCancelled).at(20).recovered;
    const double error = std::hypot(other.standardError, curve[10].recovered.standardError);
    QVERIFY(std::abs(other.probability - curve[10].recovered.probability) <= 4 * error);
    QVERIFY(curve[10].recovered.standardError < 0.003);
}

void LossSweepTest::partsAddUpWhateverTheOrder()
{
    const LossSweep sweep({Variant::V2, 80, 30, 0.05, 0.3});
    const LossTally whole = sweep.run({9, 0, 20}, NotCancelled);
    QCOMPARE(whole.trials(), std::int64_t(20) * sweep.blockTrials());
    LossTally sum;
    sum.add(sweep.run({9, 13, 7}, NotCancelled));
    sum.add(sweep.run({9, 0, 13}, NotCancelled));
    QCOMPARE(sum, whole);
}

// P(more than 5 of 21 lost) at 20 %, and any of 21 coded fragments heard.
void LossSweepTest::limitIsExactArithmetic()
{
    const LossTally tally = LossSweep({Variant::V1, 21, 21, 0, 1}).run({1, 0, 50}, NotCancelled);
    const RecoveryChance stock = tally.at(0.2, {5, true});
    QVERIFY(std::abs(stock.falseDone.probability - 0.230704) < 1e-6);
    QVERIFY(stock.recovered.probability <= 1 - stock.falseDone.probability);
    QCOMPARE(tally.at(0.2, {5, false}).falseDone.probability, 0.0);
    QCOMPARE(tally.at(0.2, {0, true}).recovered.probability, std::pow(0.8, 21));
}

void LossSweepTest::outsideTheRangeNothingIsClaimed()
{
    const LossTally tally =
        LossSweep({Variant::V1, 2000, 600, 0.1, 0.12}).run({1, 0, 5}, NotCancelled);
    QVERIFY(tally.at(0.11, {}).recovered.standardError < 0.02);
    QVERIFY(tally.at(0.6, {}).recovered.standardError > 0.9);
    QVERIFY(tally.at(0.001, {}).recovered.standardError > 0.1);
    QCOMPARE(tally.at(-0.1, {}), RecoveryChance());
    QCOMPARE(tally.at(std::numeric_limits<double>::quiet_NaN(), {}), RecoveryChance());
}

void LossSweepTest::widestCodeStaysInBounds()
{
    const LossTally tally =
        LossSweep({Variant::V1, 16000, 383, 0.005, 0.005}).run({1, 0, 1}, NotCancelled);
    QVERIFY(tally.trials() > 0);
    QVERIFY(LossSweep({Variant::V1, 16383, 0, 0, 1}).run({1, 0, 1}, NotCancelled).trials() == 0);
}

void LossSweepTest::cancelledBlocksDoNotCount()
{
    const std::atomic<bool> cancelled = true;
    const LossTally tally = LossSweep({Variant::V1, 50, 20, 0, 1}).run({1, 0, 9}, cancelled);
    QCOMPARE(tally.trials(), std::int64_t(0));
    QVERIFY(tally.at(0.1, {}).recovered.standardError > 0.3);
}

void LossSweepTest::badQuestionsAreNotAsked()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const LossQuestion& question : {LossQuestion{Variant::V1, 0, 1, 0, 1},
                                         {Variant::V1, 10, -1, 0, 1},
                                         {Variant::V1, 10, 16374, 0, 1},
                                         {Variant::V1, 10, 5, 0.5, 0.4},
                                         {Variant::V1, 10, 5, -0.1, 1},
                                         {Variant::V1, 10, 5, 0, 1.1},
                                         {Variant::V1, 10, 5, nan, 1},
                                         {Variant::V1, 10, 5, 0, nan}}) {
        QVERIFY(!question.isValid());
        const LossTally tally = LossSweep(question).run({1, 0, 3}, NotCancelled);
        QCOMPARE(tally.trials(), std::int64_t(0));
        QCOMPARE(tally.at(0.1, {}), RecoveryChance());
    }
}

} // namespace fuotadesk

using fuotadesk::LossSweepTest;
FUOTADESK_TEST(LossSweepTest);
#include "losssweeptest.moc"
