#pragma once

#include <QDateTime>

#include <chrono>
#include <deque>

namespace fuotadesk {

// How long so many more will take, judged by the latest hundred that were settled, and by the
// service's default quota until there are enough of them.
class RemainingTime {
public:
    // After a pause the time before it does not count.
    void restart() { m_settled.clear(); }
    void settledOne(const QDateTime& now);
    std::chrono::seconds of(qint64 remaining) const;

private:
    double perSecond() const;

    std::deque<QDateTime> m_settled;
};

} // namespace fuotadesk
