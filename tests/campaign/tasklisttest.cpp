#include "campaign/tasklist.h"
#include "campaign/bench.h"
#include "support/outcome.h"
#include "support/testcase.h"

#include <QSignalSpy>
#include <QUrlQuery>

namespace fuotadesk {

using Fate = ServiceDouble::Fate;

class TaskListTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void rowsFirstDetailsBehind();
    void firstReadingShowsEachPage();
    void visibleRowsAreFetchedFirst();
    void detailsKeepToTheQuota();
    void failureKeepsTheKnownRows();
    void olderRefreshIsDropped();
    void otherConnectionStartsEmpty();
    void startIsSeenInTheRow();
    void startOfWhatIsGoneSaysSo();
    void removeTakesTheRowAway();
    void removingWhatIsGoneCounts();
    void rowThatVanishedIsDropped();
    void failedDetailsAreSaidInTheRow();
};

namespace {

void fill(ServiceDouble& service, int count)
{
    for (int i = 0; i < count; ++i)
        service.addTask({{QStringLiteral("Name"), QStringLiteral("t%1").arg(i)},
                         {QStringLiteral("FirmwareUpdateImage"), QStringLiteral("s3://b/k")}});
}

bool allHaveDetails(const TaskList& list)
{
    return std::all_of(list.rows().begin(), list.rows().end(),
                       [](const TaskRow& row) { return row.details.has_value(); });
}

} // namespace

void TaskListTest::rowsFirstDetailsBehind()
{
    Bench bench;
    fill(bench.service, 3);
    TaskList list(bench.session, bench.clock);
    bool detailsWithTheRows = false;
    connect(&list, &TaskList::rowsReset, this,
            [&] { detailsWithTheRows = !list.rows().isEmpty() && list.rows().first().details; });
    bench.signIn();
    QTRY_COMPARE(list.state(), ListState::Ready);
    QCOMPARE(list.rows().size(), 3);
    QVERIFY(!detailsWithTheRows);
    QCOMPARE(list.asOf(), bench.clock.now());
    QTRY_VERIFY(allHaveDetails(list));
    QCOMPARE(list.rows().first().details->status, TaskStatus::Pending);
}

void TaskListTest::firstReadingShowsEachPage()
{
    Bench bench;
    QStringList asked;
    bench.service.answerInstead = [&](const HttpRequest& request) -> std::optional<HttpResponse> {
        if (request.url.path() != u"/fuota-tasks")
            return HttpResponse{200, {}, R"({"Id": "x", "Status": "FuotaDone"})"};
        const auto token = QUrlQuery(request.url).queryItemValue(QStringLiteral("nextToken"));
        asked << token;
        if (token.isEmpty())
            return HttpResponse{
                200, {}, R"({"NextToken": "n", "FuotaTaskList": [{"Id": "a"}, {"Id": "b"}]})"};
        return HttpResponse{200, {}, R"({"FuotaTaskList": [{"Id": "c"}]})"};
    };
    TaskList list(bench.session, bench.clock);
    QList<qsizetype> sizes;
    qsizetype askedForTheFirst = 0;
    connect(&list, &TaskList::rowsReset, this, [&] {
        if (list.rows().isEmpty()) // another connection
            return;
        if (sizes.isEmpty())
            askedForTheFirst = asked.size();
        sizes << list.rows().size();
    });
    bench.signIn();
    QTRY_COMPARE(list.state(), ListState::Ready);
    QCOMPARE(sizes, QList<qsizetype>({2, 3, 3}));
    QCOMPARE(askedForTheFirst, 1);
    sizes.clear();
    list.refresh(); // the rows that are known stay until all is there
    QTRY_COMPARE(list.state(), ListState::Ready);
    QCOMPARE(sizes, QList<qsizetype>({3}));
}

void TaskListTest::visibleRowsAreFetchedFirst()
{
    Bench bench;
    fill(bench.service, 12);
    TaskList list(bench.session, bench.clock);
    list.setVisibleRows({QStringLiteral("task-12"), QStringLiteral("task-11")});
    bench.signIn();
    QTRY_VERIFY(bench.service.requests().size() >= 3);
    QCOMPARE(bench.service.requests().at(1), QStringLiteral("GET /fuota-tasks/task-11"));
    QCOMPARE(bench.service.requests().at(2), QStringLiteral("GET /fuota-tasks/task-12"));
}

void TaskListTest::detailsKeepToTheQuota()
{
    Bench bench;
    fill(bench.service, 12);
    TaskList list(bench.session, bench.clock);
    QElapsedTimer elapsed;
    connect(&list, &TaskList::stateChanged, this, [&] {
        if (list.state() == ListState::Ready && !elapsed.isValid())
            elapsed.start();
    });
    bench.signIn();
    QTRY_VERIFY(elapsed.isValid());
    QTRY_VERIFY(allHaveDetails(list));
    QVERIFY(elapsed.elapsed() >= 7 * 110 - 150); // 5 at once, 7 paced
}

