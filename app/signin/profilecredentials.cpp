#include "signin/profilecredentials.h"

#include "base/clock.h"
#include "signin/chainrun.h"

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr qint64 RenewBefore = qint64(5) * 60; // seconds
constexpr qint64 UseOfEndedOnes = 60;

} // namespace

ProfileCredentials::ProfileCredentials(SignInTools& tools, QString profile, QObject* parent)
    : QObject(parent),
      m_tools(tools),
      m_profile(std::move(profile))
{
}

ProfileCredentials::~ProfileCredentials() = default;

bool ProfileCredentials::isFresh() const
{
    return m_kept && !m_isStale && (!m_renewAt.isValid() || m_tools.parts.clock.now() < m_renewAt);
}

void ProfileCredentials::keep(const IssuedCredentials& issued)
{
    m_kept = issued;
    m_isStale = false;
    m_renewAt = {};
    if (!issued.expiresAt)
        return;
    const QDateTime now = m_tools.parts.clock.now();
    const qint64 left = now.secsTo(*issued.expiresAt);
    m_renewAt = now.addSecs(left > 0 ? std::max(left - RenewBefore, left / 2) : UseOfEndedOnes);
}

CallOf<IssuedCredentials>* ProfileCredentials::credentials(QObject* owner)
{
    if (isFresh())
        return settledCall<IssuedCredentials>(owner, *m_kept);
    auto* call = new CallOf<IssuedCredentials>(owner);
    m_waiting << call;
    if (!m_isObtaining)
        begin();
    return call;
}

std::optional<Credentials> ProfileCredentials::fresh() const
{
    if (!isFresh())
        return {};
    return m_kept->credentials;
}

CallOf<Credentials>* ProfileCredentials::obtain(QObject* owner)
{
    auto* call = new CallOf<Credentials>(owner);
    forward(credentials(call), call, [](const Result<IssuedCredentials>& issued) {
        return issued.map(&IssuedCredentials::credentials);
    });
    return call;
}

bool ProfileCredentials::discard(const Credentials& refused)
{
    if (m_kept && m_kept->credentials == refused)
        m_kept.reset();
    return true;
}

void ProfileCredentials::begin()
{
    m_isObtaining = true;
    const auto own = m_profile.isEmpty() ? environmentCredentials(m_tools.environment)
                                         : std::optional<Result<IssuedCredentials>>();
    if (own) {
        finish(*own);
        return;
    }
    m_tools.worker
        .run<ProfileSet>(this,
                         [config = m_tools.files.config, credentials = m_tools.files.credentials] {
                             return readProfileSet(config, credentials);
                         })
        ->then(this, [this](const Result<ProfileSet>& set) { resolve(set); });
}

// A default profile that nobody asked for by name need not be there.
void ProfileCredentials::resolve(const Result<ProfileSet>& set)
{
    if (!set) {
        finish(failure(set.error()));
        return;
    }
    const QString name = m_profile.isEmpty() ? configuredProfile(m_tools.environment) : m_profile;
    const ServiceAddresses addresses(*set, name, m_tools.environment);
    const bool isNamed =
        !m_profile.isEmpty() || m_tools.environment.isSet(QStringLiteral("AWS_PROFILE"));
    if (!isNamed && !set->profiles.contains(name)) {
        if (const auto chain = environmentChain())
            run(*chain, addresses);
        else
            finish(failure(ErrorKind::CredentialsMissing, QStringLiteral("no-profile"), name));
        return;
    }
    const auto chain = resolveChain(*set, name);
    if (chain)
        run(*chain, addresses);
    else
        finish(failure(chain.error()));
}

std::optional<ProfileChain> ProfileCredentials::environmentChain() const
{
    const Environment& environment = m_tools.environment;
    const WebIdentitySource source{environment.value(QStringLiteral("AWS_ROLE_ARN")),
                                   environment.value(QStringLiteral("AWS_WEB_IDENTITY_TOKEN_FILE")),
                                   environment.value(QStringLiteral("AWS_ROLE_SESSION_NAME"))};
    if (source.roleArn.isEmpty() || source.tokenFile.isEmpty())
        return {};
    return ProfileChain{{}, source, {}};
}

void ProfileCredentials::run(const ProfileChain& chain, const ServiceAddresses& addresses)
{
    m_run = std::make_unique<ChainRun>(m_tools, chain, addresses, nullptr);
    m_run->start(this)->then(this,
                             [this](const Result<IssuedCredentials>& issued) { finish(issued); });
}

// What still holds is better than a failure to renew it. Files that can not be read may be in the
// midst of being written.
bool ProfileCredentials::mayGoOn(const Error& error) const
{
    const bool holds =
        m_kept && (!m_kept->expiresAt || *m_kept->expiresAt > m_tools.parts.clock.now());
    return holds && (!m_isStale || isFileTrouble(error.kind));
}

void ProfileCredentials::finish(const Result<IssuedCredentials>& issued)
{
    m_isObtaining = false;
    Result<IssuedCredentials> answer = issued;
    if (issued)
        keep(*issued);
    else if (mayGoOn(issued.error()))
        answer = *m_kept;
    else
        m_kept.reset();
    for (const auto& call : std::exchange(m_waiting, {})) {
        if (call)
            call->settle(answer);
    }
    const ErrorKind kind = answer ? ErrorKind::Cancelled : answer.error().kind;
    if (kind == ErrorKind::CredentialsExpired || kind == ErrorKind::CredentialsMissing)
        Q_EMIT lost(answer.error());
}

} // namespace fuotadesk
