#include "store/intentjournal.h"
#include "store/await.h"
#include "support/fakes.h"
#include "support/testcase.h"

#include <QTemporaryDir>

namespace fuotadesk {

namespace {

const auto Here = QStringLiteral("https://api.iotwireless.eu-west-1.amazonaws.com|eu-west-1");
const auto Elsewhere = QStringLiteral("http://127.0.0.1:4567|eu-west-1");

Intent intentNamed(const QString& token, const QByteArray& request = R"({"Name":"meter"})")
{
    Intent intent;
    intent.token = token;
    intent.connectionId = QStringLiteral("6f2c1c52");
    intent.endpoint = Here;
    intent.request = request;
    intent.madeAt = FakeClock().now().addMSecs(789);
    return intent;
}

Intent doneAs(Intent intent, const QString& id)
{
    intent.state = IntentState::Done;
    intent.created = {id, QStringLiteral("arn:aws:iotwireless:eu-west-1:1:FuotaTask/") + id};
    return intent;
}

} // namespace

class IntentJournalTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasBegun();
    void survivesARestart();
    void nothingIsClaimedTwiceOver();
    void requestAndEndpointAreTheKey();
    void doneIsClaimedUntilAcknowledged();
    void settledIsNotClaimed_data();
    void settledIsNotClaimed();
    void sameCreateIsNotBegunTwice();
    void ownTokenMayBeUsedAgainOnceSettled();
    void ownTokenOfAnOpenCreateIsRefused();
    void unsettledAreInOrder();
    void updatingWhatIsNotThereFails();
    void knownTaskIdsAreOfTheEndpoint();
    void oldSettledRowsAreForgotten();
    void cancelForgetsTheAnswerOnly();

private:
    FakeClock m_clock;
};

void IntentJournalTest::givesBackWhatWasBegun()
{
    const QTemporaryDir folder;
    IntentJournal journal(folder.filePath(QStringLiteral("new/deep")), m_clock);
    Intent intent =
        intentNamed(QStringLiteral("t1"), QByteArray("{\"Name\":\"\xf0\x9f\x93\xa1\"}\0x", 17));
    QVERIFY(outcome(journal.begin(intent, this)));
    QCOMPARE(outcome(journal.claim(Here, intent.request, this)).value(), intent);

    intent.everUnsure = true;
    QVERIFY(outcome(journal.update(intent, this)));
    QCOMPARE(outcome(journal.claimToken(intent.token, this)).value(), intent);

    intent = doneAs(intent, QStringLiteral("task-1"));
    QVERIFY(outcome(journal.update(intent, this)));
    QCOMPARE(outcome(journal.unsettled(this)).value(), QList{intent});
}

void IntentJournalTest::survivesARestart()
{
    const QTemporaryDir folder;
    const Intent intent = intentNamed(QStringLiteral("t1"));
    {
        IntentJournal journal(folder.path(), m_clock);
        journal.begin(intent, this); // not waited for: what was asked for before the end is done
    }
    IntentJournal journal(folder.path(), m_clock);
    QCOMPARE(outcome(journal.claim(Here, intent.request, this)).value(), intent);
}

void IntentJournalTest::nothingIsClaimedTwiceOver()
{
    const QTemporaryDir folder;
    IntentJournal first(folder.path(), m_clock);
    IntentJournal second(folder.path(), m_clock);
    const Intent intent = intentNamed(QStringLiteral("t1"));
    QVERIFY(outcome(first.begin(intent, this)));
    QCOMPARE(errorOf(outcome(second.claim(Here, intent.request, this))), ErrorKind::IntentClaimed);
    QCOMPARE(errorOf(outcome(second.claimToken(intent.token, this))), ErrorKind::IntentClaimed);
    QCOMPARE(errorOf(outcome(second.update(intent, this))), ErrorKind::IntentClaimed);
    QVERIFY(outcome(second.unsettled(this))->isEmpty());
    QCOMPARE(outcome(first.unsettled(this))->size(), 1);
}

