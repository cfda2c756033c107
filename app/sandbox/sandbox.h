#pragma once

#include "aws/localendpoint.h"
#include "base/clock.h"
#include "base/random.h"

#include <memory>

namespace fuotadesk {

// The endpoint with its tasks in memory: they last as long as the object, over stop() and start().
// Its key is made here. clock and random outlive it; while it runs its threads use them, random one
// at a time.
std::unique_ptr<LocalEndpoint> makeSandbox(const Clock& clock, RandomSource& random);

} // namespace fuotadesk
