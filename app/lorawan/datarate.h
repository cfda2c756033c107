#pragma once

#include <optional>

namespace fuotadesk::lorawan {

enum class Modulation { LoRa, Fsk };

// One data rate of a region: how it is modulated and N, the application payload in bytes that fits
// a frame without FOpts. Regions with a dwell time of 400 ms carry less: maximumPayloadDwell, of
// which 0 means that nothing fits. disputed: the sources of maximumPayload differ. Where each
// figure comes from stands in regiondata.h.
struct DataRate {
    int index = 0;
    Modulation modulation = Modulation::LoRa;
    int spreadingFactor = 0; // LoRa: 7..12
    int bandwidthKhz = 0; // LoRa: 125, 250, 500
    int bitsPerSecond = 0; // FSK
    bool downlink = true;
    int maximumPayload = 0;
    std::optional<int> maximumPayloadRepeater =
        std::nullopt; // N where a repeater may stand in between
    std::optional<int> maximumPayloadDwell =
        std::nullopt; // N at 400 ms; unset where the region has no such rule
    bool disputed = false;

    friend bool operator==(const DataRate&, const DataRate&) = default;
};

// Which N counts. Repeater and Dwell are the stricter ones, where the data rate has them.
enum class PayloadRule { Normal, Repeater, Dwell };

// N - 3, because DataFragment spends 3 bytes (TS004-1.0.0). Empty when the data rate is no
// downlink, when it has no N for the rule, and when not one byte of a fragment fits.
std::optional<int> maximumFragmentSize(const DataRate& rate,
                                       PayloadRule rule = PayloadRule::Normal);

} // namespace fuotadesk::lorawan
