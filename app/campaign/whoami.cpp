#include "campaign/whoami.h"

#include "campaign/session.h"
#include "signin/stsclient.h"

namespace fuotadesk {

WhoAmI::WhoAmI(Session& session, const SignInParts& parts, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_parts(parts)
{
    connect(&session, &Session::stateChanged, this, &WhoAmI::follow);
    follow();
}

WhoAmI::~WhoAmI() = default;

void WhoAmI::follow()
{
    const bool knew = m_identity || m_error;
    m_identity.reset();
    m_error.reset();
    m_sts.reset(); // with it goes what is under way
    if (m_session.isReady())
        ask();
    if (knew)
        Q_EMIT changed();
}

// The keys of the moment do: who one is does not change when they are renewed.
void WhoAmI::ask()
{
    const auto& access = m_session.access();
    const auto keys = access ? access->keys->fresh() : std::nullopt;
    if (!keys)
        return;
    m_sts = std::make_unique<StsClient>(m_parts, access->sts, *keys);
    m_sts->callerIdentity(this)->then(
        this, [this](const Result<CallerIdentity>& identity) { take(identity); });
}

void WhoAmI::take(const Result<CallerIdentity>& identity)
{
    if (!identity && identity.error().kind == ErrorKind::Cancelled)
        return; // an older question
    if (identity)
        m_identity = *identity;
    else
        m_error = identity.error();
    Q_EMIT changed();
}

} // namespace fuotadesk
