#include "fuota/starttime.h"

#include <array>

namespace fuotadesk {

namespace {

// The moment at which a clock that is so many seconds ahead of UTC shows local, if the zone's clock
// is that far ahead then.
QDateTime momentOf(const QDateTime& local, int offset, const QTimeZone& zone)
{
    const QDateTime utc = local.addSecs(-offset);
    return zone.offsetFromUtc(utc) == offset ? utc : QDateTime();
}

} // namespace

// QDateTime moves a time that does not exist and does not tell of one that comes twice; so the
// clock's settings of the day before and the day after are tried.
StartTime startTimeOf(const QDate& date, const QTime& time, const QTimeZone& zone,
                      const QDateTime& now)
{
    const QDateTime local(date, time, Qt::UTC);
    const std::array offsets = {zone.offsetFromUtc(local.addDays(-1)),
                                zone.offsetFromUtc(local.addDays(1))};
    const QDateTime before = momentOf(local, offsets[0], zone);
    const QDateTime after = momentOf(local, offsets[1], zone);
    StartTime start;
    start.comesTwice = before.isValid() && after.isValid() && before != after;
    start.utc = before.isValid() ? before : after;
    if (!start.utc.isValid())
        start.problem = StartProblem::DoesNotExist;
    else if (start.utc < now.addSecs(std::chrono::seconds(StartLead).count()))
        start.problem = StartProblem::TooSoon;
    return start;
}

QDateTime soonestStart(const QDateTime& now)
{
    constexpr qint64 Minute = 60;
    const qint64 seconds =
        now.toSecsSinceEpoch() + std::chrono::seconds(SoonestStart).count() + Minute - 1;
    return QDateTime::fromSecsSinceEpoch(seconds - seconds % Minute, Qt::UTC);
}

} // namespace fuotadesk
