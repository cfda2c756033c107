#include "recovery/decoderprofile.h"

#include <algorithm>
#include <array>

namespace fuotadesk::recovery {

namespace {

constexpr int ZephyrSmallest = 48;

constexpr DecoderProfile zephyr(std::int64_t slotBytes, int tolerancePercent)
{
    const std::int64_t fragments =
        std::min(slotBytes / ZephyrSmallest + 1, lorawan::MaximumFragments);
    DecoderProfile profile{
        "zephyr-lowmem", static_cast<int>(fragments), ZephyrSmallest, 232, 8, {}};
    profile.limit.maximumLost = static_cast<int>(fragments * tolerancePercent / 100);
    return profile;
}

// LoRaMac-node, FragDecoder.h: FRAG_MAX_NB 21, FRAG_MAX_SIZE 50, FRAG_MAX_REDUNDANCY 5; over the
// limit it answers FRAG_SESSION_FINISHED. LoRa Basics Modem 4.8: FRAG_MAX_NB and _REDUNDANCY 100,
// FRAG_MAX_SIZE 242; over the limit FRAG_SESSION_FAILED. Zephyr: flash of an STM32WL, slot of
// 256 KiB, 20 %.
constexpr std::array Profiles = {
    DecoderProfile{},
    DecoderProfile{"loramac-node", 21, 1, 50, 1, {5, true}, true, 0},
    DecoderProfile{"basics-modem", 100, 1, 242, 1, {100, false}, false, 1},
    zephyr(262'144, 20),
};

} // namespace

std::span<const DecoderProfile> decoderProfiles()
{
    return Profiles;
}

const DecoderProfile* findDecoder(std::string_view name)
{
    const auto found = std::ranges::find(Profiles, name, &DecoderProfile::name);
    return found == Profiles.end() ? nullptr : &*found;
}

DecoderProfile zephyrLowMemory(std::int64_t slotBytes, int tolerancePercent)
{
    return zephyr(slotBytes, tolerancePercent);
}

} // namespace fuotadesk::recovery
