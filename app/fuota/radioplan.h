#pragma once

#include "fuota/transferplan.h"

#include "lorawan/paritymatrix.h"
#include "lorawan/region.h"
#include "recovery/decoderprofile.h"

namespace fuotadesk {

// The longest multicast session: of the service for class B (developer guide, "Schedule a downlink
// message"); of what a device can be told for class C (TS005-1.0.0, 2^15 s; the guide says 18 h).
inline constexpr qint64 LongestSessionClassB = qint64{48} * 3600;
inline constexpr qint64 LongestSessionClassC = qint64{1} << 15;

// What sending means on the air. A member is unset where a figure that it needs is not known: no RF
// region is chosen, the region lacks the data rate, a value makes no sense. Exact; microseconds.
struct RadioPlan {
    const lorawan::Region* region = nullptr;
    const lorawan::DataRate* dataRate = nullptr; // a downlink one, or null
    std::optional<int> largestFragmentBytes; // that this data rate carries
    std::optional<qint64> timeOnAirUs; // of one fragment
    std::optional<qint64> frequencyHz; // RX2 for class C, ping slot for class B
    std::optional<int> dutyCycleLimitPermille; // of the band; 1000: none
    std::optional<double> dutyCyclePercent; // of one gateway, at the interval as it is sent
    std::optional<qint64> dutyCycleIntervalMs; // the least that keeps the limit
    std::optional<qint64> gatewayIntervalMs; // the least that lets all gateways get through
    std::optional<qint64> sendMs; // from the first fragment's start to the last one's end
    std::optional<qint64> sessionTimeoutSeconds; // the power of two (class B: times 128) that fits

    // The greater of the two.
    std::optional<qint64> minimumIntervalMs() const;
    // minimumIntervalMs() as the service takes it: in whole seconds, at least one.
    std::optional<qint64> minimumIntervalSeconds() const;
    bool exceedsDutyCycle() const;
    friend bool operator==(const RadioPlan&, const RadioPlan&) = default;
};

// plan of the same draft; without it the figures of a single fragment are still there.
RadioPlan planRadio(const CampaignDraft& draft, const std::optional<TransferPlan>& plan);

// For a fragment size other than the draft's.
RadioPlan planRadio(const CampaignDraft& draft, const TransferPlan& plan);

// Nothing for a name that is not known.
std::optional<lorawan::Variant> variantNamed(const QString& name);
std::optional<recovery::DecoderProfile> decoderOf(const Planning& planning);
QStringList variantNames();
// Without "own".
QStringList decoderNames();

} // namespace fuotadesk
