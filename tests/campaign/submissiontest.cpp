#include "campaign/bench.h"
#include "support/testcase.h"

#include <QSignalSpy>

namespace fuotadesk {

using Fate = ServiceDouble::Fate;

class SubmissionTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void createsOneTaskAndSettlesTheIntent();
    void everyPressHasItsOwnTokenOnceSeen();
    void unseenSuccessIsAdopted();
    void unseenSuccessThatWasDeletedIsANewPress();
    void lostAnswerIsFoundAgain();
    void lostRequestIsRepeatedWithTheSameToken();
    void refusedConnectionLeavesNothingOpen();
    void sureNoGivesAFreshToken();
    void serverErrorKeepsTheToken();
    void offlineLookUpSendsNothing();
    void editedDraftFirstSettlesTheOldOne_data();
    void editedDraftFirstSettlesTheOldOne();
    void identicalTaskOfAnEarlierPressIsNotAdopted();
    void cancelledCreateStaysOpen();
    void ownTokenIsSentAndKept();
    void notSignedInSaysWhy();
    void onlyOneAtATime();
};

void SubmissionTest::createsOneTaskAndSettlesTheIntent()
{
    Bench bench;
    bench.signIn();
    Submission submission(bench.session, bench.journal, bench.clock, bench.random);
    QList<SubmissionStep> steps;
    connect(&submission, &Submission::stepChanged, this,
            [&](SubmissionStep step) { steps.append(step); });
    const auto result = resultOf(submission.submit(exampleTask(), this));
    QVERIFY(result && *result);
    QVERIFY(!(*result)->adopted);
    QCOMPARE(bench.service.taskCount(), 1);
    QCOMPARE(bench.service.createTokens(), QStringList{(*result)->token});
    QCOMPARE(steps, (QList{SubmissionStep::Journalling, SubmissionStep::Creating}));
    QVERIFY(!submission.isRunning());
    QCOMPARE(resultOf(submission.unfinished(this))->value().size(),
             1); // made, but nobody has seen it
    QVERIFY(*resultOf(submission.acknowledge((*result)->token, this)));
    QCOMPARE(resultOf(submission.unfinished(this))->value().size(), 0);
}

void SubmissionTest::everyPressHasItsOwnTokenOnceSeen()
{
    Bench bench;
    bench.signIn();
    Submission submission(bench.session, bench.journal, bench.clock, bench.random);
    const auto first = resultOf(submission.submit(exampleTask(), this));
    QVERIFY(*resultOf(submission.acknowledge((*first)->token, this)));
    const auto second = resultOf(submission.submit(exampleTask(), this));
    QVERIFY((*first)->token != (*second)->token);
    QCOMPARE(bench.service.taskCount(), 2);
}

void SubmissionTest::unseenSuccessIsAdopted()
{
    Bench bench;
    bench.signIn();
    Submission submission(bench.session, bench.journal, bench.clock, bench.random);
    const auto first = resultOf(submission.submit(exampleTask(), this));
    const auto second = resultOf(submission.submit(exampleTask(), this));
    QVERIFY((*second)->adopted);
    QCOMPARE((*second)->task, (*first)->task);
    QCOMPARE(bench.service.taskCount(), 1);
}

void SubmissionTest::unseenSuccessThatWasDeletedIsANewPress()
{
    Bench bench;
    bench.signIn();
    Submission submission(bench.session, bench.journal, bench.clock, bench.random);
    const auto first = resultOf(submission.submit(exampleTask(), this));
    bench.service.removeTask((*first)->task.id);
    const auto second = resultOf(submission.submit(exampleTask(), this));
    QVERIFY(*second);
    QVERIFY(!(*second)->adopted);
    QCOMPARE(bench.service.taskCount(), 1);
}

void SubmissionTest::lostAnswerIsFoundAgain()
{
    Bench bench;
    bench.signIn();
    Submission submission(bench.session, bench.journal, bench.clock, bench.random);
    bench.service.plan({Fate::LoseAnswer});
    const auto first = resultOf(submission.submit(exampleTask(), this));
    QVERIFY(!*first);
    QVERIFY(first->error().maybeExecuted);
    const auto second = resultOf(submission.submit(exampleTask(), this));
    QVERIFY(*second);
    QVERIFY((*second)->adopted);
    QCOMPARE(bench.service.taskCount(), 1);
    QCOMPARE(bench.service.createTokens().size(), 1); // found by looking, not by repeating
}

