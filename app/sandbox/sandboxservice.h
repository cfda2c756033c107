#pragma once

#include "account/desk/handlers.h"
#include "account/world.h"
#include "sandbox/frontdoors.h"
#include "sandbox/operationquota.h"

#include <mutex>

namespace fuotadesk {

struct Route;
struct SignInFile;

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
    void growBuckets(int objects); // see seedMany()
    Result<void> setFaults(const QList<FaultSpec>& faults); // see FaultInjector
    bool jumpToNextStart();
    QList<SignInFile> signInFiles(const QString& url, const QString& folder);
    SimulatedTime& time() { return m_world.time; }
    const SimulatedTime& time() const { return m_world.time; }

private:
    HttpAnswer stamped(HttpAnswer answer, const QString& requestId);
    HttpAnswer serve(const HttpCall& call, const QString& requestId);
    HttpAnswer serve(const HttpCall& call);
    HttpAnswer serve(const Route& route, const QByteArray& body);
    HttpAnswer perform(const Route& route, const QByteArray& body);

    std::mutex m_mutex;
    const Clock& m_clock;
    RandomSource& m_random;
    QString m_region;
    Credentials m_credentials;
    OperationQuota m_quota;
    FaultInjector m_faults;
    FrontDoors m_doors;
    World m_world;
    Handlers m_handlers;
    bool m_rateIsLimited = false;
};

} // namespace fuotadesk
