#include "sandbox/operationquota.h"

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr double CallsPerSecond = 10;

} // namespace

OperationQuota::OperationQuota(const Clock& clock) : m_clock(clock) { }

bool OperationQuota::admit(const Operation& operation)
{
    const QDateTime now = m_clock.now();
    auto bucket = m_buckets.find(&operation);
    if (bucket == m_buckets.end())
        bucket = m_buckets.insert(&operation, {CallsPerSecond, now});
    // a clock set back must not empty the bucket
    const qint64 elapsed = std::max<qint64>(0, bucket->filledAt.msecsTo(now));
    bucket->tokens =
        std::min(CallsPerSecond, bucket->tokens + CallsPerSecond * double(elapsed) / 1000.0);
    bucket->filledAt = now;
    if (bucket->tokens < 1)
        return false;
    bucket->tokens -= 1;
    return true;
}

} // namespace fuotadesk
