#include "text/progresstext.h"

#include "text/numbertext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace fuotadesk {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype MostLines = 12;

struct ProgressText {
    Q_DECLARE_TR_FUNCTIONS(ProgressText)
};

} // namespace

QString deviceCountsText(const DeviceCounts& counts)
{
    return ProgressText::tr("%1 have the image, %2 failed, %3 are open.")
        .arg(numberText(counts.successful), numberText(counts.failed), numberText(counts.open));
}

QString momentText(const QDateTime& at, std::chrono::milliseconds stretch)
{
    const QLocale locale;
    const QDateTime local = at.toLocalTime();
    if (stretch > 24h)
        return locale.toString(local, QLocale::ShortFormat);
    QString format = locale.timeFormat(QLocale::ShortFormat).remove(QStringLiteral(":ss"));
    if (stretch <= 1h)
        format.replace(QStringLiteral("mm"), QStringLiteral("mm:ss"));
    return locale.toString(local.time(), format);
}

QString progressText(const QList<WatchPoint>& points, const QDateTime& until)
{
    if (points.isEmpty())
        return {};
    const std::chrono::milliseconds stretch(points.first().at.msecsTo(until));
    QStringList lines;
    const qsizetype count = std::min(points.size(), MostLines);
    for (qsizetype i = 0; i < count; ++i) {
        // evenly, with the first and the last
        const qsizetype index = count == 1 ? 0 : i * (points.size() - 1) / (count - 1);
        const WatchPoint& point = points.at(index);
        lines << ProgressText::tr("%1: %2", "time, how many devices are how far")
                     .arg(momentText(point.at, stretch), deviceCountsText(point.counts));
    }
    lines << ProgressText::tr("The last look was at %1.").arg(momentText(until, stretch));
    return lines.join(u'\n');
}

} // namespace fuotadesk
