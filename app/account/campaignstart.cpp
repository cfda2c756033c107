#include "account/campaignstart.h"

#include "account/imagesource.h"
#include "account/leadtime.h"
#include "account/multicast.h"
#include "account/world.h"
#include "fleet/imagesize.h"

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

std::optional<CampaignPlan> planOf(const World& world, const HeldTask& task)
{
    const TaskDraft& parameters = task.task.parameters;
    if (!world.images)
        return planCampaign(parameters, task.radio,
                            sandboxImageBytes(parameters.firmwareUpdateImage));
    const auto bytes =
        world.images->read(parameters.firmwareUpdateImage, parameters.firmwareUpdateRole);
    return planCampaign(parameters, task.radio, bytes ? std::optional(*bytes) : std::nullopt);
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
    task.radio = radioOf(world, task);
    task.hasReadImage = !world.images; // a name stays as it is
    task.run.emplace(planOf(world, task), std::move(participants),
                     world.now() + now.msecsTo(*start), world.tasks.nextSession());
    task.task.startTime = *start;
    // the service restarts a session of the group with a time-out of its own
    for (const qint64 serial : task.groups)
        world.groups.at(serial).session.reset();
    world.tasks.advanceTo(world.now());
    return {};
}

void beginSessions(World& world)
{
    for (HeldTask* task : world.tasks.beginning(world.now())) {
        task->run->planAgain(planOf(world, *task));
        task->hasReadImage = true;
    }
}

} // namespace fuotadesk
