#pragma once

#include "account/gatewaybook.h"
#include "account/loglevels.h"
#include "account/messagequeues.h"
#include "account/profilebook.h"

namespace fuotadesk {

// What stands around tasks, groups and devices, and does not change with time.
struct Surroundings {
    Surroundings(const QString& region, const Clock& clock)
        : profiles(region),
          gateways(region, clock),
          queues(clock)
    {
    }

    ProfileBook profiles;
    GatewayBook gateways;
    MessageQueues queues;
    LogLevels levels;
};

} // namespace fuotadesk