void IntentJournalTest::requestAndEndpointAreTheKey()
{
    const QTemporaryDir folder;
    IntentJournal journal(folder.path(), m_clock);
    const Intent intent = intentNamed(QStringLiteral("t1"));
    QVERIFY(outcome(journal.begin(intent, this)));
    QVERIFY(!outcome(journal.claim(Elsewhere, intent.request, this)).value());
    QVERIFY(!outcome(journal.claim(Here, intent.request + ' ', this)).value());
    QVERIFY(!outcome(journal.claimToken(QStringLiteral("t2"), this)).value());
    QVERIFY(outcome(journal.claim(Here, intent.request, this)).value());
}

void IntentJournalTest::doneIsClaimedUntilAcknowledged()
{
    const QTemporaryDir folder;
    IntentJournal journal(folder.path(), m_clock);
    Intent intent = intentNamed(QStringLiteral("t1"));
    QVERIFY(outcome(journal.begin(intent, this)));
    intent = doneAs(intent, QStringLiteral("task-1"));
    QVERIFY(outcome(journal.update(intent, this)));
    QCOMPARE(outcome(journal.claim(Here, intent.request, this)).value(), intent);
    intent.acknowledged = true;
    QVERIFY(outcome(journal.update(intent, this)));
    QVERIFY(!outcome(journal.claim(Here, intent.request, this)).value());
    QVERIFY(outcome(journal.unsettled(this))->isEmpty());
}

void IntentJournalTest::settledIsNotClaimed_data()
{
    QTest::addColumn<IntentState>("state");
    QTest::newRow("failed") << IntentState::Failed;
    QTest::newRow("dropped") << IntentState::Dropped;
}

void IntentJournalTest::settledIsNotClaimed()
{
    QFETCH(IntentState, state);
    const QTemporaryDir folder;
    IntentJournal journal(folder.path(), m_clock);
    Intent intent = intentNamed(QStringLiteral("t1"));
    QVERIFY(outcome(journal.begin(intent, this)));
    intent.state = state;
    QVERIFY(outcome(journal.update(intent, this)));
    QVERIFY(!outcome(journal.claim(Here, intent.request, this)).value());
    QVERIFY(!outcome(journal.claimToken(intent.token, this)).value());
    QVERIFY(outcome(journal.unsettled(this))->isEmpty());
    QVERIFY(outcome(journal.begin(intentNamed(QStringLiteral("t2")), this))); // a new press
}

void IntentJournalTest::sameCreateIsNotBegunTwice()
{
    const QTemporaryDir folder;
    IntentJournal journal(folder.path(), m_clock);
    QVERIFY(outcome(journal.begin(intentNamed(QStringLiteral("t1")), this)));
    QCOMPARE(errorOf(outcome(journal.begin(intentNamed(QStringLiteral("t2")), this))),
             ErrorKind::IntentClaimed);
    QCOMPARE(outcome(journal.unsettled(this))->size(), 1);
}

void IntentJournalTest::ownTokenMayBeUsedAgainOnceSettled()
{
    const QTemporaryDir folder;
    IntentJournal journal(folder.path(), m_clock);
    Intent first = intentNamed(QStringLiteral("mine"), "{}");
    QVERIFY(outcome(journal.begin(first, this)));
    first = doneAs(first, QStringLiteral("task-1"));
    first.acknowledged = true;
    QVERIFY(outcome(journal.update(first, this)));

    Intent second = intentNamed(QStringLiteral("mine"), R"({"Name":"b"})");
    QVERIFY(outcome(journal.begin(second, this)));
    QCOMPARE(outcome(journal.claimToken(second.token, this)).value(), second);
    second.state = IntentState::Failed;
    QVERIFY(outcome(journal.update(second, this)));
    QCOMPARE(outcome(journal.knownTaskIds(Here, this)).value(),
             QStringList{QStringLiteral("task-1")});
}

