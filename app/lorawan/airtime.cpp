#include "lorawan/airtime.h"

#include "lorawan/fragmentcount.h"
#include "lorawan/rounding.h"

#include <algorithm>

namespace fuotadesk::lorawan {

namespace {

constexpr int MaximumFrameBytes = 255;
constexpr int FskBitsPerSecond = 50'000;
constexpr int FskPreambleSyncAndLength = 5 + 3 + 1;
constexpr int FskCrc = 2;
constexpr int SymbolsPerBlock = 5; // coding rate 4/5: four symbols' worth of bits in five
constexpr int HeaderSymbols = 8;
constexpr int PreambleQuarterSymbols = 4 * 8 + 17; // 8 symbols, and 4.25 of sync word and start

bool isKnownLoRa(const DataRate& rate)
{
    const int khz = rate.bandwidthKhz;
    return rate.spreadingFactor >= 7 && rate.spreadingFactor <= 12
        && (khz == 125 || khz == 250 || khz == 500);
}

int payloadSymbols(const DataRate& rate, int bytes, bool crc)
{
    const bool slow = lowDataRateOptimized(rate.spreadingFactor, rate.bandwidthKhz);
    const int bits = 8 * bytes - 4 * rate.spreadingFactor + 28 + (crc ? 16 : 0);
    const int bitsPerBlock = 4 * (rate.spreadingFactor - (slow ? 2 : 0));
    const auto blocks = static_cast<int>(dividedRoundingUp(std::max(0, bits), bitsPerBlock));
    return HeaderSymbols + blocks * SymbolsPerBlock;
}

// A symbol takes 2^SF / BW; its quarter is whole microseconds for every bandwidth known here.
std::int64_t loRaTime(const DataRate& rate, int bytes, bool crc)
{
    const std::int64_t symbol =
        (std::int64_t(1) << rate.spreadingFactor) * 1000 / rate.bandwidthKhz;
    return (PreambleQuarterSymbols + 4 * payloadSymbols(rate, bytes, crc)) * (symbol / 4);
}

std::int64_t fskTime(int bytes, bool crc)
{
    constexpr std::int64_t MicrosecondsPerByte = 8 * 1'000'000 / FskBitsPerSecond;
    return (FskPreambleSyncAndLength + bytes + (crc ? FskCrc : 0)) * MicrosecondsPerByte;
}

} // namespace

std::optional<std::int64_t> timeOnAir(const DataRate& rate, int phyPayloadBytes, bool crc)
{
    if (phyPayloadBytes < 1 || phyPayloadBytes > MaximumFrameBytes)
        return {};
    if (rate.modulation == Modulation::LoRa && isKnownLoRa(rate))
        return loRaTime(rate, phyPayloadBytes, crc);
    if (rate.modulation == Modulation::Fsk && rate.bitsPerSecond == FskBitsPerSecond)
        return fskTime(phyPayloadBytes, crc);
    return {};
}

std::optional<std::int64_t> fragmentTimeOnAir(const DataRate& rate, std::int64_t fragmentSize)
{
    if (fragmentSize < 1 || fragmentSize > MaximumFragmentBytes)
        return {};
    const bool crc = rate.modulation == Modulation::Fsk;
    return timeOnAir(rate, static_cast<int>(fragmentSize) + FragmentFrameBytes, crc);
}

} // namespace fuotadesk::lorawan
