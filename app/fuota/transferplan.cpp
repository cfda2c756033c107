#include "fuota/transferplan.h"

#include <limits>

namespace fuotadesk {

namespace {
// Beyond this no image is real and products could overflow.
constexpr qint64 LargestImage = qint64(1) << 40;
constexpr qint64 LargestInterval = std::numeric_limits<qint32>::max(); // an integer of the model
} // namespace

qint64 roundedSeconds(qint64 milliseconds)
{
    return milliseconds / 1000 + (milliseconds % 1000 >= 500 ? 1 : 0);
}

std::optional<TransferPlan> planTransfer(const CampaignDraft& draft)
{
    const TaskDraft& task = draft.task;
    const Planning& planning = draft.planning;
    TransferPlan plan;
    plan.imageBytes = draft.imageSizeBytes.value_or(-1);
    plan.fragmentBytes = task.fragmentSizeBytes.value_or(planning.fragmentSizeBytes);
    plan.fragmentBytesAssumed = !task.fragmentSizeBytes;
    plan.redundancyPercent = task.redundancyPercent.value_or(planning.redundancyPercent);
    plan.redundancyAssumed = !task.redundancyPercent;
    const qint64 interval = task.fragmentIntervalMs.value_or(planning.fragmentIntervalMs);
    plan.intervalAssumed = !task.fragmentIntervalMs;

    if (plan.imageBytes < 0 || plan.imageBytes > LargestImage || plan.fragmentBytes < 1
        || plan.redundancyPercent < 0 || plan.redundancyPercent > 100 || interval < 0
        || interval > LargestInterval)
        return {};
    plan.intervalSeconds = roundedSeconds(interval);
    plan.fragments =
        lorawan::countFragments(plan.imageBytes, plan.fragmentBytes, plan.redundancyPercent);
    return plan;
}

} // namespace fuotadesk
