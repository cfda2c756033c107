#include "campaign/bench.h"
#include "support/testcase.h"

#include <QSignalSpy>

namespace fuotadesk {

using Fate = ServiceDouble::Fate;

class SubmissionRecoveryTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void crashedRunIsFinishedByTheNext_data();
    void crashedRunIsFinishedByTheNext();
    void livingRunKeepsItsIntent();
    void droppedIntentIsNotOffered();
};

void SubmissionRecoveryTest::crashedRunIsFinishedByTheNext_data()
{
    QTest::addColumn<int>("fate");
    QTest::newRow("request lost") << int(Fate::LoseRequest);
    QTest::newRow("answer lost") << int(Fate::LoseAnswer);
    QTest::newRow("hanging") << int(Fate::Hang);
    QTest::newRow("made, not seen") << int(Fate::Answer);
}

void SubmissionRecoveryTest::crashedRunIsFinishedByTheNext()
{
    QFETCH(int, fate);
    Bench bench;
    bench.signIn();
    {
        // Its journal lets go of the claims, as the end of a process does.
        IntentJournal journal(bench.folder.filePath(QStringLiteral("other")), bench.clock);
        Submission crashing(bench.session, journal, bench.clock, bench.random);
        bench.service.plan({static_cast<Fate>(fate)});
        crashing.submit(exampleTask(), this);
        QTRY_COMPARE(bench.service.createTokens().size(), 1);
        if (fate != int(Fate::Hang))
            QTRY_VERIFY(!crashing.isRunning());
    }
    IntentJournal journal(bench.folder.filePath(QStringLiteral("other")), bench.clock);
    Submission next(bench.session, journal, bench.clock, bench.random);
    const auto left = resultOf(next.unfinished(this));
    QCOMPARE(left->value().size(), 1);
    const auto finished = resultOf(next.resume(left->value().first(), this));
    QVERIFY(*finished);
    QCOMPARE(bench.service.taskCount(), 1);
    QVERIFY(*resultOf(next.acknowledge((*finished)->token, this)));
    QCOMPARE(resultOf(next.unfinished(this))->value().size(), 0);
}

void SubmissionRecoveryTest::livingRunKeepsItsIntent()
{
    Bench bench;
    bench.signIn();
    Submission submission(bench.session, bench.journal, bench.clock, bench.random);
    bench.service.plan({Fate::Hang});
    submission.submit(exampleTask(), this);
    QTRY_COMPARE(bench.service.createTokens().size(), 1);
    IntentJournal otherProcess(bench.folder.filePath(QStringLiteral("journal")), bench.clock);
    Submission other(bench.session, otherProcess, bench.clock, bench.random);
    const auto result = resultOf(other.submit(exampleTask(), this));
    QCOMPARE(result->error().kind, ErrorKind::IntentClaimed);
    QCOMPARE(bench.service.createTokens().size(), 1);
}

void SubmissionRecoveryTest::droppedIntentIsNotOffered()
{
    Bench bench;
    bench.signIn();
    bench.service.plan({Fate::LoseRequest});
    Submission submission(bench.session, bench.journal, bench.clock, bench.random);
    QVERIFY(!*resultOf(submission.submit(exampleTask(), this)));
    const auto open =
        resultOf(bench.journal.claimToken(bench.service.createTokens().constFirst(), this));
    QVERIFY(open->value());
    QVERIFY(*resultOf(submission.drop(*open->value(), this)));
    QCOMPARE(resultOf(submission.unfinished(this))->value().size(), 0);
}

} // namespace fuotadesk

using fuotadesk::SubmissionRecoveryTest;
FUOTADESK_TEST(SubmissionRecoveryTest);
#include "submissionrecoverytest.moc"
