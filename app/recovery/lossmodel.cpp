#include "recovery/lossmodel.h"

namespace fuotadesk::recovery {

namespace {

bool isProbability(double value)
{
    return value >= 0 && value <= 1;
}

} // namespace

LossModel LossModel::independent(double loss)
{
    return {0, 1, loss, loss};
}

LossModel LossModel::bursts(double meanLoss, double meanBurstFragments)
{
    if (meanLoss == 1 && meanBurstFragments >= 1)
        return independent(1);
    // No burst is shorter than a fragment: over 1 is not valid, and not made so.
    const double badToGood = 1 / meanBurstFragments;
    return {badToGood * meanLoss / (1 - meanLoss), badToGood, 0, 1};
}

bool LossModel::isValid() const
{
    return isProbability(goodToBad) && isProbability(badToGood) && isProbability(lossInGood)
        && isProbability(lossInBad) && (goodToBad + badToGood > 0 || lossInGood == lossInBad);
}

// Or where a state is never left, or the two alternate by the same odds from either side.
bool LossModel::isIndependent() const
{
    return lossInGood == lossInBad || goodToBad == 0 || badToGood == 0
        || goodToBad + badToGood == 1;
}

double LossModel::badShare() const
{
    return goodToBad == 0 ? 0 : goodToBad / (goodToBad + badToGood);
}

double LossModel::meanLoss() const
{
    const double bad = badShare();
    return (1 - bad) * lossInGood + bad * lossInBad;
}

} // namespace fuotadesk::recovery
