#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "iotwireless/servicestack.h"

namespace fuotadesk {

// How many calls were begun, how many told their end, how many objects are gone again.
struct CallCount {
    qint64 begun = 0;
    qint64 settled = 0;
    qint64 gone = 0;
    QMap<int, qint64> statuses; // of the answers; 0: none came
};

// Makes stacks as the program's own factory does, of the same transports over real sockets, but
// with another pace, and counts at the top what is asked and at the bottom what goes out.
class CountedStackFactory final : public ServiceStackFactory {
public:
    // callsPerSecond: of one operation.
    explicit CountedStackFactory(double callsPerSecond) : m_callsPerSecond(callsPerSecond) { }

    CallOf<std::shared_ptr<ServiceStack>>* make(const Connection& connection,
                                                std::shared_ptr<CredentialProvider> credentials,
                                                QObject* owner) override;

    const CallCount& asked() const { return m_asked; }
    const CallCount& sent() const { return m_sent; }

private:
    class Stack;

    double m_callsPerSecond;
    SystemClock m_clock;
    SystemRandom m_random;
    CallCount m_asked;
    CallCount m_sent;
};

} // namespace fuotadesk
