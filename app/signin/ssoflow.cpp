#include "signin/ssoflow.h"

#include "base/clock.h"

namespace fuotadesk {

SsoFlow::SsoFlow(SignInTools& tools, const Plan& plan, QObject* parent)
    : QObject(parent),
      m_tools(tools),
      m_plan(plan),
      m_client(tools.parts, plan.oidcEndpoint)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SsoFlow::wake);
}

CallOf<void>* SsoFlow::start(QObject* owner)
{
    m_call = new CallOf<void>(owner);
    m_call->onCancel([alive = QPointer<SsoFlow>(this)] {
        if (alive)
            alive->stop();
    });
    connect(m_call, &QObject::destroyed, this, &SsoFlow::stop); // nobody waits any more
    begin();
    return m_call;
}

void SsoFlow::stop()
{
    m_work = std::make_unique<QObject>();
    m_timer.stop();
}

void SsoFlow::askPerson(const QUrl& page, const QString& userCode, const QDateTime& expiresAt)
{
    m_page = page;
    m_userCode = userCode;
    m_expiresAt = expiresAt;
    Q_EMIT personAsked();
}

void SsoFlow::wakeAfter(std::chrono::seconds pause)
{
    if (isWanted())
        m_timer.start(m_plan.second * pause.count());
}

bool SsoFlow::isOver()
{
    if (m_tools.parts.clock.now() < m_expiresAt)
        return false;
    fail({ErrorKind::TimedOut, QStringLiteral("expired_token"), {}, 0, {}, {}, false});
    return true;
}

// Nothing of this was a change at the service that somebody would have to look for.
void SsoFlow::fail(Error error)
{
    error.maybeExecuted = false;
    if (error.code == u"access_denied")
        error.kind = ErrorKind::AccessDenied;
    else if (error.code == u"expired_token")
        error.kind = ErrorKind::TimedOut;
    stop();
    if (m_call)
        m_call->settle(failure(error));
}

void SsoFlow::keep(const OidcRegistration& client, const OidcToken& token)
{
    const SsoToken signedIn{token.accessToken,   token.expiresAt,    source().startUrl,
                            source().region,     token.refreshToken, client.clientId,
                            client.clientSecret, client.expiresAt,   {}};
    m_tools.ssoTokens.keep(source(), signedIn, work())
        ->then(this, [this](const Result<void>& kept) {
            if (!kept)
                fail(kept.error());
            else if (m_call)
                m_call->settle(kept);
        });
}

} // namespace fuotadesk
