#pragma once

#include "base/connection.h"

#include <optional>

namespace fuotadesk {

struct EnvironmentConnection {
    Connection connection;
    Credentials credentials;
};

// AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION or AWS_DEFAULT_REGION,
// and AWS_ENDPOINT_URL_IOT_WIRELESS or AWS_ENDPOINT_URL; what is given here comes first. Nothing
// without both keys and a region. An empty variable is not set.
std::optional<EnvironmentConnection> environmentConnection(const QString& region,
                                                           const QString& endpointUrl);

} // namespace fuotadesk
