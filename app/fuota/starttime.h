#pragma once

#include <QDateTime>
#include <QTimeZone>

#include <chrono>

namespace fuotadesk {

// The service takes a start that is at least so far ahead; nothing tells how far ahead it may be.
// https://docs.aws.amazon.com/iot-wireless/latest/developerguide/lorawan-fuota-add-devices.html
inline constexpr std::chrono::minutes StartLead{30};
// What is asked for when it shall begin as soon as can be: the request needs its time too.
inline constexpr std::chrono::minutes SoonestStart{31};

enum class StartProblem {
    None,
    DoesNotExist, // the clocks of the zone are put forward over it
    TooSoon,
};

// A start as the wall clock of a zone tells it. utc is invalid where that time does not exist; of a
// time that comes twice, when clocks are put back, it is the first.
struct StartTime {
    QDateTime utc;
    StartProblem problem = StartProblem::None;
    bool comesTwice = false;

    friend bool operator==(const StartTime&, const StartTime&) = default;
};

StartTime startTimeOf(const QDate& date, const QTime& time, const QTimeZone& zone,
                      const QDateTime& now);
// The next full minute from which a start is taken.
QDateTime soonestStart(const QDateTime& now);

} // namespace fuotadesk
