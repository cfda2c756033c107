#include "campaign/taskgroups.h"

#include "campaign/session.h"
#include "iotwireless/multicastgroupclient.h"
#include "iotwireless/servicestack.h"

#include <QHash>

namespace fuotadesk {

TaskGroups::TaskGroups(Session& session, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_reading(std::make_unique<QObject>())
{
    connect(&session, &Session::activeChanged, this, [this] { lookAt({}); });
}

TaskGroups::~TaskGroups() = default;

void TaskGroups::lookAt(const QString& taskId)
{
    if (taskId == m_taskId)
        return;
    m_taskId = taskId;
    m_rows.clear();
    m_reading = std::make_unique<QObject>();
    Q_EMIT rowsReset();
    setState(ListState::Empty);
    refresh();
}

void TaskGroups::refresh()
{
    const auto stack = m_session.stack();
    if (!stack || m_taskId.isEmpty())
        return;
    m_reading = std::make_unique<QObject>();
    setState(ListState::Loading);
    stack->fuotaTasks(Urgency::InSight)
        .listGroups(m_taskId, m_reading.get())
        ->then(m_reading.get(), [this, kept = stack](const Result<QStringList>& ids) {
            if (ids)
                take(*ids);
            else
                setState(ListState::Failed, ids.error());
        });
}

void TaskGroups::setState(ListState state, std::optional<Error> error)
{
    m_state = state;
    m_error = std::move(error);
    Q_EMIT stateChanged();
}

void TaskGroups::take(const QStringList& ids)
{
    QHash<QString, GroupRow> known;
    for (const GroupRow& row : std::as_const(m_rows))
        known.insert(row.summary.id, row);
    m_rows.clear();
    for (const QString& id : ids) {
        GroupRow row = known.value(id);
        row.summary.id = id;
        m_rows.append(row);
    }
    Q_EMIT rowsReset();
    setState(ListState::Ready);
    for (const QString& id : ids)
        fetch(id);
}

void TaskGroups::fetch(const QString& id)
{
    const auto stack = m_session.stack();
    if (!stack)
        return;
    stack->multicastGroups(Urgency::InSight)
        .get(id, m_reading.get())
        ->then(m_reading.get(), [this, id, kept = stack](const Result<MulticastGroup>& group) {
            takeGroup(id, group);
        });
}

void TaskGroups::takeGroup(const QString& id, const Result<MulticastGroup>& group)
{
    for (GroupRow& row : m_rows) {
        if (row.summary.id != id)
            continue;
        if (group) {
            row.details = *group;
            row.summary.name = group->name;
            row.detailsError.reset();
        } else {
            row.detailsError = group.error();
        }
        Q_EMIT rowChanged(row);
        return;
    }
}

} // namespace fuotadesk
