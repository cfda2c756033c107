#include "signin/devicesignin.h"

#include "base/clock.h"

namespace fuotadesk {

using namespace std::chrono_literals;

namespace {

constexpr auto SlowDownBy = 5s; // RFC 8628, 3.5
constexpr auto RegistrationMargin = 3600s; // so long a sign-in never takes

// What may be over the next time.
bool isPassing(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::HostNotFound:
    case ErrorKind::ConnectionRefused:
    case ErrorKind::ConnectionLost:
    case ErrorKind::TimedOut:
    case ErrorKind::Throttled:
    case ErrorKind::ServiceFailed:
    case ErrorKind::ServiceUnavailable:
        return true;
    default:
        return error.code == u"authorization_pending" || error.code == u"slow_down";
    }
}

} // namespace

DeviceSignIn::DeviceSignIn(SignInTools& tools, const Plan& plan, QObject* parent)
    : SsoFlow(tools, plan, parent)
{
}

void DeviceSignIn::begin()
{
    tools().ssoTokens.cached(source(), work())->then(this, [this](const Result<SsoToken>& token) {
        takeCached(token);
    });
}

void DeviceSignIn::takeCached(const Result<SsoToken>& token)
{
    const QDateTime end = tools().parts.clock.now().addSecs(RegistrationMargin.count());
    m_isReused = token && !token->clientId.isEmpty() && !token->clientSecret.isEmpty()
        && token->registrationExpiresAt.isValid() && token->registrationExpiresAt > end;
    if (!m_isReused) {
        registerClient();
        return;
    }
    m_registration = {token->clientId, token->clientSecret, token->registrationExpiresAt};
    authorize();
}

void DeviceSignIn::registerClient()
{
    m_isReused = false;
    client()
        .registerClient({QStringLiteral("FUOTA Desk"), source().scopes, {}, {}}, work())
        ->then(this, [this](const Result<OidcRegistration>& registration) {
            if (!registration) {
                fail(registration.error());
                return;
            }
            m_registration = *registration;
            authorize();
        });
}

void DeviceSignIn::authorize()
{
    client()
        .authorizeDevice(m_registration, source().startUrl, work())
        ->then(this,
               [this](const Result<DeviceAuthorization>& given) { takeAuthorization(given); });
}

// One made for the other way of signing in, or forgotten by the service, is no good.
void DeviceSignIn::takeAuthorization(const Result<DeviceAuthorization>& given)
{
    if (!given && m_isReused && !isPassing(given.error())) {
        registerClient();
        return;
    }
    if (!given) {
        fail(given.error());
        return;
    }
    m_deviceCode = given->deviceCode;
    m_interval = given->interval;
    askPerson(given->page, given->userCode, given->expiresAt);
    wakeAfter(m_interval);
}

void DeviceSignIn::wake()
{
    if (isOver())
        return;
    client()
        .tokenForDevice(m_registration, m_deviceCode, work())
        ->then(this, [this](const Result<OidcToken>& token) { takeAnswer(token); });
}

void DeviceSignIn::takeAnswer(const Result<OidcToken>& token)
{
    if (token) {
        keep(m_registration, *token);
        return;
    }
    if (!isPassing(token.error())) {
        fail(token.error());
        return;
    }
    if (token.error().code == u"slow_down")
        m_interval += SlowDownBy;
    wakeAfter(m_interval);
}

} // namespace fuotadesk
