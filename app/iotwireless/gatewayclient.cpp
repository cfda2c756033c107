#include "iotwireless/gatewayclient.h"

#include "iotwireless/answermembers.h"
#include "iotwireless/operations.h"

namespace fuotadesk {

namespace {

WirelessGateway gatewayFrom(const QJsonObject& members)
{
    const QJsonObject lorawan = objectOf(members, "LoRaWAN");
    const QJsonObject beaconing = objectOf(lorawan, "Beaconing");
    WirelessGateway gateway;
    gateway.id = textOf(members, "Id");
    gateway.arn = textOf(members, "Arn");
    gateway.name = textOf(members, "Name");
    gateway.description = textOf(members, "Description");
    gateway.gatewayEui = textOf(lorawan, "GatewayEui");
    gateway.rfRegion = textOf(lorawan, "RfRegion");
    gateway.maxEirpDbm = realOf(lorawan, "MaxEirp");
    gateway.beaconing = {numberOf(beaconing, "DataRate"), numbersOf(beaconing, "Frequencies")};
    gateway.lastUplinkAt = timeOf(members, "LastUplinkReceivedAt");
    gateway.thingName = textOf(members, "ThingName");
    gateway.thingArn = textOf(members, "ThingArn");
    return gateway;
}

std::optional<WirelessGateway> listedGatewayFrom(const QJsonObject& item)
{
    return textOf(item, "Id").isEmpty() ? std::nullopt : std::optional(gatewayFrom(item));
}

GatewayConnection connectionFrom(const QString& text)
{
    if (text == u"Connected")
        return GatewayConnection::Connected;
    return text == u"Disconnected" ? GatewayConnection::Disconnected : GatewayConnection::Unknown;
}

GatewayStatistics statisticsFrom(const QJsonObject& members)
{
    const QString connection = textOf(members, "ConnectionStatus");
    return {textOf(members, "WirelessGatewayId"), timeOf(members, "LastUplinkReceivedAt"),
            connectionFrom(connection), connection};
}

QString wordOf(GatewayIdentifier kind)
{
    switch (kind) {
    case GatewayIdentifier::GatewayEui:
        return QStringLiteral("GatewayEui");
    case GatewayIdentifier::ThingName:
        return QStringLiteral("ThingName");
    case GatewayIdentifier::WirelessGatewayId:
        break;
    }
    return QStringLiteral("WirelessGatewayId");
}

} // namespace

GatewayClient::GatewayClient(Transport& transport, const QUrl& endpoint)
    : m_service(transport, endpoint)
{
}

CallOf<QList<WirelessGateway>>* GatewayClient::list(QObject* owner, OnPage<WirelessGateway> onPage)
{
    return listPages<WirelessGateway>(m_service,
                                      {listWirelessGatewaysOperation(), "WirelessGatewayList", {}},
                                      owner, listedGatewayFrom, std::move(onPage));
}

CallOf<WirelessGateway>* GatewayClient::get(const QString& identifier, GatewayIdentifier kind,
                                            QObject* owner)
{
    const QJsonObject params{{QStringLiteral("Identifier"), identifier},
                             {QStringLiteral("IdentifierType"), wordOf(kind)}};
    return m_service.perform<WirelessGateway>(getWirelessGatewayOperation(), params, owner,
                                              gatewayFrom);
}

CallOf<GatewayStatistics>* GatewayClient::statistics(const QString& id, QObject* owner)
{
    return m_service.perform<GatewayStatistics>(getWirelessGatewayStatisticsOperation(),
                                                {{QStringLiteral("WirelessGatewayId"), id}}, owner,
                                                statisticsFrom);
}

} // namespace fuotadesk
