#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QDateTime>
#include <QJsonObject>

namespace fuotadesk {

// A sign-in at IAM Identity Center, as the aws CLI caches it. Times are UTC.
struct SsoToken {
    Secret accessToken;
    QDateTime expiresAt;
    QString startUrl;
    QString region;
    // What a refresh takes; the old form has none of it.
    Secret refreshToken;
    QString clientId;
    Secret clientSecret;
    QDateTime registrationExpiresAt;
    QJsonObject source; // what it was read from: members we do not know stay

    bool canBeRefreshed(const QDateTime& now) const;

    friend bool operator==(const SsoToken&, const SsoToken&) = default;
};

// Error: FileMalformed, code = the member that is missing or wrong.
Result<SsoToken> ssoTokenFromJson(const QJsonObject& json);
QJsonObject ssoTokenJson(const SsoToken& token);

} // namespace fuotadesk
