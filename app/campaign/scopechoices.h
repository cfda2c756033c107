#pragma once

#include "base/call.h"

namespace fuotadesk {

class Session;

// What the list of devices can be narrowed to.
enum class DeviceScope { All, Profile, ServiceProfile, Destination, Task, Group };

struct NamedId {
    QString id;
    QString name;

    friend bool operator==(const NamedId&, const NamedId&) = default;
};

// What there is of it in the account of the active connection, by name. Empty for what the program
// reads no list of: service profiles and destinations. Errors: those of the client;
// CredentialsMissing.
CallOf<QList<NamedId>>* readScopeChoices(Session& session, DeviceScope scope, QObject* owner);

} // namespace fuotadesk
