#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace fuotadesk {

// Ids of what the sandbox comes with: they look like UUIDs, and the number can be read back, so
// that a fleet of 100 000 needs no table of ids.
enum class IdFamily : std::uint32_t {
    Device = 0xd0e51ce5,
    Message = 0x3e55a9e5,
    DeviceProfile = 0xdef0f11e,
    ServiceProfile = 0x5ef0f11e,
    Gateway = 0x9a7eda75,
    Group = 0x9f00f5ca,
};

QString numberedId(IdFamily family, int number);
// Only what numberedId() makes, to the letter.
std::optional<int> numberOfId(IdFamily family, const QString& id);

// A number that follows from index and salt alone, evenly spread. SplitMix64 (Steele, Lea, Flood,
// OOPSLA 2014).
std::uint64_t spread(int index, std::uint64_t salt);
// The same as a number from 0 to 1.
double spreadUnit(int index, std::uint64_t salt);

} // namespace fuotadesk
