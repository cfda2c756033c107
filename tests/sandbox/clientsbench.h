#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "iotwireless/servicestack.h"
#include "sandbox/sandbox.h"
#include "support/outcome.h"

#include <QSet>
#include <QTest>

namespace fuotadesk {

// The clients of the program with all that is below them (signing, pacing, repeating, sockets), and
// the sandbox at the other end of the line.
class ClientsBench {
public:
    ClientsBench();
    ~ClientsBench();

    // Whether there are clients: the sandbox listens and the stack is made.
    bool isReady() const { return m_stack != nullptr; }
    ServiceStack& stack() { return *m_stack; }
    // The operations that were answered with 2xx.
    const QSet<QString>& succeeded() const { return m_succeeded; }

    template <typename T>
    Result<T> settled(CallOf<T>* call)
    {
        Outcome<T> outcome;
        outcome.watch(call, &owner);
        if (!QTest::qWaitFor([&] { return outcome.count > 0; }, Patience))
            return failure(ErrorKind::TimedOut);
        return *outcome.result;
    }

    QObject owner;

private:
    class NotingStack;

    static constexpr int Patience = 20'000; // milliseconds

    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<LocalEndpoint> m_sandbox;
    std::unique_ptr<TransportStackFactory> m_factory;
    std::shared_ptr<ServiceStack> m_stack;
    QSet<QString> m_succeeded;
};

} // namespace fuotadesk
