#include "account/campaignstart.h"

#include "account/leadtime.h"
#include "account/multicast.h"
#include "account/world.h"

namespace fuotadesk {

namespace {

constexpr auto Type = "FuotaTask";

CampaignRun::Participants participantsOf(const World& world, const HeldTask& task)
{
    CampaignRun::Participants participants;
    const auto add = [&](int device, Sending sending) {
        participants.emplace(
            device, Participant{sending, world.tasks.runningWithDevice(device) != nullptr});
    };
    for (const int device : task.devices)
        add(device, Sending::Single);
    for (const qint64 serial : task.groups) {
        const Group& group = world.groups.at(serial);
        for (const auto& [device, joins] : group.members)
            if (joins <= world.now())
                add(device, group.isClassB() ? Sending::ClassB : Sending::ClassC);
    }
    return participants;
}

std::optional<GroupRadio> radioOf(const World& world, const HeldTask& task)
{
    if (task.groups.empty())
        return {};
    return groupRadio(world.groups.at(*task.groups.begin()));
}

std::optional<ServiceError> refusalOf(const World& world, const HeldTask& task)
{
    for (const qint64 serial : task.groups) {
        if (world.tasks.runningWithGroup(serial))
            return conflict("MulticastGroup", world.groups.at(serial).id,
                            QStringLiteral("The multicast group is in another FUOTA task."));
    }
    return {};
}

} // namespace

Served<void> startCampaign(World& world, HeldTask& task, const QDateTime& startAt)
{
    const QDateTime now = world.clock.now();
    const auto start = scheduledStart(startAt, now);
    if (!start)
        return refused(start.error());
    if (const auto refusal = refusalOf(world, task))
        return refused(*refusal);
    auto participants = participantsOf(world, task);
    if (participants.empty())
        return refused(conflict(Type, task.task.id,
                                QStringLiteral("The FUOTA task has neither devices nor groups.")));
    const auto plan = planCampaign(task.task.parameters, radioOf(world, task));
    task.run.emplace(plan, std::move(participants), world.now() + now.msecsTo(*start),
                     world.tasks.nextSession());
    task.task.startTime = *start;
    // the service restarts a session of the group with a time-out of its own
    for (const qint64 serial : task.groups)
        world.groups.at(serial).session.reset();
    world.tasks.advanceTo(world.now());
    return {};
}

} // namespace fuotadesk
