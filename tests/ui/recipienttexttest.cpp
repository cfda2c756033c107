#include "text/recipienttext.h"

#include "support/testcase.h"

#include <QSet>

namespace fuotadesk {

class RecipientTextTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyFaultNamesItsLineAndWhatToDo();
    void aDuplicateNamesTheEarlierLine();
    void everyStateHasALabelAndOnlyOpenOnesNoText();
    void aFailedLookupSaysWhy();
    void everyLookupReasonAndPhaseHasWordsOfItsOwn();
    void anOutcomeCountsWhatCameHowFar_data();
    void anOutcomeCountsWhatCameHowFar();
    void everyStopReasonHasASentenceAndARemedy();
    void whatIsThereAlreadyIsNamed();
    void onlyRefusedOnesAreTriedAgainAfterTheEnd();
    void errorsOfAChangeDoNotSpeakOfCreates();
    void anUnsureOutcomeIsGoneOnWith();
};

namespace {

void requireHouseStyle(const QString& text)
{
    QVERIFY2(text.endsWith(u'.'), qPrintable(text));
    for (const char* word : {"!", "please", "successful", "%"})
        QVERIFY2(!text.contains(QString::fromLatin1(word), Qt::CaseInsensitive), qPrintable(text));
}

MembershipOutcome outcomeOf(MembershipEnd end, const MemberCounts& counts)
{
    return {1, end, StopReason::None, {}, counts};
}

MembershipOutcome stoppedFor(StopReason reason)
{
    MembershipOutcome outcome = outcomeOf(MembershipEnd::Stopped, {5, 0, 2, 0});
    outcome.reason = reason;
    if (reason == StopReason::Error)
        outcome.error = Error{ErrorKind::TimedOut, {}, {}, 0, {}, {}, false};
    return outcome;
}

Error errorOf(ErrorKind kind, const QString& code = {})
{
    return Error{kind, code, {}, 0, {}, {}, false};
}

} // namespace

void RecipientTextTest::everyFaultNamesItsLineAndWhatToDo()
{
    QSet<QString> seen;
    const int last = static_cast<int>(RecipientFault::Duplicate);
    for (int i = 0; i <= last; ++i) {
        const QString text = recipientFaultText({12, static_cast<RecipientFault>(i), 3});
        QVERIFY2(text.startsWith(QStringLiteral("Line 12: ")), qPrintable(text));
        QVERIFY2(text.count(QStringLiteral(". ")) == 1, qPrintable(text)); // what, and what to do
        requireHouseStyle(text);
        seen << text;
    }
    QCOMPARE(seen.size(), last + 1);
}

void RecipientTextTest::aDuplicateNamesTheEarlierLine()
{
    QVERIFY(
        recipientFaultText({12, RecipientFault::Duplicate, 3}).contains(QStringLiteral("line 3")));
    RecipientRow row;
    row.state = RecipientState::Duplicate;
    row.otherLine = 7;
    QVERIFY(recipientStateText(row).contains(QStringLiteral("line 7")));
}

void RecipientTextTest::everyStateHasALabelAndOnlyOpenOnesNoText()
{
    QSet<QString> seen;
    const int last = static_cast<int>(RecipientState::Failed);
    for (int i = 0; i <= last; ++i) {
        RecipientRow row;
        row.state = static_cast<RecipientState>(i);
        const bool isQuiet =
            row.state == RecipientState::Waiting || row.state == RecipientState::Found;
        QCOMPARE(recipientStateText(row).isEmpty(), isQuiet);
        seen << recipientStateLabel(row.state);
    }
    QVERIFY(!seen.contains(QString()));
    QCOMPARE(seen.size(), last + 1);
}

void RecipientTextTest::aFailedLookupSaysWhy()
{
    RecipientRow row;
    row.state = RecipientState::Failed;
    row.error = errorOf(ErrorKind::AccessDenied);
    QCOMPARE(recipientStateText(row), errorMessage(*row.error));
}

void RecipientTextTest::everyLookupReasonAndPhaseHasWordsOfItsOwn()
{
    QSet<QString> seen;
    for (const auto reason : {LookupReason::Few, LookupReason::Many, LookupReason::Names}) {
        requireHouseStyle(lookupReasonText(reason));
        seen << lookupReasonText(reason);
    }
    for (const auto phase : {MembershipPhase::Checking, MembershipPhase::Changing,
                             MembershipPhase::Paused, MembershipPhase::Verifying})
        seen << membershipPhaseText(phase, MemberChange::Add);
    seen << membershipPhaseText(MembershipPhase::Changing, MemberChange::Remove);
    QVERIFY(!seen.contains(QString()));
    QCOMPARE(seen.size(), 8);
}

