#pragma once

#include "base/connection.h"
#include "base/result.h"

namespace fuotadesk {

struct LocalEndpointOptions {
    quint16 port = 0; // 0: any free one
    bool quota = false; // 10 calls per second and operation, as AWS

    friend bool operator==(const LocalEndpointOptions&, const LocalEndpointOptions&) = default;
};

// AWS in a matchbox, on loopback. Window and console reach the sandbox through this; app/sandbox
// implements it. It runs on threads of its own; start() binds and returns. Error:
// SandboxUnavailable.
class LocalEndpoint {
public:
    LocalEndpoint() = default;
    LocalEndpoint(const LocalEndpoint&) = delete;
    LocalEndpoint& operator=(const LocalEndpoint&) = delete;
    virtual ~LocalEndpoint() = default;

    virtual Result<void> start(const LocalEndpointOptions& options) = 0;
    virtual void stop() = 0;
    virtual QString url() const = 0; // "http://127.0.0.1:PORT", empty when it does not run
    virtual QString region() const = 0;
    virtual Credentials credentials() const = 0;
};

} // namespace fuotadesk
