#pragma once

#include "aws/fuotataskclient.h"
#include "base/clock.h"
#include "base/connection.h"
#include "base/random.h"

#include <QString>

#include <memory>

namespace fuotadesk {

class NetworkTransport;

// What of the environment shapes a connection; read once by the wiring.
struct ServiceEnvironment {
    QString caBundleFile; // AWS_CA_BUNDLE, or empty
    bool useSystemProxy = true;
    QString noProxy; // NO_PROXY
};

// Everything between a Connection and its operations: retrying(signing(logging(network))). One per
// active connection; destroying it aborts what is under way.
class ServiceStack {
public:
    virtual ~ServiceStack() = default;
    virtual FuotaTaskClient& fuotaTasks() = 0;
};

// Makes stacks; the tests of campaign bring their own. The CA bundle is read and parsed on a
// worker, so this is a call. Errors: ConfigurationInvalid (code "endpoint-url", "region",
// "fips-with-custom-endpoint", "dualstack-with-custom-endpoint"), CaBundleUnusable.
class ServiceStackFactory {
public:
    virtual ~ServiceStackFactory() = default;
    virtual CallOf<std::shared_ptr<ServiceStack>>*
    make(const Connection& connection, const Credentials& credentials, QObject* owner) = 0;
};

std::unique_ptr<ServiceStackFactory>
makeServiceStackFactory(const Clock& clock, RandomSource& random, ServiceEnvironment environment);

} // namespace fuotadesk
