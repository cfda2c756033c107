#pragma once

#include "fuota/campaigndraft.h"

#include "lorawan/fragmentcount.h"

namespace fuotadesk {

// What sending the image takes, from the draft and, where it leaves a value open, from the planning
// assumptions (…Assumed). Exact integers; pure; microseconds.
struct TransferPlan {
    qint64 imageBytes = 0;
    qint64 fragmentBytes = 1;
    qint64 redundancyPercent = 0;
    qint64 intervalSeconds =
        0; // FragmentIntervalMS rounded to the nearest second, as the service does
    bool fragmentBytesAssumed = false;
    bool redundancyAssumed = false;
    bool intervalAssumed = false;
    lorawan::FragmentCount fragments;

    qint64 sendSeconds() const { return fragments.total() * intervalSeconds; }
    bool exceedsFragmentLimit() const { return fragments.total() > lorawan::MaximumFragments; }
    friend bool operator==(const TransferPlan&, const TransferPlan&) = default;
};

// Nothing while the size of the image is not known, or a value in the way can not be computed with.
std::optional<TransferPlan> planTransfer(const CampaignDraft& draft);

// 6500 -> 7, 6499 -> 6.
qint64 roundedSeconds(qint64 milliseconds);

} // namespace fuotadesk
