#pragma once

#include "base/call.h"
#include "signin/calleridentity.h"
#include "signin/issuedcredentials.h"
#include "signin/signinparts.h"

#include <memory>

namespace fuotadesk {

// What is empty is not sent. code is that of a multi-factor device.
struct RoleRequest {
    QString roleArn;
    QString sessionName;
    QString externalId;
    QString mfaSerial;
    QString mfaCode;
    std::optional<int> durationSeconds;
};

// The Security Token Service, version 2011-06-15. Errors: those of the way to the service and of
// serviceError(); AnswerMalformed. https://docs.aws.amazon.com/STS/latest/APIReference
class StsClient {
public:
    // Unsigned where the credentials are empty: only for assumeRoleWithWebIdentity().
    StsClient(const SignInParts& parts, const ServiceAddress& address,
              const Credentials& credentials);
    ~StsClient();

    CallOf<CallerIdentity>* callerIdentity(QObject* owner);
    CallOf<IssuedCredentials>* assumeRole(const RoleRequest& role, QObject* owner);
    CallOf<IssuedCredentials>* assumeRoleWithWebIdentity(const QString& roleArn,
                                                         const QString& sessionName,
                                                         const Secret& token, QObject* owner);

private:
    class Stack;

    QUrl m_endpoint;
    std::unique_ptr<Stack> m_stack;
};

} // namespace fuotadesk
