#pragma once

#include "console/commandline.h"
#include "console/output.h"

namespace fuotadesk {

// `fuotadesk sandbox`: starts the endpoint and says where it listens and with which keys. The
// caller keeps the event loop running until it is told to stop. Refused when it can not listen,
// WrongUsage when a fault names an operation that does not exist.
// With a folder for profiles these are written and explained too; Refused, and stopped, when a file
// is in the way.
ExitStatus startSandbox(const CommandLine& line, LocalEndpoint& endpoint, Output& output);

} // namespace fuotadesk
