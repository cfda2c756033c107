#include "aws/callpace.h"

#include <algorithm>

namespace fuotadesk {

using namespace std::chrono_literals;

namespace {
// Two clocks and a network lie between our second and the service's.
constexpr double Margin = 1.02;
constexpr auto Quiet = 10s;
constexpr auto OneThrottling = 1s; // answers closer together are of one burst
constexpr double Recovery = 1.25;
} // namespace

CallPace::CallPace(double limit) : m_limit(limit), m_perSecond(limit) { }

void CallPace::setLimit(double limit, Time now)
{
    const auto before = interval();
    m_limit = limit;
    m_perSecond = m_isLearnt ? std::min(m_perSecond, limit) : limit;
    m_isLearnt = m_perSecond < limit;
    // As many calls ahead as before, at the new distance.
    if (m_due > now)
        m_due = now
            + std::chrono::duration_cast<Time::duration>((m_due - now) * double(interval().count())
                                                         / double(before.count()));
}

std::chrono::nanoseconds CallPace::interval() const
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
        std::chrono::duration<double>(Margin / m_perSecond));
}

CallPace::Time CallPace::nextAt(Time now) const
{
    return std::max(now, m_due - (MostAtOnce - 1) * interval());
}

void CallPace::called(Time now)
{
    if (m_isLearnt && now - m_changedAt >= Quiet) {
        m_perSecond = std::min(m_limit, m_perSecond * Recovery);
        m_isLearnt = m_perSecond < m_limit;
        m_changedAt = now;
    }
    m_due = std::max(m_due, now) + interval();
}

void CallPace::throttled(Time now)
{
    if (m_isLearnt && now - m_changedAt < OneThrottling)
        return;
    m_perSecond = std::min(m_perSecond, std::max(Slowest, m_perSecond / 2));
    m_isLearnt = true;
    m_changedAt = now;
    m_due = now + MostAtOnce * interval();
}

} // namespace fuotadesk
