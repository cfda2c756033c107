#include "store/memberjournal.h"
#include "store/await.h"
#include "store/foreigndatabase.h"
#include "store/intentjournal.h"
#include "support/fakes.h"
#include "support/testcase.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

namespace fuotadesk {

namespace {

const auto Here = QStringLiteral("https://api.iotwireless.eu-west-1.amazonaws.com|eu-west-1");
const auto Elsewhere = QStringLiteral("http://127.0.0.1:4567|eu-west-1");
const QStringList Ids{QStringLiteral("d1"), QStringLiteral("d2"), QStringLiteral("d3")};

MemberBatch batchOf(const QString& task, const QString& endpoint = Here)
{
    MemberBatch batch;
    batch.connectionId = QStringLiteral("6f2c1c52");
    batch.endpoint = endpoint;
    batch.taskId = task;
    batch.madeAt = FakeClock().now().addMSecs(789);
    return batch;
}

Error failedWith(ErrorKind kind)
{
    return Error{kind, QStringLiteral("SomeException"), QStringLiteral("no \u20ac"), 409, {}, {},
                 false};
}

// The first value of the first row, read as another program would.
int countIn(const QString& file, const QString& table)
{
    int count = -1;
    {
        QSqlDatabase other =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("reader"));
        other.setDatabaseName(file);
        if (!other.open())
            return count;
        QSqlQuery query(QStringLiteral("SELECT count(*) FROM ") + table, other);
        count = query.next() ? query.value(0).toInt() : -1;
    }
    QSqlDatabase::removeDatabase(QStringLiteral("reader"));
    return count;
}

} // namespace

class MemberJournalTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasBegun();
    void whatWasRecordedSurvivesARestart();
    void everyDevicesErrorIsKept_data();
    void everyDevicesErrorIsKept();
    void recordsAllOrNothing();
    void oneOpenBatchOfATask();
    void settledIsNotOffered_data();
    void settledIsNotOffered();
    void unsettledAreCountedAndInOrder();
    void nothingIsClaimedTwiceOver();
    void oldSettledBatchesAreForgottenWhole();
    void livesBesideTheIntents();
    void foreignFilesAreLeftAlone_data();
    void foreignFilesAreLeftAlone();

private:
    FakeClock m_clock;
};

void MemberJournalTest::givesBackWhatWasBegun()
{
    const QTemporaryDir folder;
    MemberJournal journal(folder.filePath(QStringLiteral("new/deep")), m_clock);
    MemberBatch batch = batchOf(QStringLiteral("t1"));
    batch.change = MemberChange::Remove;
    batch.kind = MemberKind::Group;
    batch.number = *outcome(journal.begin(batch, Ids, this));
    QVERIFY(batch.number > 0);
    const auto claimed = outcome(journal.claim(batch.number, this));
    QVERIFY(claimed && *claimed);
    QCOMPARE((*claimed)->batch, batch);
    QCOMPARE((*claimed)->members.size(), 3);
    QCOMPARE((*claimed)->members.last(), (Member{QStringLiteral("d3"), MemberState::Waiting, {}}));
    QVERIFY(!*outcome(journal.claim(batch.number + 1, this)));
}

void MemberJournalTest::whatWasRecordedSurvivesARestart()
{
    const QTemporaryDir folder;
    qint64 number = 0;
    const Error error = failedWith(ErrorKind::Conflict);
    {
        MemberJournal journal(folder.path(), m_clock);
        number = *outcome(journal.begin(batchOf(QStringLiteral("t1")), Ids, this));
        QVERIFY(outcome(journal.record(
            number, {{0, MemberState::Sent, {}}, {2, MemberState::Sent, {}}}, this)));
        // not waited for: what was asked for before the end is done
        journal.record(number, {{0, MemberState::Done, {}}, {1, MemberState::Failed, error}}, this);
    }
    MemberJournal journal(folder.path(), m_clock);
    const auto claimed = outcome(journal.claim(number, this));
    const QList<Member> expected{{QStringLiteral("d1"), MemberState::Done, {}},
                                 {QStringLiteral("d2"), MemberState::Failed, error},
                                 {QStringLiteral("d3"), MemberState::Sent, {}}};
    QCOMPARE((*claimed)->members, expected);
}

void MemberJournalTest::everyDevicesErrorIsKept_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<ErrorKind>("kept");
    for (const ErrorKind kind :
         {ErrorKind::ValidationFailed, ErrorKind::AccessDenied, ErrorKind::NotFound,
          ErrorKind::Conflict, ErrorKind::ServiceFailed, ErrorKind::Refused,
          ErrorKind::AnswerMalformed, ErrorKind::AnswerTooLarge, ErrorKind::InputInvalid})
        QTest::addRow("%d", int(kind)) << kind << kind;
    QTest::newRow("of no single device") << ErrorKind::TlsFailed << ErrorKind::Refused;
}

