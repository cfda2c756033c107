#include "iotwireless/fuotadevicestatus.h"

#include <algorithm>
#include <array>

namespace fuotadesk {

namespace {

// Initial is the first, and so on in the order of the enumeration.
constexpr std::array Words = {
    "Initial",
    "Package_Not_Supported",
    "FragAlgo_unsupported",
    "Not_enough_memory",
    "FragIndex_unsupported",
    "Wrong_descriptor",
    "SessionCnt_replay",
    "MissingFrag",
    "MemoryError",
    "MICError",
    "Successful",
    "Device_exist_in_conflict_fuota_task",
};
static_assert(Words.size() == std::size_t(FuotaDeviceStatus::DeviceInConflictingTask));

} // namespace

FuotaDeviceStatus fuotaDeviceStatusFromText(const QString& text)
{
    const auto found =
        std::ranges::find_if(Words, [&](const char* word) { return text == QLatin1String(word); });
    return found == Words.end() ? FuotaDeviceStatus::Unknown
                                : FuotaDeviceStatus(found - Words.begin() + 1);
}

QString fuotaDeviceStatusText(FuotaDeviceStatus status)
{
    return status == FuotaDeviceStatus::Unknown
        ? QString()
        : QString::fromLatin1(Words.at(std::size_t(status) - 1));
}

std::span<const char* const> fuotaDeviceStatusWords()
{
    return Words;
}

} // namespace fuotadesk
