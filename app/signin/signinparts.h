#pragma once

#include "aws/serviceaddress.h"
#include "profiles/environment.h"
#include "profiles/filelocations.h"

namespace fuotadesk {

class Clock;
class RandomSource;
class Transport;

// What everything that signs in needs. network carries requests as they are, unsigned.
struct SignInParts {
    Transport& network;
    RandomSource& random;
    const Clock& clock;
};

} // namespace fuotadesk