void MemberJournalTest::everyDevicesErrorIsKept()
{
    QFETCH(ErrorKind, kind);
    const QTemporaryDir folder;
    MemberJournal journal(folder.path(), m_clock);
    const qint64 number = *outcome(journal.begin(batchOf(QStringLiteral("t1")), Ids, this));
    QVERIFY(outcome(journal.record(number, {{1, MemberState::Failed, failedWith(kind)}}, this)));
    const auto claimed = outcome(journal.claim(number, this));
    QFETCH(ErrorKind, kept);
    QCOMPARE((*claimed)->members.at(1).error, failedWith(kept));
    // Tried again, it has no error left.
    QVERIFY(outcome(journal.record(number, {{1, MemberState::Sent, failedWith(kind)}}, this)));
    QVERIFY(!(*outcome(journal.claim(number, this)))->members.at(1).error);
}

void MemberJournalTest::recordsAllOrNothing()
{
    const QTemporaryDir folder;
    MemberJournal journal(folder.path(), m_clock);
    const qint64 number = *outcome(journal.begin(batchOf(QStringLiteral("t1")), Ids, this));
    const auto recorded = outcome(journal.record(number + 1, {{0, MemberState::Done, {}}}, this));
    QCOMPARE(errorOf(recorded), ErrorKind::JournalUnavailable);
    QCOMPARE(recorded.error().code, QStringLiteral("batch-missing"));
    QVERIFY(outcome(journal.record(number, {}, this)));
    QCOMPARE((*outcome(journal.claim(number, this)))->members.at(0).state, MemberState::Waiting);
}

void MemberJournalTest::oneOpenBatchOfATask()
{
    const QTemporaryDir folder;
    MemberJournal journal(folder.path(), m_clock);
    const qint64 number = *outcome(journal.begin(batchOf(QStringLiteral("t1")), Ids, this));
    const auto again = outcome(journal.begin(batchOf(QStringLiteral("t1")), Ids, this));
    QCOMPARE(errorOf(again), ErrorKind::IntentClaimed);
    QCOMPARE(again.error().code, QString::number(number)); // it can be gone on with
    MemberJournal second(folder.path(), m_clock);
    const auto elsewhere = outcome(second.begin(batchOf(QStringLiteral("t1")), Ids, this));
    QCOMPARE(errorOf(elsewhere), ErrorKind::IntentClaimed);
    QVERIFY(elsewhere.error().code.isEmpty()); // it can not
    QVERIFY(outcome(second.begin(batchOf(QStringLiteral("t2")), Ids, this)));
    QVERIFY(outcome(second.begin(batchOf(QStringLiteral("t1"), Elsewhere), Ids, this)));
}

void MemberJournalTest::settledIsNotOffered_data()
{
    QTest::addColumn<BatchState>("state");
    QTest::newRow("done") << BatchState::Done;
    QTest::newRow("dropped") << BatchState::Dropped;
}

void MemberJournalTest::settledIsNotOffered()
{
    QFETCH(BatchState, state);
    const QTemporaryDir folder;
    MemberJournal journal(folder.path(), m_clock);
    const qint64 number = *outcome(journal.begin(batchOf(QStringLiteral("t1")), Ids, this));
    QVERIFY(outcome(journal.settle(number, state, this)));
    QVERIFY(outcome(journal.unsettled(Here, this))->isEmpty());
    QVERIFY(!*outcome(journal.claim(number, this)));
    QCOMPARE(errorOf(outcome(journal.record(number, {{0, MemberState::Done, {}}}, this))),
             ErrorKind::JournalUnavailable);
    QVERIFY(outcome(journal.begin(batchOf(QStringLiteral("t1")), Ids, this)));
}

void MemberJournalTest::unsettledAreCountedAndInOrder()
{
    const QTemporaryDir folder;
    MemberJournal journal(folder.path(), m_clock);
    MemberBatch later = batchOf(QStringLiteral("t1"));
    later.number = *outcome(journal.begin(later, Ids, this));
    MemberBatch earlier = batchOf(QStringLiteral("t2"));
    earlier.madeAt = earlier.madeAt.addSecs(-1);
    earlier.number = *outcome(journal.begin(earlier, {}, this));
    QVERIFY(outcome(journal.begin(batchOf(QStringLiteral("t1"), Elsewhere), Ids, this)));
    QVERIFY(outcome(journal.record(later.number,
                                   {{0, MemberState::Done, {}},
                                    {1, MemberState::Failed, failedWith(ErrorKind::NotFound)},
                                    {2, MemberState::Sent, {}}},
                                   this)));
    const QList<UnfinishedBatch> expected{{earlier, {0, 0, 0, 0}}, {later, {0, 1, 1, 1}}};
    QCOMPARE(outcome(journal.unsettled(Here, this)).value(), expected);
}

