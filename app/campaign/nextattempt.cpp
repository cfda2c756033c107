#include "campaign/nextattempt.h"

#include "campaign/taskwatch.h"
#include "fuota/fieldtable.h"

#include <QRegularExpression>

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr qint64 LeastRaise = 10; // percent

QString nextName(const QString& name)
{
    static const QRegularExpression numbered(QStringLiteral("^(.*) \\((\\d{1,6})\\)$"));
    const auto match = numbered.match(name);
    const QString stem = match.hasMatch() ? match.captured(1) : name;
    const int number = match.hasMatch() ? match.captured(2).toInt() + 1 : 2;
    const QString ending = QStringLiteral(" (%1)").arg(number);
    const qint64 longest = fieldSpec(Field::Name).maximum.value_or(256);
    return stem.left(longest - ending.size()) + ending;
}

QList<FailedDevices> countFailed(const QList<WirelessDeviceSummary>& devices)
{
    QList<FailedDevices> failed;
    for (const WirelessDeviceSummary& device : devices) {
        if (deviceOutcome(device.fuotaStatus) != DeviceOutcome::Failed)
            continue;
        const auto known = std::ranges::find(failed, device.fuotaStatus, &FailedDevices::status);
        if (known == failed.end())
            failed.append({device.fuotaStatus, 1});
        else
            ++known->count;
    }
    std::ranges::stable_sort(failed, std::greater(), &FailedDevices::count);
    return failed;
}

// Twice as much; a loss that was too much for a few percent is too much for a few more.
std::optional<qint64> raised(const std::optional<qint64>& redundancy, qint64 assumed)
{
    const qint64 most = fieldSpec(Field::RedundancyPercent).maximum.value_or(100);
    const qint64 present = redundancy.value_or(assumed);
    if (present >= most)
        return {};
    return std::min(most, std::max(2 * present, present + LeastRaise));
}

} // namespace

CampaignDraft draftLike(const FuotaTask& task)
{
    CampaignDraft draft;
    draft.task = task.parameters;
    draft.task.clientRequestToken.reset();
    if (task.parameters.name && !task.parameters.name->isEmpty())
        draft.task.name = nextName(*task.parameters.name);
    return draft;
}

NextAttempt nextAttempt(const FuotaTask& task, const QList<WirelessDeviceSummary>& devices)
{
    NextAttempt next{draftLike(task), countFailed(devices), {}, false};
    for (const WirelessDeviceSummary& device : devices)
        if (deviceOutcome(device.fuotaStatus) == DeviceOutcome::Failed)
            next.draft.recipients.wirelessDeviceIds << device.id;
    const bool missedFragments = std::ranges::any_of(next.failed, [](const FailedDevices& each) {
        return each.status == FuotaDeviceStatus::MissingFrag;
    });
    if (missedFragments) {
        next.moreRedundancy =
            raised(task.parameters.redundancyPercent, next.draft.planning.redundancyPercent);
        next.smallerFragments = !next.moreRedundancy;
    }
    return next;
}

} // namespace fuotadesk
