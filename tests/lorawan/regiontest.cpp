#include "lorawan/region.h"
#include "support/testcase.h"

namespace fuotadesk {

using lorawan::DataRate;
using lorawan::dutyCycleBandAt;
using lorawan::findDataRate;
using lorawan::findRegion;
using lorawan::maximumFragmentSize;
using lorawan::PayloadRule;
using lorawan::Region;
using lorawan::regions;

class RegionTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void knowsTheRegionsOfTheService();
    void unknownNameFindsNothing();
    void gapFindsNoDataRate();
    void tablesHoldTogether();
    void defaultsAreUsable();
    void fragmentSize_data();
    void fragmentSize();
    void bandAt_data();
    void bandAt();
    void spreadsTheChannels();
    void saysWhereTheSourcesDiffer();
};

// RfRegion in the API reference.
void RegionTest::knowsTheRegionsOfTheService()
{
    std::string names;
    for (const Region& region : regions())
        names += std::string(region.name) + ' ';
    QCOMPARE(names,
             std::string("EU868 US915 AU915 AS923-1 AS923-2 AS923-3 AS923-4 EU433 CN470 "
                         "CN779 RU864 KR920 IN865 "));
    for (const Region& region : regions())
        QCOMPARE(findRegion(region.name), &region);
}

void RegionTest::unknownNameFindsNothing()
{
    for (const std::string_view name : {"", "EU86", "EU8688", "eu868", " EU868", "AS923"})
        QVERIFY(!findRegion(name));
    QVERIFY(!findRegion(std::string_view("EU868\0", 6)));
}

void RegionTest::gapFindsNoDataRate()
{
    QVERIFY(!findDataRate(*findRegion("US915"), 5));
    QVERIFY(!findDataRate(*findRegion("IN865"), 6));
    QVERIFY(!findDataRate(*findRegion("KR920"), 7));
    QVERIFY(!findDataRate(*findRegion("EU868"), -1));
    QVERIFY(!findDataRate(*findRegion("EU868"), 15));
    QCOMPARE(findDataRate(*findRegion("EU868"), 6)->bandwidthKhz, 250);
}

void RegionTest::tablesHoldTogether()
{
    for (const Region& region : regions()) {
        int last = -1;
        for (const DataRate& rate : region.dataRates) {
            QVERIFY(rate.index > last && rate.index <= 15);
            last = rate.index;
            const bool lora = rate.modulation == lorawan::Modulation::LoRa;
            QCOMPARE(rate.spreadingFactor != 0, lora);
            QCOMPARE(rate.bitsPerSecond != 0, !lora);
            QVERIFY(rate.maximumPayload >= 0 && rate.maximumPayload <= 242);
            QVERIFY(rate.maximumPayloadRepeater.value_or(0) <= rate.maximumPayload);
            QCOMPARE(rate.maximumPayloadDwell.has_value(), region.downlinkDwellTime);
        }
        for (const auto& band : region.dutyCycleBands) {
            QVERIFY(band.minimumHz < band.maximumHz);
            QVERIFY(band.limitPermille >= 1 && band.limitPermille <= 1000);
        }
    }
}

// The default of every window is a downlink data rate in a band of the region.
void RegionTest::defaultsAreUsable()
{
    for (const Region& region : regions()) {
        for (const lorawan::Channel& channel : {region.rx2, region.pingSlot, region.beacon}) {
            const DataRate* rate = findDataRate(region, channel.dataRate);
            QVERIFY(rate && rate->downlink);
            if (!channel.frequencyHz)
                continue;
            for (int i = 0; i < channel.channels; ++i)
                QVERIFY(dutyCycleBandAt(region, *channel.frequencyHz + i * channel.stepHz));
        }
    }
}

void RegionTest::fragmentSize_data()
{
    QTest::addColumn<QByteArray>("region");
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("normal");
    QTest::addColumn<int>("repeater");
    QTest::addColumn<int>("dwell");
    const auto row = [](const char* region, int index, int normal, int repeater, int dwell) {
        QTest::addRow("%s DR%d", region, index)
            << QByteArray(region) << index << normal << repeater << dwell;
    };
    row("EU868", 0, 48, 48, 0);
    row("EU868", 3, 112, 112, 0);
    row("EU868", 4, 239, 219, 0);
    row("EU868", 5, 239, 219, 0); // ChirpStack test_get_max_fragment_size
    row("EU868", 7, 239, 219, 0);
    row("US915", 3, 0, 0, 0); // uplink only
    row("US915", 8, 50, 50, 0);
    row("US915", 9, 126, 126, 0);
    row("AU915", 6, 0, 0, 0); // uplink only
    row("AU915", 13, 239, 219, 0);
    row("AS923-1", 1, 48, 48, 0); // takes longer than 400 ms
    row("AS923-1", 2, 112, 112, 8);
    row("AS923-4", 3, 112, 112, 50);
    row("AS923-2", 4, 239, 219, 122);
    row("AS923-3", 7, 239, 219, 239);
    row("CN470", 0, 0, 0, 0); // nothing fits a second
    row("CN470", 1, 20, 20, 0);
    row("CN470", 3, 181, 181, 0);
}