void IntentJournalTest::ownTokenOfAnOpenCreateIsRefused()
{
    const QTemporaryDir folder;
    IntentJournal journal(folder.path(), m_clock);
    QVERIFY(outcome(journal.begin(intentNamed(QStringLiteral("mine"), "{}"), this)));
    QCOMPARE(errorOf(outcome(journal.begin(intentNamed(QStringLiteral("mine"), "[]"), this))),
             ErrorKind::EarlierOutcomeUnknown);
}

void IntentJournalTest::unsettledAreInOrder()
{
    const QTemporaryDir folder;
    IntentJournal journal(folder.path(), m_clock);
    QStringList tokens;
    for (int i = 0; i < 5; ++i) {
        Intent intent = intentNamed(QString::number(i), QByteArray::number(i));
        intent.madeAt = intent.madeAt.addSecs(-i);
        QVERIFY(outcome(journal.begin(intent, this)));
    }
    const auto unsettled = outcome(journal.unsettled(this));
    for (const Intent& each : *unsettled)
        tokens.append(each.token);
    QCOMPARE(tokens.join(u' '), QStringLiteral("4 3 2 1 0"));
}

void IntentJournalTest::updatingWhatIsNotThereFails()
{
    const QTemporaryDir folder;
    IntentJournal journal(folder.path(), m_clock);
    const auto updated = outcome(journal.update(intentNamed(QStringLiteral("t1")), this));
    QCOMPARE(errorOf(updated), ErrorKind::JournalUnavailable);
    QCOMPARE(updated.error().code, QStringLiteral("intent-missing"));
}

void IntentJournalTest::knownTaskIdsAreOfTheEndpoint()
{
    const QTemporaryDir folder;
    IntentJournal journal(folder.path(), m_clock);
    for (const auto* const name : {"a", "b", "c"}) {
        Intent intent = intentNamed(QString::fromLatin1(name), name);
        if (*name == 'c')
            intent.endpoint = Elsewhere;
        QVERIFY(outcome(journal.begin(intent, this)));
        if (*name != 'b')
            QVERIFY(outcome(journal.update(doneAs(intent, QString::fromLatin1(name)), this)));
    }
    QCOMPARE(outcome(journal.knownTaskIds(Here, this)).value(), QStringList{QStringLiteral("a")});
    QCOMPARE(outcome(journal.knownTaskIds(Elsewhere, this)).value(),
             QStringList{QStringLiteral("c")});
}

void IntentJournalTest::oldSettledRowsAreForgotten()
{
    const QTemporaryDir folder;
    {
        IntentJournal journal(folder.path(), m_clock);
        for (const auto* const name : {"done", "open", "failed"}) {
            Intent intent = intentNamed(QString::fromLatin1(name), name);
            QVERIFY(outcome(journal.begin(intent, this)));
            intent = doneAs(intent, QString::fromLatin1(name));
            intent.acknowledged = true;
            if (*name == 'f')
                intent.state = IntentState::Failed;
            if (*name != 'o')
                QVERIFY(outcome(journal.update(intent, this)));
        }
    }
    FakeClock later;
    later.advance(std::chrono::hours(24 * 89));
    {
        IntentJournal journal(folder.path(), later);
        QCOMPARE(outcome(journal.knownTaskIds(Here, this))->size(), 2);
    }
    later.advance(std::chrono::hours(48));
    IntentJournal journal(folder.path(), later);
    QVERIFY(outcome(journal.knownTaskIds(Here, this))->isEmpty());
    QCOMPARE(outcome(journal.unsettled(this))->size(), 1); // however old
}

void IntentJournalTest::cancelForgetsTheAnswerOnly()
{
    const QTemporaryDir folder;
    IntentJournal journal(folder.path(), m_clock);
    const Intent intent = intentNamed(QStringLiteral("t1"));
    auto* call = journal.begin(intent, this);
    call->cancel();
    QCOMPARE(errorOf(outcome(call)), ErrorKind::Cancelled);
    QVERIFY(outcome(journal.claim(Here, intent.request, this)).value());
}

} // namespace fuotadesk

using fuotadesk::IntentJournalTest;
FUOTADESK_TEST(IntentJournalTest);
#include "intentjournaltest.moc"
