#pragma once

#include "aws/retryingtransport.h"
#include "signin/issuedcredentials.h"
#include "signin/signinparts.h"

namespace fuotadesk {

struct SsoAccount {
    QString id;
    QString name;
    QString email;

    friend bool operator==(const SsoAccount&, const SsoAccount&) = default;
};

// The portal of IAM Identity Center: what a signed-in person may be, and the keys for it. Nothing
// here is signed, the token says who asks. Errors: CredentialsExpired when the token is refused,
// code "sso-token"; those of serviceError(); AnswerMalformed.
// https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference
class SsoPortal {
public:
    SsoPortal(const SignInParts& parts, const QUrl& endpoint);

    CallOf<IssuedCredentials>* roleCredentials(const Secret& token, const QString& accountId,
                                               const QString& roleName, QObject* owner);
    CallOf<QList<SsoAccount>>* accounts(const Secret& token, QObject* owner);
    CallOf<QStringList>* roles(const Secret& token, const QString& accountId, QObject* owner);

private:
    QUrl m_endpoint;
    RetryingTransport m_transport;
};

} // namespace fuotadesk
