#include "recovery/lossmodel.h"
#include "recovery/losssource.h"
#include "support/testcase.h"

#include <bit>
#include <cmath>
#include <limits>

namespace fuotadesk {

using namespace recovery;

class LossModelTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void burstsWorkedByHand();
    void whatIsIndependent();
    void whatIsNoModel();
    void burstsHaveTheirMeans();
    void independentLossIsSpreadEvenly();
    void countsAreBinomial();
    void randomNumbersRepeat();
    void belowIsEven();
};

// 10 % in bursts of 5: a bad spell ends by 1/5; 0.2 * 0.1 / 0.9 = 0.0222.. begins one.
void LossModelTest::burstsWorkedByHand()
{
    const LossModel model = LossModel::bursts(0.1, 5);
    QCOMPARE(model.badToGood, 0.2);
    QCOMPARE(model.goodToBad, 0.02 / 0.9);
    QCOMPARE(model.badShare(), 0.1);
    QCOMPARE(model.meanLoss(), 0.1);
    QVERIFY(model.isValid() && !model.isIndependent());
    QCOMPARE((LossModel{0.1, 0.3, 0.02, 0.5}.meanLoss()), 0.75 * 0.02 + 0.25 * 0.5);
}

void LossModelTest::whatIsIndependent()
{
    QVERIFY(LossModel::independent(0.3).isIndependent());
    QVERIFY((LossModel{0, 0.5, 0.1, 0.9}.isIndependent()));
    QCOMPARE((LossModel{0, 0.5, 0.1, 0.9}.meanLoss()), 0.1);
    QCOMPARE((LossModel{0.5, 0, 0.1, 0.9}.meanLoss()), 0.9);
    QCOMPARE(LossModel::bursts(1, 3), LossModel::independent(1));
    QCOMPARE(LossModel::bursts(0, 3).meanLoss(), 0.0);
}

void LossModelTest::whatIsNoModel()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const LossModel& model :
         {LossModel::independent(nan), LossModel::independent(-0.01), LossModel::independent(1.01),
          LossModel::bursts(nan, 2), LossModel::bursts(0.1, nan), LossModel::bursts(0.1, 0),
          LossModel::bursts(0.1, 0.5), LossModel::bursts(0.1, -3), LossModel::bursts(0.9, 1),
          LossModel::bursts(1.2, 4), LossModel::bursts(1, 0), LossModel{0, 0, 0.1, 0.2},
          LossModel{2, 0.5, 0, 1}, LossModel{0.5, nan, 0, 1}})
        QVERIFY(!model.isValid());
    QVERIFY((LossModel{0, 0, 0.1, 0.1}.isValid()));
}

void LossModelTest::burstsHaveTheirMeans()
{
    constexpr int fragments = 16000;
    LossSource source(LossModel::bursts(0.2, 4), fragments);
    RandomStream random(1, 1);
    int lost = 0;
    int bursts = 0;
    constexpr int trials = 40;
    for (int trial = 0; trial < trials; ++trial) {
        lost += source.drawData(trial, trials, random);
        int before = -2;
        for (const int fragment : source.lost()) {
            bursts += fragment != before + 1 ? 1 : 0;
            before = fragment;
        }
    }
    QVERIFY(std::abs(lost / double(trials * fragments) - 0.2) < 0.01);
    QVERIFY(std::abs(lost / double(bursts) - 4) < 0.1);
}

void LossModelTest::independentLossIsSpreadEvenly()
{
    constexpr int fragments = 70;
    LossSource source(LossModel::independent(0.3), fragments);
    RandomStream random(1, 2);
    std::vector<int> hits(fragments);
    int lost = 0;
    constexpr int trials = 6400;
    for (int trial = 0; trial < trials; ++trial) {
        if (trial % 64 == 0)
            source.beginBlock();
        const int count = source.drawData(trial % 64, 64, random);
        QCOMPARE(source.lost().size(), std::size_t(count));
        for (const int fragment : source.lost())
            ++hits[std::size_t(fragment)];
        lost += count;
    }
    // Spread over its distribution: much nearer to the mean than chance alone would be.
    QVERIFY(std::abs(lost / double(trials) - 21) < 0.02);
    for (const int each : hits)
        QVERIFY(std::abs(each - 0.3 * trials) < 4.5 * 36.7);
}

void LossModelTest::countsAreBinomial()
{
    const Binomial few(4, 0.5);
    QCOMPARE(few.mass(2), 6.0 / 16);
    QCOMPARE(few.atLeast(3), 5.0 / 16);
    QCOMPARE(few.atLeast(0), 1.0);
    QCOMPARE(few.atLeast(5), 0.0);
    QCOMPARE(Binomial(7, 0).mass(0), 1.0);
    QCOMPARE(Binomial(7, 1).mass(7), 1.0);
    QCOMPARE(Binomial(7, 1).mass(6), 0.0);
    QCOMPARE(Binomial(0, 0.4).mass(0), 1.0);
    const Binomial many(16383, 0.3);
    double mean = 0;
    for (int count = many.first(); count <= many.last(); ++count)
        mean += count * many.mass(count);
    QVERIFY(std::abs(mean - 16383 * 0.3) < 1e-6);
}

// xoshiro256++ by its authors' reference code from the state 1, 2, 3, 4 begins 41943041, 58720359;
// ours is seeded, so that only its repetition and its streams are seen from outside.
void LossModelTest::randomNumbersRepeat()
{
    RandomStream one(42, 7);
    RandomStream same(42, 7);
    RandomStream neighbour(42, 8);
    int equal = 0;
    for (int i = 0; i < 2000; ++i) {
        const std::uint32_t value = one.next();
        QCOMPARE(same.next(), value);
        equal += neighbour.next() == value ? 1 : 0;
    }
    QVERIFY(equal < 3);
}

void LossModelTest::belowIsEven()
{
    RandomStream random(1, 3);
    std::vector<int> hits(7);
    for (int i = 0; i < 70000; ++i)
        ++hits[random.below(7)];
    for (const int each : hits)
        QVERIFY(std::abs(each - 10000) < 420);
    QCOMPARE(random.below(1), 0u);
    const Coin never(0);
    const Coin always(1);
    for (int i = 0; i < 1000; ++i)
        QVERIFY(!never.toss(random) && always.toss(random));
}

} // namespace fuotadesk

using fuotadesk::LossModelTest;
FUOTADESK_TEST(LossModelTest);
#include "lossmodeltest.moc"
