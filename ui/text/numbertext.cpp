#include "text/numbertext.h"

#include <QCoreApplication>
#include <QLocale>

namespace fuotadesk {

namespace {

struct NumberText {
    Q_DECLARE_TR_FUNCTIONS(NumberText)
};

constexpr qint64 Minute = 60;
constexpr qint64 Hour = 60 * Minute;
constexpr qint64 Day = 24 * Hour;

qint64 roundedTo(qint64 seconds, qint64 unit)
{
    return (seconds + unit / 2) / unit * unit;
}

QString twoDigits(qint64 number)
{
    return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
}

// Seconds below a minute; a tenth is shown where there is one.
QString secondsText(qint64 ms)
{
    const bool whole = ms % 1000 == 0;
    return NumberText::tr("%1 s").arg(
        QLocale().toString(static_cast<double>(ms) / 1000, 'f', whole ? 0 : 1));
}

QString dateTimeText(const QDateTime& time, const QString& zone)
{
    const QLocale locale;
    return NumberText::tr("%1 %2 %3", "date, time, time zone")
        .arg(locale.toString(time.date(), QStringLiteral("d MMM yyyy")),
             locale.toString(time.time(), QLocale::ShortFormat), zone);
}

} // namespace

QString numberText(qint64 number)
{
    return QLocale().toString(number);
}

QString bytesText(qint64 bytes)
{
    QString plain =
        bytes == 1 ? NumberText::tr("1 byte") : NumberText::tr("%1 bytes").arg(numberText(bytes));
    if (bytes < 1024)
        return plain;
    const QString kib = bytes % 1024 == 0
        ? numberText(bytes / 1024)
        : QLocale().toString(static_cast<double>(bytes) / 1024, 'f', 1);
    return NumberText::tr("%1 (%2 KiB)").arg(plain, kib);
}

QString durationText(std::chrono::milliseconds duration)
{
    const qint64 ms = std::max<qint64>(duration.count(), 0);
    if (ms < 59'950)
        return secondsText(ms);
    const qint64 seconds = (ms + 500) / 1000;
    if (seconds < Hour)
        return NumberText::tr("%1 min %2 s").arg(seconds / Minute).arg(twoDigits(seconds % Minute));
    const qint64 minutes = roundedTo(seconds, Minute);
    if (minutes < Day) {
        return NumberText::tr("%1 h %2 min")
            .arg(minutes / Hour)
            .arg(twoDigits(minutes % Hour / Minute));
    }
    const qint64 hours = roundedTo(seconds, Hour);
    return NumberText::tr("%1 d %2 h").arg(numberText(hours / Day)).arg(hours % Day / Hour);
}

QString aboutDurationText(std::chrono::milliseconds duration)
{
    return NumberText::tr("about %1").arg(durationText(duration));
}

QString localTimeText(const QDateTime& time)
{
    const QDateTime local = time.toLocalTime();
    return time.isValid() ? dateTimeText(local, local.timeZoneAbbreviation()) : QString();
}

QString utcTimeText(const QDateTime& time)
{
    return time.isValid() ? dateTimeText(time.toUTC(), QStringLiteral("UTC")) : QString();
}

QString ageText(const QDateTime& time, const QDateTime& now)
{
    const qint64 seconds = time.secsTo(now);
    if (seconds < Minute)
        return NumberText::tr("just now");
    if (seconds < Hour)
        return NumberText::tr("%1 min ago").arg(seconds / Minute);
    return NumberText::tr("%1 ago").arg(durationText(std::chrono::seconds(seconds)));
}

} // namespace fuotadesk
