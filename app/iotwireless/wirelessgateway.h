#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace fuotadesk {

// What a gateway sends class B beacons with; without frequencies it sends none.
struct GatewayBeaconing {
    std::optional<qint64> dataRate;
    QList<qint64> frequenciesHz;

    friend bool operator==(const GatewayBeaconing&, const GatewayBeaconing&) = default;
};

// A gateway as ListWirelessGateways and GetWirelessGateway tell it. Times are UTC.
// https://docs.aws.amazon.com/iot-wireless/latest/apireference/API_GetWirelessGateway.html
struct WirelessGateway {
    QString id;
    QString arn;
    QString name;
    QString description;
    QString gatewayEui;
    QString rfRegion; // a free text
    std::optional<double> maxEirpDbm;
    GatewayBeaconing beaconing;
    QDateTime lastUplinkAt; // of a list; else see GatewayStatistics
    QString thingName; // of a single gateway
    QString thingArn;

    friend bool operator==(const WirelessGateway&, const WirelessGateway&) = default;
};

enum class GatewayIdentifier { WirelessGatewayId, GatewayEui, ThingName };

enum class GatewayConnection { Unknown, Connected, Disconnected };

struct GatewayStatistics {
    QString gatewayId;
    QDateTime lastUplinkAt;
    GatewayConnection connection = GatewayConnection::Unknown;
    QString connectionText; // the word of the service

    friend bool operator==(const GatewayStatistics&, const GatewayStatistics&) = default;
};

} // namespace fuotadesk