void SubmissionTest::lostRequestIsRepeatedWithTheSameToken()
{
    Bench bench;
    bench.signIn();
    Submission submission(bench.session, bench.journal, bench.clock, bench.random);
    bench.service.plan({Fate::LoseRequest});
    QVERIFY(!*resultOf(submission.submit(exampleTask(), this)));
    QVERIFY(*resultOf(submission.submit(exampleTask(), this)));
    QCOMPARE(bench.service.createTokens().size(), 2);
    QCOMPARE(bench.service.createTokens().at(0), bench.service.createTokens().at(1));
    QCOMPARE(bench.service.taskCount(), 1);
}

void SubmissionTest::refusedConnectionLeavesNothingOpen()
{
    Bench bench;
    bench.signIn();
    Submission submission(bench.session, bench.journal, bench.clock, bench.random);
    bench.service.plan({Fate::RefuseConnection});
    const auto first = resultOf(submission.submit(exampleTask(), this));
    QCOMPARE(first->error().kind, ErrorKind::ConnectionRefused);
    QVERIFY(!first->error().maybeExecuted);
    QVERIFY(*resultOf(submission.submit(exampleTask(), this)));
    QVERIFY(bench.service.createTokens().at(0) != bench.service.createTokens().at(1));
}

void SubmissionTest::sureNoGivesAFreshToken()
{
    Bench bench;
    bench.signIn();
    Submission submission(bench.session, bench.journal, bench.clock, bench.random);
    bench.service.plan({Fate::Deny});
    const auto first = resultOf(submission.submit(exampleTask(), this));
    QCOMPARE(first->error().kind, ErrorKind::AccessDenied);
    QVERIFY(*resultOf(submission.submit(exampleTask(), this)));
    QVERIFY(bench.service.createTokens().at(0) != bench.service.createTokens().at(1));
}

void SubmissionTest::serverErrorKeepsTheToken()
{
    Bench bench;
    bench.signIn();
    Submission submission(bench.session, bench.journal, bench.clock, bench.random);
    bench.service.plan({Fate::Break});
    const auto first = resultOf(submission.submit(exampleTask(), this));
    QVERIFY(first->error().maybeExecuted);
    QVERIFY(*resultOf(submission.submit(exampleTask(), this)));
    QCOMPARE(bench.service.createTokens().at(0), bench.service.createTokens().at(1));
}

void SubmissionTest::offlineLookUpSendsNothing()
{
    Bench bench;
    bench.signIn();
    Submission submission(bench.session, bench.journal, bench.clock, bench.random);
    bench.service.plan({Fate::LoseAnswer});
    QVERIFY(!*resultOf(submission.submit(exampleTask(), this)));
    bench.service.setOthers(Fate::RefuseConnection);
    const auto second = resultOf(submission.submit(exampleTask(), this));
    QCOMPARE(second->error().kind, ErrorKind::EarlierOutcomeUnknown);
    QCOMPARE(bench.service.createTokens().size(), 1);
    bench.service.setOthers(Fate::Answer);
    QVERIFY(*resultOf(submission.submit(exampleTask(), this)));
    QCOMPARE(bench.service.taskCount(), 1);
}

void SubmissionTest::editedDraftFirstSettlesTheOldOne_data()
{
    QTest::addColumn<int>("fate");
    QTest::addColumn<bool>("oldWasMade");
    QTest::newRow("answer lost") << int(Fate::LoseAnswer) << true;
    QTest::newRow("request lost") << int(Fate::LoseRequest) << false;
}

void SubmissionTest::editedDraftFirstSettlesTheOldOne()
{
    QFETCH(int, fate);
    QFETCH(bool, oldWasMade);
    Bench bench;
    bench.signIn();
    Submission submission(bench.session, bench.journal, bench.clock, bench.random);
    bench.service.plan({static_cast<Fate>(fate)});
    QVERIFY(!*resultOf(submission.submit(exampleTask(), this)));
    TaskDraft edited = exampleTask();
    edited.redundancyPercent = 30;
    const auto second = resultOf(submission.submit(edited, this));
    if (!oldWasMade) {
        QVERIFY(*second);
        QCOMPARE(bench.service.taskCount(), 1);
        return;
    }
    QCOMPARE(second->error().kind, ErrorKind::EarlierCreateSucceeded);
    QCOMPARE(second->error().code, QStringLiteral("task-1"));
    QCOMPARE(bench.service.taskCount(), 1);
    QVERIFY(*resultOf(submission.submit(edited, this))); // now it is meant
    QCOMPARE(bench.service.taskCount(), 2);
}

