#pragma once

#include "fuota/campaigndraft.h"
#include "fuota/finding.h"
#include "fuota/forecast.h"

namespace fuotadesk {

// What radio, duty cycle and the device's decoder say of one member of the draft: warnings and
// information, never errors, since the service does not check them. Microseconds.
QList<Finding> radioAdvice(const CampaignDraft& draft, Field field);

// What only the simulation knows.
QList<Finding> forecastAdvice(const Forecast& forecast);

// Below so many data fragments the luck of the matrix outweighs the formulas (facts from measuring
// the real code: at 36 fragments one more or less changes the chance by a quarter).
inline constexpr qint64 MatrixLuckBelow = 60;

} // namespace fuotadesk
