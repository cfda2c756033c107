#include "signin/chainrun.h"

#include "base/clock.h"
#include "signin/tokenfile.h"

namespace fuotadesk {

namespace {

using IssueCall = CallOf<IssuedCredentials>;

struct SourceWord {
    QString operator()(const StaticKeys&) const { return QStringLiteral("aws_access_key_id"); }
    QString operator()(const NamedSource&) const { return QStringLiteral("credential_source"); }
    QString operator()(const WebIdentitySource&) const
    {
        return QStringLiteral("web_identity_token_file");
    }
    QString operator()(const SsoSource& source) const
    {
        return source.sessionName.isEmpty() ? QStringLiteral("sso_start_url")
                                            : QStringLiteral("sso_session");
    }
    QString operator()(const LoginSource&) const { return QStringLiteral("login_session"); }
    QString operator()(const ProcessSource&) const { return QStringLiteral("credential_process"); }
};

} // namespace

ChainRun::ChainRun(SignInTools& tools, ProfileChain chain, const ServiceAddresses& addresses,
                   QObject* parent)
    : QObject(parent),
      m_tools(tools),
      m_chain(std::move(chain)),
      m_addresses(addresses)
{
}

IssueCall* ChainRun::start(QObject* owner)
{
    m_call = new IssueCall(owner);
    std::visit([this](const auto& source) { return issue(source); }, m_chain.source)
        ->then(this, [this](const Result<IssuedCredentials>& issued) { take(issued); });
    return m_call;
}

IssueCall* ChainRun::issue(const StaticKeys& source)
{
    return settledCall<IssuedCredentials>(this,
                                          IssuedCredentials{source.keys, source.accountId, {}});
}

// Instances and containers of AWS have no desktop.
IssueCall* ChainRun::issue(const NamedSource& source)
{
    if (source.name != u"Environment")
        return settledCall<IssuedCredentials>(this,
                                              failure(ErrorKind::ConfigurationInvalid,
                                                      QStringLiteral("credential_source"),
                                                      source.name));
    const auto found = environmentCredentials(m_tools.environment);
    return settledCall<IssuedCredentials>(
        this,
        found ? *found
              : failure(ErrorKind::CredentialsMissing, QStringLiteral("AWS_ACCESS_KEY_ID")));
}

IssueCall* ChainRun::issue(const WebIdentitySource& source)
{
    m_sts = std::make_unique<StsClient>(m_tools.parts, m_addresses.sts(), Credentials());
    auto* call = new IssueCall(this);
    m_tools.worker.run<QByteArray>(call, [file = source.tokenFile] { return readTokenText(file); })
        ->then(call, [this, call, source](const Result<QByteArray>& token) {
            if (!token) {
                call->settle(failure(token.error()));
                return;
            }
            auto* asking = m_sts->assumeRoleWithWebIdentity(
                source.roleArn, sessionName(source.sessionName), Secret(*token), call);
            forward(asking, call, [](const Result<IssuedCredentials>& issued) { return issued; });
        });
    return call;
}

IssueCall* ChainRun::issue(const SsoSource& source)
{
    if (source.accountId.isEmpty()) // made for a token alone
        return settledCall<IssuedCredentials>(
            this, failure(ErrorKind::ConfigurationInvalid, QStringLiteral("sso_account_id")));
    m_portal = std::make_unique<SsoPortal>(m_tools.parts, m_addresses.ssoPortal(source.region));
    auto* call = new IssueCall(this);
    m_tools.ssoTokens.token(source, m_addresses.ssoOidc(source.region), call)
        ->then(call, [this, call, source](const Result<SsoToken>& token) {
            if (!token) {
                call->settle(failure(token.error()));
                return;
            }
            auto* asking = m_portal->roleCredentials(token->accessToken, source.accountId,
                                                     source.roleName, call);
            forward(asking, call, [](const Result<IssuedCredentials>& issued) { return issued; });
        });
    return call;
}

IssueCall* ChainRun::issue(const LoginSource& source)
{
    return m_tools.logins.credentials(source.session, m_addresses, this);
}

IssueCall* ChainRun::issue(const ProcessSource& source)
{
    return m_tools.processes.run(source, this);
}

void ChainRun::take(const Result<IssuedCredentials>& issued)
{
    if (!m_call)
        return;
    if (!issued) {
        m_call->settle(failure(atStep(issued.error())));
        return;
    }
    if (m_nextRole == m_chain.roles.size()) {
        m_call->settle(*issued);
        return;
    }
    const RoleStep role = m_chain.roles.at(m_nextRole++);
    if (role.mfaSerial.isEmpty())
        assume(role, issued->credentials, {});
    else
        askCode(role, issued->credentials);
}

void ChainRun::askCode(const RoleStep& role, const Credentials& asker)
{
    if (!m_tools.prompt) {
        m_call->settle(failure(atStep({ErrorKind::CredentialsMissing,
                                       QStringLiteral("mfa"),
                                       role.mfaSerial,
                                       0,
                                       {},
                                       {},
                                       false})));
        return;
    }
    m_tools.prompt->askCode(role, this)
        ->then(this, [this, role, asker](const Result<QString>& code) {
            if (code)
                assume(role, asker, *code);
            else if (m_call)
                m_call->settle(failure(atStep(code.error())));
        });
}

void ChainRun::assume(const RoleStep& role, const Credentials& asker, const QString& code)
{
    m_sts = std::make_unique<StsClient>(m_tools.parts, m_addresses.sts(), asker);
    m_sts
        ->assumeRole({role.roleArn, sessionName(role.sessionName), role.externalId, role.mfaSerial,
                      code, role.durationSeconds},
                     this)
        ->then(this, [this](const Result<IssuedCredentials>& issued) { take(issued); });
}

QString ChainRun::sessionName(const QString& own) const
{
    return own.isEmpty()
        ? QStringLiteral("fuotadesk-%1").arg(m_tools.parts.clock.now().toSecsSinceEpoch())
        : own;
}

Error ChainRun::atStep(Error error) const
{
    QString where = QStringLiteral("[%1] %2").arg(m_chain.sourceProfile,
                                                  std::visit(SourceWord(), m_chain.source));
    if (m_nextRole > 0) {
        const RoleStep& role = m_chain.roles.at(m_nextRole - 1);
        where = QStringLiteral("[%1] role_arn %2").arg(role.profile, role.roleArn);
    }
    error.detail = error.detail.isEmpty() ? where : where + u'\n' + error.detail;
    return error;
}

} // namespace fuotadesk
