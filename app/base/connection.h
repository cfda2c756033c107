#pragma once

#include <QString>

#include "base/secret.h"

#include <optional>

namespace fuotadesk {

enum class ConnectionKind {
    Sandbox,
    AccessKey, // the secret is in the keychain, or was entered for this session
    Profile, // of the AWS tools' shared files
};

// By which a connection is told from the others at a glance.
enum class ConnectionColour { None, Red, Orange, Green, Blue, Violet };

// Where and as whom the operator works. No secret in here: settings may hold it whole.
// id never changes: a UUID, which names the keychain entry; "sandbox" for the built-in one;
// "profile:NAME" for a profile.
struct Connection {
    QString id;
    QString name;
    ConnectionKind kind = ConnectionKind::AccessKey;
    QString profile; // of the kind Profile: its name, empty for what the environment says
    QString region; // of a profile: empty for its own
    QString accessKeyId;
    QString endpointUrl; // empty: the region's own endpoint
    QString caBundleFile; // as a profile names it; not kept
    ConnectionColour colour = ConnectionColour::None;
    bool isProduction = false; // what can not be undone wants its name typed
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
// The connection that a profile is, before anybody has changed it. Empty: the environment's.
Connection profileConnection(const QString& profile);
// Undoes the id of such a connection; nothing for another one.
std::optional<QString> profileOfId(const QString& connectionId);

} // namespace fuotadesk
