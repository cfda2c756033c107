#include "account/accountbench.h"

#include "account/imagesource.h"
#include "support/testcase.h"

#include <QJsonArray>

using namespace std::chrono_literals;

namespace fuotadesk {

namespace {

class ImageDouble final : public ImageSource {
public:
    ImageReading read(const QString& imageUri, const QString& roleArn) const override
    {
        asked = imageUri + u' ' + roleArn;
        return fault ? ImageReading(tl::unexpected(*fault)) : ImageReading(bytes);
    }

    std::optional<ImageFault> fault;
    qint64 bytes = 2048;
    mutable QString asked;
};

} // namespace

class CampaignStartTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void deviceOfARunningTaskIsInConflict();
    void deletedTaskLetsGoOfItsDevices();
    void waitGoesBySimulatedTime();
    void imageThatCanNotBeSentEndsAtTheSetup();
    void imageIsReadWhenTheSessionBegins_data();
    void imageIsReadWhenTheSessionBegins();
    void imageIsReadOnce();
    void waitingSessionIsPlannedWithTheImageOfTheStart();
    void theWholeFleetEndsInEveryStatus();
    void groupWithoutDevicesIsNobody();

private:
    static QString statusOf(AccountBench& bench, const QByteArray& task);
};

QString CampaignStartTest::statusOf(AccountBench& bench, const QByteArray& task)
{
    const auto list =
        bench.call(listWirelessDevicesOperation(), R"({"FuotaTaskId":"$)" + task + R"("})");
    return list->value(u"WirelessDeviceList")
        .toArray()
        .at(0)[QStringLiteral("FuotaDeviceStatus")]
        .toString();
}

void CampaignStartTest::deviceOfARunningTaskIsInConflict()
{
    AccountBench bench;
    bench.keepDevice("d", 0);
    for (const char* name : {"first", "second"}) {
        bench.makeTask(name, R"(,"FragmentIntervalMS":60000,"RedundancyPercent":100)");
        bench.addToTask(name, "d");
    }
    bench.startNow("first");
    bench.startNow("second");
    bench.pass(1min);
    QCOMPARE(statusOf(bench, "second"), QStringLiteral("Device_exist_in_conflict_fuota_task"));
    bench.pass(3h);
    QCOMPARE(statusOf(bench, "first"), QStringLiteral("Successful"));
}

void CampaignStartTest::deletedTaskLetsGoOfItsDevices()
{
    AccountBench bench;
    bench.keepDevice("d", 0);
    for (const char* name : {"first", "second"}) {
        bench.makeTask(name);
        bench.addToTask(name, "d");
    }
    bench.startNow("first");
    QVERIFY(bench.call(deleteFuotaTaskOperation(), R"({"Id":"$first"})"));
    bench.startNow("second");
    bench.pass(2h);
    QCOMPARE(statusOf(bench, "second"), QStringLiteral("Successful"));
}

void CampaignStartTest::waitGoesBySimulatedTime()
{
    AccountBench bench;
    bench.world.time.setSpeed(60);
    bench.pass(100h); // simulated time is ahead of the clock: the wait begins at the start
    bench.keepDevice("d", 0);
    bench.makeTask("t");
    bench.addToTask("t", "d");
    QVERIFY(bench.call(startFuotaTaskOperation(), R"({"Id":"$t"})"));
    const auto status = [&] {
        return bench.call(getFuotaTaskOperation(), R"({"Id":"$t"})")->value(u"Status").toString();
    };
    bench.clock.advance(29s);
    QCOMPARE(status(), QStringLiteral("FuotaSession_Waiting"));
    bench.clock.advance(1s);
    QCOMPARE(status(), QStringLiteral("In_FuotaSession"));
}

