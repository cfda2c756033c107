#include "sandbox/taskbook.h"

#include <algorithm>
#include <utility>

namespace fuotadesk {

namespace {

// A page token names the last serial number the page before showed.
QByteArray pageToken(qint64 serial)
{
    return ("after:" + QByteArray::number(serial)).toBase64();
}

std::optional<qint64> serialOf(const QByteArray& token)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(token, QByteArray::AbortOnBase64DecodingErrors);
    bool isNumber = false;
    const qint64 serial = (*decoded).mid(6).toLongLong(&isNumber);
    // only what pageToken() makes, to the letter
    if (!isNumber || pageToken(serial) != token)
        return {};
    return serial;
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
    const auto sameToken = std::ranges::find_if(m_entries, [&](const auto& each) {
        return request.clientRequestToken
            && each.second.request.clientRequestToken == request.clientRequestToken;
    });
    if (sameToken != m_entries.end()) {
        const Entry& earlier = sameToken->second;
        if (earlier.request != request)
            return tl::unexpected(tokenConflict(earlier.task.id));
        return CreatedTask{earlier.task.id, earlier.task.arn};
    }
    FuotaTask task;
    task.id = m_random.uuid();
    task.arn =
        QStringLiteral("arn:aws:iotwireless:%1:123456789012:FuotaTask/%2").arg(m_region, task.id);
    task.status = TaskStatus::Pending;
    task.statusText = taskStatusText(task.status);
    task.parameters = request;
    task.parameters.clientRequestToken.reset();
    task.parameters.tags.clear();
    task.createdAt = m_clock.now();
    m_entries.emplace(++m_lastSerial, Entry{task, request});
    return CreatedTask{task.id, task.arn};
}

Served<FuotaTask> TaskBook::get(const QString& id) const
{
    const auto found = find(id);
    if (found == m_entries.end())
        return tl::unexpected(taskNotFound(id));
    return found->second.task;
}

Served<TaskPage> TaskBook::list(const ListRequest& request) const
{
    auto entry = m_entries.begin();
    if (!request.nextToken.isEmpty()) {
        const auto serial = serialOf(request.nextToken);
        if (!serial)
            return tl::unexpected(
                validationError(QStringLiteral("Value at 'nextToken' is not valid")));
        entry = m_entries.upper_bound(*serial);
    }
    TaskPage page;
    for (; entry != m_entries.end() && page.tasks.size() < request.maxResults; ++entry) {
        const FuotaTask& task = entry->second.task;
        page.tasks.append({task.id, task.arn, task.parameters.name.value_or(QString())});
        page.nextToken = pageToken(entry->first);
    }
    if (entry == m_entries.end())
        page.nextToken.clear();
    return page;
}

Served<void> TaskBook::remove(const QString& id)
{
    const auto found = find(id);
    if (found == m_entries.end())
        return tl::unexpected(taskNotFound(id));
    m_entries.erase(found);
    return {};
}

TaskBook::Entries::const_iterator TaskBook::find(const QString& id) const
{
    return std::ranges::find_if(m_entries,
                                [&](const auto& each) { return each.second.task.id == id; });
}

} // namespace fuotadesk
