#include "campaign/remainingtime.h"

#include "aws/callpace.h"

#include <algorithm>
#include <cmath>

namespace fuotadesk {

namespace {
constexpr size_t Window = 100;
constexpr size_t Enough = 10;
constexpr qint64 ShortestMs = 500;
constexpr double Margin = 1.02; // as CallPace keeps
} // namespace

void RemainingTime::settledOne(const QDateTime& now)
{
    m_settled.push_back(now);
    if (m_settled.size() > Window)
        m_settled.pop_front();
}

double RemainingTime::perSecond() const
{
    constexpr double fastest = CallPace::DefaultLimit / Margin;
    if (m_settled.size() < Enough)
        return fastest;
    const qint64 ms = m_settled.front().msecsTo(m_settled.back());
    if (ms < ShortestMs) // what was there already, or a clock that was set back
        return fastest;
    return std::min(fastest, double(m_settled.size() - 1) * 1000 / double(ms));
}

std::chrono::seconds RemainingTime::of(qint64 remaining) const
{
    return std::chrono::seconds(qint64(std::ceil(double(remaining) / perSecond())));
}

} // namespace fuotadesk
