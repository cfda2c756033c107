#pragma once

#include <QString>

#include "base/secret.h"

namespace fuotadesk {

enum class ConnectionKind { Sandbox, AccessKey };

// Where and as whom the operator works. No secret in here: settings may hold it whole.
// id is a UUID that never changes ("sandbox" for the built-in one); it names the keychain entry.
struct Connection {
    QString id;
    QString name;
    ConnectionKind kind = ConnectionKind::AccessKey;
    QString region;
    QString accessKeyId;
    QString endpointUrl; // empty: the region's own endpoint
    bool useDualStack = false;
    bool useFips = false;
    bool hasStoredSecret =
        false; // a secret was written to the keychain once: "not found" then means locked

    friend bool operator==(const Connection&, const Connection&) = default;
};

// What the keychain keeps of a connection, and what the signer needs.
struct Credentials {
    QString accessKeyId;
    Secret secretAccessKey;
    Secret sessionToken; // empty with long-term keys

    friend bool operator==(const Credentials&, const Credentials&) = default;
};

Connection sandboxConnection();

} // namespace fuotadesk
