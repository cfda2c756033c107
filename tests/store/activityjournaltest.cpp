#include "store/activitybench.h"
#include "support/testcase.h"

#include <QFile>
#include <QSignalSpy>

namespace fuotadesk {

using namespace activity;

class ActivityJournalTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void changeIsOpenUntilItEnds();
    void failureIsKeptWithItsReason();
    void everyKindOfFailureIsKept_data();
    void everyKindOfFailureIsKept();
    void itsOwnEntriesAreTold();
    void whatACrashLeftOpenIsUnknown();
    void whatAnotherProcessHasOpenIsOpen();
    void endsAreWrittenAtTheEnd();
    void flushEndsWhenAllIsWritten();
    void manyShareAWrite();
    void unusableFileIsSaidAndNotTriedAtOnce();
    void newerSchemaIsLeftAlone();
};

void ActivityJournalTest::changeIsOpenUntilItEnds()
{
    Fixture f;
    const QDateTime began = f.clock.now();
    const qint64 number = f.begin(callOf(QStringLiteral("AssociateWirelessDeviceWithFuotaTask"),
                                         QStringLiteral("t1"), QStringLiteral("d1")));
    QCOMPARE(number, 1);
    ActivityEntry entry = f.page().entries.value(0);
    QCOMPARE(entry.end.outcome, ChangeOutcome::Open);
    QCOMPARE(entry.at, began);
    QVERIFY(!entry.endedAt.isValid());
    f.clock.advance(std::chrono::seconds(2));
    f.journal->end(number, done());
    QVERIFY(outcome(f.journal->flush(this)));
    entry = f.page().entries.value(0);
    QCOMPARE(entry.call.member, QStringLiteral("d1"));
    QCOMPARE(entry.call.connectionName, QStringLiteral("prod"));
    QCOMPARE(entry.end, done());
    QCOMPARE(entry.endedAt, began.addSecs(2));
    QCOMPARE(f.page().total, 1);
}

void ActivityJournalTest::failureIsKeptWithItsReason()
{
    Fixture f;
    f.journal->end(f.begin(deletion()), refused());
    f.restart();
    QCOMPARE(f.page().entries.value(0).end, refused());
}

void ActivityJournalTest::everyKindOfFailureIsKept_data()
{
    QTest::addColumn<ErrorKind>("kind");
    for (int kind = 0; kind <= int(ErrorKind::ClockSkewed); ++kind)
        QTest::newRow(qPrintable(QString::number(kind))) << ErrorKind(kind);
}

void ActivityJournalTest::everyKindOfFailureIsKept()
{
    QFETCH(ErrorKind, kind);
    Fixture f;
    const ChangeEnd end{ChangeOutcome::Unknown, kind, {}, {}, {}};
    f.journal->end(f.begin(deletion()), end);
    QVERIFY(outcome(f.journal->flush(this)));
    QCOMPARE(f.page().entries.value(0).end.errorKind, kind);
}

void ActivityJournalTest::itsOwnEntriesAreTold()
{
    Fixture f;
    const QSignalSpy told(f.journal.get(), &ActivityJournal::written);
    const qint64 number = f.begin(deletion());
    f.journal->end(number, done());
    QVERIFY(outcome(f.journal->flush(this)));
    QCOMPARE(told.size(), 2);
    const auto last = told.at(1).at(0).value<QList<ActivityEntry>>();
    QCOMPARE(last, f.page().entries);
}

void ActivityJournalTest::whatACrashLeftOpenIsUnknown()
{
    Fixture f;
    f.begin(deletion());
    f.restart();
    QCOMPARE(f.page().entries.value(0).end.outcome, ChangeOutcome::Unknown);
    QVERIFY(!f.page().entries.value(0).endedAt.isValid());
    QCOMPARE(f.targets({{}, {}, ChangeOutcome::Open}).size(), 0);
    QCOMPARE(f.targets({{}, {}, ChangeOutcome::Unknown}).size(), 1);
}

