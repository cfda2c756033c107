#pragma once

#include "fuota/campaigndraft.h"

#include "recovery/recoverychance.h"

#include <atomic>

namespace fuotadesk {

// The draft with a goal: the share of devices (0..1, less than 1) that should rebuild the image
// when they lose `loss` (0..1) of the fragments. Image, region, data rate, gateways, class, decoder
// and variant are the draft's; keepsFragmentSize leaves its fragment size alone.
struct SuggestionQuestion {
    CampaignDraft draft;
    double target = 0.999;
    double loss = 0.1;
    bool keepsFragmentSize = false;

    friend bool operator==(const SuggestionQuestion&, const SuggestionQuestion&) = default;
};

// One way to send the image: what to set, what it takes and how probably a device recovers.
struct Alternative {
    qint64 fragmentBytes = 0;
    qint64 redundancyPercent = 0;
    qint64 intervalSeconds = 0;
    qint64 dataFragments = 0;
    qint64 totalFragments = 0;
    recovery::RecoveryChance chance;

    qint64 sendSeconds() const { return totalFragments * intervalSeconds; }
    friend bool operator==(const Alternative&, const Alternative&) = default;
};

// Why it is this one; why there is none.
enum class SuggestionReason {
    CheapestInTime,
    LargestOfDataRate,
    LargestOfDecoder,
    SmallerIsCheaper,
    IntervalByDutyCycle,
    IntervalByGateways,
    NeighbourFails, // a byte more or less misses the target at the same redundancy

    ImageSizeUnknown,
    RadioUnknown, // no region, or not this data rate
    DecoderTooSmall, // no fragment size fits it
    TargetOutOfReach, // not even as many redundant fragments as data ones are enough
    SessionTooLong, // what reaches the target takes longer than a session may
    Cancelled,
};
QString suggestionReasonName(SuggestionReason reason);

// best is unset when there is none; reasons then tell why. alternatives: what else was looked at
// and reaches the target, and the neighbours of best, the quickest first.
struct Suggestion {
    std::optional<Alternative> best;
    QList<Alternative> alternatives;
    QList<SuggestionReason> reasons;

    friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

// The quickest way, by the real matrix. Blocks on `threads` threads for seconds at most; once
// cancelled is set it ends within milliseconds. The answer depends on the question alone.
Suggestion suggest(const SuggestionQuestion& question, int threads,
                   const std::atomic<bool>& cancelled);

} // namespace fuotadesk
