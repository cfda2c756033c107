#pragma once

#include "signin/signintools.h"
#include "signin/ssoportal.h"
#include "signin/stsclient.h"

namespace fuotadesk {

// Goes once from the source of a chain through its roles to credentials. An error's detail begins
// with the profile and the step that failed, on a line of its own.
class ChainRun : public QObject {
    Q_OBJECT

public:
    ChainRun(SignInTools& tools, ProfileChain chain, const ServiceAddresses& addresses,
             QObject* parent);

    // Settles once, later. Deleting the run cancels it.
    CallOf<IssuedCredentials>* start(QObject* owner);

private:
    CallOf<IssuedCredentials>* issue(const StaticKeys& source);
    CallOf<IssuedCredentials>* issue(const NamedSource& source);
    CallOf<IssuedCredentials>* issue(const WebIdentitySource& source);
    CallOf<IssuedCredentials>* issue(const SsoSource& source);
    CallOf<IssuedCredentials>* issue(const LoginSource& source);
    CallOf<IssuedCredentials>* issue(const ProcessSource& source);
    void take(const Result<IssuedCredentials>& issued);
    void askCode(const RoleStep& role, const Credentials& asker);
    void assume(const RoleStep& role, const Credentials& asker, const QString& code);
    QString sessionName(const QString& own) const;
    Error atStep(Error error) const;

    SignInTools& m_tools;
    ProfileChain m_chain;
    ServiceAddresses m_addresses;
    std::unique_ptr<StsClient> m_sts;
    std::unique_ptr<SsoPortal> m_portal;
    qsizetype m_nextRole = 0;
    QPointer<CallOf<IssuedCredentials>> m_call;
};

} // namespace fuotadesk
