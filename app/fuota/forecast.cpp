#include "fuota/forecast.h"

#include "fuota/radioplan.h"
#include "fuota/transferplan.h"

#include <algorithm>

namespace fuotadesk {

namespace {

bool refuses(const recovery::DecoderProfile& decoder, const TransferPlan& plan)
{
    return plan.fragments.data > decoder.maximumFragments
        || plan.fragmentBytes > decoder.maximumFragmentBytes
        || plan.fragmentBytes < decoder.minimumFragmentBytes
        || plan.fragmentBytes % decoder.sizeMultiple != 0;
}

} // namespace

int ForecastQuestion::mostRedundant() const
{
    const int numbered = int(lorawan::MaximumFragments) - dataFragments;
    return std::max(redundantFragments, std::min(dataFragments, numbered));
}

recovery::LossModel lossModel(double loss, double burstFragments)
{
    return burstFragments > 1 ? recovery::LossModel::bursts(loss, burstFragments)
                              : recovery::LossModel::independent(loss);
}

std::optional<ForecastQuestion> forecastQuestion(const CampaignDraft& draft)
{
    const auto plan = planTransfer(draft);
    if (!plan || plan->fragments.data < 1 || plan->exceedsFragmentLimit())
        return {};
    const Planning& planning = draft.planning;
    if (!lossModel(planning.loss, planning.burstFragments).isValid())
        return {};
    const auto decoder = decoderOf(planning).value_or(recovery::DecoderProfile());
    return ForecastQuestion{variantNamed(planning.variant).value_or(lorawan::Variant::V1),
                            int(plan->fragments.data),
                            int(plan->fragments.redundant),
                            planning.loss,
                            planning.burstFragments,
                            decoder.limit,
                            refuses(decoder, *plan),
                            planning.devices,
                            planning.fleet};
}

} // namespace fuotadesk
