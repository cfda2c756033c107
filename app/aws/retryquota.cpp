#include "aws/retryquota.h"

#include <algorithm>

namespace fuotadesk {

namespace {

int costOf(RetryCause cause)
{
    switch (cause) {
    case RetryCause::Transient:
        return 14;
    case RetryCause::Throttling:
        return 5;
    case RetryCause::None:
        break;
    }
    return 1;
}

} // namespace

bool RetryQuota::take(RetryCause cause)
{
    const int cost = costOf(cause);
    if (cost > m_left)
        return false;
    m_left -= cost;
    return true;
}

void RetryQuota::succeededAfter(RetryCause lastRetry)
{
    m_left = std::min(Capacity, m_left + costOf(lastRetry));
}

} // namespace fuotadesk
