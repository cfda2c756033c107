#include "campaign/grouplist.h"

#include "base/clock.h"
#include "campaign/session.h"
#include "iotwireless/multicastgroupclient.h"
#include "store/memberbatch.h"

#include <QHash>

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr int MostUnderWay = 4; // the paced transport spaces them

} // namespace

GroupList::GroupList(Session& session, const Clock& clock, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_clock(clock),
      m_generation(std::make_unique<QObject>())
{
    connect(&session, &Session::activeChanged, this, &GroupList::clear);
    connect(&session, &Session::stateChanged, this, [this] {
        if (m_isWanted && m_session.isReady())
            refresh();
    });
}

GroupList::~GroupList() = default;

qsizetype GroupList::indexOf(const QString& id) const
{
    const auto found =
        std::ranges::find(m_rows, id, [](const GroupRow& row) { return row.summary.id; });
    return found == m_rows.end() ? -1 : std::distance(m_rows.begin(), found);
}

const GroupRow* GroupList::find(const QString& id) const
{
    const qsizetype index = indexOf(id);
    return index < 0 ? nullptr : &m_rows.at(index);
}

void GroupList::clear()
{
    m_generation = std::make_unique<QObject>();
    m_wanted.clear();
    m_underWay = 0;
    m_rows.clear();
    m_asOf = {};
    Q_EMIT rowsReset();
    setState(ListState::Empty);
}

void GroupList::setState(ListState state, std::optional<Error> error)
{
    m_state = state;
    m_error = std::move(error);
    Q_EMIT stateChanged();
}

void GroupList::refresh()
{
    m_isWanted = true;
    const auto stack = m_session.stack();
    if (!stack)
        return;
    m_generation = std::make_unique<QObject>();
    m_wanted.clear();
    m_underWay = 0;
    setState(ListState::Loading);
    stack->multicastGroups(Urgency::InSight)
        .list(m_generation.get())
        ->then(m_generation.get(), [this](const Result<QList<MulticastGroupSummary>>& groups) {
            if (groups)
                take(*groups);
            else
                setState(ListState::Failed, groups.error());
        });
}

void GroupList::take(const QList<MulticastGroupSummary>& summaries)
{
    QHash<QString, GroupRow> known;
    for (const GroupRow& row : std::as_const(m_rows))
        known.insert(row.summary.id, row);
    m_rows.clear();
    for (const MulticastGroupSummary& summary : summaries) {
        GroupRow row = known.value(summary.id);
        row.summary = summary;
        row.detailsError.reset();
        m_wanted.append(summary.id);
        m_rows.append(row);
    }
    m_asOf = m_clock.now();
    Q_EMIT rowsReset();
    setState(ListState::Ready);
    fetchMore();
}

void GroupList::setVisibleRows(const QStringList& ids)
{
    m_visible = QSet<QString>(ids.begin(), ids.end());
}

void GroupList::refreshDetails(const QString& id)
{
    m_wanted.removeAll(id);
    fetch(id, Urgency::Pressed);
}

QString GroupList::nextWanted()
{
    const auto visible = std::ranges::find_if(
        m_wanted, [this](const QString& id) { return m_visible.contains(id); });
    return m_wanted.takeAt(visible == m_wanted.end() ? 0
                                                     : std::distance(m_wanted.begin(), visible));
}

void GroupList::fetchMore()
{
    while (m_underWay < MostUnderWay && !m_wanted.isEmpty()) {
        const QString id = nextWanted();
        fetch(id, m_visible.contains(id) ? Urgency::InSight : Urgency::Behind);
    }
}

void GroupList::fetch(const QString& id, Urgency urgency)
{
    const auto stack = m_session.stack();
    if (!stack)
        return;
    ++m_underWay;
    stack->multicastGroups(urgency)
        .get(id, m_generation.get())
        ->then(m_generation.get(), [this, id](const Result<MulticastGroup>& details) {
            --m_underWay;
            takeDetails(id, details);
            fetchMore();
        });
}

void GroupList::takeDetails(const QString& id, const Result<MulticastGroup>& details)
{
    const qsizetype index = indexOf(id);
    if (index < 0)
        return;
    if (!details && details.error().kind == ErrorKind::NotFound) { // deleted elsewhere meanwhile
        dropRow(id);
        return;
    }
    GroupRow& row = m_rows[index];
    if (details) {
        row.details = *details;
        row.summary.name = details->name; // it may have another by now
        row.detailsError.reset();
    } else {
        row.detailsError = details.error();
    }
    Q_EMIT rowChanged(id);
}

void GroupList::dropRow(const QString& id)
{
    const qsizetype index = indexOf(id);
    if (index < 0)
        return;
    m_wanted.removeAll(id);
    m_rows.removeAt(index);
    Q_EMIT rowsReset();
}

CallOf<void>* GroupList::update(const QString& id, const GroupChange& change, QObject* owner)
{
    const auto stack = m_session.stack();
    if (!stack)
        return settledCall<void>(owner, failure(ErrorKind::CredentialsMissing));
    auto* call = new CallOf<void>(owner);
    forward(stack->multicastGroups().update(id, change, call), call,
            [kept = stack](const Result<void>& updated) { return updated; });
    call->then(this, [this, id](const Result<void>&) { refreshDetails(id); });
    return call;
}

CallOf<void>* GroupList::changeDevices(const QString& id, MemberChange change,
                                       const DeviceQuery& query, QObject* owner)
{
    const auto stack = m_session.stack();
    if (!stack)
        return settledCall<void>(owner, failure(ErrorKind::CredentialsMissing));
    auto* call = new CallOf<void>(owner);
    auto& client = stack->multicastGroups();
    forward(change == MemberChange::Add ? client.associateDevices(id, query, call)
                                        : client.disassociateDevices(id, query, call),
            call, [kept = stack](const Result<void>& begun) { return begun; });
    call->then(this, [this, id](const Result<void>&) { refreshDetails(id); });
    return call;
}

CallOf<void>* GroupList::remove(const QString& id, QObject* owner)
{
    const auto stack = m_session.stack();
    if (!stack)
        return settledCall<void>(owner, failure(ErrorKind::CredentialsMissing));
    auto* call = new CallOf<void>(owner);
    // An answer may be lost and the repeat then finds nothing: gone is what was asked for.
    forward(stack->multicastGroups().remove(id, call), call,
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
