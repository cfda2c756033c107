#include "iotwireless/multicastgroup.h"

namespace fuotadesk {

namespace {

bool isSame(const std::optional<qint64>& read, const std::optional<qint64>& sent)
{
    return !sent || read == sent;
}

} // namespace

bool couldBeStartedWith(const MulticastSession& session, const MulticastSession& parameters)
{
    const bool sameStart = !parameters.startTime.isValid()
        || session.startTime.toSecsSinceEpoch() == parameters.startTime.toSecsSinceEpoch();
    const bool sameTimeout = !parameters.timeoutSeconds
        || session.timeoutSeconds.value_or(0) >= *parameters.timeoutSeconds;
    return session != MulticastSession() && sameStart && sameTimeout
        && isSame(session.dataRate, parameters.dataRate)
        && isSame(session.frequencyHz, parameters.frequencyHz)
        && isSame(session.pingSlotPeriod, parameters.pingSlotPeriod);
}

} // namespace fuotadesk
