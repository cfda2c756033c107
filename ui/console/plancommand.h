#pragma once

#include "console/commandline.h"
#include "console/output.h"

namespace fuotadesk {

class Clock;

// `fuotadesk plan FILE`: the counts, the findings and the request of a template; sends nothing.
// WrongUsage when the file or a variable is wrong, or a finding is an error.
ExitStatus runPlan(const CommandLine& line, const Clock& clock, Output& output);

} // namespace fuotadesk
