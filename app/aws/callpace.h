#pragma once

#include <chrono>

namespace fuotadesk {

// How often one operation may be called, so that the service never says no: evenly, a few at once
// after a pause. A call that was throttled all the same halves the pace; ten quiet seconds at a
// time bring it back. https://docs.aws.amazon.com/general/latest/gr/iot-lorawan.html
class CallPace {
public:
    using Time = std::chrono::steady_clock::time_point;

    static constexpr double DefaultLimit = 10; // calls per second, of every operation
    static constexpr double Slowest = 0.5; // calls per second
    static constexpr int MostAtOnce = 4;

    // limit: calls per second, above 0.
    explicit CallPace(double limit = DefaultLimit);

    // When the next call may go out: now, or later.
    Time nextAt(Time now) const;
    void called(Time now);
    void throttled(Time now);
    // From now on; what was learnt below it stays.
    void setLimit(double limit, Time now);
    double perSecond() const { return m_perSecond; }

private:
    std::chrono::nanoseconds interval() const;

    double m_limit;
    double m_perSecond;
    Time m_due; // when the next call would come if they came evenly
    Time m_changedAt; // the pace, or a quiet stretch was counted
    bool m_isLearnt = false; // slower than the limit
};

} // namespace fuotadesk
