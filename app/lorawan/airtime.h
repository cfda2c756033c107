#pragma once

#include "lorawan/datarate.h"

#include <cstdint>

namespace fuotadesk::lorawan {

// Around the bytes of a fragment a frame has 16: MHDR 1, FHDR 7, FPort 1, DataFragment 3, MIC 4.
inline constexpr int FragmentFrameBytes = 16;

// Low data rate optimisation is on from symbols of 16 ms: SF11 and SF12 at 125 kHz, SF12 at 250 kHz
// (LoRaMac-node; sx1302_hal drives the modem so, though its own air time does not count so).
constexpr bool lowDataRateOptimized(int spreadingFactor, int bandwidthKhz)
{
    return spreadingFactor >= 7 && spreadingFactor <= 12 && bandwidthKhz > 0
        && (1 << spreadingFactor) / 16 >= bandwidthKhz;
}

// Exact microseconds on air of a frame with explicit header, preamble of 8 symbols and coding rate
// 4/5 (FSK: preamble of 5 bytes, sync word of 3). phyPayloadBytes 1..255 is MHDR to MIC. crc: of
// the physical layer, which LoRaWAN leaves out in downlinks. Empty for a modulation that is not
// LoRa at SF7..12 and 125, 250 or 500 kHz, or FSK at 50 kbit/s. Formula: Semtech SX1261/2 data
// sheet 6.1.4.
std::optional<std::int64_t> timeOnAir(const DataRate& rate, int phyPayloadBytes, bool crc = false);

// The downlink of a DataFragment that carries fragmentSize bytes, 1..239. In FSK it has the CRC:
// the receive windows of LoRaMac-node ask for it.
std::optional<std::int64_t> fragmentTimeOnAir(const DataRate& rate, std::int64_t fragmentSize);

} // namespace fuotadesk::lorawan