void ActivityJournalTest::whatAnotherProcessHasOpenIsOpen()
{
    Fixture f;
    ActivityJournal other(f.folder.path(), f.clock);
    const qint64 number = outcome(other.begin(deletion(), this)).value_or(0);
    QCOMPARE(f.page().entries.value(0).end.outcome, ChangeOutcome::Open);
    other.end(number, done());
    QVERIFY(outcome(other.flush(this)));
    const auto entries = outcome(f.journal->readEach({number, 99}, this));
    QCOMPARE(entries->size(), 1);
    QCOMPARE(entries->first().end, done());
}

void ActivityJournalTest::endsAreWrittenAtTheEnd()
{
    Fixture f;
    const qint64 first = f.begin(deletion());
    const qint64 second = f.begin(deletion());
    f.journal->end(first, done()); // begins a write
    f.journal->end(second, refused());
    f.restart();
    QCOMPARE(f.page().entries.value(1).end, done());
    QCOMPARE(f.page().entries.value(0).end, refused());
}

void ActivityJournalTest::flushEndsWhenAllIsWritten()
{
    Fixture f;
    QVERIFY(outcome(f.journal->flush(this)));
    const qint64 number = f.begin(deletion());
    f.journal->end(number, done());
    QVERIFY(outcome(f.journal->flush(this)));
    ActivityJournal other(f.folder.path(), f.clock);
    QCOMPARE(outcome(other.read({}, this))->entries.value(0).end, done());
}

void ActivityJournalTest::manyShareAWrite()
{
    Fixture f;
    f.begin(deletion()); // the file is open now
    const QSignalSpy told(f.journal.get(), &ActivityJournal::written);
    for (int i = 0; i < 1000; ++i)
        f.journal->begin(deletion(), this);
    QVERIFY(outcome(f.journal->flush(this)));
    QCOMPARE(f.page().total, 1001);
    QCOMPARE(told.size(), 2); // the first, and the rest together
}

void ActivityJournalTest::unusableFileIsSaidAndNotTriedAtOnce()
{
    Fixture f;
    QFile file(f.file());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write("no database"), 11);
    file.close();
    const QSignalSpy changed(f.journal.get(), &ActivityJournal::errorChanged);
    auto* first = f.journal->begin(deletion(), this);
    std::optional<ErrorKind> second; // of one that comes while the disk is at the first
    f.journal->begin(deletion(), this)->then(this, [&](const Result<qint64>& number) {
        second = errorOf(number);
    });
    QCOMPARE(errorOf(outcome(first)), ErrorKind::JournalUnavailable);
    QTRY_COMPARE(second, ErrorKind::JournalUnavailable);
    QCOMPARE(f.journal->error()->code, QStringLiteral("damaged"));
    QCOMPARE(changed.size(), 1);
    QVERIFY(QFile::remove(f.file()));
    // It rests: the changes do not wait for a disk that does not work.
    QCOMPARE(errorOf(outcome(f.journal->begin(deletion(), this))), ErrorKind::JournalUnavailable);
    QVERIFY(!QFile::exists(f.file()));
    QVERIFY(outcome(f.journal->flush(this))); // asks for it, and finds nothing to write
    QCOMPARE(f.page().total, 0);
}

void ActivityJournalTest::newerSchemaIsLeftAlone()
{
    Fixture f;
    QVERIFY(runSql(f.file(),
                   {QStringLiteral("CREATE TABLE calls (everything TEXT)"),
                    QStringLiteral("PRAGMA user_version=2")}));
    const auto begun = outcome(f.journal->begin(deletion(), this));
    QCOMPARE(errorOf(begun), ErrorKind::FileTooNew);
    QCOMPARE(begun.error().detail, QStringLiteral("2"));
}

FUOTADESK_TEST(ActivityJournalTest);

} // namespace fuotadesk

#include "activityjournaltest.moc"
