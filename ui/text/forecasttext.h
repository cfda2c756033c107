#pragma once

#include "fuota/forecast.h"
#include "fuota/radioplan.h"
#include "fuota/suggestion.h"

#include <QString>

namespace fuotadesk {

// Radio, recovery and suggestions in words, numbers as the system's language writes them. Each is
// empty where its figures are not known.

// "99.92 %"; near 0 and 1 with as many digits as tell it apart from them.
QString shareText(double share);
// A setting, as it was entered: "99.9 %", "10 %".
QString settingText(double share);
// "99.92 % ± 0.04 %", two standard errors; "over 99.9 %".
QString chanceText(const recovery::Chance& chance);

// "time on air 0.677 s; duty cycle 9.7 % of 10 % at 869.525 MHz"
QString radioAirTime(const RadioPlan& radio);
// "fragments at least 6,769 ms apart; sending takes 2 h 07 min"
QString radioInterval(const RadioPlan& radio);
// "session time-out 8,192 s (2 h 17 min)" and, with a start, "ends about 24 Nov 2026 16:10 CET"
QString radioSession(const RadioPlan& radio, const std::optional<QDateTime>& startAt);
// "a device succeeds: 95.0 % ± 0.1 % at 10 % loss"
QString forecastChance(const ForecastQuestion& question, const Forecast& forecast);
// "of these, 12 % report success with a corrupt image"
QString forecastFalseDone(const Forecast& forecast);
// "of 100 devices about 5 fail; all succeed: 0.6 %"
QString forecastFleet(const Forecast& forecast);
// "not in any redundant fragment: 47, 63"
QString forecastUncovered(const Forecast& forecast);

// "112 bytes, 32 %, every 7 s: 1,208 fragments in 2 h 21 min; 99.93 %"
QString alternativeText(const Alternative& way);
QString suggestionReasonText(SuggestionReason reason);

} // namespace fuotadesk
