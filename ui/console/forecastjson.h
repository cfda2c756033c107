#pragma once

#include "fuota/finding.h"
#include "fuota/forecast.h"

#include <QJsonObject>

namespace fuotadesk {

struct Suggestion;

// What `plan --json` says of radio and recovery. Figures that can not be known are null, lists of
// them empty. Simulates for a second or two.
QJsonObject radioJson(const CampaignDraft& draft);
struct RecoveryReport {
    QJsonObject json;
    QList<Finding> findings;
};
RecoveryReport reportRecovery(const std::optional<ForecastQuestion>& question);
// What `plan --suggest --json` prints: null figures and the reasons when there is none.
QJsonObject suggestionJson(const Suggestion& suggestion);

} // namespace fuotadesk
