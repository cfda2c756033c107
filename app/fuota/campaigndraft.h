#pragma once

#include "fuota/taskdraft.h"

#include <QStringList>

namespace fuotadesk {

// What the preview assumes where the task leaves it to the service. Never sent.
struct Planning {
    int dataRate = 3; // DR0..15 of the RF region
    qint64 fragmentSizeBytes = 112;
    qint64 redundancyPercent = 20;
    qint64 fragmentIntervalMs = 7000;
    double loss = 0.1; // 0..1
    int gateways = 1;
    QString decoder = QStringLiteral("loramac-node");

    friend bool operator==(const Planning&, const Planning&) = default;
};

struct Recipients {
    QStringList wirelessDeviceIds;
    QStringList multicastGroupIds;

    friend bool operator==(const Recipients&, const Recipients&) = default;
};

// The one value a form takes and gives: the task, and what is known around it.
struct CampaignDraft {
    TaskDraft task;
    std::optional<qint64> imageSizeBytes;
    Planning planning;
    Recipients recipients;

    friend bool operator==(const CampaignDraft&, const CampaignDraft&) = default;
};

} // namespace fuotadesk
