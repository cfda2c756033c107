#include "lorawan/fragmentcommands.h"

#include "lorawan/fragmentcount.h"

namespace fuotadesk::lorawan {

namespace {

constexpr std::uint8_t StatusAnswer = 0x01;
constexpr std::uint8_t SetupRequest = 0x02;
constexpr std::uint8_t DataFragment = 0x08;

bool within(std::int64_t value, std::int64_t least, std::int64_t most)
{
    return least <= value && value <= most;
}

void append8(std::vector<std::uint8_t>& bytes, int value)
{
    bytes.push_back(static_cast<std::uint8_t>(value));
}

void append16(std::vector<std::uint8_t>& bytes, int value)
{
    append8(bytes, value & 0xff);
    append8(bytes, value >> 8);
}

void append(std::vector<std::uint8_t>& bytes, std::span<const std::uint8_t> more)
{
    bytes.insert(bytes.end(), more.begin(), more.end());
}

bool isSound(const FragmentSession& session)
{
    return within(session.fragIndex, 0, 3) && within(session.multicastGroups, 0, 15)
        && within(session.dataFragments, 1, MaximumFragments)
        && within(session.fragmentSize, 1, MaximumFragmentBytes) && within(session.matrix, 0, 7)
        && within(session.blockAckDelay, 0, 7) && within(session.padding, 0, 255);
}

std::vector<std::uint8_t> setupBytes(const FragmentSession& session, int controlFlags)
{
    std::vector<std::uint8_t> bytes{SetupRequest};
    append8(bytes, (session.fragIndex << 4) | session.multicastGroups);
    append16(bytes, session.dataFragments);
    append8(bytes, session.fragmentSize);
    append8(bytes, controlFlags | (session.matrix << 3) | session.blockAckDelay);
    append8(bytes, session.padding);
    append(bytes, session.descriptor);
    return bytes;
}

} // namespace

Message dataFragmentCommand(int fragIndex, int number, std::span<const std::uint8_t> fragment)
{
    if (!within(fragIndex, 0, 3) || !within(number, 1, MaximumFragments) || fragment.empty()
        || fragment.size() > MaximumFragmentBytes)
        return {};
    std::vector<std::uint8_t> bytes{DataFragment};
    append16(bytes, (fragIndex << 14) | number);
    append(bytes, fragment);
    return bytes;
}

Message sessionSetupRequest(const FragmentSession& session)
{
    if (!isSound(session))
        return {};
    return setupBytes(session, 0);
}

Message sessionSetupRequest(const FragmentSession& session, const SessionProtection& protection)
{
    constexpr int AnswerReception = 0x40;
    if (!isSound(session))
        return {};
    auto bytes = setupBytes(session, protection.answerReception ? AnswerReception : 0);
    append16(bytes, protection.sessionCount);
    append(bytes, protection.mic);
    return bytes;
}

Message sessionStatusAnswer(const SessionStatus& status)
{
    if (!within(status.fragIndex, 0, 3) || !within(status.received, 0, MaximumFragments)
        || !within(status.missing, 0, 255))
        return {};
    std::vector<std::uint8_t> bytes{StatusAnswer};
    append16(bytes, (status.fragIndex << 14) | status.received);
    append8(bytes, status.missing);
    append8(bytes, status.matrixMemoryShort ? 1 : 0);
    return bytes;
}

} // namespace fuotadesk::lorawan
