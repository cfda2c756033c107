#pragma once

#include "base/connection.h"
#include "base/result.h"

namespace fuotadesk {

// What one keychain entry holds: {"schema": 1, "secretAccessKey": …, "sessionToken": …}. Small
// enough for the 2560 bytes some keychains allow, unless the session token is not.
Secret secretBlob(const Credentials& credentials);

// FileMalformed or FileTooNew (detail: "keychain entry") when somebody else wrote there.
Result<Credentials> credentialsFromBlob(const QString& accessKeyId, const Secret& blob);

// The name of a connection's entry.
QString secretKey(const QString& connectionId);

} // namespace fuotadesk
