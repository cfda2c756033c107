#include "aws/timestamps.h"

#include <QLocale>

#include <cmath>

namespace fuotadesk {

QByteArray iso8601Text(const QDateTime& time)
{
    const QDateTime utc = time.toUTC();
    const auto format = utc.time().msec() == 0 ? Qt::ISODate : Qt::ISODateWithMs;
    return utc.toString(format).toLatin1();
}

QByteArray httpDateText(const QDateTime& time)
{
    const auto format = QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'");
    return QLocale::c().toString(time.toUTC(), format).toLatin1();
}

QDateTime parseIso8601(const QString& text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (time.timeSpec() == Qt::LocalTime) // a date without an offset is UTC in AWS protocols
        time.setTimeSpec(Qt::UTC);
    return time.toUTC();
}

QDateTime parseHttpDate(const QString& text)
{
    const auto format = QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'");
    QDateTime time = QLocale::c().toDateTime(text.trimmed(), format);
    time.setTimeSpec(Qt::UTC);
    return time;
}

QDateTime fromEpochSeconds(double seconds)
{
    constexpr double Latest = 253402300799.0; // the end of the year 9999
    if (!(std::abs(seconds) <= Latest))
        return {};
    return QDateTime::fromMSecsSinceEpoch(std::llround(seconds * 1000), Qt::UTC);
}

double epochSeconds(const QDateTime& time)
{
    return static_cast<double>(time.toMSecsSinceEpoch()) / 1000;
}

} // namespace fuotadesk
