#include "campaign/watchhistory.h"

#include "support/testcase.h"

namespace fuotadesk {

class WatchHistoryTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void onlyChangesAreKept();
    void aLongCampaignIsThinnedOut();
    void tasksLookedAtLastAreKept();
};

namespace {

WatchPoint pointAt(int second, int successful)
{
    const QDateTime start(QDate(2026, 11, 25), QTime(12, 0), Qt::UTC);
    return {start.addSecs(second), TaskStatus::InSession, {100'000 - successful, successful, 0}};
}

const QString Task = QStringLiteral("task");

} // namespace

void WatchHistoryTest::onlyChangesAreKept()
{
    WatchHistory history;
    QVERIFY(history.of(Task).isEmpty());
    QVERIFY(history.add(Task, pointAt(0, 0)));
    QVERIFY(!history.add(Task, pointAt(5, 0)));
    QVERIFY(history.add(Task, pointAt(10, 1)));
    WatchPoint done = pointAt(15, 1);
    done.status = TaskStatus::Done;
    QVERIFY(history.add(Task, done));
    QCOMPARE(history.of(Task), QList<WatchPoint>({pointAt(0, 0), pointAt(10, 1), done}));
    history.clear();
    QVERIFY(history.of(Task).isEmpty());
}

void WatchHistoryTest::aLongCampaignIsThinnedOut()
{
    WatchHistory history;
    constexpr int Looks = 50'000;
    for (int look = 0; look < Looks; ++look) {
        QVERIFY(history.add(Task, pointAt(look, look)));
        QVERIFY(history.of(Task).size() <= WatchHistory::MostPoints);
    }
    const QList<WatchPoint>& kept = history.of(Task);
    QVERIFY(kept.size() > WatchHistory::MostPoints / 3);
    QCOMPARE(kept.first(), pointAt(0, 0));
    QCOMPARE(kept.last(), pointAt(Looks - 1, Looks - 1));
    for (qsizetype i = 1; i < kept.size(); ++i) {
        QVERIFY(kept.at(i).at > kept.at(i - 1).at);
        QVERIFY(kept.at(i).at.secsTo(kept.first().at) == -kept.at(i).counts.successful); // true
    }
}

void WatchHistoryTest::tasksLookedAtLastAreKept()
{
    WatchHistory history;
    const auto name = [](int number) { return QStringLiteral("task-%1").arg(number); };
    for (int i = 0; i < WatchHistory::MostTasks; ++i)
        history.add(name(i), pointAt(0, 0));
    history.add(name(0), pointAt(5, 0)); // no news, but a look
    history.add(QStringLiteral("one more"), pointAt(0, 0));
    QCOMPARE(history.of(name(0)).size(), 1);
    QVERIFY(history.of(name(1)).isEmpty());
    QCOMPARE(history.of(name(2)).size(), 1);
}

FUOTADESK_TEST(WatchHistoryTest);

} // namespace fuotadesk

#include "watchhistorytest.moc"
