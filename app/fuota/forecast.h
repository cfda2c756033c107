#pragma once

#include "fuota/campaigndraft.h"

#include "lorawan/paritymatrix.h"
#include "recovery/decoderprofile.h"
#include "recovery/lossmodel.h"
#include "recovery/recoverychance.h"

#include <vector>

namespace fuotadesk {

// What a forecast is asked: which fragments are sent, what gets lost, who listens.
struct ForecastQuestion {
    lorawan::Variant variant = lorawan::Variant::V1;
    int dataFragments = 0;
    int redundantFragments = 0;
    double loss = 0; // 0..1
    double burstFragments = 1; // see Planning
    recovery::DecoderLimit decoder;
    bool decoderRefuses = false; // the device does not take the session at all
    int devices = 1;
    QList<FleetShare> fleet; // empty: all devices lose `loss`

    // Where the curve over redundancy ends: as many redundant fragments as data ones, as far as
    // they can be numbered.
    int mostRedundant() const;
    friend bool operator==(const ForecastQuestion&, const ForecastQuestion&) = default;
};

// Nothing while fragments can not be counted or numbered, or the losses are impossible. An unknown
// decoder counts as ideal, an unknown variant as v1; findings tell.
std::optional<ForecastQuestion> forecastQuestion(const CampaignDraft& draft);

// Independent losses up to bursts of one fragment; not valid for what is no probability, or a pair
// that no channel has.
recovery::LossModel lossModel(double loss, double burstFragments);

struct LossPoint {
    double loss = 0; // 0..1
    recovery::RecoveryChance chance;

    friend bool operator==(const LossPoint&, const LossPoint&) = default;
};

// Devices are taken as independent of each other. Expected failures 0..devices; allSucceed 0..1.
struct FleetOutlook {
    int devices = 0;
    double expectedFailures = 0;
    double allSucceed = 0;

    friend bool operator==(const FleetOutlook&, const FleetOutlook&) = default;
};

// What the simulation knows so far. overRedundancy is for 0, 1, ... redundant fragments, at the
// question's loss; overLoss for its redundancy. uncovered: data fragments that no redundant one
// contains, from the second round on.
struct Forecast {
    recovery::RecoveryChance now;
    QList<LossPoint> overLoss;
    std::vector<recovery::RecoveryChance> overRedundancy;
    std::optional<std::vector<int>> uncovered;
    FleetOutlook fleet;
    qint64 trials = 0;
    bool isFinal = false;

    friend bool operator==(const Forecast&, const Forecast&) = default;
};

} // namespace fuotadesk
