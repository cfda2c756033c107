#include "campaign/taskwatch.h"
#include "campaign/bench.h"
#include "support/testcase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QUrlQuery>

namespace fuotadesk {

using namespace std::chrono_literals;

class TaskWatchTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyStatusHasAnOutcome();
    void devicesOfTheTaskAreCounted();
    void runningTaskIsFollowedToItsEnd();
    void pendingTaskIsLookedAtOnce();
    void quietTaskIsLookedAtSeldom();
    void whoAsksIsToldOftenAgain();
    void failureKeepsTheDevicesAndTriesAgain();
    void deletedTaskIsNotAskedForAgain();
    void otherTaskStartsEmpty();
    void pagesAreShownAsTheyCome();
};

namespace {

// A task whose status and devices a test sets.
struct Watched {
    Bench bench;
    QString status = QStringLiteral("In_FuotaSession");
    QStringList deviceStatuses;
    int pageSize = 250;
    int failWith = 0;
    int looks = 0;
    QStringList asked;
    TaskWatch watch{bench.session, bench.clock, {20ms, 160ms}};

    Watched()
    {
        bench.service.answerInstead = [this](const HttpRequest& request) {
            return answer(request);
        };
        bench.signIn();
    }

    std::optional<HttpResponse> answer(const HttpRequest& request)
    {
        const QString path = request.url.path();
        if (path == u"/wireless-devices")
            return json(200, devices(QUrlQuery(request.url)));
        if (!path.startsWith(u"/fuota-tasks/"))
            return {};
        ++looks;
        if (failWith != 0)
            return json(failWith, {{QStringLiteral("Message"), QStringLiteral("no")}});
        return json(
            200,
            {{QStringLiteral("Id"), path.section(u'/', 2, 2)}, {QStringLiteral("Status"), status}});
    }

    QJsonObject devices(const QUrlQuery& query)
    {
        asked << query.queryItemValue(QStringLiteral("fuotaTaskId"));
        const int first = query.queryItemValue(QStringLiteral("nextToken")).toInt();
        QJsonArray list;
        const int end = std::min(first + pageSize, static_cast<int>(deviceStatuses.size()));
        for (int i = first; i < end; ++i)
            list.append(QJsonObject{{QStringLiteral("Id"), QStringLiteral("d%1").arg(i)},
                                    {QStringLiteral("FuotaDeviceStatus"), deviceStatuses.at(i)}});
        QJsonObject body{{QStringLiteral("WirelessDeviceList"), list}};
        if (end < deviceStatuses.size())
            body.insert(QStringLiteral("NextToken"), QString::number(end));
        return body;
    }

    static HttpResponse json(int code, const QJsonObject& body)
    {
        return {code, {}, QJsonDocument(body).toJson(QJsonDocument::Compact), false};
    }
};

QStringList words(std::initializer_list<const char*> each)
{
    QStringList list;
    for (const char* word : each)
        list << QString::fromLatin1(word);
    return list;
}

} // namespace

void TaskWatchTest::everyStatusHasAnOutcome()
{
    int failed = 0;
    for (const char* word : fuotaDeviceStatusWords())
        failed += deviceOutcome(fuotaDeviceStatusFromText(QString::fromLatin1(word)))
                == DeviceOutcome::Failed
            ? 1
            : 0;
    QCOMPARE(failed, int(fuotaDeviceStatusWords().size()) - 2); // but Initial and Successful
    QCOMPARE(deviceOutcome(FuotaDeviceStatus::Initial), DeviceOutcome::Open);
    QCOMPARE(deviceOutcome(FuotaDeviceStatus::Successful), DeviceOutcome::Successful);
    QCOMPARE(deviceOutcome(fuotaDeviceStatusFromText(QStringLiteral("New"))), DeviceOutcome::Open);
}

void TaskWatchTest::devicesOfTheTaskAreCounted()
{
    Watched w;
    w.deviceStatuses = words({"Successful", "MissingFrag", "Initial", "Successful", "MICError"});
    w.watch.watch(QStringLiteral("task-7"));
    QTRY_COMPARE(w.watch.state(), ListState::Ready);
    QCOMPARE(w.watch.counts(), (DeviceCounts{1, 2, 2}));
    QCOMPARE(w.watch.devices().size(), 5);
    QCOMPARE(w.asked.first(), QStringLiteral("task-7"));
    QCOMPARE(w.watch.history().size(), 1);
    QCOMPARE(w.watch.asOf(), w.bench.clock.now());
}

void TaskWatchTest::runningTaskIsFollowedToItsEnd()
{
    Watched w;
    QSignalSpy ended(&w.watch, &TaskWatch::ended);
    w.deviceStatuses = words({"Initial", "Initial"});
    w.watch.watch(QStringLiteral("task-7"));
    QTRY_COMPARE(w.watch.history().size(), 1);
    w.deviceStatuses = words({"Successful", "Initial"});
    QTRY_COMPARE(w.watch.counts(), (DeviceCounts{1, 1, 0}));
    w.deviceStatuses = words({"Successful", "MissingFrag"});
    w.status = QStringLiteral("FuotaDone");
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(w.watch.counts(), (DeviceCounts{0, 1, 1}));
    QVERIFY(!w.watch.isFollowing());
    QCOMPARE(w.watch.history().last().status, TaskStatus::Done);
    w.watch.refresh(); // looked at once more, it has not ended once more
    QTRY_COMPARE(w.watch.state(), ListState::Ready);
    QCOMPARE(ended.count(), 1);
}

