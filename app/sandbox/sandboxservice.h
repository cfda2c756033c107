#pragma once

#include "account/desk/handlers.h"
#include "account/world.h"
#include "sandbox/faultinjector.h"
#include "sandbox/operationquota.h"
#include "sandbox/signatureverifier.h"

#include <mutex>

namespace fuotadesk {

struct Route;

// Everything behind the socket: who asks, what for, how often, and the answer. Any thread may call
// answer(); one call is served at a time, and clock and random are used by nothing here outside of
// one.
class SandboxService {
public:
    SandboxService(const Credentials& credentials, const QString& region, const Clock& clock,
                   RandomSource& random);

    HttpAnswer answer(const HttpCall& call);
    // For a request the HTTP server could not read.
    HttpAnswer unreadable(const QString& reason);
    void limitRate(bool limited);
    void resizeFleet(int devices);
    void growFleet(int devices);
    Result<void> setFaults(const QList<FaultSpec>& faults); // see FaultInjector
    bool jumpToNextStart();
    SimulatedTime& time() { return m_world.time; }
    const SimulatedTime& time() const { return m_world.time; }

private:
    HttpAnswer stamped(HttpAnswer answer);
    HttpAnswer serve(const HttpCall& call);
    HttpAnswer serve(const Route& route, const QByteArray& body);
    HttpAnswer perform(const Route& route, const QByteArray& body);

    std::mutex m_mutex;
    const Clock& m_clock;
    RandomSource& m_random;
    SignatureVerifier m_verifier;
    OperationQuota m_quota;
    FaultInjector m_faults;
    World m_world;
    Handlers m_handlers;
    bool m_rateIsLimited = false;
};

} // namespace fuotadesk
