#include "text/activitytext.h"

#include "iotwireless/operations.h"
#include "support/testcase.h"

#include <QSet>

namespace fuotadesk {

class ActivityTextTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyChangeHasWordsOfItsOwn();
    void everyOutcomeHasWordsOfItsOwn();
    void aFailureSaysWhy();
    void anUnknownOutcomeAsksForALook();
    void aJournalThatFailsSaysWhatToDo();
};

void ActivityTextTest::everyChangeHasWordsOfItsOwn()
{
    QSet<QString> seen;
    for (const Operation* operation : iotWirelessOperations()) {
        if (operation->method == "GET")
            continue;
        const QString label = operationLabel(operation->name);
        QVERIFY2(label != operation->name, qPrintable(label));
        QVERIFY2(!seen.contains(label), qPrintable(label));
        seen << label;
    }
    QVERIFY(seen.size() > 20);
    QCOMPARE(operationLabel(QStringLiteral("MakeCoffee")), QStringLiteral("MakeCoffee"));
}

void ActivityTextTest::everyOutcomeHasWordsOfItsOwn()
{
    QSet<QString> seen;
    for (const auto outcome : {ChangeOutcome::Open, ChangeOutcome::Done, ChangeOutcome::Failed,
                               ChangeOutcome::Unknown}) {
        const QString text = changeOutcomeText({outcome, {}, {}, {}, {}});
        QVERIFY2(text.endsWith(u'.'), qPrintable(text));
        seen << changeOutcomeLabel(outcome) << text;
    }
    QCOMPARE(seen.size(), 8);
}

void ActivityTextTest::aFailureSaysWhy()
{
    Error error;
    error.kind = ErrorKind::Conflict;
    QCOMPARE(changeOutcomeText({ChangeOutcome::Failed, error.kind, {}, {}, {}}),
             errorSentence(error));
}

void ActivityTextTest::anUnknownOutcomeAsksForALook()
{
    const ChangeEnd lost{ChangeOutcome::Unknown, ErrorKind::ConnectionLost, {}, {}, {}};
    const ChangeEnd killed{ChangeOutcome::Unknown, {}, {}, {}, {}};
    for (const ChangeEnd& end : {lost, killed})
        QVERIFY(changeOutcomeText(end).contains(QStringLiteral("look at")));
    QVERIFY(changeOutcomeText(lost) != changeOutcomeText(killed));
}

void ActivityTextTest::aJournalThatFailsSaysWhatToDo()
{
    QSet<QString> seen;
    for (const auto& [kind, code] : {std::pair(ErrorKind::JournalUnavailable, "damaged"),
                                     std::pair(ErrorKind::JournalUnavailable, "disk-full"),
                                     std::pair(ErrorKind::FileTooNew, "user_version")}) {
        const Error error{kind, QString::fromLatin1(code), {}, 0, {}, {}, false};
        for (const QString& text : {notRecordedText(error), activityUnreadableText(error)}) {
            QVERIFY2(!text.contains(QStringLiteral("nothing was sent")), qPrintable(text));
            seen << text;
        }
    }
    QCOMPARE(seen.size(), 6);
}

FUOTADESK_TEST(ActivityTextTest);

} // namespace fuotadesk

#include "activitytexttest.moc"