void TaskWatchTest::pendingTaskIsLookedAtOnce()
{
    Watched w;
    w.status = QStringLiteral("Pending");
    w.watch.watch(QStringLiteral("task-7"));
    QTRY_COMPARE(w.watch.state(), ListState::Ready);
    QVERIFY(!w.watch.isFollowing());
    QCOMPARE(w.looks, 1);
}

void TaskWatchTest::quietTaskIsLookedAtSeldom()
{
    Watched w;
    w.deviceStatuses = words({"Initial"});
    QList<QDateTime> times;
    connect(&w.watch, &TaskWatch::taskRead, this,
            [&] { times << QDateTime::currentDateTimeUtc(); });
    w.watch.watch(QStringLiteral("task-7"));
    QTRY_COMPARE(times.size(), 6);
    // 20 ms after the first look, which is news; then 40, 80, 160 and no longer than that. A coarse
    // timer may be a twentieth early; without backing off it would be 100 ms.
    constexpr qint64 Evenly = 20 + 40 + 80 + 160 + 160;
    QVERIFY(times.at(0).msecsTo(times.at(5)) >= Evenly * 9 / 10);
}

void TaskWatchTest::whoAsksIsToldOftenAgain()
{
    Watched w;
    TaskWatch watch(w.bench.session, w.bench.clock, {20ms, 10min});
    QList<QDateTime> times;
    connect(&watch, &TaskWatch::taskRead, this, [&] { times << QDateTime::currentDateTimeUtc(); });
    watch.watch(QStringLiteral("task-7"));
    QTRY_COMPARE(times.size(), 7); // the next one would come after 1280 ms, then 2560
    QTRY_COMPARE(watch.state(), ListState::Ready);
    watch.refresh();
    QTRY_COMPARE(times.size(), 9);
    QVERIFY(times.at(7).msecsTo(times.at(8)) < 2000); // 40, and a machine that is busy
}

void TaskWatchTest::failureKeepsTheDevicesAndTriesAgain()
{
    Watched w;
    w.deviceStatuses = words({"Initial", "Successful"});
    w.watch.watch(QStringLiteral("task-7"));
    QTRY_COMPARE(w.watch.state(), ListState::Ready);
    w.failWith = 400;
    QTRY_COMPARE(w.watch.state(), ListState::Failed);
    QCOMPARE(w.watch.devices().size(), 2);
    w.failWith = 0;
    QTRY_COMPARE(w.watch.state(), ListState::Ready);
}

void TaskWatchTest::deletedTaskIsNotAskedForAgain()
{
    Watched w;
    w.failWith = 404;
    w.watch.watch(QStringLiteral("task-7"));
    QTRY_COMPARE(w.watch.state(), ListState::Failed);
    QVERIFY(!w.watch.isFollowing());
}

void TaskWatchTest::otherTaskStartsEmpty()
{
    Watched w;
    w.deviceStatuses = words({"Initial"});
    w.watch.watch(QStringLiteral("task-7"));
    QTRY_COMPARE(w.watch.devices().size(), 1);
    w.watch.watch(QStringLiteral("task-8"));
    QVERIFY(w.watch.devices().isEmpty());
    QVERIFY(w.watch.history().isEmpty());
    QTRY_COMPARE(w.watch.state(), ListState::Ready);
    QCOMPARE(w.asked.last(), QStringLiteral("task-8"));
    w.watch.watch(QStringLiteral("task-7"));
    QCOMPARE(w.watch.history().size(), 1); // seen before it was left
    w.bench.signIn(); // another account, as far as anybody knows
    QVERIFY(w.watch.history().isEmpty());
    w.watch.watch({});
    QCOMPARE(w.watch.state(), ListState::Empty);
    QVERIFY(!w.watch.isFollowing());
}

void TaskWatchTest::pagesAreShownAsTheyCome()
{
    Watched w;
    w.pageSize = 2;
    w.deviceStatuses = words({"Initial", "Initial", "Initial", "Successful", "Initial"});
    QList<qsizetype> sizes;
    connect(&w.watch, &TaskWatch::devicesReset, this, [&] { sizes << w.watch.devices().size(); });
    w.watch.watch(QStringLiteral("task-7"));
    QTRY_COMPARE(w.watch.state(), ListState::Ready);
    QCOMPARE(sizes, QList<qsizetype>({0, 2, 4, 5}));
}

} // namespace fuotadesk

using fuotadesk::TaskWatchTest;
FUOTADESK_TEST(TaskWatchTest);
#include "taskwatchtest.moc"
