#pragma once

#include "fuota/taskdraft.h"
#include "recovery/simulateddevice.h"

#include <optional>

namespace fuotadesk {

// What a multicast group brings into the plan of its task.
struct GroupRadio {
    bool classB = false;
    std::optional<int> dataRate;
    std::optional<qint64> frequencyHz;
    int gateways = 1;
    int transmissionIntervalMs = 0;

    friend bool operator==(const GroupRadio&, const GroupRadio&) = default;
};

// What the service makes of a task when it starts. AWS documents no figures for what is unset; the
// sandbox takes a redundancy of 20 %, the slowest data rate of the region, or the slowest that
// carries the fragment size, the largest fragment of the data rate, and the least whole interval
// that air time, gateways and duty cycle allow. Without a region it plans with EU868. An interval
// below the time on air is as long as that.
struct CampaignPlan {
    static constexpr qint64 DefaultRedundancyPercent = 20;

    recovery::Transmission transmission;
    QString rfRegion; // of the task; empty when it names none
    QString descriptor; // base64
    int dataRate = 0;
    qint64 frequencyHz = 0; // 0: not known
    qint64 intervalMs = 0;
    qint64 timeoutSeconds = 0; // of the session

    // From the first fragment to the last.
    qint64 sendMs() const;
    friend bool operator==(const CampaignPlan&, const CampaignPlan&) = default;
};

// group: unset for a task of single devices, whose session lasts as long as it takes. imageBytes:
// nothing when the image can not be read. Nothing when it can not be sent: no data rate carries the
// fragments, there are more than 16 383, or they take longer than a multicast session may.
std::optional<CampaignPlan> planCampaign(const TaskDraft& task,
                                         const std::optional<GroupRadio>& group,
                                         std::optional<qint64> imageBytes);

} // namespace fuotadesk
