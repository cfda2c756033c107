#pragma once

#include "base/changerecorder.h"
#include "campaign/devicechecks.h"
#include "campaign/taskwatch.h"
#include "preflight/checkrow.h"

#include <QIcon>

namespace fuotadesk {

// The picture of a status, tinted by its meaning; always beside the word.
QIcon statusIcon(TaskStatus status);
QIcon outcomeIcon(DeviceOutcome outcome);
QIcon fitnessIcon(const DeviceCheck& check);
QIcon severityIcon(Severity severity);
QIcon changeIcon(ChangeOutcome outcome);
QIcon checkIcon(CheckOutcome outcome);

} // namespace fuotadesk
