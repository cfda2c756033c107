#include "campaign/taskwatch.h"

#include "base/clock.h"
#include "campaign/session.h"
#include "iotwireless/wirelessdeviceclient.h"

#include <algorithm>

namespace fuotadesk {

namespace {

bool changesByItself(TaskStatus status)
{
    return status == TaskStatus::SessionWaiting || status == TaskStatus::InSession
        || status == TaskStatus::DeleteWaiting;
}

} // namespace

DeviceOutcome deviceOutcome(FuotaDeviceStatus status)
{
    switch (status) {
    case FuotaDeviceStatus::Unknown:
    case FuotaDeviceStatus::Initial:
        return DeviceOutcome::Open;
    case FuotaDeviceStatus::Successful:
        return DeviceOutcome::Successful;
    default:
        return DeviceOutcome::Failed;
    }
}

DeviceCounts countDevices(const QList<WirelessDeviceSummary>& devices)
{
    DeviceCounts counts;
    for (const WirelessDeviceSummary& device : devices) {
        const DeviceOutcome outcome = deviceOutcome(device.fuotaStatus);
        counts.open += outcome == DeviceOutcome::Open ? 1 : 0;
        counts.successful += outcome == DeviceOutcome::Successful ? 1 : 0;
        counts.failed += outcome == DeviceOutcome::Failed ? 1 : 0;
    }
    return counts;
}

TaskWatch::TaskWatch(Session& session, const Clock& clock, const Pace& pace, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_clock(clock),
      m_pace(pace),
      m_look(std::make_unique<QObject>())
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &TaskWatch::look);
    connect(&session, &Session::activeChanged, this, [this] {
        m_history.clear();
        watch({});
    });
    connect(&session, &Session::stateChanged, this, [this] {
        if (m_session.isReady())
            refresh();
    });
}

TaskWatch::~TaskWatch() = default;

void TaskWatch::watch(const QString& taskId)
{
    if (taskId == m_taskId)
        return;
    m_taskId = taskId;
    clear();
    refresh();
}

void TaskWatch::clear()
{
    m_look = std::make_unique<QObject>();
    m_next.stop();
    m_task.reset();
    m_devices.clear();
    m_counts = {};
    m_asOf = {};
    m_wasRunning = false;
    m_interval = m_pace.shortest;
    Q_EMIT devicesReset();
    setState(ListState::Empty);
}

void TaskWatch::setState(ListState state, std::optional<Error> error)
{
    m_state = state;
    m_error = std::move(error);
    Q_EMIT stateChanged();
}

// Who asks expects a change: the next look comes soon, too.
void TaskWatch::refresh()
{
    m_interval = m_pace.shortest;
    look();
}

// The task first: when it says that all is over, the devices read after it are final.
void TaskWatch::look()
{
    const auto stack = m_session.stack();
    if (!stack || m_taskId.isEmpty())
        return;
    m_look = std::make_unique<QObject>();
    m_next.stop();
    m_lookBegan = m_clock.now();
    setState(ListState::Loading);
    stack->fuotaTasks()
        .get(m_taskId, m_look.get())
        ->then(m_look.get(), [this](const Result<FuotaTask>& task) { takeTask(task); });
}

void TaskWatch::takeTask(const Result<FuotaTask>& task)
{
    if (!task) {
        setState(ListState::Failed, task.error());
        if (task.error().kind != ErrorKind::NotFound) // what is gone does not come back
            scheduleNext(false);
        return;
    }
    m_task = *task;
    Q_EMIT taskRead(*task);
    readDevices();
}

void TaskWatch::readDevices()
{
    const auto stack = m_session.stack();
    if (!stack)
        return;
    WirelessDeviceFilter filter;
    filter.fuotaTaskId = m_taskId;
    const bool isFirst = !m_asOf.isValid();
    const auto showPage = [this, isFirst](const QList<WirelessDeviceSummary>& page) {
        if (isFirst)
            takeDevices(m_devices + page);
    };
    stack->wirelessDevices()
        .list(filter, m_look.get(), showPage)
        ->then(m_look.get(), [this](const Result<QList<WirelessDeviceSummary>>& devices) {
            if (!devices) {
                setState(ListState::Failed, devices.error());
                scheduleNext(false);
                return;
            }
            if (*devices != m_devices)
                takeDevices(*devices);
            finishLook();
        });
}

void TaskWatch::takeDevices(const QList<WirelessDeviceSummary>& devices)
{
    m_devices = devices;
    m_counts = countDevices(devices);
    Q_EMIT devicesReset();
}

void TaskWatch::finishLook()
{
    m_asOf = m_clock.now();
    const bool changed = m_history.add(m_taskId, {m_asOf, m_task->status, m_counts});
    setState(ListState::Ready);
    const bool runs = changesByItself(m_task->status);
    if (m_wasRunning && m_task->status == TaskStatus::Done)
        Q_EMIT ended(m_taskId);
    m_wasRunning = runs;
    if (runs)
        scheduleNext(changed);
}

void TaskWatch::scheduleNext(bool changed)
{
    m_interval = changed ? m_pace.shortest : std::min(m_interval * 2, m_pace.longest);
    const std::chrono::milliseconds took(m_lookBegan.msecsTo(m_clock.now()));
    m_next.start(std::max(m_interval, took));
}

} // namespace fuotadesk
