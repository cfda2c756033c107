#include "signin/loginsession.h"

#include "aws/timestamps.h"

namespace fuotadesk {

namespace {

const auto AccessToken = QStringLiteral("accessToken");

QString text(const QJsonObject& json, const char* name)
{
    return json.value(QLatin1String(name)).toString();
}

Secret secret(const QJsonObject& json, const char* name)
{
    return Secret(text(json, name).toUtf8());
}

} // namespace

Result<LoginSession> loginSessionFromJson(const QJsonObject& json)
{
    const QJsonObject access = json.value(AccessToken).toObject();
    LoginSession session{{{text(access, "accessKeyId"), secret(access, "secretAccessKey"),
                           secret(access, "sessionToken")},
                          text(access, "accountId"),
                          parseIso8601(text(access, "expiresAt"))},
                         text(json, "clientId"),
                         secret(json, "refreshToken"),
                         secret(json, "dpopKey"),
                         text(json, "signInRegion"),
                         json};
    const Credentials& keys = session.issued.credentials;
    const auto missing = [](const char* name) {
        return failure(ErrorKind::FileMalformed, QString::fromLatin1(name));
    };
    if (keys.accessKeyId.isEmpty() || keys.secretAccessKey.isEmpty() || keys.sessionToken.isEmpty())
        return missing("accessToken");
    if (!session.issued.expiresAt->isValid())
        return missing("expiresAt");
    if (session.clientId.isEmpty())
        return missing("clientId");
    if (session.refreshToken.isEmpty())
        return missing("refreshToken");
    if (session.dpopKey.isEmpty())
        return missing("dpopKey");
    return session;
}

QJsonObject loginSessionJson(const LoginSession& session)
{
    QJsonObject json = session.source;
    QJsonObject access = json.value(AccessToken).toObject();
    const Credentials& keys = session.issued.credentials;
    access.insert(QStringLiteral("accessKeyId"), keys.accessKeyId);
    access.insert(QStringLiteral("secretAccessKey"),
                  QString::fromUtf8(keys.secretAccessKey.reveal()));
    access.insert(QStringLiteral("sessionToken"), QString::fromUtf8(keys.sessionToken.reveal()));
    access.insert(QStringLiteral("accountId"), session.issued.accountId);
    access.insert(QStringLiteral("expiresAt"),
                  QString::fromLatin1(iso8601Text(*session.issued.expiresAt)));
    json.insert(AccessToken, access);
    json.insert(QStringLiteral("refreshToken"), QString::fromUtf8(session.refreshToken.reveal()));
    return json;
}

} // namespace fuotadesk