void RecipientTextTest::anOutcomeCountsWhatCameHowFar_data()
{
    QTest::addColumn<MembershipOutcome>("outcome");
    QTest::addColumn<MemberChange>("change");
    QTest::addColumn<MemberKind>("kind");
    QTest::addColumn<QString>("sentence");
    using enum MembershipEnd;
    QTest::newRow("all done") << outcomeOf(Finished, {0, 0, 190, 0}) << MemberChange::Add
                              << MemberKind::Device << QStringLiteral("190 devices were added.");
    QTest::newRow("some refused") << outcomeOf(Finished, {0, 0, 187, 3}) << MemberChange::Add
                                  << MemberKind::Device
                                  << QStringLiteral("187 devices were added, 3 refused.");
    QTest::newRow("cancelled") << outcomeOf(Cancelled, {8, 0, 4, 0}) << MemberChange::Remove
                               << MemberKind::Device
                               << QStringLiteral("Cancelled: 4 devices were removed, 8 left out.");
    QTest::newRow("stopped") << outcomeOf(Stopped, {8, 2, 4, 1}) << MemberChange::Add
                             << MemberKind::Group
                             << QStringLiteral("Stopped: 4 multicast groups were added, 1 refused, "
                                               "10 left.");
    QTest::newRow("groups removed")
        << outcomeOf(Finished, {0, 0, 2, 0}) << MemberChange::Remove << MemberKind::Group
        << QStringLiteral("2 multicast groups were removed.");
}

void RecipientTextTest::anOutcomeCountsWhatCameHowFar()
{
    QFETCH(const MembershipOutcome, outcome);
    QFETCH(const MemberChange, change);
    QFETCH(const MemberKind, kind);
    QTEST(membershipOutcomeSentence(outcome, change, kind), "sentence");
}

void RecipientTextTest::everyStopReasonHasASentenceAndARemedy()
{
    QSet<QString> seen;
    for (const auto reason : {StopReason::TaskGone, StopReason::TaskNotPending,
                              StopReason::OtherKindThere, StopReason::Error}) {
        const MembershipOutcome outcome = stoppedFor(reason);
        const QString sentence = stopReasonSentence(outcome, MemberKind::Device);
        requireHouseStyle(sentence);
        seen << sentence;
        const auto remedy = membershipRemedy(outcome);
        QVERIFY(remedy && !remedy->button.isEmpty());
        requireHouseStyle(remedy->advice);
    }
    QCOMPARE(seen.size(), 4);
    QVERIFY(
        stopReasonSentence(outcomeOf(MembershipEnd::Finished, {}), MemberKind::Device).isEmpty());
}

void RecipientTextTest::whatIsThereAlreadyIsNamed()
{
    const MembershipOutcome outcome = stoppedFor(StopReason::OtherKindThere);
    QVERIFY(stopReasonSentence(outcome, MemberKind::Device)
                .contains(QStringLiteral("has multicast groups")));
    QVERIFY(stopReasonSentence(outcome, MemberKind::Group).contains(QStringLiteral("has devices")));
}

void RecipientTextTest::onlyRefusedOnesAreTriedAgainAfterTheEnd()
{
    using enum MembershipEnd;
    QVERIFY(!membershipRemedy(outcomeOf(Finished, {0, 0, 9, 0})));
    QVERIFY(!membershipRemedy(outcomeOf(Cancelled, {3, 0, 5, 1})));
    QCOMPARE(membershipRemedy(outcomeOf(Finished, {0, 0, 8, 1}))->action, RemedyAction::TryAgain);
}

void RecipientTextTest::errorsOfAChangeDoNotSpeakOfCreates()
{
    QSet<QString> seen;
    for (const Error& error :
         {errorOf(ErrorKind::JournalUnavailable), errorOf(ErrorKind::IntentClaimed),
          errorOf(ErrorKind::InputInvalid, QStringLiteral("Id")),
          errorOf(ErrorKind::InputInvalid, QStringLiteral("WirelessDeviceId"))}) {
        const QString sentence = membershipErrorSentence(error);
        requireHouseStyle(sentence);
        QVERIFY(sentence != errorSentence(error));
        QVERIFY2(!sentence.contains(QStringLiteral("creat")), qPrintable(sentence));
        seen << sentence;
    }
    QCOMPARE(seen.size(), 4);
    const Error other = errorOf(ErrorKind::Throttled);
    QCOMPARE(membershipErrorSentence(other), errorSentence(other));
}

void RecipientTextTest::anUnsureOutcomeIsGoneOnWith()
{
    Error error = errorOf(ErrorKind::TimedOut);
    const auto plain = membershipErrorRemedy(error);
    QCOMPARE(plain->action, RemedyAction::TryAgain);
    error.maybeExecuted = true;
    const auto unsure = membershipErrorRemedy(error);
    QCOMPARE(unsure->action, RemedyAction::TryAgain);
    QVERIFY(unsure->advice != plain->advice);
    // Number of an open batch in code: that one can be gone on with.
    const auto ours = membershipErrorRemedy(errorOf(ErrorKind::IntentClaimed, QStringLiteral("4")));
    const auto theirs = membershipErrorRemedy(errorOf(ErrorKind::IntentClaimed));
    QVERIFY(ours->advice != theirs->advice);
}

FUOTADESK_TEST(RecipientTextTest);

} // namespace fuotadesk

#include "recipienttexttest.moc"
