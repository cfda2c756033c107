#include "signin/signintools.h"

#include "aws/timestamps.h"

namespace fuotadesk {

std::optional<Result<IssuedCredentials>> environmentCredentials(const Environment& environment)
{
    const auto idName = QStringLiteral("AWS_ACCESS_KEY_ID");
    const auto secretName = QStringLiteral("AWS_SECRET_ACCESS_KEY");
    const QString id = environment.value(idName);
    const QString secret = environment.value(secretName);
    if (id.isEmpty() && secret.isEmpty())
        return {};
    if (id.isEmpty() || secret.isEmpty())
        return failure(ErrorKind::CredentialsMissing, id.isEmpty() ? idName : secretName);
    IssuedCredentials issued{
        {id, Secret(secret.toUtf8()),
         Secret(environment.value(QStringLiteral("AWS_SESSION_TOKEN")).toUtf8())},
        environment.value(QStringLiteral("AWS_ACCOUNT_ID")),
        {}};
    const QString expiration = environment.value(QStringLiteral("AWS_CREDENTIAL_EXPIRATION"));
    if (const QDateTime time = parseIso8601(expiration); time.isValid())
        issued.expiresAt = time;
    return issued;
}

} // namespace fuotadesk
