#pragma once

#include "base/error.h"

namespace fuotadesk {

// "Simulated time ×60", or that it is paused.
QString simulatedTimeText(double speed, bool isPaused);
// 60, 0.001: without grouping, with as many decimals as it takes.
QString speedText(double speed);
// Why faults were not taken, from the error of SandboxControl::setFaults().
QString faultComplaint(const Error& error);

} // namespace fuotadesk
