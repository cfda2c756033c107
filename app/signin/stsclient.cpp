#include "signin/stsclient.h"

#include "aws/querycall.h"
#include "aws/retryingtransport.h"
#include "aws/serviceerror.h"
#include "aws/signingtransport.h"
#include "aws/timestamps.h"
#include "signin/answered.h"

namespace fuotadesk {

namespace {

const auto Version = QStringLiteral("2011-06-15");

// "arn:aws:sts::123456789012:assumed-role/name/session"
QString accountOf(const QString& arn)
{
    return arn.section(u':', 4, 4);
}

Result<IssuedCredentials> issued(const HttpRequest& request, const HttpResponse& response)
{
    const auto answer = queryAnswer(request, response);
    if (!answer)
        return failure(answer.error());
    const IssuedCredentials found{
        {answer->value(QStringLiteral("AccessKeyId")),
         Secret(answer->value(QStringLiteral("SecretAccessKey")).toUtf8()),
         Secret(answer->value(QStringLiteral("SessionToken")).toUtf8())},
        accountOf(answer->value(QStringLiteral("Arn"))),
        parseIso8601(answer->value(QStringLiteral("Expiration")))};
    if (found.credentials.accessKeyId.isEmpty() || found.credentials.secretAccessKey.isEmpty())
        return failure(unreadableAnswer(request, response, QStringLiteral("Credentials")));
    if (!found.expiresAt->isValid())
        return failure(unreadableAnswer(request, response, QStringLiteral("Expiration")));
    return found;
}

Result<CallerIdentity> identity(const HttpRequest& request, const HttpResponse& response)
{
    const auto answer = queryAnswer(request, response);
    if (!answer)
        return failure(answer.error());
    const CallerIdentity found{answer->value(QStringLiteral("Account")),
                               answer->value(QStringLiteral("Arn")),
                               answer->value(QStringLiteral("UserId"))};
    if (found.account.isEmpty() || found.arn.isEmpty())
        return failure(unreadableAnswer(request, response, QStringLiteral("Account")));
    return found;
}

} // namespace

class StsClient::Stack {
public:
    Stack(const SignInParts& parts, const QString& region, const Credentials& credentials)
        : m_signing(parts.network, credentials, region, parts.clock, "sts"),
          m_retrying(credentials.accessKeyId.isEmpty() ? parts.network : m_signing, parts.random)
    {
    }

    Transport& transport() { return m_retrying; }

private:
    SigningTransport m_signing;
    RetryingTransport m_retrying;
};

StsClient::StsClient(const SignInParts& parts, const ServiceAddress& address,
                     const Credentials& credentials)
    : m_endpoint(address.endpoint),
      m_stack(std::make_unique<Stack>(parts, address.region, credentials))
{
}

StsClient::~StsClient() = default;

CallOf<CallerIdentity>* StsClient::callerIdentity(QObject* owner)
{
    const HttpRequest request =
        queryRequest(m_endpoint, QStringLiteral("GetCallerIdentity"), Version, {});
    return answered<CallerIdentity>(m_stack->transport(), request, identity, owner);
}

CallOf<IssuedCredentials>* StsClient::assumeRole(const RoleRequest& role, QObject* owner)
{
    const QString duration =
        role.durationSeconds ? QString::number(*role.durationSeconds) : QString();
    const HttpRequest request = queryRequest(m_endpoint, QStringLiteral("AssumeRole"), Version,
                                             {{QStringLiteral("RoleArn"), role.roleArn},
                                              {QStringLiteral("RoleSessionName"), role.sessionName},
                                              {QStringLiteral("ExternalId"), role.externalId},
                                              {QStringLiteral("DurationSeconds"), duration},
                                              {QStringLiteral("SerialNumber"), role.mfaSerial},
                                              {QStringLiteral("TokenCode"), role.mfaCode}});
    return answered<IssuedCredentials>(m_stack->transport(), request, issued, owner);
}

CallOf<IssuedCredentials>* StsClient::assumeRoleWithWebIdentity(const QString& roleArn,
                                                                const QString& sessionName,
                                                                const Secret& token, QObject* owner)
{
    const HttpRequest request =
        queryRequest(m_endpoint, QStringLiteral("AssumeRoleWithWebIdentity"), Version,
                     {{QStringLiteral("RoleArn"), roleArn},
                      {QStringLiteral("RoleSessionName"), sessionName},
                      {QStringLiteral("WebIdentityToken"), QString::fromUtf8(token.reveal())}});
    return answered<IssuedCredentials>(m_stack->transport(), request, issued, owner);
}

} // namespace fuotadesk
