#include "fuota/transferplan.h"
#include "support/testcase.h"

#include <limits>

namespace fuotadesk {

class TransferPlanTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void rounds_data();
    void rounds();
    void figuresOfTheReference();
    void figuresOfAnEvening();
    void limitOfFragments();
    void assumptionsFillWhatIsUnset();
    void noPlanWithoutANumberToPlanWith_data();
    void noPlanWithoutANumberToPlanWith();
    void neverOverflows();
};

namespace {

CampaignDraft draftOf(qint64 image, qint64 fragment, qint64 redundancy, qint64 interval)
{
    CampaignDraft draft;
    draft.imageSizeBytes = image;
    draft.task.fragmentSizeBytes = fragment;
    draft.task.redundancyPercent = redundancy;
    draft.task.fragmentIntervalMs = interval;
    return draft;
}

} // namespace

void TransferPlanTest::rounds_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<qint64>("seconds");
    const auto row = [](qint64 milliseconds, qint64 seconds) {
        QTest::addRow("%lld", milliseconds) << milliseconds << seconds;
    };
    row(0, 0);
    row(1, 0);
    row(499, 0);
    row(500, 1);
    row(999, 1);
    row(1000, 1);
    row(6499, 6);
    row(6500, 7);
    row(7000, 7);
    row(std::numeric_limits<qint32>::max(), 2'147'484);
    row(std::numeric_limits<qint64>::max(), 9'223'372'036'854'776);
}

void TransferPlanTest::rounds()
{
    QFETCH(qint64, milliseconds);
    QFETCH(qint64, seconds);
    QCOMPARE(roundedSeconds(milliseconds), seconds);
}

void TransferPlanTest::figuresOfTheReference()
{
    const auto plan = planTransfer(draftOf(100, 10, 50, 1000));
    QCOMPARE(qint64(plan->fragments.total()), 15);
    QCOMPARE(plan->sendSeconds(), 15);
}

void TransferPlanTest::figuresOfAnEvening()
{
    const auto plan = planTransfer(draftOf(102'400, 112, 20, 7000));
    QCOMPARE(qint64(plan->fragments.data), 915);
    QCOMPARE(qint64(plan->fragments.redundant), 183);
    QCOMPARE(qint64(plan->fragments.total()), 1098);
    QCOMPARE(qint64(plan->fragments.paddingBytes), 80);
    QCOMPARE(plan->sendSeconds(), 7686);
    QVERIFY(!plan->fragmentBytesAssumed && !plan->redundancyAssumed && !plan->intervalAssumed);
}

void TransferPlanTest::limitOfFragments()
{
    QVERIFY(!planTransfer(draftOf(16'383, 1, 0, 1000))->exceedsFragmentLimit());
    QVERIFY(planTransfer(draftOf(16'384, 1, 0, 1000))->exceedsFragmentLimit());
    QVERIFY(planTransfer(draftOf(16'383, 1, 1, 1000))->exceedsFragmentLimit());
}

void TransferPlanTest::assumptionsFillWhatIsUnset()
{
    CampaignDraft draft;
    draft.imageSizeBytes = 1000;
    draft.planning.fragmentSizeBytes = 50;
    draft.planning.redundancyPercent = 10;
    draft.planning.fragmentIntervalMs = 2500;
    auto plan = planTransfer(draft);
    QCOMPARE(qint64(plan->fragments.total()), 22);
    QCOMPARE(plan->intervalSeconds, 3);
    QVERIFY(plan->fragmentBytesAssumed && plan->redundancyAssumed && plan->intervalAssumed);
    draft.task.redundancyPercent = 0;
    plan = planTransfer(draft);
    QCOMPARE(qint64(plan->fragments.total()), 20);
    QVERIFY(plan->fragmentBytesAssumed && !plan->redundancyAssumed && plan->intervalAssumed);
}

void TransferPlanTest::noPlanWithoutANumberToPlanWith_data()
{
    QTest::addColumn<qint64>("image");
    QTest::addColumn<qint64>("fragment");
    QTest::addColumn<qint64>("redundancy");
    QTest::addColumn<qint64>("interval");
    QTest::addColumn<bool>("planned");
    const auto row = [](const char* name, qint64 image, qint64 fragment, qint64 redundancy,
                        qint64 interval, bool planned) {
        QTest::newRow(name) << image << fragment << redundancy << interval << planned;
    };
    row("all good", 1, 1, 0, 1, true);
    row("empty image", 0, 1, 0, 1, true);
    row("no interval", 1, 1, 0, 0, true);
    row("negative image", -1, 1, 0, 1, false);
    row("no fragment", 1, 0, 0, 1, false);
    row("negative fragment", 1, -1, 0, 1, false);
    row("negative redundancy", 1, 1, -1, 1, false);
    row("redundancy 101", 1, 1, 101, 1, false);
    row("negative interval", 1, 1, 0, -1, false);
    row("image at the bound", qint64(1) << 40, 1, 0, 1, true);
    row("image over the bound", (qint64(1) << 40) + 1, 1, 0, 1, false);
}

void TransferPlanTest::noPlanWithoutANumberToPlanWith()
{
    QFETCH(qint64, image);
    QFETCH(qint64, fragment);
    QFETCH(qint64, redundancy);
    QFETCH(qint64, interval);
    QFETCH(bool, planned);
    QCOMPARE(planTransfer(draftOf(image, fragment, redundancy, interval)).has_value(), planned);
    QVERIFY(!planTransfer(CampaignDraft()));
}

void TransferPlanTest::neverOverflows()
{
    constexpr qint64 largest = std::numeric_limits<qint64>::max();
    constexpr qint64 longest = std::numeric_limits<qint32>::max();
    for (const qint64 image : {qint64(0), qint64(1) << 40, largest}) {
        for (const qint64 fragment : {qint64(1), longest, largest}) {
            for (const qint64 interval : {longest, longest + 1, largest}) {
                const auto plan = planTransfer(draftOf(image, fragment, 100, interval));
                if (!plan)
                    continue;
                QVERIFY(plan->fragments.total() >= 0);
                QVERIFY(plan->sendSeconds() >= 0);
                if (plan->intervalSeconds > 0)
                    QCOMPARE(plan->sendSeconds() / plan->intervalSeconds,
                             qint64(plan->fragments.total()));
            }
        }
    }
    const qint64 longestWay =
        planTransfer(draftOf(qint64(1) << 40, 1, 100, longest))->sendSeconds();
    QCOMPARE(longestWay, (qint64(1) << 41) * 2'147'484);
}

} // namespace fuotadesk

using fuotadesk::TransferPlanTest;
FUOTADESK_TEST(TransferPlanTest);
#include "transferplantest.moc"
