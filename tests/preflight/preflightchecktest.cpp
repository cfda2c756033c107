#include "preflight/checkbench.h"
#include "preflight/checkrows.h"

#include "support/patience.h"
#include "support/testcase.h"

#include <QSignalSpy>

namespace fuotadesk {

class PreflightCheckTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void goodCampaignPassesEverywhere();
    void rowsAreThereFromTheStartInOrder();
    void whatS3TellsOfTheImageMakesNoOtherTask();
    void signedOutLeavesWhatNeedsNobody();
    void silentCallKeepsTheOthersFromNothing();
    void cancelKeepsWhatWasFound();
    void otherConnectionEndsTheRun();
    void nextStartLeavesTheRunBefore();
    void startFromWithinASignalIsTaken();
    void cancelFromWithinEverySignalIsTaken();
    void rowsHaveTheTimeOfTheirAnswer();
    void callsUnderWayAreBounded();
    void progressOfManyDevicesIsTold();
    void manyRefusedDevicesAreNotAllAskedFor();
};

void PreflightCheckTest::goodCampaignPassesEverywhere()
{
    CheckBench bench;
    bench.signIn();
    QCOMPARE(bench.check.outcome(), CheckOutcome::Waiting);
    bench.run(bench.clock.now().addSecs(3600));
    QCOMPARE(bench.complaints().join(u'\n'), QString());
    QCOMPARE(bench.check.outcome(), CheckOutcome::Passed);
    QVERIFY(*bench.check.draft() == bench.draft);
    QCOMPARE(bench.row(CheckSubject::RecipientsThere).figure, 3);
}

void PreflightCheckTest::rowsAreThereFromTheStartInOrder()
{
    CheckBench bench;
    bench.signIn();
    bench.start();
    const QList<CheckSubject> subjects = checkSubjects();
    QCOMPARE(bench.check.rows().size(), subjects.size());
    for (qsizetype i = 0; i < subjects.size(); ++i) {
        QCOMPARE(bench.check.rows().at(i).subject, subjects.at(i));
        QCOMPARE(bench.check.rows().at(i).outcome, CheckOutcome::Waiting);
    }
    QVERIFY(bench.check.isRunning());
    QTRY_VERIFY(!bench.check.isRunning());
}

void PreflightCheckTest::whatS3TellsOfTheImageMakesNoOtherTask()
{
    CheckBench bench;
    bench.signIn();
    bench.draft.imageSizeBytes.reset();
    bench.draft.imageETag.clear();
    bench.silent = {QStringLiteral("HeadObject")};
    bench.start();
    QTRY_COMPARE(bench.row(CheckSubject::Fields).outcome, CheckOutcome::Passed);
    QCOMPARE(bench.row(CheckSubject::Payload).outcome, CheckOutcome::Unknown);
    bench.silent.clear();
    bench.run();
    QCOMPARE(bench.row(CheckSubject::Payload).outcome, CheckOutcome::Passed);
    CampaignDraft told = bench.draft;
    told.imageSizeBytes = bench.imageSize;
    QVERIFY(!bench.check.isOf(told));
    told.imageETag = QStringLiteral("abc");
    QVERIFY(bench.check.isOf(told));
    QVERIFY(bench.check.isOf(bench.draft));
    told.imageSizeBytes = bench.imageSize + 1;
    QVERIFY(!bench.check.isOf(told));
    bench.start();
    told.imageSizeBytes = bench.imageSize;
    QVERIFY(!bench.check.isOf(told)); // nobody has told this run yet
}

void PreflightCheckTest::signedOutLeavesWhatNeedsNobody()
{
    CheckBench bench;
    bench.run();
    QCOMPARE(readRow(bench.row(CheckSubject::Credentials)),
             QStringLiteral("credentials failed signed-out"));
    for (int each = int(CheckSubject::ImageThere); each <= int(CheckSubject::RecipientsFree);
         ++each)
        QCOMPARE(bench.row(static_cast<CheckSubject>(each)).reason, QStringLiteral("signed-out"));
    QCOMPARE(bench.row(CheckSubject::Fields).outcome, CheckOutcome::Passed);
    QCOMPARE(bench.row(CheckSubject::Payload).outcome, CheckOutcome::Passed);
    QVERIFY(bench.asked.isEmpty());
}

void PreflightCheckTest::silentCallKeepsTheOthersFromNothing()
{
    CheckBench bench;
    bench.signIn();
    bench.silent = {QStringLiteral("HeadObject")};
    bench.start();
    QTRY_COMPARE(bench.row(CheckSubject::RecipientsFree).outcome, CheckOutcome::Passed);
    QTRY_COMPARE(bench.row(CheckSubject::RolePermission).outcome, CheckOutcome::Passed);
    QTRY_COMPARE(bench.row(CheckSubject::PassRole).outcome, CheckOutcome::Passed);
    QCOMPARE(bench.row(CheckSubject::ImageThere).outcome, CheckOutcome::Running);
    QVERIFY(bench.check.isRunning());
    QCOMPARE(bench.check.outcome(), CheckOutcome::Waiting);
}

