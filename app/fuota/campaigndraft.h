#pragma once

#include "fuota/planning.h"
#include "fuota/taskdraft.h"

#include <QStringList>

namespace fuotadesk {

struct Recipients {
    QStringList wirelessDeviceIds;
    QStringList multicastGroupIds;

    friend bool operator==(const Recipients&, const Recipients&) = default;
};

// The one value a form takes and gives: the task, and what is known around it.
struct CampaignDraft {
    TaskDraft task;
    std::optional<qint64> imageSizeBytes;
    QString imageETag; // as S3 told it when the size was taken; empty: nobody asked
    QString imageUploadTo; // s3://bucket/name pattern for the next image; empty: none
    Planning planning;
    Recipients recipients;

    friend bool operator==(const CampaignDraft&, const CampaignDraft&) = default;
};

} // namespace fuotadesk
