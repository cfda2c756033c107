#pragma once

#include "account/served.h"

#include <QDateTime>

namespace fuotadesk {

struct World;
struct HeldTask;

// Starts a Pending task: its devices, or those of its groups, take part from then on, whatever
// becomes of the groups. startAt is real; what follows goes by simulated time. An image that can
// not be read is no error. Errors: it has nobody to send to, one of its groups belongs to another
// task that runs, the time is too soon.
Served<void> startCampaign(World& world, HeldTask& task, const QDateTime& startAt);

// Has each session that began read its image, which decides what it sends.
void beginSessions(World& world);

} // namespace fuotadesk