void SubmissionTest::identicalTaskOfAnEarlierPressIsNotAdopted()
{
    Bench bench;
    bench.signIn();
    Submission submission(bench.session, bench.journal, bench.clock, bench.random);
    const auto first = resultOf(submission.submit(exampleTask(), this));
    QVERIFY(*resultOf(submission.acknowledge((*first)->token, this)));
    bench.service.plan({Fate::LoseRequest});
    QVERIFY(!*resultOf(submission.submit(exampleTask(), this)));
    const auto third = resultOf(submission.submit(exampleTask(), this));
    QVERIFY(*third);
    QVERIFY(!(*third)->adopted);
    QCOMPARE(bench.service.taskCount(), 2);
}

void SubmissionTest::cancelledCreateStaysOpen()
{
    Bench bench;
    bench.signIn();
    Submission submission(bench.session, bench.journal, bench.clock, bench.random);
    bench.service.plan({Fate::Hang});
    auto* call = submission.submit(exampleTask(), this);
    QTRY_COMPARE(bench.service.createTokens().size(), 1);
    std::optional<Error> error;
    call->then(this, [&](const Result<SubmittedTask>& result) { error = result.error(); });
    call->cancel();
    QTRY_VERIFY(error);
    QCOMPARE(error->kind, ErrorKind::Cancelled);
    QTRY_VERIFY(!submission.isRunning());
    QVERIFY(*resultOf(submission.submit(exampleTask(), this)));
    QCOMPARE(bench.service.createTokens().at(0), bench.service.createTokens().at(1));
    QCOMPARE(bench.service.taskCount(), 1);
}

void SubmissionTest::ownTokenIsSentAndKept()
{
    Bench bench;
    bench.signIn();
    Submission submission(bench.session, bench.journal, bench.clock, bench.random);
    TaskDraft task = exampleTask();
    task.clientRequestToken = QStringLiteral("my-own");
    const auto first = resultOf(submission.submit(task, this));
    QCOMPARE(bench.service.createTokens(), QStringList{QStringLiteral("my-own")});
    QVERIFY(*resultOf(submission.acknowledge((*first)->token, this)));
    QVERIFY(*resultOf(submission.submit(task, this))); // the service gives the same task again
    QCOMPARE(bench.service.taskCount(), 1);
}

void SubmissionTest::notSignedInSaysWhy()
{
    Bench bench;
    bench.sandbox.error = Error{ErrorKind::SandboxUnavailable, {}, {}, 0, {}, {}, false};
    bench.session.activate(sandboxConnection().id);
    QTRY_VERIFY(bench.session.error().has_value());
    Submission submission(bench.session, bench.journal, bench.clock, bench.random);
    const auto result = resultOf(submission.submit(exampleTask(), this));
    QCOMPARE(result->error().kind, ErrorKind::SandboxUnavailable);
}

void SubmissionTest::onlyOneAtATime()
{
    Bench bench;
    bench.signIn();
    Submission submission(bench.session, bench.journal, bench.clock, bench.random);
    submission.submit(exampleTask(), this);
    std::optional<qsizetype> leftOver;
    std::optional<Error> refusal;
    submission.unfinished(this)->then(
        this, [&](const Result<QList<Intent>>& intents) { leftOver = intents->size(); });
    submission.submit(exampleTask(), this)->then(this, [&](const Result<SubmittedTask>& second) {
        refusal = second.error();
    });
    QTRY_VERIFY(leftOver && refusal);
    QCOMPARE(*leftOver, 0);
    QCOMPARE(refusal->kind, ErrorKind::IntentClaimed);
    QTRY_VERIFY(!submission.isRunning());
    QCOMPARE(bench.service.taskCount(), 1);
}

} // namespace fuotadesk

using fuotadesk::SubmissionTest;
FUOTADESK_TEST(SubmissionTest);
#include "submissiontest.moc"
