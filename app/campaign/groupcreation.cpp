#include "campaign/groupcreation.h"

#include "base/random.h"
#include "campaign/session.h"
#include "iotwireless/multicastgroupclient.h"

namespace fuotadesk {

namespace {

bool isSure(const Result<CreatedGroup>& created)
{
    return created || !created.error().maybeExecuted;
}

GroupDraft withoutToken(GroupDraft draft)
{
    draft.clientRequestToken.clear();
    return draft;
}

} // namespace

GroupCreation::GroupCreation(Session& session, RandomSource& random, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_random(random)
{
}

CallOf<CreatedGroup>* GroupCreation::submit(const GroupDraft& draft, QObject* owner)
{
    if (!m_session.isReady())
        return settledCall<CreatedGroup>(owner, failure(ErrorKind::CredentialsMissing));
    // Another account knows nothing of the token.
    if (m_open && m_open->connectionId != m_session.active().id)
        m_open.reset();
    auto* call = new CallOf<CreatedGroup>(owner);
    if (m_open && withoutToken(m_open->draft) != withoutToken(draft))
        settleEarlier(draft, call);
    else
        send(draft, call);
    return call;
}

void GroupCreation::send(const GroupDraft& draft, const QPointer<CallOf<CreatedGroup>>& call)
{
    if (!m_open) {
        m_open = Open{draft, m_session.active().id};
        m_open->draft.clientRequestToken = m_random.uuid();
    }
    request(m_open->draft)->then(this, [call](const Result<CreatedGroup>& created) {
        if (call)
            call->settle(created);
    });
}

// The earlier draft is sent once more: with its own token that makes no second group.
void GroupCreation::settleEarlier(const GroupDraft& draft,
                                  const QPointer<CallOf<CreatedGroup>>& call)
{
    request(m_open->draft)->then(this, [this, draft, call](const Result<CreatedGroup>& earlier) {
        if (!call)
            return;
        if (earlier)
            call->settle(failure(ErrorKind::EarlierCreateSucceeded, earlier->id));
        else if (isSure(earlier) && m_session.isReady())
            send(draft, call);
        else
            call->settle(failure(earlier.error()));
    });
}

CallOf<CreatedGroup>* GroupCreation::request(const GroupDraft& draft)
{
    const auto stack = m_session.stack();
    auto* call = new CallOf<CreatedGroup>(this);
    forward(stack->multicastGroups().create(draft, call), call,
            [kept = stack](const Result<CreatedGroup>& created) { return created; });
    call->then(this, [this](const Result<CreatedGroup>& created) {
        if (isSure(created))
            m_open.reset();
    });
    return call;
}

} // namespace fuotadesk
