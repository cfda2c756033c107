#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace fuotadesk {

struct DeviceProfileSummary {
    QString id;
    QString arn;
    QString name;

    friend bool operator==(const DeviceProfileSummary&, const DeviceProfileSummary&) = default;
};

// Everything GetDeviceProfile tells of LoRaWAN, as it tells it: the API names no units. By their
// range (1 000 000 to 16 700 000) frequencies are in 100 Hz, unlike everywhere else.
// https://docs.aws.amazon.com/iot-wireless/latest/apireference/API_LoRaWANDeviceProfile.html
struct DeviceProfile {
    QString id;
    QString arn;
    QString name;
    QString rfRegion; // "EU868", a free text
    QString macVersion; // "1.0.3"
    QString regParamsRevision; // "RP002-1.0.1"
    std::optional<bool> supportsClassB;
    std::optional<bool> supportsClassC;
    std::optional<bool> supportsJoin;
    std::optional<bool> supports32BitFCnt;
    std::optional<qint64> classBTimeoutSeconds;
    std::optional<qint64> classCTimeoutSeconds;
    std::optional<qint64> pingSlotPeriod;
    std::optional<qint64> pingSlotDataRate;
    std::optional<qint64> pingSlotFrequency;
    std::optional<qint64> rxDelay1Seconds;
    std::optional<qint64> rxDataRateOffset1;
    std::optional<qint64> rxDataRate2;
    std::optional<qint64> rxFrequency2;
    std::optional<qint64> maxEirp; // 0 to 15
    std::optional<qint64> maxDutyCycle; // 0 to 100
    QList<qint64> presetFrequencies;

    friend bool operator==(const DeviceProfile&, const DeviceProfile&) = default;
};

} // namespace fuotadesk
