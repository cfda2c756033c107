#pragma once

#include "campaign/devicechecks.h"

namespace fuotadesk {

// Whether a device can be updated over the air, and why not, in the operator's words.
QString fitnessLabel(Fitness fitness);
// Null: it was not looked at.
QString fitnessLabel(const DeviceCheck* check);
// What was found, a line each.
QString fitnessReasons(const DeviceCheck* check);
// The sentence a list of findings comes to.
QString fitnessSummary(Fitness fitness);
QString fitnessSentence(const FitnessFinding& finding);
// Empty where nothing is to be done.
QString fitnessRemedy(const FitnessFinding& finding);
QString activationLabel(Activation activation);

} // namespace fuotadesk
