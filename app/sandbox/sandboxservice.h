#pragma once

#include "sandbox/operationquota.h"
#include "sandbox/signatureverifier.h"
#include "sandbox/taskbook.h"

#include <mutex>

namespace fuotadesk {

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

private:
    HttpAnswer stamped(HttpAnswer answer);
    HttpAnswer serve(const HttpCall& call);
    HttpAnswer perform(const Route& route, const QByteArray& body);

    std::mutex m_mutex;
    const Clock& m_clock;
    RandomSource& m_random;
    SignatureVerifier m_verifier;
    OperationQuota m_quota;
    TaskBook m_tasks;
    bool m_rateIsLimited = false;
};

} // namespace fuotadesk
