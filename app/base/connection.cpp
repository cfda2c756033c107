#include "base/connection.h"

namespace fuotadesk {

Connection sandboxConnection()
{
    Connection connection;
    connection.id = QStringLiteral("sandbox");
    connection.name = QStringLiteral("Sandbox");
    connection.kind = ConnectionKind::Sandbox;
    connection.region = QStringLiteral("eu-west-1");
    return connection;
}

} // namespace fuotadesk
