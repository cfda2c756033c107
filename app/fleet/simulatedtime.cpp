#include "fleet/simulatedtime.h"

#include <algorithm>

namespace fuotadesk {

SimulatedTime::SimulatedTime(const Clock& clock) : m_clock(clock), m_anchoredAt(clock.now()) { }

qint64 SimulatedTime::now() const
{
    const std::lock_guard lock(m_mutex);
    return reached();
}

void SimulatedTime::setSpeed(double speed)
{
    const std::lock_guard lock(m_mutex);
    anchor();
    m_speed = std::clamp(speed, LeastSpeed, MostSpeed);
}

double SimulatedTime::speed() const
{
    const std::lock_guard lock(m_mutex);
    return m_speed;
}

void SimulatedTime::pause()
{
    const std::lock_guard lock(m_mutex);
    anchor();
    m_paused = true;
}

void SimulatedTime::resume()
{
    const std::lock_guard lock(m_mutex);
    anchor();
    m_paused = false;
}

bool SimulatedTime::isPaused() const
{
    const std::lock_guard lock(m_mutex);
    return m_paused;
}

void SimulatedTime::jump(std::chrono::milliseconds forward)
{
    const std::lock_guard lock(m_mutex);
    anchor();
    m_anchor += std::max<qint64>(0, forward.count());
}

qint64 SimulatedTime::reached() const
{
    const qint64 elapsed = m_paused ? 0 : std::max<qint64>(0, m_anchoredAt.msecsTo(m_clock.now()));
    m_latest = std::max(m_latest, m_anchor + qint64(double(elapsed) * m_speed));
    return m_latest;
}

void SimulatedTime::anchor()
{
    m_anchor = reached();
    m_anchoredAt = m_clock.now();
}

} // namespace fuotadesk
