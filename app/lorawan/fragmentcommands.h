#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace fuotadesk::lorawan {

// Messages of TS004 (Fragmented Data Block Transport, FPort 201) as bytes, little endian. A field
// out of its range gives nothing.
using Message = std::optional<std::vector<std::uint8_t>>;

// 08, FragIndex and number, then the bytes of the fragment. fragIndex 0..3, number 1..16383, 1..239
// bytes.
Message dataFragmentCommand(int fragIndex, int number, std::span<const std::uint8_t> fragment);

// What FragSessionSetupReq says: fragIndex 0..3, multicastGroups a mask of 4 bits, dataFragments
// 1..16383, fragmentSize 1..239, matrix 0..7 (FragAlgo), blockAckDelay 0..7 (answers are spread
// over 2^(4+delay) s), padding 0..255 zero bytes in the last fragment.
struct FragmentSession {
    int fragIndex = 0;
    int multicastGroups = 0;
    int dataFragments = 0;
    int fragmentSize = 0;
    int matrix = 0;
    int blockAckDelay = 0;
    int padding = 0;
    std::array<std::uint8_t, 4> descriptor{};

    friend bool operator==(const FragmentSession&, const FragmentSession&) = default;
};

// What TS004-2.0.0 adds to it.
struct SessionProtection {
    bool answerReception = false;
    std::uint16_t sessionCount = 0;
    std::array<std::uint8_t, 4> mic{};

    friend bool operator==(const SessionProtection&, const SessionProtection&) = default;
};

inline constexpr std::size_t SessionSetupBytes = 1 + 10;
inline constexpr std::size_t ProtectedSessionSetupBytes = 1 + 16;

Message sessionSetupRequest(const FragmentSession& session);
Message sessionSetupRequest(const FragmentSession& session, const SessionProtection& protection);

// What a device of TS004-1.0.0 answers to FragSessionStatusReq. received 0..16383, missing 0..255.
struct SessionStatus {
    int fragIndex = 0;
    int received = 0;
    int missing = 0;
    bool matrixMemoryShort = false;

    friend bool operator==(const SessionStatus&, const SessionStatus&) = default;
};

Message sessionStatusAnswer(const SessionStatus& status);

} // namespace fuotadesk::lorawan
