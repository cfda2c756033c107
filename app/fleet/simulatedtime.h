#pragma once

#include "base/clock.h"

#include <chrono>
#include <mutex>

namespace fuotadesk {

// How long the sandbox's fleet has lived, in simulated milliseconds: real time multiplied by a
// speed, held up by a pause, put forward by a jump. It never goes back, even when the clock does.
// Any thread may call anything. clock outlives it.
class SimulatedTime {
public:
    // Of real time; below and above, the nearest of the two is taken.
    static constexpr double LeastSpeed = 0.001;
    static constexpr double MostSpeed = 100'000;

    explicit SimulatedTime(const Clock& clock);

    qint64 now() const;
    void setSpeed(double speed);
    double speed() const;
    void pause();
    void resume();
    bool isPaused() const;
    // Also while it is paused; a negative jump is none.
    void jump(std::chrono::milliseconds forward);

private:
    qint64 reached() const;
    void anchor();

    const Clock& m_clock;
    mutable std::mutex m_mutex;
    QDateTime m_anchoredAt;
    qint64 m_anchor = 0; // what now() was at m_anchoredAt
    mutable qint64 m_latest = 0;
    double m_speed = 1;
    bool m_paused = false;
};

} // namespace fuotadesk
