#include "fleet/campaignplan.h"
#include "fleet/imagesize.h"
#include "support/testcase.h"

namespace fuotadesk {

class CampaignPlanTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatTheTaskSaysIsTaken();
    void unsetFiguresComeFromTheRegion_data();
    void unsetFiguresComeFromTheRegion();
    void dataRateFollowsTheFragmentSize_data();
    void dataRateFollowsTheFragmentSize();
    void groupBringsItsRadio();
    void intervalIsRoundedAndNeverBelowTheAirTime_data();
    void intervalIsRoundedAndNeverBelowTheAirTime();
    void whatCanNotBeSentHasNoPlan_data();
    void whatCanNotBeSentHasNoPlan();
};

namespace {

TaskDraft taskOf(const char* image, const char* region = "EU868")
{
    TaskDraft task;
    task.firmwareUpdateImage = QString::fromLatin1(image);
    task.rfRegion = QString::fromLatin1(region);
    return task;
}

std::optional<CampaignPlan> planOf(const TaskDraft& task, const std::optional<GroupRadio>& group)
{
    return planCampaign(task, group, sandboxImageBytes(task.firmwareUpdateImage));
}

} // namespace

void CampaignPlanTest::whatTheTaskSaysIsTaken()
{
    TaskDraft task = taskOf("s3://bucket/fw-102400.bin");
    task.fragmentSizeBytes = 112;
    task.redundancyPercent = 20;
    task.fragmentIntervalMs = 7000;
    task.descriptor = QStringLiteral("AAIEAQ==");
    const auto plan = planOf(task, GroupRadio());
    QVERIFY(plan);
    // 102400 / 112 = 914.3; 20 % of 915
    const recovery::Transmission expected{lorawan::Variant::V1, 915, 183, 112};
    QCOMPARE(plan->transmission, expected);
    QCOMPARE(plan->intervalMs, 7000);
    QCOMPARE(plan->sendMs(), 1098 * 7000);
    QCOMPARE(plan->dataRate, 3);
    QCOMPARE(plan->frequencyHz, 869'525'000);
    QCOMPARE(plan->timeoutSeconds, 8192); // the power of two over 7686
    QCOMPARE(plan->rfRegion, QStringLiteral("EU868"));
    QCOMPARE(plan->descriptor, QStringLiteral("AAIEAQ=="));
}

void CampaignPlanTest::unsetFiguresComeFromTheRegion_data()
{
    QTest::addColumn<QString>("region");
    QTest::addColumn<int>("dataRate");
    QTest::addColumn<int>("fragmentBytes");
    QTest::addColumn<int>("seconds");
    // the time on air at the slowest rate over the duty cycle: EU868 2.793 s at 10 %
    QTest::newRow("EU868") << QStringLiteral("EU868") << 0 << 48 << 28;
    // no duty cycle: only the time on air
    QTest::newRow("US915") << QStringLiteral("US915") << 8 << 50 << 1;
    QTest::newRow("unset") << QString() << 0 << 48 << 28;
}

