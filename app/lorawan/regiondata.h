#pragma once

#include "lorawan/region.h"

#include <array>

// The tables behind region.cpp, which alone includes this. N is what most of three sources give:
// LoRaMac-node src/mac/region (dcbcfb32), ChirpStack lrwn/src/region (d77207cd), The Things Stack
// pkg/band (1d218216, RP002-1.0.4; CN779 RP002-1.0.3). What one of them has otherwise is marked
// disputed. Left out are LR-FHSS, which is uplink only, and the SF5 and SF6 of RP002-1.0.5.
namespace fuotadesk::lorawan::regiondata {

constexpr Channel fixed(std::int64_t frequencyHz, int dataRate)
{
    return {.frequencyHz = frequencyHz, .dataRate = dataRate};
}

// The eight 500 kHz downlink channels of US915 and AU915.
constexpr Channel hopping(std::int64_t firstHz, int dataRate)
{
    return {.frequencyHz = firstHz, .dataRate = dataRate, .channels = 8, .stepHz = 600'000};
}

constexpr Channel unknown(int dataRate)
{
    return {.dataRate = dataRate};
}

template <typename Entry>
constexpr Entry disputed(Entry entry)
{
    entry.disputed = true;
    return entry;
}

constexpr DataRate uplink(int index, int spreadingFactor, int bandwidthKhz, int payload)
{
    return {.index = index,
            .spreadingFactor = spreadingFactor,
            .bandwidthKhz = bandwidthKhz,
            .downlink = false,
            .maximumPayload = payload};
}

// A frame that a repeater may carry on holds 222 bytes at most.
constexpr DataRate repeatable(DataRate rate)
{
    rate.maximumPayloadRepeater = rate.maximumPayload < 222 ? rate.maximumPayload : 222;
    return rate;
}

constexpr DataRate lora(int index, int spreadingFactor, int bandwidthKhz, int payload)
{
    DataRate rate = uplink(index, spreadingFactor, bandwidthKhz, payload);
    rate.downlink = true;
    return repeatable(rate);
}

constexpr DataRate fsk(int index)
{
    return repeatable({.index = index,
                       .modulation = Modulation::Fsk,
                       .bitsPerSecond = 50'000,
                       .maximumPayload = 242});
}

constexpr DataRate within400ms(DataRate rate, int payload)
{
    rate.maximumPayloadDwell = payload;
    return rate;
}

// EU433, CN779 and RU864.
inline constexpr std::array EuropeanRates = {
    lora(0, 12, 125, 51), lora(1, 11, 125, 51), lora(2, 10, 125, 51), lora(3, 9, 125, 115),
    lora(4, 8, 125, 242), lora(5, 7, 125, 242), lora(6, 7, 250, 242), fsk(7)};

// DR4: ChirpStack has 222, beside an M of 250 that does not go with it.
inline constexpr std::array Eu868Rates = {lora(0, 12, 125, 51),           lora(1, 11, 125, 51),
                                          lora(2, 10, 125, 51),           lora(3, 9, 125, 115),
                                          disputed(lora(4, 8, 125, 242)), lora(5, 7, 125, 242),
                                          lora(6, 7, 250, 242),           fsk(7)};

inline constexpr std::array Us915Rates = {
    uplink(0, 10, 125, 11), uplink(1, 9, 125, 53), uplink(2, 8, 125, 125), uplink(3, 7, 125, 242),
    uplink(4, 8, 500, 242), lora(8, 12, 500, 53),  lora(9, 11, 500, 129),  lora(10, 10, 500, 242),
    lora(11, 9, 500, 242),  lora(12, 8, 500, 242), lora(13, 7, 500, 242)};

inline constexpr std::array Au915Rates = {
    uplink(0, 12, 125, 51), uplink(1, 11, 125, 51), uplink(2, 10, 125, 51), uplink(3, 9, 125, 115),
    uplink(4, 8, 125, 242), uplink(5, 7, 125, 242), uplink(6, 8, 500, 242), lora(8, 12, 500, 53),
    lora(9, 11, 500, 129),  lora(10, 10, 500, 242), lora(11, 9, 500, 242),  lora(12, 8, 500, 242),
    lora(13, 7, 500, 242)};

inline constexpr std::array As923Rates = {
    within400ms(lora(0, 12, 125, 51), 0),   within400ms(lora(1, 11, 125, 51), 0),
    within400ms(lora(2, 10, 125, 115), 11), within400ms(lora(3, 9, 125, 115), 53),
    within400ms(lora(4, 8, 125, 242), 125), within400ms(lora(5, 7, 125, 242), 242),
    within400ms(lora(6, 7, 250, 242), 242), within400ms(fsk(7), 242)};

// DR0 would take more than the second that RP002 allows, even empty. DR3: The Things Stack has 164.
inline constexpr std::array Cn470Rates = {repeatable(uplink(0, 12, 125, 0)),
                                          lora(1, 11, 125, 23),
                                          lora(2, 10, 125, 86),
                                          disputed(lora(3, 9, 125, 184)),
                                          lora(4, 8, 125, 242),
                                          lora(5, 7, 125, 242),
                                          lora(6, 7, 500, 242),
                                          fsk(7)};

inline constexpr std::array Kr920Rates = {lora(0, 12, 125, 51), lora(1, 11, 125, 51),
                                          lora(2, 10, 125, 51), lora(3, 9, 125, 115),
                                          lora(4, 8, 125, 242), lora(5, 7, 125, 242)};

inline constexpr std::array In865Rates = {lora(0, 12, 125, 51),
                                          lora(1, 11, 125, 51),
                                          lora(2, 10, 125, 51),
                                          lora(3, 9, 125, 115),
                                          lora(4, 8, 125, 242),
                                          lora(5, 7, 125, 242),
                                          fsk(7)};

// ETSI EN 300 220; nothing is allotted between 868.6 and 868.7 nor between 869.2 and 869.4 MHz.
inline constexpr std::array Eu868Bands = {
    DutyCycleBand{863'000'000, 865'000'000, 1},   DutyCycleBand{865'000'000, 868'000'000, 10},
    DutyCycleBand{868'000'000, 868'600'000, 10},  DutyCycleBand{868'700'000, 869'200'000, 1},
    DutyCycleBand{869'400'000, 869'650'000, 100}, DutyCycleBand{869'700'000, 870'000'000, 10}};

inline constexpr std::array Us915Bands = {DutyCycleBand{923'300'000, 927'500'000, 1000}};
inline constexpr std::array Au915Bands = {DutyCycleBand{915'000'000, 928'000'000, 1000}};
inline constexpr std::array As923Group1Bands = {DutyCycleBand{923'000'000, 923'500'000, 10}};
inline constexpr std::array As923Group2Bands = {DutyCycleBand{921'400'000, 922'000'000, 10}};
inline constexpr std::array As923Group3Bands = {DutyCycleBand{916'500'000, 917'000'000, 10}};
inline constexpr std::array As923Group4Bands = {DutyCycleBand{917'300'000, 917'500'000, 10}};
// LoRaMac-node has 1 %; The Things Stack and the Regional Parameters 1.0.3 have 10 %.
inline constexpr std::array Eu433Bands = {disputed(DutyCycleBand{433'175'000, 434'665'000, 100})};
inline constexpr std::array Cn470Bands = {DutyCycleBand{470'000'000, 510'000'000, 1000}};
inline constexpr std::array Cn779Bands = {DutyCycleBand{779'000'000, 787'000'000, 10}};
inline constexpr std::array Ru864Bands = {DutyCycleBand{864'000'000, 870'000'000, 10}};
// Listen before talk instead.
inline constexpr std::array Kr920Bands = {DutyCycleBand{920'900'000, 923'300'000, 1000}};
inline constexpr std::array In865Bands = {DutyCycleBand{865'000'000, 867'000'000, 1000}};

} // namespace fuotadesk::lorawan::regiondata
