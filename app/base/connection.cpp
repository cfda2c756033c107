#include "base/connection.h"

namespace fuotadesk {

namespace {

const auto ProfilePrefix = QStringLiteral("profile:");

} // namespace

Connection sandboxConnection()
{
    Connection connection;
    connection.id = QStringLiteral("sandbox");
    connection.name = QStringLiteral("Sandbox");
    connection.kind = ConnectionKind::Sandbox;
    connection.region = QStringLiteral("eu-west-1");
    return connection;
}

Connection profileConnection(const QString& profile)
{
    Connection connection;
    connection.id = ProfilePrefix + profile;
    connection.name = profile.isEmpty() ? QStringLiteral("environment") : profile;
    connection.kind = ConnectionKind::Profile;
    connection.profile = profile;
    return connection;
}

std::optional<QString> profileOfId(const QString& connectionId)
{
    if (!connectionId.startsWith(ProfilePrefix))
        return {};
    return connectionId.mid(ProfilePrefix.size());
}

} // namespace fuotadesk
