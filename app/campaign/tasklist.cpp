#include "campaign/tasklist.h"

#include "base/clock.h"
#include "campaign/session.h"

#include <QHash>

#include <algorithm>

namespace fuotadesk {

using namespace std::chrono_literals;

namespace {
// AWS allows 10 GetFuotaTask a second (AWS General Reference, AWS IoT Core for LoRaWAN quotas).
constexpr auto Pace = 110ms;
constexpr int FirstBurst = 5;
} // namespace

TaskList::TaskList(Session& session, const Clock& clock, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_clock(clock),
      m_generation(std::make_unique<QObject>())
{
    m_pace.setInterval(Pace);
    connect(&m_pace, &QTimer::timeout, this, &TaskList::fetchNext);
    connect(&session, &Session::activeChanged, this, &TaskList::clear);
    connect(&session, &Session::stateChanged, this, [this] {
        if (m_session.isReady())
            refresh();
    });
}

TaskList::~TaskList() = default;

qsizetype TaskList::indexOf(const QString& id) const
{
    const auto found =
        std::ranges::find(m_rows, id, [](const TaskRow& row) { return row.summary.id; });
    return found == m_rows.end() ? -1 : std::distance(m_rows.begin(), found);
}

const TaskRow* TaskList::find(const QString& id) const
{
    const qsizetype index = indexOf(id);
    return index < 0 ? nullptr : &m_rows.at(index);
}

void TaskList::clear()
{
    m_generation = std::make_unique<QObject>();
    m_pace.stop();
    m_wanted.clear();
    m_rows.clear();
    m_asOf = {};
    Q_EMIT rowsReset();
    setState(ListState::Empty);
}

void TaskList::setState(ListState state, std::optional<Error> error)
{
    m_state = state;
    m_error = std::move(error);
    Q_EMIT stateChanged();
}

void TaskList::refresh()
{
    const auto stack = m_session.stack();
    if (!stack)
        return;
    m_generation = std::make_unique<QObject>();
    m_pace.stop();
    m_wanted.clear();
    setState(ListState::Loading);
    const auto showPage = [this, isFirst = m_rows.isEmpty()](const QList<FuotaTaskSummary>& page) {
        if (isFirst)
            show(page);
    };
    stack->fuotaTasks()
        .list(m_generation.get(), showPage)
        ->then(m_generation.get(), [this](const Result<QList<FuotaTaskSummary>>& tasks) {
            if (tasks)
                take(*tasks);
            else
                setState(ListState::Failed, tasks.error());
        });
}

void TaskList::show(const QList<FuotaTaskSummary>& page)
{
    for (const FuotaTaskSummary& summary : page)
        m_rows.append({summary, {}, {}});
    if (!page.isEmpty())
        Q_EMIT rowsReset();
}

void TaskList::take(const QList<FuotaTaskSummary>& summaries)
{
    QHash<QString, TaskRow> known;
    for (const TaskRow& row : std::as_const(m_rows))
        known.insert(row.summary.id, row);
    m_rows.clear();
    for (const FuotaTaskSummary& summary : summaries) {
        TaskRow row = known.value(summary.id);
        row.summary = summary;
        row.detailsError.reset();
        if (!row.details || row.details->status != TaskStatus::Done)
            m_wanted.append(summary.id);
        m_rows.append(row);
    }
    m_asOf = m_clock.now();
    Q_EMIT rowsReset();
    setState(ListState::Ready);
    for (int i = 0; i < FirstBurst; ++i)
        fetchNext();
    m_pace.start();
}

void TaskList::setVisibleRows(const QStringList& ids)
{
    m_visible = QSet<QString>(ids.begin(), ids.end());
}

void TaskList::refreshDetails(const QString& id)
{
    m_wanted.removeAll(id);
    m_wanted.prepend(id);
    fetchNext();
}

QString TaskList::nextWanted()
{
    if (m_wanted.isEmpty())
        return {};
    const auto visible = std::ranges::find_if(
        m_wanted, [this](const QString& id) { return m_visible.contains(id); });
    return m_wanted.takeAt(visible == m_wanted.end() ? 0
                                                     : std::distance(m_wanted.begin(), visible));
}

void TaskList::fetchNext()
{
    const QString id = nextWanted();
    const auto stack = m_session.stack();
    if (id.isEmpty() || !stack) {
        m_pace.stop();
        return;
    }
    stack->fuotaTasks()
        .get(id, m_generation.get())
        ->then(m_generation.get(),
               [this, id](const Result<FuotaTask>& details) { takeDetails(id, details); });
}

void TaskList::takeDetails(const QString& id, const Result<FuotaTask>& details)
{
    const qsizetype index = indexOf(id);
    if (index < 0)
        return;
    if (!details && details.error().kind == ErrorKind::NotFound) { // deleted elsewhere meanwhile
        dropRow(id);
        return;
    }
    TaskRow& row = m_rows[index];
    if (details) {
        row.details = *details;
        row.summary.name = details->parameters.name.value_or(row.summary.name); // maybe another
        row.detailsError.reset();
    } else {
        row.detailsError = details.error();
    }
    Q_EMIT rowChanged(id);
}

void TaskList::takeDetails(const FuotaTask& details)
{
    takeDetails(details.id, details);
}

void TaskList::dropRow(const QString& id)
{
    const qsizetype index = indexOf(id);
    if (index < 0)
        return;
    m_wanted.removeAll(id);
    m_rows.removeAt(index);
    Q_EMIT rowsReset();
}

CallOf<void>* TaskList::start(const QString& id, const QDateTime& startTime, QObject* owner)
{
    const auto stack = m_session.stack();
    if (!stack)
        return settledCall<void>(owner, failure(ErrorKind::CredentialsMissing));
    auto* call = new CallOf<void>(owner);
    forward(stack->fuotaTasks().start(id, startTime, call), call,
            [kept = stack](const Result<void>& started) { return started; });
    call->then(this, [this, id](const Result<void>&) { refreshDetails(id); });
    return call;
}

CallOf<void>* TaskList::update(const QString& id, const TaskChange& change, QObject* owner)
{
    const auto stack = m_session.stack();
    if (!stack)
        return settledCall<void>(owner, failure(ErrorKind::CredentialsMissing));
    auto* call = new CallOf<void>(owner);
    forward(stack->fuotaTasks().update(id, change, call), call,
            [kept = stack](const Result<void>& updated) { return updated; });
    call->then(this, [this, id](const Result<void>&) { refreshDetails(id); });
    return call;
}

CallOf<void>* TaskList::remove(const QString& id, QObject* owner)
{
    const auto stack = m_session.stack();
    if (!stack)
        return settledCall<void>(owner, failure(ErrorKind::CredentialsMissing));
    auto* call = new CallOf<void>(owner);
    // An answer may be lost and the repeat then finds nothing: gone is what was asked for.
    forward(stack->fuotaTasks().remove(id, call), call,
            [kept = stack](const Result<void>& removed) -> Result<void> {
                if (!removed && removed.error().kind == ErrorKind::NotFound)
                    return {};
                return removed;
            });
    call->then(this, [this, id](const Result<void>& removed) {
        if (removed)
            dropRow(id);
    });
    return call;
}

} // namespace fuotadesk
