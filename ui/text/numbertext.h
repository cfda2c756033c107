#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>

namespace fuotadesk {

// Numbers, sizes and times as people of the system's language read them. Times are taken in UTC.
QString numberText(qint64 number);
// "102,400 bytes (100 KiB)"; KiB stands beside from 1 KiB on, with one digit where it is not whole.
QString bytesText(qint64 bytes);
// Two units, rounded to the lesser: "2 h 08 min", "3 d 4 h", "45.2 s", "45 s".
QString durationText(std::chrono::milliseconds duration);
// "about 2 h 08 min": for estimates.
QString aboutDurationText(std::chrono::milliseconds duration);
// "2 Jan 2026 04:04 CET", and "2 Jan 2026 03:04 UTC" for the tooltip. Empty for an invalid time.
QString localTimeText(const QDateTime& time);
QString utcTimeText(const QDateTime& time);
// "just now", "3 min ago", "2 h 08 min ago".
QString ageText(const QDateTime& time, const QDateTime& now);

} // namespace fuotadesk
