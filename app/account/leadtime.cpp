#include "account/leadtime.h"

namespace fuotadesk {

Served<QDateTime> scheduledStart(const QDateTime& wanted, const QDateTime& now,
                                 std::optional<std::chrono::seconds> mostLead)
{
    const QDateTime soonest = now.addSecs(std::chrono::seconds(LeastLead).count());
    if (!wanted.isValid())
        return soonest;
    if (wanted < soonest)
        return refused(
            validationError(QStringLiteral("The start time must be at least 30 minutes ahead")));
    if (mostLead && wanted > now.addSecs(mostLead->count()))
        return refused(
            validationError(QStringLiteral("The start time must be at most 48 hours ahead")));
    return wanted;
}

} // namespace fuotadesk
