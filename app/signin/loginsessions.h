#pragma once

#include "aws/retryingtransport.h"
#include "base/worker.h"
#include "signin/loginsession.h"
#include "signin/serviceaddresses.h"

namespace fuotadesk {

// What "aws login" has left in its cache: credentials for some minutes, renewed in place when they
// end within five, while the session lasts (12 hours at most).
// https://docs.aws.amazon.com/sdkref/latest/guide/feature-login-credentials.html
class LoginSessions {
public:
    LoginSessions(const SignInParts& parts, QString folder);

    // Errors: CredentialsMissing and CredentialsExpired, code "login-session", detail the session;
    // AccessDenied where renewing is not allowed; FileMalformed, FileUnreadable; those of the way
    // to the service.
    CallOf<IssuedCredentials>* credentials(const QString& session,
                                           const ServiceAddresses& addresses, QObject* owner);

private:
    void renew(const QString& name, const LoginSession& session, const QUrl& endpoint,
               CallOf<IssuedCredentials>* call);
    void takeRenewed(const QString& name, LoginSession session, const QJsonObject& answer,
                     CallOf<IssuedCredentials>* call);
    QString fileOf(const QString& session) const;

    SignInParts m_parts;
    QString m_folder;
    RetryingTransport m_transport;
    Worker m_worker;
};

} // namespace fuotadesk
