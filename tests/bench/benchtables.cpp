// The tables of tasks and devices at fleet scale, as one JSON document: how long filter, order and
// a frame of scrolling take at most (processor time of the window's thread), what a row needs above
// its values, and how soon the first rows of a long list are there.
#include "campaign/countedstack.h"

#include "campaign/devicelist.h"
#include "campaign/session.h"
#include "desktop/devicemodel.h"
#include "desktop/devicetable.h"
#include "desktop/tasktable.h"
#include "desktop/tasktablemodel.h"
#include "sandbox/sandbox.h"
#include "store/secretstore.h"
#include "store/settings.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTestEventLoop>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <limits>
#include <malloc.h>

using namespace fuotadesk;

namespace {

constexpr int Tasks = 10'000;
constexpr int Devices = 100'000;
constexpr int Frames = 400; // of each kind of scrolling
constexpr auto Latency = std::chrono::milliseconds(200); // of one answer
constexpr int Patience = 60'000; // milliseconds
constexpr int ListedTasks = 1000; // four answers

double computedMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

double msOf(const auto& work)
{
    const double begin = computedMs();
    work();
    return computedMs() - begin;
}

qint64 heap()
{
    const struct mallinfo2 info = mallinfo2();
    return qint64(info.uordblks) + qint64(info.hblkhd);
}

QList<TaskRow> taskRows()
{
    QList<TaskRow> rows;
    for (int i = 0; i < Tasks; ++i) {
        TaskRow row;
        row.summary = {QStringLiteral("d0e51ce5-5a4d-4000-8000-%1").arg(i, 12),
                       QStringLiteral("arn:aws:iotwireless:eu-west-1:1:FuotaTask/%1").arg(i),
                       QStringLiteral("Meter firmware %1").arg((i * 7919) % Tasks)};
        FuotaTask details;
        details.id = row.summary.id;
        details.status = i % 3 == 0 ? TaskStatus::Pending : TaskStatus::Done;
        details.createdAt = QDateTime::fromSecsSinceEpoch(1'772'359'200 + (i * 104'729) % Tasks);
        row.details = details;
        rows.append(row);
    }
    return rows;
}

QList<WirelessDeviceSummary> deviceRows()
{
    QList<WirelessDeviceSummary> rows;
    for (int i = 0; i < Devices; ++i) {
        WirelessDeviceSummary device;
        device.id = QStringLiteral("d0e51ce5-5a4d-4000-8000-%1").arg(i, 12);
        device.name = QStringLiteral("Meter %1").arg((i * 7919LL) % Devices);
        device.devEui = QStringLiteral("70b3d57e%1").arg(i, 8, 16, QLatin1Char('0'));
        device.lastUplinkAt =
            QDateTime::fromSecsSinceEpoch(1'772'359'200 + (i * 104'729LL) % Devices);
        device.fuotaStatus =
            i % 3 == 0 ? FuotaDeviceStatus::MissingFrag : FuotaDeviceStatus::Successful;
        rows.append(device);
    }
    return rows;
}

// The longest frame, scrolled by lines, by pages and to anywhere.
double longestFrame(IdTable& table)
{
    table.resize(1024, 640);
    table.show();
    QScrollBar& bar = *table.verticalScrollBar();
    QImage screen(table.viewport()->size(),
                  QImage::Format_RGB32); // painted whether it is seen or not
    const auto frame = [&](int value) {
        return msOf([&] {
            bar.setValue(value);
            table.viewport()->render(&screen);
        });
    };
    frame(0);
    frame(bar.pageStep());
    double longest = 0;
    for (int i = 0; i < Frames; ++i) {
        const qint64 anywhere = (qint64(i) * 104'729) % std::max(1, bar.maximum());
        for (const int value : {i, i * bar.pageStep(), int(anywhere)})
            longest = std::max(longest, frame(value));
    }
    return longest;
}

double longestSort(QAbstractItemModel& model)
{
    double longest = 0;
    for (int column = 0; column < model.columnCount(); ++column)
        for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder})
            longest = std::max(longest, msOf([&] { model.sort(column, order); }));
    return longest;
}

template <typename Model>
double longestFilter(Model& model)
{
    double longest = 0;
    for (const char* text : {"7", "77", "meter", "e 9", "nowhere", ""}) {
        auto filter = model.filter();
        filter.text = QString::fromLatin1(text);
        longest = std::max(longest, msOf([&] { model.setFilter(filter); }));
    }
    return longest;
}

