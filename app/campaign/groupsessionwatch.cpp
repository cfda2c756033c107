#include "campaign/groupsessionwatch.h"

#include "campaign/session.h"
#include "iotwireless/multicastgroupclient.h"

namespace fuotadesk {

GroupSessionWatch::GroupSessionWatch(Session& session, QObject* parent)
    : QObject(parent),
      m_connection(session)
{
    connect(&session, &Session::activeChanged, this, [this] { watch({}); });
}

GroupSessionWatch::~GroupSessionWatch() = default;

void GroupSessionWatch::watch(const QString& groupId)
{
    if (groupId == m_groupId)
        return;
    m_groupId = groupId;
    m_look.reset();
    m_session.reset();
    m_error.reset();
    m_state = ListState::Empty;
    Q_EMIT changed();
    refresh();
}

void GroupSessionWatch::refresh()
{
    const auto stack = m_connection.stack();
    if (!stack || m_groupId.isEmpty())
        return;
    m_look = std::make_unique<QObject>();
    m_state = ListState::Loading;
    Q_EMIT changed();
    stack->multicastGroups()
        .session(m_groupId, m_look.get())
        ->then(m_look.get(), [this](const Result<MulticastSession>& session) { take(session); });
}

void GroupSessionWatch::take(const Result<MulticastSession>& session)
{
    m_error.reset();
    m_state = ListState::Ready;
    if (session) {
        m_session = *session == MulticastSession() ? std::nullopt : std::optional(*session);
    } else if (session.error().kind == ErrorKind::NotFound) {
        m_session.reset();
    } else {
        m_state = ListState::Failed;
        m_error = session.error();
    }
    Q_EMIT changed();
}

CallOf<void>* GroupSessionWatch::start(const QString& groupId, const MulticastSession& session,
                                       QObject* owner)
{
    const auto stack = m_connection.stack();
    if (!stack)
        return settledCall<void>(owner, failure(ErrorKind::CredentialsMissing));
    auto* call = new CallOf<void>(owner);
    forward(stack->multicastGroups().startSession(groupId, session, call), call,
            [kept = stack](const Result<void>& started) { return started; });
    call->then(this, [this](const Result<void>&) { refresh(); });
    return call;
}

CallOf<void>* GroupSessionWatch::cancel(const QString& groupId, QObject* owner)
{
    const auto stack = m_connection.stack();
    if (!stack)
        return settledCall<void>(owner, failure(ErrorKind::CredentialsMissing));
    auto* call = new CallOf<void>(owner);
    forward(stack->multicastGroups().cancelSession(groupId, call), call,
            [kept = stack](const Result<void>& cancelled) -> Result<void> {
                if (!cancelled && cancelled.error().kind == ErrorKind::NotFound)
                    return {};
                return cancelled;
            });
    call->then(this, [this](const Result<void>&) { refresh(); });
    return call;
}

} // namespace fuotadesk