void CampaignStartTest::imageThatCanNotBeSentEndsAtTheSetup()
{
    AccountBench bench;
    bench.keepDevice("d", 0);
    bench.makeTask("t");
    // moc takes the slashes for a comment inside of a macro
    const auto changed =
        bench.call(updateFuotaTaskOperation(),
                   R"({"Id":"$t","FirmwareUpdateImage":"s3://bucket/fw-2000000.bin"})");
    QVERIFY(changed);
    bench.addToTask("t", "d");
    bench.startNow("t");
    bench.pass(1min);
    QCOMPARE(bench.call(getFuotaTaskOperation(), R"({"Id":"$t"})")->value(u"Status").toString(),
             QStringLiteral("FuotaDone"));
    QCOMPARE(statusOf(bench, "t"), QStringLiteral("Initial"));
}

void CampaignStartTest::imageIsReadWhenTheSessionBegins_data()
{
    QTest::addColumn<std::optional<ImageFault>>("before");
    QTest::addColumn<std::optional<ImageFault>>("atBegin");
    QTest::addColumn<bool>("arrives");
    const std::optional<ImageFault> good;
    QTest::newRow("readable") << good << good << true;
    QTest::newRow("gone") << good << std::optional(ImageFault::NoSuchImage) << false;
    QTest::newRow("forbidden") << good << std::optional(ImageFault::NotAllowed) << false;
    QTest::newRow("mended") << std::optional(ImageFault::NoSuchRole) << good << true;
}

void CampaignStartTest::imageIsReadWhenTheSessionBegins()
{
    QFETCH(std::optional<ImageFault>, before);
    QFETCH(std::optional<ImageFault>, atBegin);
    QFETCH(bool, arrives);
    ImageDouble images;
    AccountBench bench;
    bench.world.images = &images;
    bench.keepDevice("d", 0);
    bench.makeTask("t");
    bench.addToTask("t", "d");
    images.fault = before;
    QVERIFY(bench.call(startFuotaTaskOperation(), R"({"Id":"$t"})")); // no fault of the request
    images.fault = atBegin;
    bench.pass(30min);
    bench.world.advance();
    bench.pass(3h);
    QCOMPARE(bench.call(getFuotaTaskOperation(), R"({"Id":"$t"})")->value(u"Status").toString(),
             QStringLiteral("FuotaDone"));
    QCOMPARE(statusOf(bench, "t"),
             arrives ? QStringLiteral("Successful") : QStringLiteral("Initial"));
    QVERIFY2(images.asked.endsWith(u"/bucket/fw-2000.bin r"), qPrintable(images.asked));
}

void CampaignStartTest::imageIsReadOnce()
{
    ImageDouble images;
    AccountBench bench;
    bench.world.images = &images;
    bench.keepDevice("d", 0);
    bench.makeTask("t");
    bench.addToTask("t", "d");
    bench.startNow("t");
    images.fault = ImageFault::NoSuchImage; // the session has its own copy
    bench.pass(3h);
    QCOMPARE(statusOf(bench, "t"), QStringLiteral("Successful"));
}

void CampaignStartTest::waitingSessionIsPlannedWithTheImageOfTheStart()
{
    ImageDouble images;
    AccountBench bench;
    bench.world.images = &images;
    bench.makeGroup("g");
    bench.keepDevice("d", 0);
    bench.addToGroup("g", "d");
    bench.makeTask("t");
    QVERIFY(bench.call(associateMulticastGroupWithFuotaTaskOperation(),
                       R"({"Id":"$t","MulticastGroupId":"$g"})"));
    QVERIFY(bench.call(startFuotaTaskOperation(), R"({"Id":"$t"})"));
    const auto timeout = [&] {
        return bench.call(getMulticastGroupSessionOperation(), R"({"Id":"$g"})")
            ->value(u"LoRaWAN")[QStringLiteral("SessionTimeout")]
            .toInt();
    };
    const int ofSmall = timeout();
    QVERIFY(ofSmall > 0);
    images.bytes = 16 * images.bytes;
    QCOMPARE(timeout(), ofSmall);
    bench.pass(31min);
    QVERIFY(timeout() >= 8 * ofSmall);
}

void CampaignStartTest::theWholeFleetEndsInEveryStatus()
{
    AccountBench bench;
    bench.makeTask("t", R"(,"LoRaWAN":{"RfRegion":"EU868"})");
    // moc takes the slashes for a comment inside of a macro
    const auto changed =
        bench.call(updateFuotaTaskOperation(),
                   R"({"Id":"$t","FirmwareUpdateImage":"s3://bucket/fw-20480.bin"})");
    QVERIFY(changed);
    for (int index = 0; index < DeviceFleet::DefaultSize; ++index) {
        bench.keepDevice("d", index);
        bench.addToTask("t", "d");
    }
    bench.startNow("t");
    bench.pass(24h);
    QMap<QString, int> counts;
    const auto list = bench.call(listWirelessDevicesOperation(), R"({"FuotaTaskId":"$t"})");
    for (const auto rows = list->value(u"WirelessDeviceList").toArray(); const auto& row : rows)
        ++counts[row[QStringLiteral("FuotaDeviceStatus")].toString()];
    const QMap<QString, int> expected{
        {QStringLiteral("Successful"), 11},
        {QStringLiteral("Package_Not_Supported"), 3},
        {QStringLiteral("MissingFrag"), 2},
        {QStringLiteral("Initial"), 1},
        {QStringLiteral("Device_exist_in_conflict_fuota_task"), 1},
        {QStringLiteral("FragAlgo_unsupported"), 1},
        {QStringLiteral("FragIndex_unsupported"), 1},
        {QStringLiteral("Wrong_descriptor"), 1},
        {QStringLiteral("SessionCnt_replay"), 1},
        {QStringLiteral("Not_enough_memory"), 1},
        {QStringLiteral("MICError"), 1},
    };
    QCOMPARE(counts, expected);
}

void CampaignStartTest::groupWithoutDevicesIsNobody()
{
    AccountBench bench;
    bench.makeTask("t");
    bench.makeGroup("g");
    QVERIFY(bench.call(associateMulticastGroupWithFuotaTaskOperation(),
                       R"({"Id":"$t","MulticastGroupId":"$g"})"));
    QCOMPARE(bench.refusal(startFuotaTaskOperation(), R"({"Id":"$t"})"), 409);
}

FUOTADESK_TEST(CampaignStartTest);

} // namespace fuotadesk

#include "campaignstarttest.moc"
