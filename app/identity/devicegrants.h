#pragma once

#include "identity/oauthreply.h"
#include "identity/shelf.h"

#include <QDateTime>

namespace fuotadesk {

class Clock;
class RandomSource;

// Programs that wait until somebody types their code into a browser (RFC 8628). A code is good for
// ten minutes, and once; of more than MostWaiting programs the first ones are forgotten.
class DeviceGrants {
public:
    static constexpr std::size_t MostWaiting = 1000;
    static constexpr int LifeSeconds = 600;
    static constexpr int IntervalSeconds = 1; // between two looks, as AWS has it

    DeviceGrants(const Clock& clock, RandomSource& random);

    // origin: where this service answers, "http://127.0.0.1:4711".
    QJsonObject begin(const QString& clientId, const QString& origin);
    bool isWaiting(const QString& userCode) const;
    // What the person says; false: nobody waits with this code. With or without "-", in any case.
    bool decide(const QString& userCode, bool allow);
    // What the program is told. Looking twice within half the interval is too often.
    OAuthResult<void> redeem(const QString& deviceCode, const QString& clientId);

private:
    enum class Decision { None, Allowed, Denied };

    struct Waiting {
        QString clientId;
        Decision decision = Decision::None;
        QDateTime expiresAt;
        QDateTime lookedAt;
    };

    const Waiting* waitingFor(const QString& userCode) const;

    const Clock& m_clock;
    RandomSource& m_random;
    Shelf<Waiting> m_waiting; // by device code
    Shelf<QString> m_deviceCodes; // by user code
};

} // namespace fuotadesk
