#include "console/environmentconnection.h"

#include <initializer_list>

namespace fuotadesk {

namespace {

QString firstSet(const QString& given, std::initializer_list<const char*> names)
{
    if (!given.isEmpty())
        return given;
    for (const char* name : names) {
        QString value = qEnvironmentVariable(name);
        if (!value.isEmpty())
            return value;
    }
    return {};
}

} // namespace

std::optional<EnvironmentConnection> environmentConnection(const QString& region,
                                                           const QString& endpointUrl)
{
    EnvironmentConnection result;
    result.connection.id = QStringLiteral("environment");
    result.connection.name = QStringLiteral("environment");
    result.connection.region = firstSet(region, {"AWS_REGION", "AWS_DEFAULT_REGION"});
    result.connection.endpointUrl =
        firstSet(endpointUrl, {"AWS_ENDPOINT_URL_IOT_WIRELESS", "AWS_ENDPOINT_URL"});
    result.connection.accessKeyId = firstSet({}, {"AWS_ACCESS_KEY_ID"});
    result.credentials.accessKeyId = result.connection.accessKeyId;
    result.credentials.secretAccessKey = Secret(qgetenv("AWS_SECRET_ACCESS_KEY"));
    result.credentials.sessionToken = Secret(qgetenv("AWS_SESSION_TOKEN"));
    if (result.credentials.accessKeyId.isEmpty() || result.credentials.secretAccessKey.isEmpty()
        || result.connection.region.isEmpty())
        return {};
    return result;
}

} // namespace fuotadesk
