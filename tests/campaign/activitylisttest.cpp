#include "campaign/activitylist.h"
#include "campaign/bench.h"
#include "store/activityjournal.h"
#include "support/testcase.h"

#include <QFile>
#include <QSignalSpy>

namespace fuotadesk {

class ActivityListTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsReadBeforeItIsAsked();
    void ownChangesComeByThemselves();
    void changesOfAnotherProcessComeWithARefresh();
    void manyChangesOfAnotherProcessLeaveNoGap();
    void moreIsReadPageByPage();
    void filterIsAppliedToWhatComes();
    void failureKeepsWhatIsKnown();
};

namespace {

struct Fixture {
    static ChangeCall deletion(const QString& target)
    {
        ChangeCall call;
        call.operation = QStringLiteral("DeleteFuotaTask");
        call.target = target;
        return call;
    }

    qint64 begin(ActivityJournal& into, const QString& target)
    {
        return resultOf(into.begin(deletion(target), &owner))->value_or(0);
    }

    void flush(ActivityJournal& of) { resultOf(of.flush(&owner)); }

    void load()
    {
        list.refresh();
        QTRY_COMPARE(list.state(), ListState::Ready);
    }

    QString targets() const
    {
        QStringList targets;
        for (const ActivityEntry& each : list.entries())
            targets << each.call.target;
        return targets.join(u' ');
    }

    QTemporaryDir folder{folderInMemory()};
    FakeClock clock;
    QObject owner;
    ActivityJournal journal{folder.path(), clock};
    ActivityList list{journal};
};

} // namespace

void ActivityListTest::nothingIsReadBeforeItIsAsked()
{
    Fixture f;
    f.begin(f.journal, QStringLiteral("a"));
    QVERIFY(f.list.entries().isEmpty());
    QCOMPARE(f.list.state(), ListState::Empty);
    f.load();
    QCOMPARE(f.targets(), QStringLiteral("a"));
    QCOMPARE(f.list.operations(), QStringList{QStringLiteral("DeleteFuotaTask")});
}

void ActivityListTest::ownChangesComeByThemselves()
{
    Fixture f;
    f.load();
    const QSignalSpy added(&f.list, &ActivityList::entriesAdded);
    const QSignalSpy changed(&f.list, &ActivityList::entryChanged);
    const qint64 number = f.begin(f.journal, QStringLiteral("a"));
    f.begin(f.journal, QStringLiteral("b"));
    QCOMPARE(f.targets(), QStringLiteral("b a"));
    QCOMPARE(added.size(), 2);
    f.journal.end(number, {ChangeOutcome::Done, {}, {}, QStringLiteral("r"), {}});
    f.flush(f.journal);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toInt(), 1);
    QCOMPARE(f.list.entries().at(1).end.requestId, QStringLiteral("r"));
    QCOMPARE(f.list.total(), 2);
}

void ActivityListTest::changesOfAnotherProcessComeWithARefresh()
{
    Fixture f;
    ActivityJournal other(f.folder.path(), f.clock);
    const qint64 number = f.begin(other, QStringLiteral("a"));
    f.load();
    f.begin(other, QStringLiteral("b"));
    other.end(number, {ChangeOutcome::Done, {}, {}, {}, {}});
    f.flush(other);
    f.list.refresh();
    QTRY_COMPARE(f.targets(), QStringLiteral("b a"));
    QTRY_COMPARE(f.list.entries().at(1).end.outcome, ChangeOutcome::Done);
    QCOMPARE(f.list.total(), 2);
}

void ActivityListTest::manyChangesOfAnotherProcessLeaveNoGap()
{
    Fixture f;
    ActivityJournal other(f.folder.path(), f.clock);
    f.begin(other, QStringLiteral("first"));
    f.load();
    for (int i = 0; i < ActivityList::PageSize + 50; ++i)
        other.begin(Fixture::deletion(QString::number(i)), &f.owner);
    f.flush(other);
    f.list.refresh();
    QTRY_COMPARE(f.list.total(), ActivityList::PageSize + 51);
    QCOMPARE(f.list.entries().size(), ActivityList::PageSize);
    QVERIFY(f.list.hasMore());
    f.list.readMore();
    QTRY_COMPARE(f.list.entries().size(), f.list.total());
    QCOMPARE(f.list.entries().last().call.target, QStringLiteral("first"));
}

void ActivityListTest::moreIsReadPageByPage()
{
    Fixture f;
    for (int i = 0; i < 2 * ActivityList::PageSize + 1; ++i)
        f.journal.begin(Fixture::deletion(QString::number(i)), &f.owner);
    f.flush(f.journal);
    f.load();
    const QSignalSpy added(&f.list, &ActivityList::entriesAdded);
    QCOMPARE(f.list.entries().size(), ActivityList::PageSize);
    f.list.readMore();
    f.list.readMore(); // one at a time
    QTRY_COMPARE(f.list.entries().size(), 2 * ActivityList::PageSize);
    QCOMPARE(added.size(), 1);
    f.list.readMore();
    QTRY_VERIFY(!f.list.hasMore());
    for (qsizetype i = 0; i < f.list.entries().size(); ++i)
        QCOMPARE(f.list.entries().at(i).number, f.list.total() - i);
}

void ActivityListTest::filterIsAppliedToWhatComes()
{
    Fixture f;
    f.begin(f.journal, QStringLiteral("meter-1"));
    f.begin(f.journal, QStringLiteral("valve"));
    f.load();
    f.list.setFilter({QStringLiteral("METER"), {}, {}});
    QTRY_COMPARE(f.targets(), QStringLiteral("meter-1"));
    QTRY_COMPARE(f.list.state(), ListState::Ready);
    f.begin(f.journal, QStringLiteral("meter-2"));
    f.begin(f.journal, QStringLiteral("valve-2"));
    QCOMPARE(f.targets(), QStringLiteral("meter-2 meter-1"));
    f.list.setFilter({{}, QStringLiteral("StartFuotaTask"), {}});
    QTRY_COMPARE(f.targets(), QString());
    f.list.setFilter({{}, {}, ChangeOutcome::Open});
    QTRY_COMPARE(f.list.total(), 4);
}

void ActivityListTest::failureKeepsWhatIsKnown()
{
    const QTemporaryDir folder{folderInMemory()};
    const FakeClock clock;
    QFile file(folder.filePath(QStringLiteral("activity.sqlite")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no database");
    file.close();
    ActivityJournal journal(folder.path(), clock);
    ActivityList list(journal);
    list.refresh();
    QTRY_COMPARE(list.state(), ListState::Failed);
    QCOMPARE(list.error()->kind, ErrorKind::JournalUnavailable);
    const QSignalSpy told(&list, &ActivityList::recordingErrorChanged);
    journal.begin(Fixture::deletion(QStringLiteral("a")), this);
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(list.recordingError());
    QVERIFY(file.remove());
    list.refresh();
    QTRY_COMPARE(list.state(), ListState::Ready);
}

FUOTADESK_TEST(ActivityListTest);

} // namespace fuotadesk

#include "activitylisttest.moc"
