#pragma once

#include "iotwireless/fuotadevicestatus.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace fuotadesk {

// One row of ListWirelessDevices. Times are UTC and invalid where the service tells none;
// lastUplinkAt goes back three months at most.
// https://docs.aws.amazon.com/iot-wireless/latest/apireference/API_WirelessDeviceStatistics.html
struct WirelessDeviceSummary {
    QString id;
    QString arn;
    QString name;
    QString type; // "LoRaWAN" or "Sidewalk"
    QString destinationName;
    QString devEui; // 16 hex digits
    QDateTime lastUplinkAt;
    FuotaDeviceStatus fuotaStatus = FuotaDeviceStatus::Unknown; // in a list of one task
    QString fuotaStatusText;
    QString multicastStatusText; // in a list of one group; no closed list
    std::optional<qint64> multicastGroupIndex; // McGroupId, 1 to 256

    friend bool operator==(const WirelessDeviceSummary&, const WirelessDeviceSummary&) = default;
};

// Which devices ListWirelessDevices gives; an empty member does not narrow.
struct WirelessDeviceFilter {
    QString fuotaTaskId;
    QString multicastGroupId;
    QString deviceProfileId;
    QString serviceProfileId;
    QString destinationName;
    QString type; // "LoRaWAN" or "Sidewalk"

    friend bool operator==(const WirelessDeviceFilter&, const WirelessDeviceFilter&) = default;
};

// What a device is looked up by.
enum class DeviceIdentifier { WirelessDeviceId, DevEui, ThingName };

// How a device comes by its session keys. Firmware updates take the two over the air.
enum class Activation { Unknown, Otaa11, Otaa10x, Abp11, Abp10x };

// Everything GetWirelessDevice tells but the keys: those are dropped when the answer is decoded.
// https://docs.aws.amazon.com/iot-wireless/latest/apireference/API_GetWirelessDevice.html
struct WirelessDevice {
    QString id;
    QString arn;
    QString name;
    QString description;
    QString type;
    QString destinationName;
    QString thingName;
    QString thingArn;
    QString devEui;
    QString joinEui; // AppEui where that is all a device of version 1.0.x has
    QString devAddr; // 8 hex digits, of a device activated by personalization
    Activation activation = Activation::Unknown;
    QString deviceProfileId;
    QString serviceProfileId;
    std::optional<qint64> fuotaPort; // 1 to 223, as the other two; unset: not made for updates
    std::optional<qint64> multicastPort;
    std::optional<qint64> clockSyncPort;

    friend bool operator==(const WirelessDevice&, const WirelessDevice&) = default;
};

// How one gateway heard the latest uplink: dB and dBm.
struct GatewayReception {
    QString gatewayEui;
    std::optional<double> snr;
    std::optional<double> rssi;

    friend bool operator==(const GatewayReception&, const GatewayReception&) = default;
};

// What GetWirelessDeviceStatistics tells of the latest uplink.
struct DeviceStatistics {
    QString deviceId;
    QString devEui;
    QDateTime lastUplinkAt;
    QDateTime metadataAt; // when what follows was taken
    std::optional<qint64> port;
    std::optional<qint64> dataRate;
    std::optional<qint64> frequencyHz;
    QList<GatewayReception> gateways;

    friend bool operator==(const DeviceStatistics&, const DeviceStatistics&) = default;
};

} // namespace fuotadesk
