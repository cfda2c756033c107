#include "iotwireless/taskchange.h"
#include "support/testcase.h"

namespace fuotadesk {

class TaskChangeTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void equalDraftsChangeNothing();
    void holdsWhatDiffers();
    void whatIsUnsetStays();
    void leavesTokenAndTagsOut();
};

namespace {

TaskDraft draft()
{
    TaskDraft task;
    task.name = QStringLiteral("n");
    task.rfRegion = QStringLiteral("EU868");
    task.firmwareUpdateImage = QStringLiteral("s3://b/k");
    task.firmwareUpdateRole = QStringLiteral("arn:r");
    task.redundancyPercent = 20;
    return task;
}

} // namespace

void TaskChangeTest::equalDraftsChangeNothing()
{
    const TaskChange change = taskChange(draft(), draft());
    QVERIFY(change.isEmpty());
    QVERIFY(change.stay.isEmpty());
}

void TaskChangeTest::holdsWhatDiffers()
{
    TaskDraft after = draft();
    after.name = QString(); // set, and empty
    after.description = QStringLiteral("d");
    after.firmwareUpdateImage = QStringLiteral("s3://b/k2");
    after.redundancyPercent = 0;
    TaskChange expected;
    expected.changed.name = QString();
    expected.changed.description = QStringLiteral("d");
    expected.changed.firmwareUpdateImage = QStringLiteral("s3://b/k2");
    expected.changed.redundancyPercent = 0;
    QCOMPARE(taskChange(draft(), after), expected);
}

void TaskChangeTest::whatIsUnsetStays()
{
    TaskDraft after = draft();
    after.name.reset();
    after.redundancyPercent.reset();
    after.firmwareUpdateRole.clear();
    const TaskChange change = taskChange(draft(), after);
    QVERIFY(change.isEmpty());
    QCOMPARE(change.stay,
             (QList<Field>{Field::Name, Field::FirmwareUpdateRole, Field::RedundancyPercent}));
}

void TaskChangeTest::leavesTokenAndTagsOut()
{
    TaskDraft after = draft();
    after.clientRequestToken = QStringLiteral("t");
    after.tags = {{QStringLiteral("k"), QStringLiteral("v")}};
    const TaskChange change = taskChange(draft(), after);
    QVERIFY(change.isEmpty());
    QVERIFY(change.stay.isEmpty());
}

} // namespace fuotadesk

using fuotadesk::TaskChangeTest;
FUOTADESK_TEST(TaskChangeTest);
#include "taskchangetest.moc"
