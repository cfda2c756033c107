#include "store/activitybench.h"
#include "support/testcase.h"

#include <QElapsedTimer>

namespace fuotadesk {

using namespace activity;

class ActivityReadingTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void newestComeFirstPageByPage();
    void filterNarrows_data();
    void filterNarrows();
    void searchTakesWildcardsForWhatTheyAre();
    void oldestAreForgotten();
    void hundredThousandOpenAtOnce();
};

void ActivityReadingTest::newestComeFirstPageByPage()
{
    Fixture f;
    for (int i = 1; i <= 5; ++i)
        f.begin(deletion(QString::number(i)));
    ActivityQuery query;
    query.most = 2;
    const auto targets = [&] {
        QString all;
        for (const auto entries = f.page(query).entries; const ActivityEntry& each : entries)
            all += each.call.target;
        return all;
    };
    QCOMPARE(targets(), QStringLiteral("54"));
    query.below = 4;
    QCOMPARE(targets(), QStringLiteral("32"));
    query.below = 0;
    query.above = 4;
    QCOMPARE(targets(), QStringLiteral("5"));
    QCOMPARE(f.page(query).total, 5);
}

void ActivityReadingTest::filterNarrows_data()
{
    QTest::addColumn<ActivityFilter>("filter");
    QTest::addColumn<QString>("targets");
    const auto row = [](const char* name, const ActivityFilter& filter, const char* targets) {
        QTest::newRow(name) << filter << QString::fromLatin1(targets);
    };
    row("all", {}, "d c b a");
    row("operation", {{}, QStringLiteral("StartFuotaTask"), {}}, "c a");
    row("outcome", {{}, {}, ChangeOutcome::Failed}, "c b");
    row("both", {{}, QStringLiteral("StartFuotaTask"), ChangeOutcome::Failed}, "c");
    row("search of a target", {QStringLiteral("C"), {}, {}}, "c");
    row("search of a request", {QStringLiteral("r-1"), {}, {}}, "a");
    row("search of a connection", {QStringLiteral("PROD"), {}, {}}, "d c b a");
    row("search of nothing", {QStringLiteral("zzz"), {}, {}}, "");
}

void ActivityReadingTest::filterNarrows()
{
    QFETCH(ActivityFilter, filter);
    Fixture f;
    const auto start = QStringLiteral("StartFuotaTask");
    f.journal->end(f.begin(callOf(start, QStringLiteral("a"))), done());
    f.journal->end(f.begin(deletion(QStringLiteral("b"))), refused());
    f.journal->end(f.begin(callOf(start, QStringLiteral("c"))), refused());
    f.begin(deletion(QStringLiteral("d")));
    QVERIFY(outcome(f.journal->flush(this)));
    QTEST(f.targets(filter).join(u' '), "targets");
    QCOMPARE(f.page().operations, (QStringList{QStringLiteral("DeleteFuotaTask"), start}));
}

void ActivityReadingTest::searchTakesWildcardsForWhatTheyAre()
{
    Fixture f;
    for (const char* target : {"50%", "500", "a_b", "aXb", "a\\b"})
        f.begin(deletion(QString::fromLatin1(target)));
    QCOMPARE(f.targets({QStringLiteral("0%"), {}, {}}), QStringList{QStringLiteral("50%")});
    QCOMPARE(f.targets({QStringLiteral("a_"), {}, {}}), QStringList{QStringLiteral("a_b")});
    QCOMPARE(f.targets({QStringLiteral("a\\"), {}, {}}), QStringList{QStringLiteral("a\\b")});
    QCOMPARE(f.targets({QStringLiteral("'"), {}, {}}), QStringList());
}

void ActivityReadingTest::oldestAreForgotten()
{
    Fixture f;
    f.journal = std::make_unique<ActivityJournal>(f.folder.path(), f.clock, 3);
    for (int i = 1; i <= 5; ++i)
        f.begin(deletion(QString::number(i)));
    QCOMPARE(f.targets({}).join(u' '), QStringLiteral("5 4 3"));
}

void ActivityReadingTest::hundredThousandOpenAtOnce()
{
    Fixture f;
    f.begin(deletion());
    f.restart();
    QVERIFY(runSql(
        f.file(),
        {QStringLiteral(
            "INSERT INTO calls (at, ended_at, connection, connection_name, endpoint, region,"
            " operation, target, member, outcome, error_kind, error_code, request_id, result,"
            " owner) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <"
            " 99999) SELECT 1, 2, 'c1', 'prod', 'https://here', 'eu-west-1',"
            " 'AssociateWirelessDeviceWithFuotaTask', 'task-' || i, 'device-' || i, 'done', '',"
            " '', 'request-' || i, '', '' FROM n")}));
    QElapsedTimer timer;
    timer.start();
    const ActivityExcerpt page = f.page();
    const qint64 opened = timer.restart();
    QCOMPARE(page.total, 100'000);
    QCOMPARE(page.entries.size(), 200);
    QCOMPARE(f.targets({QStringLiteral("task-77777"), {}, {}}).size(), 1);
    const qint64 searched = timer.elapsed();
    // On a busy machine under the sanitizers; by itself it is a fiftieth of that.
    QVERIFY2(opened < 15'000, qPrintable(QString::number(opened)));
    QVERIFY2(searched < 15'000, qPrintable(QString::number(searched)));
    qInfo("opened in %lld ms, searched in %lld ms", opened, searched);
}

FUOTADESK_TEST(ActivityReadingTest);

} // namespace fuotadesk

#include "activityreadingtest.moc"
