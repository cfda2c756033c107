#pragma once

#include "account/groupbook.h"
#include "account/surroundings.h"
#include "account/tagbook.h"
#include "account/taskbook.h"
#include "fleet/simulatedtime.h"

namespace fuotadesk {

class ImageSource;
struct Arn;

// The account behind the endpoint: everything its operations read and change, in memory. It comes
// with a fleet, two multicast groups of its first devices, gateways and profiles. Not for several
// threads at once, but for time. clock and random outlive it.
struct World {
    World(const QString& region, const Clock& clock, RandomSource& random);

    // Before each operation, and before each change to what images reads: brings tasks and groups
    // to the present of the simulation.
    void advance();
    // As of the last advance, in simulated milliseconds.
    qint64 now() const { return m_now; }

    // The tags a resource came with; unset when there is no such resource.
    std::optional<QList<Tag>> cameWith(const Arn& arn) const;
    bool hasResource(const QString& type, const QString& id) const;
    // Error: there is no such device.
    Served<FleetDevice> deviceOfId(const QString& id) const;

    QString region;
    const Clock& clock;
    SimulatedTime time;
    DeviceFleet fleet;
    TaskBook tasks;
    GroupBook groups;
    Surroundings surroundings;
    TagBook tags;
    const ImageSource* images = nullptr; // outlives it; none: see sandboxImageBytes()

private:
    qint64 m_now = 0;
};

} // namespace fuotadesk
