#include "preflight/uploadmeter.h"

#include <cmath>

namespace fuotadesk {

namespace {

constexpr qint64 Window = 5000; // milliseconds
constexpr qint64 LeastSpan = 500; // a rate of less says nothing

} // namespace

void UploadMeter::restart(qint64 done, qint64 total)
{
    m_done = done;
    m_progress = {0, done, total, 0, {}};
    m_samples.clear();
}

void UploadMeter::setDone(qint64 bytes)
{
    m_done = bytes;
    advance(bytes);
}

void UploadMeter::setSending(qint64 bytes)
{
    advance(m_done + bytes);
}

void UploadMeter::advance(qint64 bytes)
{
    m_progress.done = std::clamp(bytes, m_progress.done, m_progress.total);
}

bool UploadMeter::look()
{
    measure();
    return std::exchange(m_seen, m_progress) != m_progress;
}

void UploadMeter::measure()
{
    const QDateTime now = m_clock.now();
    if (!m_samples.empty() && now < m_samples.back().at)
        m_samples.clear(); // somebody has set the clock
    m_samples.push_back({now, m_progress.done});
    while (m_samples.front().at.msecsTo(now) > Window)
        m_samples.pop_front();
    const qint64 span = m_samples.front().at.msecsTo(now);
    if (span < LeastSpan)
        return;
    const auto sent = double(m_progress.done - m_samples.front().done);
    m_progress.bytesPerSecond = sent * 1000 / double(span);
    m_progress.left.reset();
    if (sent > 0) {
        const auto rest = double(m_progress.total - m_progress.done);
        m_progress.left =
            std::chrono::seconds(std::llround(std::ceil(rest / m_progress.bytesPerSecond)));
    }
}

} // namespace fuotadesk
