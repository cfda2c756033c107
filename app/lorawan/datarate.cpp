#include "lorawan/datarate.h"

namespace fuotadesk::lorawan {

namespace {

constexpr int CommandBytes = 3;

std::optional<int> payloadUnder(const DataRate& rate, PayloadRule rule)
{
    switch (rule) {
    case PayloadRule::Repeater:
        return rate.maximumPayloadRepeater;
    case PayloadRule::Dwell:
        return rate.maximumPayloadDwell;
    case PayloadRule::Normal:
        break;
    }
    return rate.maximumPayload;
}

} // namespace

std::optional<int> maximumFragmentSize(const DataRate& rate, PayloadRule rule)
{
    const std::optional<int> payload = payloadUnder(rate, rule);
    if (!rate.downlink || !payload || *payload <= CommandBytes)
        return {};
    return *payload - CommandBytes;
}

} // namespace fuotadesk::lorawan
