#pragma once

#include "lorawan/fragmentcount.h"

#include <span>
#include <string_view>

namespace fuotadesk::recovery {

// How many lost data fragments, 0 or more, a decoder can make good, and what it says about more:
// falseDone is a decoder that ends the session as complete with a corrupt file.
struct DecoderLimit {
    int maximumLost = static_cast<int>(lorawan::MaximumFragments);
    bool falseDone = false;

    friend bool operator==(const DecoderLimit&, const DecoderLimit&) = default;
};

// What the decoder in a device bears, as its sources have it by default. Counts of fragments, sizes
// in bytes. missingWhenComplete is what it reports as missing after a loss-free reception.
struct DecoderProfile {
    std::string_view name = "ideal";
    int maximumFragments = static_cast<int>(lorawan::MaximumFragments);
    int minimumFragmentBytes = 1;
    int maximumFragmentBytes = static_cast<int>(lorawan::MaximumFragmentBytes);
    int sizeMultiple = 1; // of a fragment, where the flash memory wants it
    DecoderLimit limit;
    bool countsRecoveredAsMissing = false; // the missing count never goes down again
    int missingWhenComplete = 0;

    friend bool operator==(const DecoderProfile&, const DecoderProfile&) = default;
};

// All known ones, "ideal" (no limit but the protocol's) first.
std::span<const DecoderProfile> decoderProfiles();
// Null when there is none of that name.
const DecoderProfile* findDecoder(std::string_view name);

// Zephyr's low-memory decoder for an image slot and its option MAX_REDUNDANCY: slotBytes >= 1,
// tolerancePercent 0..100.
DecoderProfile zephyrLowMemory(std::int64_t slotBytes, int tolerancePercent);

} // namespace fuotadesk::recovery
