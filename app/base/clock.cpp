#include "base/clock.h"

namespace fuotadesk {

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

} // namespace fuotadesk
