#pragma once

#include "fuota/campaigndraft.h"
#include "fuota/fuotatask.h"
#include "iotwireless/wirelessdevice.h"

namespace fuotadesk {

// How many devices ended in a status that means failure.
struct FailedDevices {
    FuotaDeviceStatus status = FuotaDeviceStatus::Unknown;
    int count = 0;

    friend bool operator==(const FailedDevices&, const FailedDevices&) = default;
};

// A task for those that another one did not reach.
struct NextAttempt {
    CampaignDraft draft; // with the failed devices as its recipients
    QList<FailedDevices> failed; // the most frequent first
    // Percent worth raising the redundancy to: fragments were missing, and more of them can be
    // sent.
    std::optional<qint64> moreRedundancy;
    bool smallerFragments = false; // fragments were missing although redundancy is at its limit

    friend bool operator==(const NextAttempt&, const NextAttempt&) = default;
};

// The same parameters for a new task: no token, no recipients, a name that counts on ("x", "x (2)",
// "x (3)"). The service does not tell the tags of a task.
CampaignDraft draftLike(const FuotaTask& task);

// devices are all of the task, as it ended.
NextAttempt nextAttempt(const FuotaTask& task, const QList<WirelessDeviceSummary>& devices);

} // namespace fuotadesk
