#pragma once

#include "lorawan/paritymatrix.h"
#include "recovery/decoderprofile.h"
#include "recovery/lossmodel.h"

#include <optional>

namespace fuotadesk::recovery {

// What is sent to the devices: dataFragments >= 1 and redundantFragments >= 0, together at most
// MaximumFragments, of fragmentBytes >= 1 each.
struct Transmission {
    lorawan::Variant variant = lorawan::Variant::V1;
    int dataFragments = 0;
    int redundantFragments = 0;
    int fragmentBytes = 0;

    bool isValid() const;
    friend bool operator==(const Transmission&, const Transmission&) = default;
};

// How a session ends for a device. Successful: it has the image. MissingFragments: it knows that it
// has not. NotEnoughMemory: it refused the session (TS004-1.0.0, FragSessionSetupAns). MemoryError:
// its flash memory does not take fragments of that size. MicError: it put together a corrupt image,
// which shows when the image is checked.
enum class DeviceStatus { Successful, MissingFragments, NotEnoughMemory, MemoryError, MicError };

// missingFragments is what the device says, which is not always what is missing: see
// DecoderProfile.
struct DeviceReport {
    DeviceStatus status = DeviceStatus::MissingFragments;
    int missingFragments = 0;

    friend bool operator==(const DeviceReport&, const DeviceReport&) = default;
};

// One device of a simulated fleet. What becomes of a session follows from which fragments get lost
// and from the real matrix; the same device, session and attempt always end the same.
struct SimulatedDevice {
    LossModel loss;
    DecoderProfile decoder;
    // Of its decoder; rows of another are noise to it.
    lorawan::Variant variant = lorawan::Variant::V1;
    std::uint64_t seed = 1;

    // None for a session or a loss model that is not valid.
    std::optional<DeviceReport> receive(const Transmission& session,
                                        std::uint64_t attempt = 0) const;

    friend bool operator==(const SimulatedDevice&, const SimulatedDevice&) = default;
};

} // namespace fuotadesk::recovery
