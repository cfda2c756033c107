#include "campaign/tasktags.h"

#include "campaign/session.h"
#include "campaign/tasklist.h"
#include "iotwireless/servicestack.h"
#include "iotwireless/tagclient.h"

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr int MostUnderWay = 4;

QStringList keysGone(const QList<Tag>& before, const QList<Tag>& after)
{
    QStringList keys;
    for (const Tag& tag : before)
        if (std::ranges::find(after, tag.key, &Tag::key) == after.end())
            keys << tag.key;
    return keys;
}

QList<Tag> tagsNew(const QList<Tag>& before, const QList<Tag>& after)
{
    QList<Tag> tags;
    for (const Tag& tag : after)
        if (!before.contains(tag))
            tags << tag;
    return tags;
}

bool isBefore(const Tag& one, const Tag& other)
{
    return one.key == other.key ? one.value < other.value : one.key < other.key;
}

} // namespace

TaskTags::TaskTags(Session& session, TaskList& tasks, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_tasks(tasks),
      m_round(std::make_unique<QObject>())
{
    connect(&session, &Session::activeChanged, this, &TaskTags::forget);
    connect(&tasks, &TaskList::rowsReset, this, &TaskTags::fetchMore);
}

TaskTags::~TaskTags() = default;

void TaskTags::forget()
{
    m_round = std::make_unique<QObject>();
    m_underWay = 0;
    m_isWanted = false;
    m_known.clear();
    m_asked.clear();
    Q_EMIT forgotten();
}

void TaskTags::wantAll()
{
    m_isWanted = true;
    m_asked.clear(); // what could not be read is tried again
    fetchMore();
}

int TaskTags::unreadCount() const
{
    const auto& rows = m_tasks.rows();
    return static_cast<int>(std::ranges::count_if(
        rows, [this](const TaskRow& row) { return !m_known.contains(row.summary.id); }));
}

const QList<Tag>* TaskTags::find(const QString& taskId) const
{
    const auto found = m_known.constFind(taskId);
    return found == m_known.constEnd() ? nullptr : &*found;
}

QList<Tag> TaskTags::all() const
{
    QList<Tag> tags;
    for (const QList<Tag>& each : m_known)
        tags += each;
    std::ranges::sort(tags, isBefore);
    tags.erase(std::unique(tags.begin(), tags.end()), tags.end()); // clang 14 lacks the ranged one
    return tags;
}

void TaskTags::fetchMore()
{
    if (!m_isWanted || !m_session.isReady())
        return;
    for (const TaskRow& row : m_tasks.rows()) {
        if (m_underWay == MostUnderWay)
            return;
        if (!m_known.contains(row.summary.id) && !m_asked.contains(row.summary.id))
            fetch(row.summary);
    }
}

void TaskTags::fetch(const FuotaTaskSummary& task)
{
    const auto stack = m_session.stack();
    if (!stack)
        return;
    m_asked << task.id;
    ++m_underWay;
    stack->tags(Urgency::Behind)
        .list(task.arn, m_round.get())
        ->then(m_round.get(), [this, task](const Result<QList<Tag>>& tags) {
            --m_underWay;
            if (tags)
                take(task.id, *tags);
            fetchMore();
        });
}

void TaskTags::take(const QString& taskId, const QList<Tag>& tags)
{
    m_asked.remove(taskId);
    m_known.insert(taskId, tags);
    Q_EMIT tagsRead(taskId);
}

CallOf<QList<Tag>>* TaskTags::read(const FuotaTaskSummary& task, QObject* owner)
{
    const auto stack = m_session.stack();
    if (!stack)
        return settledCall<QList<Tag>>(owner, failure(ErrorKind::CredentialsMissing));
    auto* call = new CallOf<QList<Tag>>(owner);
    forward(stack->tags().list(task.arn, call), call,
            [kept = stack](const Result<QList<Tag>>& tags) { return tags; });
    call->then(this, [this, id = task.id](const Result<QList<Tag>>& tags) {
        if (tags)
            take(id, *tags);
    });
    return call;
}

CallOf<void>* TaskTags::change(const FuotaTaskSummary& task, const QList<Tag>& before,
                               const QList<Tag>& after, QObject* owner)
{
    const auto stack = m_session.stack();
    if (!stack)
        return settledCall<void>(owner, failure(ErrorKind::CredentialsMissing));
    const QList<Tag> added = tagsNew(before, after);
    const QStringList gone = keysGone(before, after);
    if (gone.isEmpty() && added.isEmpty())
        return settledCall<void>(owner, {});
    auto* call = new CallOf<void>(owner);
    const auto add = [stack, call, added, arn = task.arn] {
        if (added.isEmpty())
            call->settle({});
        else
            forward(stack->tags().add(arn, added, call), call,
                    [kept = stack](const Result<void>& done) { return done; });
    };
    if (gone.isEmpty())
        add();
    else
        stack->tags()
            .remove(task.arn, gone, call)
            ->then(call, [call, add](const Result<void>& done) {
                if (done)
                    add();
                else
                    call->settle(done);
            });
    call->then(this, [this, after, id = task.id](const Result<void>& done) {
        if (done)
            take(id, after);
        else
            m_known.remove(id); // part of it may have been done
    });
    return call;
}

} // namespace fuotadesk