void TaskListTest::failureKeepsTheKnownRows()
{
    Bench bench;
    fill(bench.service, 2);
    TaskList list(bench.session, bench.clock);
    bench.signIn();
    QTRY_COMPARE(list.state(), ListState::Ready);
    bench.service.setOthers(Fate::RefuseConnection);
    list.refresh();
    QTRY_COMPARE(list.state(), ListState::Failed);
    QCOMPARE(list.error()->kind, ErrorKind::ConnectionRefused);
    QCOMPARE(list.rows().size(), 2);
}

void TaskListTest::olderRefreshIsDropped()
{
    Bench bench;
    fill(bench.service, 1);
    TaskList list(bench.session, bench.clock);
    bench.signIn();
    QTRY_COMPARE(list.state(), ListState::Ready);
    QSignalSpy states(&list, &TaskList::stateChanged);
    bench.service.setOthers(Fate::Hang);
    list.refresh();
    bench.service.setOthers(Fate::Answer);
    list.refresh();
    QTRY_COMPARE(list.state(), ListState::Ready);
    QCOMPARE(states.count(), 3); // loading, loading, ready
}

void TaskListTest::otherConnectionStartsEmpty()
{
    Bench bench;
    fill(bench.service, 2);
    TaskList list(bench.session, bench.clock);
    bench.signIn();
    QTRY_COMPARE(list.rows().size(), 2);
    bench.sandbox.stop();
    bench.sandbox.error = Error{ErrorKind::SandboxUnavailable, {}, {}, 0, {}, {}, false};
    bench.session.activate(sandboxConnection().id);
    QCOMPARE(list.rows().size(), 0);
    QCOMPARE(list.state(), ListState::Empty);
    QVERIFY(!list.asOf().isValid());
}

void TaskListTest::startIsSeenInTheRow()
{
    Bench bench;
    fill(bench.service, 1);
    TaskList list(bench.session, bench.clock);
    bench.signIn();
    QTRY_VERIFY(list.rows().size() == 1 && allHaveDetails(list));
    const QString id = list.rows().first().summary.id;
    const QDateTime at = bench.clock.now().addSecs(3600);
    Outcome<void> started;
    started.watch(list.start(id, at, this), this);
    QTRY_COMPARE(started.count, 1);
    QVERIFY(started.result->has_value());
    QTRY_COMPARE(list.find(id)->details->status, TaskStatus::SessionWaiting);
    QCOMPARE(list.find(id)->details->startTime, at);
}

void TaskListTest::startOfWhatIsGoneSaysSo()
{
    Bench bench;
    fill(bench.service, 1);
    TaskList list(bench.session, bench.clock);
    bench.signIn();
    QTRY_VERIFY(list.rows().size() == 1 && allHaveDetails(list));
    const QString id = list.rows().first().summary.id;
    bench.service.removeTask(id);
    Outcome<void> started;
    started.watch(list.start(id, bench.clock.now().addSecs(3600), this), this);
    QTRY_COMPARE(started.count, 1);
    QCOMPARE(started.result->error().kind, ErrorKind::NotFound);
    QTRY_VERIFY(!list.find(id)); // the row is read again and goes
}

void TaskListTest::removeTakesTheRowAway()
{
    Bench bench;
    fill(bench.service, 2);
    TaskList list(bench.session, bench.clock);
    bench.signIn();
    QTRY_COMPARE(list.rows().size(), 2);
    QVERIFY(*resultOf(list.remove(QStringLiteral("task-1"), this)));
    QTRY_COMPARE(list.rows().size(), 1);
    QCOMPARE(bench.service.taskCount(), 1);
}

void TaskListTest::removingWhatIsGoneCounts()
{
    Bench bench;
    fill(bench.service, 1);
    TaskList list(bench.session, bench.clock);
    bench.signIn();
    QTRY_COMPARE(list.rows().size(), 1);
    bench.service.removeTask(QStringLiteral("task-1"));
    QVERIFY(*resultOf(list.remove(QStringLiteral("task-1"), this)));
    QTRY_COMPARE(list.rows().size(), 0);
}

void TaskListTest::rowThatVanishedIsDropped()
{
    Bench bench;
    fill(bench.service, 2);
    TaskList list(bench.session, bench.clock);
    bench.signIn();
    QTRY_VERIFY(list.rows().size() == 2 && allHaveDetails(list));
    bench.service.removeTask(QStringLiteral("task-2"));
    list.refreshDetails(QStringLiteral("task-2"));
    QTRY_COMPARE(list.rows().size(), 1);
}

void TaskListTest::failedDetailsAreSaidInTheRow()
{
    Bench bench;
    fill(bench.service, 1);
    TaskList list(bench.session, bench.clock);
    bench.signIn();
    QTRY_VERIFY(list.rows().size() == 1 && allHaveDetails(list));
    bench.service.setOthers(Fate::Deny);
    list.refreshDetails(QStringLiteral("task-1"));
    QTRY_VERIFY(list.rows().first().detailsError.has_value());
    QVERIFY(list.rows().first().details); // what was known stays
}

} // namespace fuotadesk

using fuotadesk::TaskListTest;
FUOTADESK_TEST(TaskListTest);
#include "tasklisttest.moc"
