#include "account/taskbook.h"

#include "account/arn.h"

#include <algorithm>
#include <utility>

namespace fuotadesk {

namespace {

constexpr auto Type = "FuotaTask";
constexpr qint64 DeletionMs = 60'000;

FuotaTaskSummary summaryOf(const FuotaTask& task)
{
    return {task.id, task.arn, task.parameters.name.value_or(QString())};
}

void setStatus(FuotaTask& task, TaskStatus status)
{
    task.status = status;
    task.statusText = taskStatusText(status);
}

// The first entry of which holds() is true, or null.
template <typename Holds>
const HeldTask* firstOf(const TaskBook::Entries& entries, Holds holds)
{
    const auto found =
        std::ranges::find_if(entries, [&](const auto& each) { return holds(each.second); });
    return found == entries.end() ? nullptr : &found->second;
}

} // namespace

TaskBook::TaskBook(QString region, const Clock& clock, RandomSource& random)
    : m_region(std::move(region)),
      m_clock(clock),
      m_random(random)
{
}

Served<CreatedTask> TaskBook::create(const TaskDraft& request)
{
    const HeldTask* earlier = firstOf(m_entries, [&](const HeldTask& entry) {
        return request.clientRequestToken
            && entry.request.clientRequestToken == request.clientRequestToken;
    });
    if (earlier) {
        if (earlier->request != request)
            return refused(tokenConflict(Type, earlier->task.id));
        return CreatedTask{earlier->task.id, earlier->task.arn};
    }
    HeldTask entry;
    entry.request = request;
    FuotaTask& task = entry.task;
    task.id = m_random.uuid();
    task.arn = Arn{m_region, QLatin1String(Type), task.id}.text();
    setStatus(task, TaskStatus::Pending);
    task.parameters = request;
    task.parameters.clientRequestToken.reset();
    task.parameters.tags.clear();
    task.createdAt = m_clock.now();
    const CreatedTask created{task.id, task.arn};
    m_entries.emplace(++m_lastSerial, std::move(entry));
    return created;
}

Served<FuotaTask> TaskBook::get(const QString& id) const
{
    const HeldTask* entry =
        firstOf(m_entries, [&](const HeldTask& each) { return each.task.id == id; });
    if (!entry)
        return refused(notFound(Type, id));
    return entry->task;
}

Served<Page<FuotaTaskSummary>> TaskBook::list(const ListRequest& request) const
{
    return pageOf(m_entries, request, [](const HeldTask& entry) { return summaryOf(entry.task); });
}

Served<void> TaskBook::remove(const QString& id)
{
    HeldTask* entry = find(id);
    if (!entry)
        return refused(notFound(Type, id));
    if (entry->runsAt(m_time)) {
        entry->goneAt = m_time + DeletionMs;
        setStatus(entry->task, TaskStatus::DeleteWaiting);
    } else if (!entry->goneAt) {
        std::erase_if(m_entries, [&](const auto& each) { return each.second.task.id == id; });
    }
    return {};
}

HeldTask* TaskBook::find(const QString& id)
{
    const auto found = std::ranges::find_if(
        m_entries, [&](const auto& each) { return each.second.task.id == id; });
    return found == m_entries.end() ? nullptr : &found->second;
}

Served<HeldTask*> TaskBook::pending(const QString& id)
{
    HeldTask* entry = find(id);
    if (!entry)
        return refused(notFound(Type, id));
    if (entry->task.status != TaskStatus::Pending)
        return refused(conflict(
            Type, id,
            QStringLiteral("The FUOTA task is in status %1.").arg(entry->task.statusText)));
    return entry;
}

bool TaskBook::usesGroup(qint64 serial) const
{
    return firstOf(m_entries, [&](const HeldTask& entry) { return entry.groups.contains(serial); });
}

const HeldTask* TaskBook::runningWithDevice(int device) const
{
    return firstOf(m_entries, [&](const HeldTask& entry) {
        if (!entry.runsAt(m_time))
            return false;
        const auto part = entry.run->participants().find(device);
        return part != entry.run->participants().end() && !part->second.isHeld;
    });
}

const HeldTask* TaskBook::runningWithGroup(qint64 serial) const
{
    return firstOf(m_entries, [&](const HeldTask& entry) {
        return entry.runsAt(m_time) && entry.groups.contains(serial);
    });
}

QList<HeldTask*> TaskBook::beginning(qint64 time)
{
    QList<HeldTask*> found;
    for (auto& [serial, entry] : m_entries)
        if (entry.run && !entry.goneAt && !entry.hasReadImage && entry.run->begin() <= time)
            found.append(&entry);
    return found;
}

std::optional<qint64> TaskBook::nextStartAfter(qint64 time) const
{
    std::optional<qint64> next;
    for (const auto& [serial, entry] : m_entries)
        if (entry.run && !entry.goneAt && entry.run->begin() > time)
            next = std::min(next.value_or(entry.run->begin()), entry.run->begin());
    return next;
}

void TaskBook::advanceTo(qint64 time)
{
    m_time = time;
    std::erase_if(m_entries, [time](const auto& each) {
        return each.second.goneAt && *each.second.goneAt <= time;
    });
    for (auto& [serial, entry] : m_entries)
        if (entry.run && !entry.goneAt)
            setStatus(entry.task, entry.run->statusAt(time));
}

} // namespace fuotadesk