// 0 stands for none.
void RegionTest::fragmentSize()
{
    QFETCH(QByteArray, region);
    QFETCH(int, index);
    QFETCH(int, normal);
    QFETCH(int, repeater);
    QFETCH(int, dwell);
    const DataRate* rate = findDataRate(*findRegion(region.toStdString()), index);
    QVERIFY(rate);
    QCOMPARE(maximumFragmentSize(*rate).value_or(0), normal);
    QCOMPARE(maximumFragmentSize(*rate, PayloadRule::Repeater).value_or(0), repeater);
    QCOMPARE(maximumFragmentSize(*rate, PayloadRule::Dwell).value_or(0), dwell);
}

void RegionTest::bandAt_data()
{
    QTest::addColumn<QByteArray>("region");
    QTest::addColumn<qint64>("hz");
    QTest::addColumn<int>("permille");
    const auto row = [](const char* region, qint64 hz, int permille) {
        QTest::addRow("%s %lld", region, static_cast<long long>(hz))
            << QByteArray(region) << hz << permille;
    };
    row("EU868", 869'525'000, 100);
    row("EU868", 868'100'000, 10);
    row("EU868", 868'000'000, 10);
    row("EU868", 865'000'000, 1); // the stricter of two neighbours
    row("EU868", 865'000'001, 10);
    row("EU868", 863'000'000, 1);
    row("EU868", 862'999'999, 0);
    row("EU868", 868'650'000, 0);
    row("EU868", 869'300'000, 0);
    row("EU868", 870'000'001, 0);
    row("EU868", -869'525'000, 0);
    row("EU868", 0, 0);
    row("US915", 927'500'000, 1000);
    row("US915", 902'300'000, 0);
    row("EU433", 434'665'000, 100);
    row("RU864", 868'900'000, 10);
    row("KR920", 921'900'000, 1000);
}

// 0 stands for no band.
void RegionTest::bandAt()
{
    QFETCH(QByteArray, region);
    QFETCH(qint64, hz);
    QFETCH(int, permille);
    const auto* band = dutyCycleBandAt(*findRegion(region.toStdString()), hz);
    QCOMPARE(band ? band->limitPermille : 0, permille);
}

// 923.3 + 0.6 n MHz, n 0..7 (US915 and AU915); CN470 has several plans and so no frequency.
void RegionTest::spreadsTheChannels()
{
    const auto ping = findRegion("US915")->pingSlot;
    QCOMPARE(*ping.frequencyHz + (ping.channels - 1) * ping.stepHz, std::int64_t(927'500'000));
    QCOMPARE(ping, findRegion("AU915")->pingSlot);
    QVERIFY(!findRegion("CN470")->rx2.frequencyHz);
    QCOMPARE(findRegion("RU864")->pingSlot.frequencyHz, std::optional<std::int64_t>(868'900'000));
    QCOMPARE(findRegion("RU864")->beacon.frequencyHz, std::optional<std::int64_t>(869'100'000));
}

void RegionTest::saysWhereTheSourcesDiffer()
{
    std::string names;
    for (const Region& region : regions())
        names += disputed(region) ? std::string(region.name) + ' ' : std::string();
    QCOMPARE(names, std::string("EU868 EU433 CN470 IN865 "));
    QVERIFY(findDataRate(*findRegion("EU868"), 4)->disputed);
    QVERIFY(!findDataRate(*findRegion("EU868"), 5)->disputed);
    QVERIFY(findDataRate(*findRegion("CN470"), 3)->disputed);
    QVERIFY(findRegion("CN470")->rx2.disputed);
    QVERIFY(findRegion("EU433")->dutyCycleBands.front().disputed);
    QVERIFY(findRegion("IN865")->beacon.disputed);
}

} // namespace fuotadesk

using fuotadesk::RegionTest;
FUOTADESK_TEST(RegionTest);
#include "regiontest.moc"
