#include "lorawan/dutycycle.h"
#include "support/testcase.h"

#include <limits>

namespace fuotadesk {

using lorawan::dutyCyclePercent;
using lorawan::minimumInterval;
using lorawan::minimumIntervalOver;

class DutyCycleTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void intervalIsTheLeastThatHolds();
    void percentIsWhatIsUsed();
    void gatewaysSendOneAfterTheOther();
    void refusesWhatIsOutOfRange();
};

namespace {

constexpr auto Huge = std::numeric_limits<std::int64_t>::max();

std::int64_t least(std::int64_t time, int permille)
{
    return minimumInterval(time, permille).value_or(-1);
}

} // namespace

void DutyCycleTest::intervalIsTheLeastThatHolds()
{
    QCOMPARE(least(1'000'000, 10), std::int64_t(100'000));
    QCOMPARE(least(1'000'001, 10), std::int64_t(100'001));
    QCOMPARE(least(676'864, 100), std::int64_t(6'769));
    QCOMPARE(least(676'864, 1), std::int64_t(676'864));
    QCOMPARE(least(616'448, 1000), std::int64_t(617));
    QCOMPARE(least(0, 1), std::int64_t(0));
    QCOMPARE(least(Huge, 1), Huge);
    for (std::int64_t time = 1; time < 3'000'000; time += 7'919) {
        for (const int permille : {1, 10, 100, 1000}) {
            const std::int64_t interval = least(time, permille);
            QVERIFY(time <= interval * permille);
            QVERIFY(time > (interval - 1) * permille);
        }
    }
}

// 0.676864 s in 7 s.
void DutyCycleTest::percentIsWhatIsUsed()
{
    QCOMPARE(dutyCyclePercent(676'864, 7'000).value(), 9.6694857142857);
    QCOMPARE(dutyCyclePercent(1'000'000, 10'000).value(), 10.0);
    QCOMPARE(dutyCyclePercent(2'000'000, 1'000).value(), 200.0);
    QCOMPARE(dutyCyclePercent(0, 1).value(), 0.0);
}

void DutyCycleTest::gatewaysSendOneAfterTheOther()
{
    QCOMPARE(minimumIntervalOver(3, 2'000, 676'864).value_or(0), std::int64_t(6'677));
    QCOMPARE(minimumIntervalOver(1, 0, 676'864).value_or(0), std::int64_t(677));
    QCOMPARE(minimumIntervalOver(20, 1, 1'000).value_or(0), std::int64_t(21));
    QCOMPARE(minimumIntervalOver(1, Huge, 0).value_or(0), Huge);
}

void DutyCycleTest::refusesWhatIsOutOfRange()
{
    for (const int permille : {-1, 0, 1001, std::numeric_limits<int>::max()})
        QVERIFY(!minimumInterval(1000, permille));
    QVERIFY(!minimumInterval(-1, 10));
    QVERIFY(!dutyCyclePercent(-1, 1000));
    QVERIFY(!dutyCyclePercent(1000, 0));
    QVERIFY(!minimumIntervalOver(0, 1000, 1000));
    QVERIFY(!minimumIntervalOver(1, -1, 1000));
    QVERIFY(!minimumIntervalOver(1, 1000, -1));
    QVERIFY(!minimumIntervalOver(2, Huge, 0));
    QVERIFY(!minimumIntervalOver(1, Huge, 1));
    QVERIFY(!minimumIntervalOver(Huge, Huge, Huge));
}

} // namespace fuotadesk

using fuotadesk::DutyCycleTest;
FUOTADESK_TEST(DutyCycleTest);
#include "dutycycletest.moc"
