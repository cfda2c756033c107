#pragma once

#include "profiles/environment.h"
#include "profiles/filelocations.h"

#include <QUrl>

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

// Where a service of the sign-in answers, and in which region.
struct ServiceAddress {
    QUrl endpoint;
    QString region;
};

} // namespace fuotadesk
