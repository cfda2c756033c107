#include "fleet/campaignplan.h"

#include "fuota/radioplan.h"

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr auto DefaultRegion = "EU868";

const lorawan::Region& regionOf(const TaskDraft& task)
{
    const QByteArray name = task.rfRegion.value_or(QString()).toLatin1();
    const auto* region =
        lorawan::findRegion(std::string_view(name.constData(), std::size_t(name.size())));
    return region ? *region : *lorawan::findRegion(DefaultRegion);
}

// The slowest one that carries so many bytes, 1 for any.
std::optional<int> slowestFor(const lorawan::Region& region, qint64 fragmentBytes)
{
    for (const lorawan::DataRate& rate : region.dataRates)
        if (lorawan::maximumFragmentSize(rate).value_or(0) >= fragmentBytes)
            return rate.index;
    return {};
}

std::optional<int> dataRateOf(const TaskDraft& task, const GroupRadio& radio,
                              const lorawan::Region& region)
{
    if (task.fragmentSizeBytes)
        return slowestFor(region, *task.fragmentSizeBytes);
    const auto* wished = lorawan::findDataRate(region, radio.dataRate.value_or(-1));
    return wished && lorawan::maximumFragmentSize(*wished) ? radio.dataRate : slowestFor(region, 1);
}

// The task with everything set but the interval.
CampaignDraft completed(const TaskDraft& task, const GroupRadio& radio,
                        const lorawan::Region& region, int dataRate)
{
    CampaignDraft draft;
    draft.task = task;
    draft.task.rfRegion = QString::fromLatin1(region.name.data(), qsizetype(region.name.size()));
    draft.task.redundancyPercent =
        task.redundancyPercent.value_or(CampaignPlan::DefaultRedundancyPercent);
    if (!task.fragmentSizeBytes)
        draft.task.fragmentSizeBytes =
            lorawan::maximumFragmentSize(*lorawan::findDataRate(region, dataRate));
    draft.planning.dataRate = dataRate;
    draft.planning.classB = radio.classB;
    draft.planning.gateways = radio.gateways;
    draft.planning.transmissionIntervalMs = radio.transmissionIntervalMs;
    return draft;
}

// In whole seconds, as the service takes it.
qint64 intervalOf(const TaskDraft& task, const RadioPlan& radio)
{
    const qint64 least = (radio.timeOnAirUs.value_or(0) + 999'999) / 1'000'000;
    const qint64 seconds = task.fragmentIntervalMs ? roundedSeconds(*task.fragmentIntervalMs)
                                                   : radio.minimumIntervalSeconds().value_or(1);
    return std::max({seconds, least, qint64(1)}) * 1000;
}

// Of a group, the power of two that a device is told; of single devices, twice what sending takes.
std::optional<qint64> timeoutOf(bool inGroup, const TransferPlan& transfer, const RadioPlan& air)
{
    return inGroup ? air.sessionTimeoutSeconds : std::optional(2 * transfer.sendSeconds());
}

} // namespace

qint64 CampaignPlan::sendMs() const
{
    return intervalMs * (transmission.dataFragments + transmission.redundantFragments);
}

std::optional<CampaignPlan> planCampaign(const TaskDraft& task,
                                         const std::optional<GroupRadio>& group,
                                         std::optional<qint64> imageBytes)
{
    const GroupRadio radio = group.value_or(GroupRadio());
    const lorawan::Region& region = regionOf(task);
    const auto dataRate = dataRateOf(task, radio, region);
    if (!dataRate)
        return {};
    CampaignDraft draft = completed(task, radio, region, *dataRate);
    draft.imageSizeBytes = imageBytes;
    draft.task.fragmentIntervalMs = intervalOf(task, planRadio(draft, planTransfer(draft)));
    const auto transfer = planTransfer(draft);
    if (!transfer || transfer->exceedsFragmentLimit())
        return {};
    const RadioPlan air = planRadio(draft, *transfer);
    const auto timeout = timeoutOf(group.has_value(), *transfer, air);
    if (!timeout)
        return {};
    CampaignPlan plan;
    plan.transmission = {lorawan::Variant::V1, int(transfer->fragments.data),
                         int(transfer->fragments.redundant), int(transfer->fragmentBytes)};
    plan.rfRegion = task.rfRegion.value_or(QString());
    plan.descriptor = task.descriptor.value_or(QString());
    plan.dataRate = *dataRate;
    plan.frequencyHz = radio.frequencyHz.value_or(air.frequencyHz.value_or(0));
    plan.intervalMs = *draft.task.fragmentIntervalMs;
    plan.timeoutSeconds = *timeout;
    return plan;
}

} // namespace fuotadesk
