#pragma once

#include "buckets/s3server.h"
#include "identity/identity.h"
#include "sandbox/faultinjector.h"
#include "sandbox/s3signature.h"

#include <functional>

namespace fuotadesk {

// Lets requests in to S3, and its answers out: it knows them by the service that they are signed
// for, and checks who calls, whether he may, and which fault strikes.
class S3Door {
public:
    // Whether somebody may do an action ("s3:GetObject") with a resource
    // ("arn:aws:s3:::bucket/key").
    using Gate = std::function<bool(const Principal& principal, const QString& action,
                                    const QString& resource)>;

    // All outlive it.
    S3Door(const Identity& identity, const Clock& clock, FaultInjector& faults, BucketStore& store,
           const QString& homeRegion);

    // Everybody may do everything where none is set.
    void setGate(Gate gate) { m_gate = std::move(gate); }

    // Nothing: the request is not for S3.
    std::optional<HttpAnswer> answer(const HttpCall& call, const QString& requestId);

private:
    HttpResponse serve(const BucketCall& asked, const S3Server::Demand& demand,
                       const Principal& principal);
    bool isAllowed(const Principal& principal, const QString& action,
                   const QString& resource) const;

    S3Signature m_signature;
    FaultInjector& m_faults;
    S3Server m_server;
    const BucketStore& m_store;
    Gate m_gate;
};

} // namespace fuotadesk
