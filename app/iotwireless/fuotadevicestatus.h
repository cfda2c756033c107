#pragma once

#include <QString>

#include <span>

namespace fuotadesk {

// How far a device is in its FUOTA task. Unknown keeps room for what the service may add: the word
// itself stays beside it wherever a status is held.
// https://docs.aws.amazon.com/iot-wireless/latest/apireference/API_WirelessDeviceStatistics.html
enum class FuotaDeviceStatus {
    Unknown,
    Initial,
    PackageNotSupported,
    FragAlgoUnsupported,
    NotEnoughMemory,
    FragIndexUnsupported,
    WrongDescriptor,
    SessionCntReplay,
    MissingFrag,
    MemoryError,
    MicError,
    Successful, // the image is whole and verified; nothing is said about it running
    DeviceInConflictingTask,
};

FuotaDeviceStatus fuotaDeviceStatusFromText(const QString& text);
QString fuotaDeviceStatusText(FuotaDeviceStatus status);
// The words of the API, in its order.
std::span<const char* const> fuotaDeviceStatusWords();

} // namespace fuotadesk
