#include "campaign/ssosignin.h"

#include "profiles/profilesettings.h"
#include "signin/browsersignin.h"
#include "signin/devicesignin.h"

namespace fuotadesk {

SsoSignIn::SsoSignIn(SignInTools& tools, QString farewell, std::chrono::milliseconds second,
                     QObject* parent)
    : QObject(parent),
      m_tools(tools),
      m_farewell(std::move(farewell)),
      m_second(second)
{
}

SsoSignIn::~SsoSignIn() = default;

void SsoSignIn::start(const QString& profile, Way way)
{
    stop();
    m_profile = profile.isEmpty() ? configuredProfile(m_tools.environment) : profile;
    m_way = way;
    m_offersBrowser = true;
    m_startUrl.clear();
    m_work = std::make_unique<QObject>();
    m_tools.worker
        .run<ProfileSet>(m_work.get(),
                         [config = m_tools.files.config, credentials = m_tools.files.credentials] {
                             return readProfileSet(config, credentials);
                         })
        ->then(this, [this](const Result<ProfileSet>& set) { resolve(set); });
    setState(State::Preparing);
}

void SsoSignIn::cancel()
{
    stop();
    setState(State::Idle);
}

// The flow may be the one that says so.
void SsoSignIn::stop()
{
    m_work.reset();
    if (m_flow) {
        disconnect(m_flow.get(), nullptr, this, nullptr);
        m_flow.release()->deleteLater();
    }
    m_page.clear();
    m_userCode.clear();
    m_expiresAt = {};
    m_error.reset();
}

void SsoSignIn::resolve(const Result<ProfileSet>& set)
{
    const auto chain = set ? resolveChain(*set, m_profile) : failure(set.error());
    if (!chain) {
        fail(chain.error());
        return;
    }
    const auto* source = std::get_if<SsoSource>(&chain->source);
    if (!source) {
        fail({ErrorKind::ConfigurationInvalid,
              QStringLiteral("sso-session"),
              chain->sourceProfile,
              0,
              {},
              {},
              false});
        return;
    }
    const ServiceAddresses addresses(*set, m_profile, m_tools.environment);
    begin({*source, addresses.ssoOidc(source->region), m_second});
}

void SsoSignIn::begin(const SsoFlow::Plan& plan)
{
    m_startUrl = plan.source.startUrl;
    m_offersBrowser = !plan.source.sessionName.isEmpty();
    if (!m_offersBrowser)
        m_way = Way::Device;
    if (m_way == Way::Device)
        m_flow = std::make_unique<DeviceSignIn>(m_tools, plan);
    else
        m_flow = std::make_unique<BrowserSignIn>(m_tools, plan, m_farewell);
    connect(m_flow.get(), &SsoFlow::personAsked, this, &SsoSignIn::askPerson);
    m_flow->start(m_work.get())->then(this, [this](const Result<void>& signedIn) {
        take(signedIn);
    });
    Q_EMIT changed();
}

void SsoSignIn::askPerson()
{
    m_page = m_flow->page();
    m_userCode = m_flow->userCode();
    m_expiresAt = m_flow->expiresAt();
    setState(State::WaitingForPerson);
}

void SsoSignIn::take(const Result<void>& signedIn)
{
    if (!signedIn) {
        fail(signedIn.error());
        return;
    }
    stop();
    setState(State::Done);
    Q_EMIT finished(m_profile);
}

void SsoSignIn::fail(const Error& error)
{
    stop();
    m_error = error;
    setState(State::Failed);
}

void SsoSignIn::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace fuotadesk
