#pragma once

#include "profiles/environment.h"

namespace fuotadesk {

// The variables this process was started with.
Environment processEnvironment();

} // namespace fuotadesk
