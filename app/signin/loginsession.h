#pragma once

#include "base/result.h"
#include "signin/issuedcredentials.h"

#include <QJsonObject>

namespace fuotadesk {

// What "aws login" has left: credentials for some minutes, and what it takes to have new ones.
struct LoginSession {
    IssuedCredentials issued;
    QString clientId;
    Secret refreshToken;
    Secret dpopKey; // PEM
    QString region; // of the sign-in, where it is told
    QJsonObject source; // what it was read from: members we do not know stay

    friend bool operator==(const LoginSession&, const LoginSession&) = default;
};

// Error: FileMalformed, code = the member that is missing or wrong.
Result<LoginSession> loginSessionFromJson(const QJsonObject& json);
QJsonObject loginSessionJson(const LoginSession& session);

} // namespace fuotadesk
