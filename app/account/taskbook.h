#pragma once

#include "account/page.h"
#include "base/clock.h"
#include "base/random.h"
#include "fleet/campaignrun.h"

#include <map>
#include <set>

namespace fuotadesk {

// A task with what belongs to it.
struct HeldTask {
    FuotaTask task;
    TaskDraft request; // with token and tags
    std::set<int> devices;
    std::set<qint64> groups; // by serial number
    std::optional<CampaignRun> run; // once it is started
    std::optional<GroupRadio> radio; // what its run was planned with
    bool hasReadImage = false; // its session has begun with the image as it was
    std::optional<qint64> goneAt; // when its deletion is over, in simulated milliseconds

    bool isEmpty() const { return devices.empty() && groups.empty(); }
    // It is started, not deleted, and not over yet.
    bool runsAt(qint64 time) const { return run && !goneAt && run->runsAt(time); }
};

// The tasks of the sandbox, in memory, in the order they were made. Deleting a task that waits or
// sends takes a simulated minute, in which it is Delete_Waiting; else it is gone at once. Gone, it
// frees its ClientRequestToken. Not for several threads at once.
// https://docs.aws.amazon.com/iot-wireless/latest/apireference/API_CreateFuotaTask.html
class TaskBook {
public:
    using Entries = std::map<qint64, HeldTask>; // by serial number

    TaskBook(QString region, const Clock& clock, RandomSource& random);

    // request is valid already. The same token with the same parameters gives the same task again.
    Served<CreatedTask> create(const TaskDraft& request);
    Served<FuotaTask> get(const QString& id) const;
    Served<Page<FuotaTaskSummary>> list(const ListRequest& request) const;
    // A deleted task again: nothing happens.
    Served<void> remove(const QString& id);

    // Null when there is no such task.
    HeldTask* find(const QString& id);
    // To change it. Error: there is no such task, or it is not Pending any more.
    Served<HeldTask*> pending(const QString& id);
    const Entries& all() const { return m_entries; }
    bool usesGroup(qint64 serial) const;
    // The running task that holds a device, or sends to a group; null when there is none.
    const HeldTask* runningWithDevice(int device) const;
    const HeldTask* runningWithGroup(qint64 serial) const;

    // Those whose session has begun by that simulated time, and that have not read their image.
    QList<HeldTask*> beginning(qint64 time);

    // The earliest start a task waits for at that simulated time.
    std::optional<qint64> nextStartAfter(qint64 time) const;

    // Counts started campaigns, from 1.
    std::uint64_t nextSession() { return ++m_sessions; }

    // Sets every status to what it is at that simulated time, and takes away what is gone.
    void advanceTo(qint64 time);

private:
    QString m_region;
    const Clock& m_clock;
    RandomSource& m_random;
    Entries m_entries;
    qint64 m_lastSerial = 0;
    qint64 m_time = 0;
    std::uint64_t m_sessions = 0;
};

} // namespace fuotadesk
