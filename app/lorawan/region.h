#pragma once

#include "lorawan/datarate.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace fuotadesk::lorawan {

// The default channel of a receive window or beacon: the first of `channels` frequencies that lie
// stepHz apart and are used in turn. Without a frequency the region has several plans, and which of
// them the service takes is not known. disputed: the sources differ.
struct Channel {
    std::optional<std::int64_t> frequencyHz = std::nullopt;
    int dataRate = 0;
    int channels = 1;
    std::int64_t stepHz = 0;
    bool disputed = false;

    friend bool operator==(const Channel&, const Channel&) = default;
};

// A sub-band, both ends belong to it, and how much of the time one transmitter may send in it: in
// thousandths, 1..1000, where 1000 is no limit.
struct DutyCycleBand {
    std::int64_t minimumHz = 0;
    std::int64_t maximumHz = 0;
    int limitPermille = 1000;
    bool disputed = false;

    friend bool operator==(const DutyCycleBand&, const DutyCycleBand&) = default;
};

// What a region prescribes for downlinks. name is the RfRegion of the API. The spans refer to
// tables that live as long as the program; data rates are sorted by index and have gaps.
// downlinkDwellTime: some countries of the region limit a frame to 400 ms.
struct Region {
    std::string_view name;
    Channel rx2;
    Channel pingSlot;
    Channel beacon;
    std::span<const DataRate> dataRates;
    std::span<const DutyCycleBand> dutyCycleBands;
    bool downlinkDwellTime = false;
};

// All thirteen, in the order of the API reference.
std::span<const Region> regions();

// Null for a name, or an index, that does not exist. Names are compared to the letter.
const Region* findRegion(std::string_view name);
const DataRate* findDataRate(const Region& region, int index);

// The band that holds the frequency, the strictest where two meet; null where there is none: then
// the sources allow no transmission there.
const DutyCycleBand* dutyCycleBandAt(const Region& region, std::int64_t frequencyHz);

// True when the sources differ about anything in the tables of the region.
bool disputed(const Region& region);

} // namespace fuotadesk::lorawan
