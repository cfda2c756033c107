#include "lorawan/airtime.h"
#include "lorawan/dutycycle.h"
#include "lorawan/fragmentcount.h"
#include "lorawan/region.h"
#include "support/testcase.h"

#include <cmath>
#include <limits>

namespace fuotadesk {

using lorawan::DataRate;
using lorawan::fragmentTimeOnAir;
using lorawan::Modulation;
using lorawan::timeOnAir;

class AirTimeTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void workedByHand();
    void optimizesSlowSymbolsOnly_data();
    void optimizesSlowSymbolsOnly();
    void fskCountsBytes();
    void fragmentsOfTheLargestSize_data();
    void fragmentsOfTheLargestSize();
    void waitsOfFuotaAutomation();
    void totalsOfFuotaSim_data();
    void totalsOfFuotaSim();
    void messagesPerHour();
    void refusesWhatIsOutOfRange();
};

namespace {

DataRate loRa(int spreadingFactor, int bandwidthKhz)
{
    DataRate rate;
    rate.spreadingFactor = spreadingFactor;
    rate.bandwidthKhz = bandwidthKhz;
    return rate;
}

const DataRate& european(int index)
{
    return *lorawan::findDataRate(*lorawan::findRegion("EU868"), index);
}

DataRate fsk()
{
    return european(7);
}

} // namespace

