#include "signin/ssotoken.h"

#include "aws/timestamps.h"

namespace fuotadesk {

namespace {

QString text(const QJsonObject& json, const char* name)
{
    return json.value(QLatin1String(name)).toString();
}

Secret secret(const QJsonObject& json, const char* name)
{
    return Secret(text(json, name).toUtf8());
}

// Without a fraction: the CLI reads no other form.
QString timeText(const QDateTime& time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ"));
}

void put(QJsonObject& json, const char* name, const QString& value)
{
    if (!value.isEmpty())
        json.insert(QLatin1String(name), value);
}

} // namespace

bool SsoToken::canBeRefreshed(const QDateTime& now) const
{
    return !refreshToken.isEmpty() && !clientId.isEmpty() && !clientSecret.isEmpty()
        && registrationExpiresAt.isValid() && registrationExpiresAt > now;
}

Result<SsoToken> ssoTokenFromJson(const QJsonObject& json)
{
    SsoToken token{secret(json, "accessToken"),
                   parseIso8601(text(json, "expiresAt")),
                   text(json, "startUrl"),
                   text(json, "region"),
                   secret(json, "refreshToken"),
                   text(json, "clientId"),
                   secret(json, "clientSecret"),
                   parseIso8601(text(json, "registrationExpiresAt")),
                   json};
    if (token.accessToken.isEmpty())
        return failure(ErrorKind::FileMalformed, QStringLiteral("accessToken"));
    if (!token.expiresAt.isValid())
        return failure(ErrorKind::FileMalformed, QStringLiteral("expiresAt"));
    return token;
}

QJsonObject ssoTokenJson(const SsoToken& token)
{
    QJsonObject json = token.source;
    put(json, "accessToken", QString::fromUtf8(token.accessToken.reveal()));
    put(json, "expiresAt", timeText(token.expiresAt));
    put(json, "startUrl", token.startUrl);
    put(json, "region", token.region);
    put(json, "refreshToken", QString::fromUtf8(token.refreshToken.reveal()));
    put(json, "clientId", token.clientId);
    put(json, "clientSecret", QString::fromUtf8(token.clientSecret.reveal()));
    if (token.registrationExpiresAt.isValid())
        put(json, "registrationExpiresAt", timeText(token.registrationExpiresAt));
    return json;
}

} // namespace fuotadesk