void CampaignPlanTest::unsetFiguresComeFromTheRegion()
{
    QFETCH(QString, region);
    TaskDraft task = taskOf("s3://bucket/fw.bin");
    task.rfRegion = region.isEmpty() ? std::nullopt : std::optional(region);
    const auto plan = planOf(task, {});
    QVERIFY(plan);
    QTEST(plan->dataRate, "dataRate");
    QTEST(plan->transmission.fragmentBytes, "fragmentBytes");
    QTEST(int(plan->intervalMs / 1000), "seconds");
    const int data =
        (20'480 + plan->transmission.fragmentBytes - 1) / plan->transmission.fragmentBytes;
    QCOMPARE(plan->transmission.dataFragments, data);
    QCOMPARE(plan->transmission.redundantFragments, (data + 4) / 5);
    QCOMPARE(plan->rfRegion, region);
    QCOMPARE(plan->timeoutSeconds, 2 * plan->sendMs() / 1000);
}

void CampaignPlanTest::dataRateFollowsTheFragmentSize_data()
{
    QTest::addColumn<int>("fragmentBytes");
    QTest::addColumn<int>("dataRate"); // -1: none carries it
    QTest::newRow("any") << 1 << 0;
    QTest::newRow("slowest full") << 48 << 0;
    QTest::newRow("one more") << 49 << 3;
    QTest::newRow("DR3 full") << 112 << 3;
    QTest::newRow("DR4") << 113 << 4;
    QTest::newRow("most") << 239 << 4;
    QTest::newRow("too much") << 240 << -1;
}

void CampaignPlanTest::dataRateFollowsTheFragmentSize()
{
    QFETCH(int, fragmentBytes);
    TaskDraft task = taskOf("s3://bucket/fw-2000.bin");
    task.fragmentSizeBytes = fragmentBytes;
    GroupRadio radio;
    radio.dataRate = 5; // gives way to the size
    const auto plan = planOf(task, radio);
    QTEST(plan ? plan->dataRate : -1, "dataRate");
}

void CampaignPlanTest::groupBringsItsRadio()
{
    GroupRadio radio;
    radio.dataRate = 5;
    radio.frequencyHz = 868'100'000;
    const auto plan = planOf(taskOf("s3://bucket/fw.bin"), radio);
    QVERIFY(plan);
    QCOMPARE(plan->dataRate, 5);
    QCOMPARE(plan->transmission.fragmentBytes, 239);
    QCOMPARE(plan->frequencyHz, 868'100'000);

    radio.dataRate = 15; // there is none such
    QCOMPARE(planOf(taskOf("s3://bucket/fw.bin"), radio)->dataRate, 0);
    // each fragment goes to four gateways, five seconds apart, and takes its time on the air
    radio.dataRate = 5;
    radio.gateways = 4;
    radio.transmissionIntervalMs = 5000;
    QCOMPARE(planOf(taskOf("s3://bucket/fw.bin"), radio)->intervalMs, 21'000);
}

void CampaignPlanTest::intervalIsRoundedAndNeverBelowTheAirTime_data()
{
    QTest::addColumn<int>("asked");
    QTest::addColumn<int>("milliseconds");
    QTest::newRow("rounded up") << 6500 << 7000;
    QTest::newRow("rounded down") << 6499 << 6000;
    QTest::newRow("below the air time") << 1000 << 3000; // 2.793 s at DR0
    QTest::newRow("rounds to nothing") << 100 << 3000;
}

void CampaignPlanTest::intervalIsRoundedAndNeverBelowTheAirTime()
{
    QFETCH(int, asked);
    TaskDraft task = taskOf("s3://bucket/fw-2000.bin");
    task.fragmentIntervalMs = asked;
    QTEST(int(planOf(task, {})->intervalMs), "milliseconds");
}

void CampaignPlanTest::whatCanNotBeSentHasNoPlan_data()
{
    QTest::addColumn<TaskDraft>("task");
    QTest::addColumn<bool>("alone"); // can be sent to single devices
    QTest::newRow("over a megabyte") << taskOf("s3://bucket/fw-1048577.bin") << false;
    QTest::newRow("no S3 address") << taskOf("fw-2000.bin") << false;
    TaskDraft many = taskOf("s3://bucket/fw-1000000.bin");
    many.fragmentSizeBytes = 48;
    QTest::newRow("too many fragments") << many << false;
    TaskDraft slow = taskOf("s3://bucket/fw-102400.bin");
    QTest::newRow("longer than a multicast session") << slow << true;
}

void CampaignPlanTest::whatCanNotBeSentHasNoPlan()
{
    QFETCH(TaskDraft, task);
    QFETCH(bool, alone);
    QVERIFY(!planOf(task, GroupRadio()));
    QCOMPARE(planOf(task, {}).has_value(), alone);
}

FUOTADESK_TEST(CampaignPlanTest);

} // namespace fuotadesk

#include "campaignplantest.moc"
