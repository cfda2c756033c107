#pragma once

#include "campaign/tasklist.h"
#include "campaign/watchhistory.h"
#include "iotwireless/wirelessdevice.h"

#include <chrono>

namespace fuotadesk {

enum class DeviceOutcome { Open, Successful, Failed };

// A status this version does not know is open: nothing is known of its end.
DeviceOutcome deviceOutcome(FuotaDeviceStatus status);

DeviceCounts countDevices(const QList<WirelessDeviceSummary>& devices);

// One task and its devices, looked at again and again while something can change: often after a
// change, seldom when there is none, and never sooner than the last look took (100 000 devices are
// 400 requests). It stops where nothing changes by itself: before the start and after the end. The
// service tells no progress but these statuses. After a failure the last known devices stay.
class TaskWatch : public QObject {
    Q_OBJECT

public:
    struct Pace {
        std::chrono::milliseconds shortest = std::chrono::seconds(3);
        std::chrono::milliseconds longest = std::chrono::minutes(1);
    };

    TaskWatch(Session& session, const Clock& clock, const Pace& pace, QObject* parent = nullptr);
    ~TaskWatch() override;

    // Looks at this task from now on; empty: at none.
    void watch(const QString& taskId);
    void refresh();

    const QString& taskId() const { return m_taskId; }
    const std::optional<FuotaTask>& task() const { return m_task; }
    const QList<WirelessDeviceSummary>& devices() const { return m_devices; }
    const DeviceCounts& counts() const { return m_counts; }
    // Of this task, also from when it was watched before.
    const QList<WatchPoint>& history() const { return m_history.of(m_taskId); }
    ListState state() const { return m_state; }
    const std::optional<Error>& error() const { return m_error; }
    const QDateTime& asOf() const { return m_asOf; }
    bool isFollowing() const { return m_next.isActive(); }

Q_SIGNALS:
    void devicesReset();
    void stateChanged();
    void taskRead(const fuotadesk::FuotaTask& task);
    // Its session is over; devices() is what the service said after that.
    void ended(const QString& taskId);

private:
    void look();
    void clear();
    void setState(ListState state, std::optional<Error> error = {});
    void takeTask(const Result<FuotaTask>& task);
    void readDevices();
    void takeDevices(const QList<WirelessDeviceSummary>& devices);
    void finishLook();
    void scheduleNext(bool changed);

    Session& m_session;
    const Clock& m_clock;
    Pace m_pace;
    QString m_taskId;
    std::optional<FuotaTask> m_task;
    QList<WirelessDeviceSummary> m_devices;
    DeviceCounts m_counts;
    WatchHistory m_history;
    ListState m_state = ListState::Empty;
    std::optional<Error> m_error;
    QDateTime m_asOf;
    std::unique_ptr<QObject> m_look; // owns the calls of the present look
    QDateTime m_lookBegan;
    std::chrono::milliseconds m_interval{0};
    bool m_wasRunning = false; // seen before its end
    QTimer m_next;
};

} // namespace fuotadesk