// SF7, 125 kHz: a symbol takes 1.024 ms. 13 bytes without CRC: 104 - 28 + 28 = 104 bits, 4 blocks
// of 28 bits, 20 symbols; 12.25 + 8 + 20 = 40.25 symbols. With the CRC's 16 bits it is 5 blocks.
// SF12: 32.768 ms. 104 - 48 + 28 = 84 bits, 3 blocks of 40 bits; 35.25 symbols.
void AirTimeTest::workedByHand()
{
    QCOMPARE(timeOnAir(loRa(7, 125), 13).value(), std::int64_t(41'216));
    QCOMPARE(timeOnAir(loRa(7, 125), 13, true).value(), std::int64_t(46'336));
    QCOMPARE(timeOnAir(loRa(12, 125), 13).value(), std::int64_t(1'155'072));
    QCOMPARE(timeOnAir(loRa(7, 250), 13).value(), std::int64_t(20'608));
    QCOMPARE(timeOnAir(loRa(7, 500), 13).value(), std::int64_t(10'304));
}

void AirTimeTest::optimizesSlowSymbolsOnly_data()
{
    QTest::addColumn<int>("spreadingFactor");
    QTest::addColumn<int>("bandwidthKhz");
    QTest::addColumn<bool>("optimized");
    for (const int bandwidth : {125, 250, 500})
        for (int factor = 7; factor <= 12; ++factor)
            QTest::addRow("SF%d %d kHz", factor, bandwidth)
                << factor << bandwidth
                << (bandwidth == 125 ? factor >= 11 : bandwidth == 250 && factor == 12);
}

void AirTimeTest::optimizesSlowSymbolsOnly()
{
    QFETCH(int, spreadingFactor);
    QFETCH(int, bandwidthKhz);
    QFETCH(bool, optimized);
    QCOMPARE(lorawan::lowDataRateOptimized(spreadingFactor, bandwidthKhz), optimized);
}

// (5 + 3 + 1 + 255) bytes of 160 us; a fragment of 239 has the two bytes of CRC too.
void AirTimeTest::fskCountsBytes()
{
    QCOMPARE(timeOnAir(fsk(), 255).value(), std::int64_t(42'240));
    QCOMPARE(timeOnAir(fsk(), 255, true).value(), std::int64_t(42'560));
    QCOMPARE(fragmentTimeOnAir(fsk(), 239).value(), std::int64_t(42'560));
}

void AirTimeTest::fragmentsOfTheLargestSize_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<qint64>("intervalMs");
    QTest::addColumn<int>("tenthsPerHour");
    QTest::addColumn<int>("fragmentsOf20KiB");
    QTest::addColumn<int>("hundredthsOf20KiB");
    QTest::addColumn<int>("hundredthsOf100KiB");
    const auto row = [](int index, qint64 microseconds, qint64 interval, int perHour, int fragments,
                        int hours20, int hours100) {
        QTest::addRow("EU868 DR%d", index)
            << index << microseconds << interval << perHour << fragments << hours20 << hours100;
    };
    row(0, 2'793'472, 27'935, 1289, 513, 397, 1987);
    row(1, 1'478'656, 14'787, 2435, 513, 210, 1052);
    row(2, 698'368, 6'984, 5155, 513, 99, 497);
    row(3, 676'864, 6'769, 5319, 220, 41, 206);
    row(4, 696'832, 6'969, 5166, 104, 20, 100);
    row(5, 394'496, 3'945, 9126, 104, 11, 56);
}

// 869.525 MHz, 10 %, images with 20 % of redundancy.
void AirTimeTest::fragmentsOfTheLargestSize()
{
    QFETCH(int, index);
    QFETCH(qint64, microseconds);
    QFETCH(qint64, intervalMs);
    const auto size = lorawan::maximumFragmentSize(european(index)).value();
    const auto time = fragmentTimeOnAir(european(index), size).value();
    QCOMPARE(qint64(time), microseconds);
    QCOMPARE(qint64(lorawan::minimumInterval(time, 100).value()), intervalMs);
    QFETCH(int, tenthsPerHour);
    QCOMPARE(int(std::lround(36e9 / 10 / double(time))), tenthsPerHour);
    const auto hundredths = [&](std::int64_t bytes) {
        const auto count = lorawan::countFragments(bytes, size, 20);
        const auto total = (count.total() - 1) * intervalMs + time / 1000;
        return int(std::lround(double(total) / 36'000));
    };
    QFETCH(int, fragmentsOf20KiB);
    QFETCH(int, hundredthsOf20KiB);
    QFETCH(int, hundredthsOf100KiB);
    QCOMPARE(int(lorawan::countFragments(20'480, size, 20).total()), fragmentsOf20KiB);
    QCOMPARE(hundredths(20'480), hundredthsOf20KiB);
    QCOMPARE(hundredths(102'400), hundredthsOf100KiB);
}

// klementc/fuotaa-reprod waits 9 times the air time of 51 bytes in its ns-3 model; a kilobyte is
// 1000 bytes there and the object 2 kB.
void AirTimeTest::waitsOfFuotaAutomation()
{
    QCOMPARE(9 * timeOnAir(loRa(12, 125), 51).value(), std::int64_t(20'717'568));
    QCOMPARE(9 * timeOnAir(loRa(11, 125), 51).value(), std::int64_t(11'096'064));
    QCOMPARE(9 * timeOnAir(loRa(10, 125), 51).value(), std::int64_t(5'179'392));
    const std::array sizes = {39, 39, 39, 110, 219, 230};
    const std::array counts = {52, 52, 52, 19, 10, 9};
    for (std::size_t i = 0; i < sizes.size(); ++i)
        QCOMPARE(int(lorawan::countFragments(2000, sizes[i], 0).total()), counts[i]);
}

void AirTimeTest::totalsOfFuotaSim_data()
{
    QTest::addColumn<int>("spreadingFactor");
    QTest::addColumn<int>("fileBytes");
    QTest::addColumn<int>("fragmentBytes");
    QTest::addColumn<int>("redundant");
    QTest::addColumn<qint64>("fragments");
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("SF12") << 12 << 10'000 << 51 << 10 << qint64(215) << qint64(5'630'042);
    QTest::newRow("SF9") << 9 << 10'000 << 115 << 10 << qint64(99) << qint64(643'913);
    QTest::newRow("SF7") << 7 << 10'000 << 222 << 10 << qint64(56) << qint64(200'441);
    QTest::newRow("SF7 large") << 7 << 100'000 << 222 << 30 << qint64(485) << qint64(1'761'040);
    QTest::newRow("SF10") << 10 << 5'000 << 51 << 5 << qint64(108) << qint64(704'084);
}

// kqorany/FUOTASim: ceil(F / (size - 2)) + redundancy frames of 8 + size bytes with CRC, each but
// the last followed by 9 times its length of silence.
void AirTimeTest::totalsOfFuotaSim()
{
    QFETCH(int, spreadingFactor);
    QFETCH(int, fileBytes);
    QFETCH(int, fragmentBytes);
    QFETCH(int, redundant);
    QFETCH(qint64, fragments);
    QFETCH(qint64, milliseconds);
    const qint64 count =
        lorawan::countFragments(fileBytes, fragmentBytes - 2, 0).total() + redundant;
    QCOMPARE(count, fragments);
    const qint64 frame = timeOnAir(loRa(spreadingFactor, 125), 8 + fragmentBytes, true).value();
    QCOMPARE(((10 * count - 9) * frame + 500) / 1000, milliseconds);
}

// SylvainMontagny/fuota-server: 112 bytes at SF9 and 10 %, "530 msg/hour".
void AirTimeTest::messagesPerHour()
{
    const auto time = fragmentTimeOnAir(european(3), 112).value();
    const auto interval = lorawan::minimumInterval(time, 100).value();
    QCOMPARE(3'600'000 / interval, std::int64_t(531));
}

void AirTimeTest::refusesWhatIsOutOfRange()
{
    constexpr auto huge = std::numeric_limits<std::int64_t>::max();
    for (const int bytes : {std::numeric_limits<int>::min(), -1, 0, 256, 1'000'000})
        QVERIFY(!timeOnAir(loRa(7, 125), bytes) && !timeOnAir(fsk(), bytes));
    for (const std::int64_t size : {-huge, std::int64_t(0), std::int64_t(240), huge})
        QVERIFY(!fragmentTimeOnAir(loRa(7, 125), size));
    for (const int factor : {-1, 0, 5, 6, 13, 64})
        QVERIFY(!timeOnAir(loRa(factor, 125), 20));
    for (const int bandwidth : {-125, 0, 100, 1000, std::numeric_limits<int>::max()})
        QVERIFY(!timeOnAir(loRa(12, bandwidth), 20));
    DataRate slow = fsk();
    slow.bitsPerSecond = 0;
    QVERIFY(!timeOnAir(slow, 20));
}

} // namespace fuotadesk

using fuotadesk::AirTimeTest;
FUOTADESK_TEST(AirTimeTest);
#include "airtimetest.moc"
