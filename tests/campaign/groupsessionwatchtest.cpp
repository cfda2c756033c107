#include "campaign/groupsessionwatch.h"
#include "campaign/groupbench.h"
#include "campaign/sandboxbench.h"
#include "iotwireless/multicastgroupclient.h"
#include "support/patience.h"
#include "support/testcase.h"

namespace fuotadesk {

class GroupSessionWatchTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void noSessionIsNoFailure();
    void lateAnswersOfAnotherGroupAreDropped();
    void startedSessionIsReadAgain();
    void goneSessionIsCancelled();
    void failureIsSaid();
    void sandboxStartsAndCancelsOne();
};

namespace {

struct Watched : GroupBench {
    GroupSessionWatch watch{session};

    void look(const char* group)
    {
        signIn();
        watch.watch(QString::fromLatin1(group));
        QTRY_COMPARE(watch.state(), ListState::Ready);
    }
};

const QString Get = QStringLiteral("GetMulticastGroupSession");
const QString Group = QStringLiteral("g0");

} // namespace

void GroupSessionWatchTest::noSessionIsNoFailure()
{
    Watched bench;
    bench.look("g0"); // an answer without members
    QVERIFY(!bench.watch.session());
    bench.fates.insert(Get, 404);
    bench.watch.refresh();
    QCOMPARE(bench.watch.state(), ListState::Loading);
    QTRY_COMPARE(bench.watch.state(), ListState::Ready);
    QVERIFY(!bench.watch.session());
}

void GroupSessionWatchTest::lateAnswersOfAnotherGroupAreDropped()
{
    Watched bench;
    bench.running = {{QStringLiteral("DlDr"), 3}};
    bench.signIn();
    bench.watch.watch(QStringLiteral("g1"));
    bench.watch.watch(QString());
    QCOMPARE(bench.watch.state(), ListState::Empty);
    letEventsPass();
    QVERIFY(!bench.watch.session());
    bench.look("g0");
    QCOMPARE(bench.watch.session()->dataRate, 3);
}

void GroupSessionWatchTest::startedSessionIsReadAgain()
{
    Watched bench;
    bench.look("g0");
    MulticastSession session;
    session.dataRate = 5;
    session.timeoutSeconds = 4096;
    QVERIFY(*resultOf(bench.watch.start(Group, session, this)));
    QTRY_VERIFY(bench.watch.session());
    QCOMPARE(bench.watch.session()->timeoutSeconds, 4096);
    QVERIFY(*resultOf(bench.watch.cancel(Group, this)));
    QTRY_VERIFY(bench.watch.state() == ListState::Ready && !bench.watch.session());
}

void GroupSessionWatchTest::goneSessionIsCancelled()
{
    Watched bench;
    bench.look("g0");
    bench.fates.insert(QStringLiteral("CancelMulticastGroupSession"), 404);
    QVERIFY(*resultOf(bench.watch.cancel(Group, this)));
    bench.fates.insert(QStringLiteral("CancelMulticastGroupSession"), 409);
    QCOMPARE(resultOf(bench.watch.cancel(Group, this))->error().kind, ErrorKind::Conflict);
}

void GroupSessionWatchTest::failureIsSaid()
{
    Watched bench;
    bench.fates.insert(Get, 403);
    bench.signIn();
    bench.watch.watch(Group);
    QTRY_COMPARE(bench.watch.state(), ListState::Failed);
    QCOMPARE(bench.watch.error()->kind, ErrorKind::AccessDenied);
}

void GroupSessionWatchTest::sandboxStartsAndCancelsOne()
{
    SandboxBench bench;
    bench.signIn();
    const auto groups = resultOf(bench.session.stack()->multicastGroups().list(this));
    const QString id = (*groups)->first().id;
    GroupSessionWatch watch(bench.session);
    watch.watch(id);
    QTRY_COMPARE_WITH_TIMEOUT(watch.state(), ListState::Ready, 20000);
    QVERIFY(!watch.session());
    MulticastSession session;
    session.startTime = bench.clock.now().addSecs(qint64{40} * 60);
    session.timeoutSeconds = 5000;
    QVERIFY(*resultOf(watch.start(id, session, this)));
    QTRY_VERIFY_WITH_TIMEOUT(watch.session(), 20000);
    QCOMPARE(watch.session()->timeoutSeconds, 8192); // rounded up
    QVERIFY(watch.session()->dataRate && watch.session()->frequencyHz);
    QVERIFY(*resultOf(watch.cancel(id, this)));
    QTRY_VERIFY_WITH_TIMEOUT(watch.state() == ListState::Ready && !watch.session(), 20000);
}

} // namespace fuotadesk

using fuotadesk::GroupSessionWatchTest;
FUOTADESK_TEST(GroupSessionWatchTest);
#include "groupsessionwatchtest.moc"
