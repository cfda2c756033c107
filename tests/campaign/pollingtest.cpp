#include "campaign/countedstack.h"
#include "campaign/sandboxbench.h"
#include "support/testcase.h"

#include "campaign/taskwatch.h"
#include "fleet/devicefleet.h"
#include "iotwireless/wirelessdeviceclient.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>

#include <algorithm>
#include <functional>
#include <vector>

namespace fuotadesk {

using namespace std::chrono_literals;

namespace {

constexpr int Tasks = 3;
constexpr double CallsPerSecond = 1000; // of one operation; the line slows it down
constexpr TaskWatch::Pace Pace{1ms, 4ms};
constexpr auto ListPace = 2ms; // from the last row's details to the next list
constexpr int ImpatientRound = 20; // of so many, one refresh comes while details are on their way
constexpr int Patience = 60'000; // milliseconds for StepSize answers
constexpr qint64 StepSize = 1000;
constexpr qint64 WarmUp = 10'000; // answers
constexpr qint64 MostGrowth = 2048; // kB of memory of its own from then on

// One request in a hundred. A 429 makes the client slow down, as it should, for ten seconds and
// more: at a share like that of the others it would never come to 100 000.
const char* const Faults[] = {"reset=0.003", "500=0.003",  "truncate=0.003",
                              "lost=0.0008", "429=0.0002", "latency=1ms"};

qint64 requestsWanted()
{
    return qEnvironmentVariableIsSet("FUOTADESK_REQUESTS")
        ? qEnvironmentVariableIntValue("FUOTADESK_REQUESTS")
        : 100'000;
}

// kB
qint64 memoryOf(const char* line)
{
    QFile file(QStringLiteral("/proc/self/smaps_rollup"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray text = file.readAll();
    return text.mid(text.indexOf(line))
        .split(':')
        .value(1)
        .trimmed()
        .split(' ')
        .value(0)
        .toLongLong();
}

template <typename List, typename IdOf>
bool eachOnce(const List& list, qsizetype size, IdOf idOf)
{
    QSet<QString> ids;
    for (const auto& each : list)
        ids.insert(std::invoke(idOf, each));
    return list.size() == size && ids.size() == size;
}

QList<FaultSpec> badLine()
{
    QList<FaultSpec> faults;
    for (const char* fault : Faults)
        faults.append(*parseFault(QString::fromLatin1(fault)));
    return faults;
}

// The list and the watches of one window, asked again as soon as they are complete.
struct Window {
    Window()
    {
        again.setSingleShot(true);
        again.setInterval(ListPace);
        QObject::connect(&again, &QTimer::timeout, &list, &TaskList::refresh);
        QObject::connect(&list, &TaskList::rowChanged, &again, [this] {
            if (--detailsAwaited == 0)
                again.start();
        });
        QObject::connect(&list, &TaskList::stateChanged, &again, [this] {
            if (list.state() == ListState::Failed)
                again.start();
        });
    }

    bool makeTasks()
    {
        for (int i = 0; i < Tasks; ++i)
            if (!makeTask(i))
                return false;
        return true;
    }

    bool makeTask(int number)
    {
        FuotaTaskClient& client = bench.session.stack()->fuotaTasks();
        TaskDraft draft = exampleTask();
        draft.clientRequestToken = QStringLiteral("task-%1").arg(number);
        const auto made = resultOf(client.create(draft, &owner));
        if (!made || !*made)
            return false;
        ids.append((*made)->id);
        for (int device = number * Devices; device < (number + 1) * Devices; ++device) {
            const auto added =
                resultOf(client.associateDevice(ids.last(), DeviceFleet::at(device).id(), &owner));
            if (!added || !*added)
                return false;
        }
        const auto started = resultOf(client.start(ids.last(), {}, &owner));
        return started && *started;
    }

    void begin()
    {
        for (const QString& id : std::as_const(ids)) {
            auto* watch = new TaskWatch(bench.session, bench.clock, Pace, &owner);
            QObject::connect(watch, &TaskWatch::devicesReset, &owner,
                             [this, watch] { takeDevices(*watch); });
            watches.append(watch);
            ends.push_back(std::make_unique<QSignalSpy>(watch, &TaskWatch::ended));
            watch->watch(id);
        }
        QObject::connect(&list, &TaskList::rowsReset, &again, [this] { takeRows(); });
        list.refresh();
    }

    void takeRows()
    {
        if (!eachOnce(list.rows(), Tasks, [](const TaskRow& row) { return row.summary.id; }))
            ++wrongLists;
        detailsAwaited = Tasks;
        if (++rounds % ImpatientRound == 0)
            again.start();
    }

    void takeDevices(const TaskWatch& watch)
    {
        if (watch.state() == ListState::Loading
            && !eachOnce(watch.devices(), Devices,
                         [](const WirelessDeviceSummary& device) { return device.id; }))
            ++wrongLists;
    }

    // What the service says of them, asked once more.
    QList<WirelessDeviceSummary> devicesNow(const QString& taskId)
    {
        WirelessDeviceFilter filter;
        filter.fuotaTaskId = taskId;
        const auto listed = resultOf(bench.session.stack()->wirelessDevices().list(filter, &owner));
        return listed && *listed ? **listed : QList<WirelessDeviceSummary>();
    }

    bool eachTaskIs(TaskStatus status) const
    {
        const auto isSo = [status](const auto& task) { return task && task->status == status; };
        return std::ranges::all_of(list.rows(), isSo, &TaskRow::details)
            && std::ranges::all_of(watches, isSo, &TaskWatch::task);
    }

    static constexpr int Devices = DeviceFleet::DefaultSize / Tasks; // of a task

    CountedStackFactory* stacks = nullptr;
    SandboxBench bench{[this] {
        auto factory = std::make_unique<CountedStackFactory>(CallsPerSecond);
        stacks = factory.get();
        return factory;
    }()};
    QObject owner;
    QTimer again;
    TaskList list{bench.session, bench.clock};
    QList<TaskWatch*> watches;
    std::vector<std::unique_ptr<QSignalSpy>> ends;
    QStringList ids;
    int detailsAwaited = 0;
    int rounds = 0;
    int wrongLists = 0;
};

// kB
struct Memory {
    qint64 own = memoryOf("Anonymous:");
    qint64 rss = memoryOf("Rss:");
};

} // namespace

// What a window asks the service in a day, in some minutes: the list of tasks and each task
// watched, again and again, over a line on which every hundredth request goes wrong.
// FUOTADESK_REQUESTS: how many, 100 000 when unset. It takes longer than Qt Test lets a test take:
// set QTEST_FUNCTION_TIMEOUT as tests/campaign/CMakeLists.txt does.
class PollingTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aDayOfPollingLeavesNothingBehind();

private:
    void lookAtTheEnd(Window& window);
    static void report(const Window& window, qint64 milliseconds, const Memory& before,
                       const Memory& after);
};

void PollingTest::aDayOfPollingLeavesNothingBehind()
{
    Window window;
    window.bench.signIn();
    QVERIFY(window.makeTasks());
    QVERIFY(window.bench.sandbox->setFaults(badLine()));
    const CallCount& sent = window.stacks->sent();
    const qint64 wanted = requestsWanted();
    QElapsedTimer timer;
    timer.start();
    window.begin();
    QTRY_VERIFY_WITH_TIMEOUT(sent.settled >= std::min(WarmUp, wanted / 2), Patience * 10);
    const Memory before;
    while (sent.settled < wanted) {
        const qint64 next = sent.settled + StepSize;
        QTRY_VERIFY_WITH_TIMEOUT(sent.settled >= next, Patience);
    }
    const Memory after;
    QVERIFY(after.own > 0);
    QVERIFY2(after.own - before.own <= MostGrowth, qPrintable(QString::number(after.own)));
    QCOMPARE(window.wrongLists, 0);

    lookAtTheEnd(window);
    report(window, timer.elapsed(), before, after);
}

// The watches live: they see the session begin and end, once, and then there is nothing to ask.
void PollingTest::lookAtTheEnd(Window& window)
{
    QTRY_VERIFY(window.eachTaskIs(TaskStatus::SessionWaiting));
    window.bench.sandbox->jump(31min);
    QTRY_VERIFY(window.eachTaskIs(TaskStatus::InSession));
    window.bench.sandbox->jump(24h);
    QTRY_VERIFY_WITH_TIMEOUT(window.eachTaskIs(TaskStatus::Done), Patience);
    for (int i = 0; i < Tasks; ++i) {
        const TaskWatch& watch = *window.watches.at(i);
        QTRY_COMPARE_WITH_TIMEOUT(window.ends.at(size_t(i))->count(), 1, Patience);
        QTRY_COMPARE(watch.state(), ListState::Ready);
        QVERIFY(!watch.isFollowing());
        // one that was never heard of stays as it is
        QVERIFY(watch.counts().successful > 0);
        QVERIFY(watch.counts().open <= 1);
        QCOMPARE(watch.counts().total(), Window::Devices);
        QVERIFY(eachOnce(watch.devices(), Window::Devices, &WirelessDeviceSummary::id));
        QCOMPARE(watch.counts(), countDevices(window.devicesNow(watch.taskId())));
    }
    QCOMPARE(window.wrongLists, 0);
    window.again.setInterval(24h);
    const CallCount& asked = window.stacks->asked();
    const CallCount& sent = window.stacks->sent();
    QTRY_COMPARE_WITH_TIMEOUT(asked.gone, asked.begun, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(sent.gone, sent.begun, Patience);
}

void PollingTest::report(const Window& window, qint64 milliseconds, const Memory& before,
                         const Memory& after)
{
    const CallCount& asked = window.stacks->asked();
    const CallCount& sent = window.stacks->sent();
    QStringList statuses;
    for (auto each = sent.statuses.cbegin(); each != sent.statuses.cend(); ++each)
        statuses.append(QStringLiteral("%1 x %2").arg(each.value()).arg(each.key()));
    qInfo(
        "%lld calls (%lld settled, %lld gone), %lld requests (%lld answered, %lld gone) in %lld s:"
        " %s",
        asked.begun, asked.settled, asked.gone, sent.begun, sent.settled, sent.gone,
        milliseconds / 1000, qPrintable(statuses.join(QStringLiteral(", "))));
    qInfo(
        "%d lists; own memory %lld kB after the warm-up, %lld kB at the end; RSS %lld kB, %lld kB",
        window.rounds, before.own, after.own, before.rss, after.rss);
}

} // namespace fuotadesk

using fuotadesk::PollingTest;
FUOTADESK_TEST(PollingTest);
#include "pollingtest.moc"