void MemberJournalTest::nothingIsClaimedTwiceOver()
{
    const QTemporaryDir folder;
    auto first = std::make_unique<MemberJournal>(folder.path(), m_clock);
    MemberJournal second(folder.path(), m_clock);
    const qint64 number = *outcome(first->begin(batchOf(QStringLiteral("t1")), Ids, this));
    QVERIFY(outcome(second.unsettled(Here, this))->isEmpty());
    QCOMPARE(errorOf(outcome(second.claim(number, this))), ErrorKind::IntentClaimed);
    QCOMPARE(errorOf(outcome(second.record(number, {{0, MemberState::Done, {}}}, this))),
             ErrorKind::IntentClaimed);
    QCOMPARE(errorOf(outcome(second.settle(number, BatchState::Dropped, this))),
             ErrorKind::IntentClaimed);
    first.reset(); // as the end of its process would
    QCOMPARE(outcome(second.unsettled(Here, this))->size(), 1);
    // Looking does not claim.
    QCOMPARE(errorOf(outcome(second.record(number, {{0, MemberState::Done, {}}}, this))),
             ErrorKind::IntentClaimed);
    QVERIFY(*outcome(second.claim(number, this)));
    QVERIFY(outcome(second.record(number, {{0, MemberState::Done, {}}}, this)));
}

void MemberJournalTest::oldSettledBatchesAreForgottenWhole()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("members.sqlite"));
    {
        MemberJournal journal(folder.path(), m_clock);
        for (const BatchState state : {BatchState::Done, BatchState::Dropped, BatchState::Open}) {
            const MemberBatch batch = batchOf(QStringLiteral("t%1").arg(int(state)));
            const qint64 number = *outcome(journal.begin(batch, Ids, this));
            if (state != BatchState::Open)
                QVERIFY(outcome(journal.settle(number, state, this)));
        }
    }
    QCOMPARE(countIn(file, QStringLiteral("members")), 9);
    FakeClock later;
    later.advance(std::chrono::hours(24 * 89));
    {
        MemberJournal journal(folder.path(), later);
        QCOMPARE(outcome(journal.unsettled(Here, this))->size(), 1);
        QCOMPARE(countIn(file, QStringLiteral("members")), 9);
    }
    later.advance(std::chrono::hours(48));
    MemberJournal journal(folder.path(), later);
    QCOMPARE(outcome(journal.unsettled(Here, this))->size(), 1); // however old
    QCOMPARE(countIn(file, QStringLiteral("batches")), 1);
    QCOMPARE(countIn(file, QStringLiteral("members")), 3);
}

void MemberJournalTest::livesBesideTheIntents()
{
    const QTemporaryDir folder;
    MemberJournal journal(folder.path(), m_clock);
    IntentJournal intents(folder.path(), m_clock);
    const qint64 number = *outcome(journal.begin(batchOf(QStringLiteral("t1")), Ids, this));
    QVERIFY(outcome(intents.unsettled(this)));
    // The other's sweep of dead owners has not touched the claim.
    MemberJournal second(folder.path(), m_clock);
    QCOMPARE(errorOf(outcome(second.claim(number, this))), ErrorKind::IntentClaimed);
}

void MemberJournalTest::foreignFilesAreLeftAlone_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("schema");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("the other journal's")
        << QStringLiteral("intents") << 1 << ErrorKind::JournalUnavailable;
    QTest::newRow("newer") << QStringLiteral("batches") << 2 << ErrorKind::FileTooNew;
}

void MemberJournalTest::foreignFilesAreLeftAlone()
{
    QFETCH(QString, name);
    QFETCH(int, schema);
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("members.sqlite")));
    QVERIFY(makeForeignDatabase(file.fileName(), name, schema));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    {
        MemberJournal journal(folder.path(), m_clock);
        QFETCH(ErrorKind, kind);
        QCOMPARE(errorOf(outcome(journal.begin(batchOf(QStringLiteral("t1")), Ids, this))), kind);
    }
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll(), before);
}

} // namespace fuotadesk

using fuotadesk::MemberJournalTest;
FUOTADESK_TEST(MemberJournalTest);
#include "memberjournaltest.moc"