template <typename Table, typename Model, typename Rows>
QJsonObject figuresOf(const Rows& rows, const auto& fill)
{
    const qint64 before = heap();
    Model model;
    fill(model, rows);
    const double bytes = double(heap() - before) / double(rows.size());
    Table table(&model);
    const double frame = longestFrame(table);
    return {{QStringLiteral("bytes_per_row"), bytes},
            {QStringLiteral("frame_ms"), frame},
            {QStringLiteral("sort_ms"), longestSort(model)},
            {QStringLiteral("filter_ms"), longestFilter(model)}};
}

// Until the sender has told that isThere holds; false when that takes too long.
template <typename Sender>
bool waitFor(const Sender& sender, auto told, const auto& isThere)
{
    QSignalSpy spy(&sender, told);
    while (!isThere())
        if (!spy.wait(Patience))
            return false;
    return true;
}

// Milliseconds from the wish to the first rows.
template <typename List>
double firstRowsMs(List& list, auto told, const auto& hasRows)
{
    QElapsedTimer timer;
    timer.start();
    list.refresh();
    const bool areThere = waitFor(list, told, hasRows);
    return areThere ? double(timer.nsecsElapsed()) / 1e6 : std::numeric_limits<double>::infinity();
}

bool createTasks(FuotaTaskClient& client)
{
    QTestEventLoop loop;
    QObject owner;
    int open = ListedTasks;
    bool areMade = true;
    TaskDraft draft;
    draft.firmwareUpdateImage = QStringLiteral("s3://b/k");
    draft.firmwareUpdateRole = QStringLiteral("arn:aws:iam::123456789012:role/r");
    for (int i = 0; i < ListedTasks; ++i) {
        draft.clientRequestToken = QString::number(i);
        client.create(draft, &owner)->then(&owner, [&](const Result<CreatedTask>& created) {
            areMade = areMade && created;
            if (--open == 0)
                loop.exitLoop();
        });
    }
    loop.enterLoopMSecs(Patience);
    return open == 0 && areMade;
}

// Lists of a sandbox whose answers take their time.
QJsonObject firstRows()
{
    const QTemporaryDir folder;
    SystemClock clock;
    SystemRandom random;
    Settings settings(folder.filePath(QStringLiteral("settings.json")));
    const auto secrets = makeSessionSecretStore();
    CountedStackFactory stacks(10'000);
    const auto sandbox = makeSandbox(clock, random);
    LocalEndpointOptions options;
    options.devices = Devices;
    Session session({settings, *secrets, *secrets, stacks, *sandbox, options, random, false});
    session.activate(sandboxConnection().id);
    const auto isReady = [&] { return session.isReady(); };
    if (!waitFor(session, &Session::stateChanged, isReady)
        || !createTasks(session.stack()->fuotaTasks()))
        return {};
    FaultSpec late;
    late.latency = Latency;
    if (!sandbox->setFaults({late}))
        return {};
    TaskList tasks(session, clock);
    DeviceList devices(session, clock);
    const auto hasTasks = [&] { return !tasks.rows().isEmpty(); };
    const auto hasDevices = [&] { return devices.devices().size() > 0; };
    return {{QStringLiteral("answer_ms"), double(Latency.count())},
            {QStringLiteral("tasks_ms"), firstRowsMs(tasks, &TaskList::rowsReset, hasTasks)},
            {QStringLiteral("devices_ms"),
             firstRowsMs(devices, &DeviceList::devicesAdded, hasDevices)}};
}

} // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    const auto tasks = figuresOf<TaskTable, TaskTableModel>(
        taskRows(), [](TaskTableModel& model, const auto& rows) { model.setRows(rows); });
    const auto devices = figuresOf<DeviceTable, DeviceModel>(
        deviceRows(), [](DeviceModel& model, const auto& rows) { model.setDevices(rows); });
    const QJsonObject all{{QStringLiteral("tasks"), tasks},
                          {QStringLiteral("devices"), devices},
                          {QStringLiteral("first"), firstRows()}};
    std::puts(QJsonDocument(all).toJson(QJsonDocument::Compact).constData());
    return 0;
}