void PreflightCheckTest::cancelKeepsWhatWasFound()
{
    CheckBench bench;
    bench.signIn();
    bench.silent = {QStringLiteral("HeadObject")};
    bench.start();
    QTRY_COMPARE(bench.row(CheckSubject::RecipientsFit).outcome, CheckOutcome::Passed);
    bench.check.cancel();
    QVERIFY(!bench.check.isRunning());
    QCOMPARE(bench.row(CheckSubject::RecipientsFit).outcome, CheckOutcome::Passed);
    QCOMPARE(bench.row(CheckSubject::ImageThere).outcome, CheckOutcome::Waiting);
}

void PreflightCheckTest::otherConnectionEndsTheRun()
{
    CheckBench bench;
    bench.signIn();
    bench.silent = {QStringLiteral("HeadObject")};
    bench.start();
    QTRY_COMPARE(bench.row(CheckSubject::Fields).outcome, CheckOutcome::Passed);
    bench.session.activate(sandboxConnection().id);
    QVERIFY(!bench.check.isRunning());
}

void PreflightCheckTest::nextStartLeavesTheRunBefore()
{
    CheckBench bench;
    bench.signIn();
    bench.silent = {QStringLiteral("HeadObject")};
    bench.start();
    QTRY_COMPARE(bench.row(CheckSubject::RecipientsFit).outcome, CheckOutcome::Passed);
    bench.silent.clear();
    bench.run();
    QCOMPARE(bench.row(CheckSubject::ImageThere).outcome, CheckOutcome::Passed);
}

void PreflightCheckTest::startFromWithinASignalIsTaken()
{
    CheckBench bench;
    bench.signIn();
    int restarts = 0;
    connect(&bench.check, &PreflightCheck::changed, &bench.check, [&] {
        if (bench.row(CheckSubject::ImageThere).outcome == CheckOutcome::Passed && restarts++ == 0)
            bench.start();
    });
    bench.run();
    QVERIFY(restarts > 0);
    QCOMPARE(bench.complaints().join(u'\n'), QString());
}

// Whatever is under way then must not be touched any more.
void PreflightCheckTest::cancelFromWithinEverySignalIsTaken()
{
    CheckBench bench;
    bench.signIn();
    int signalsSoFar = 0;
    int cancelAt = 0;
    connect(&bench.check, &PreflightCheck::changed, &bench.check, [&] {
        if (bench.check.isRunning() && ++signalsSoFar == cancelAt)
            bench.check.cancel();
    });
    const QSignalSpy finished(&bench.check, &PreflightCheck::finished);
    // How many there are differs with the order of the answers: on to a run that has not as many.
    do {
        ++cancelAt;
        signalsSoFar = 0;
        bench.start();
        QTRY_VERIFY(!bench.check.isRunning());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        letEventsPass();
        QCOMPARE(finished.count(), signalsSoFar < cancelAt ? 1 : 0);
    } while (finished.isEmpty());
    QVERIFY(cancelAt > 20);
}

void PreflightCheckTest::rowsHaveTheTimeOfTheirAnswer()
{
    CheckBench bench;
    bench.signIn();
    bench.silent = {QStringLiteral("HeadObject")};
    const QDateTime begin = bench.clock.now();
    bench.start();
    QTRY_COMPARE(bench.row(CheckSubject::Fields).outcome, CheckOutcome::Passed);
    QCOMPARE(bench.row(CheckSubject::Fields).at, begin);
    QVERIFY(!bench.row(CheckSubject::ImageThere).at.isValid());
    bench.silent.clear();
    bench.clock.advance(std::chrono::minutes(5));
    bench.run();
    QCOMPARE(bench.row(CheckSubject::Fields).at, begin.addSecs(300));
}

void PreflightCheckTest::callsUnderWayAreBounded()
{
    CheckBench bench;
    bench.signIn();
    bench.count = 40;
    bench.silent = {QStringLiteral("GetWirelessDevice")};
    bench.start();
    QTRY_VERIFY(bench.askedFor(QStringLiteral("GetWirelessDevice")) > 0);
    QTRY_COMPARE(bench.row(CheckSubject::ImageThere).outcome, CheckOutcome::Passed);
    QCOMPARE(bench.askedFor(QStringLiteral("GetWirelessDevice")), 6);
}

void PreflightCheckTest::progressOfManyDevicesIsTold()
{
    CheckBench bench;
    bench.signIn();
    bench.count = 300;
    QList<qint64> figures;
    qint64 most = 0;
    connect(&bench.check, &PreflightCheck::changed, &bench.check, [&] {
        const CheckRow row = bench.row(CheckSubject::RecipientsFit);
        if (row.outcome == CheckOutcome::Running && row.limit > 0) {
            figures.append(row.figure);
            most = row.limit;
        }
    });
    bench.run();
    QVERIFY(std::ranges::is_sorted(figures));
    QVERIFY(figures.last() > 290);
    QCOMPARE(most, 302); // the group, its devices, and each of them
    QCOMPARE(bench.row(CheckSubject::RecipientsFit).figure, 300);
}

void PreflightCheckTest::manyRefusedDevicesAreNotAllAskedFor()
{
    CheckBench bench;
    bench.signIn();
    bench.count = 300;
    bench.failures.insert(QStringLiteral("GetWirelessDevice"), 403);
    bench.run();
    QVERIFY(bench.askedFor(QStringLiteral("GetWirelessDevice")) < 10);
    QCOMPARE(bench.row(CheckSubject::RecipientsFit).figure, 300);
}

FUOTADESK_TEST(PreflightCheckTest);

} // namespace fuotadesk

#include "preflightchecktest.moc"
