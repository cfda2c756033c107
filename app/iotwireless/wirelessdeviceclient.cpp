#include "iotwireless/wirelessdeviceclient.h"

#include "iotwireless/answermembers.h"
#include "iotwireless/operations.h"

namespace fuotadesk {

namespace {

QJsonObject filterJson(const WirelessDeviceFilter& filter)
{
    QJsonObject params;
    put(params, "FuotaTaskId", filter.fuotaTaskId);
    put(params, "MulticastGroupId", filter.multicastGroupId);
    put(params, "DeviceProfileId", filter.deviceProfileId);
    put(params, "ServiceProfileId", filter.serviceProfileId);
    put(params, "DestinationName", filter.destinationName);
    put(params, "WirelessDeviceType", filter.type);
    return params;
}

std::optional<WirelessDeviceSummary> summaryFrom(const QJsonObject& item)
{
    WirelessDeviceSummary device;
    device.id = textOf(item, "Id");
    if (device.id.isEmpty())
        return {};
    device.arn = textOf(item, "Arn");
    device.name = textOf(item, "Name");
    device.type = textOf(item, "Type");
    device.destinationName = textOf(item, "DestinationName");
    device.devEui = textOf(objectOf(item, "LoRaWAN"), "DevEui");
    device.lastUplinkAt = timeOf(item, "LastUplinkReceivedAt");
    device.fuotaStatusText = textOf(item, "FuotaDeviceStatus");
    device.fuotaStatus = fuotaDeviceStatusFromText(device.fuotaStatusText);
    device.multicastStatusText = textOf(item, "MulticastDeviceStatus");
    device.multicastGroupIndex = numberOf(item, "McGroupId");
    return device;
}

QString wordOf(DeviceIdentifier kind)
{
    switch (kind) {
    case DeviceIdentifier::DevEui:
        return QStringLiteral("DevEui");
    case DeviceIdentifier::ThingName:
        return QStringLiteral("ThingName");
    case DeviceIdentifier::WirelessDeviceId:
        break;
    }
    return QStringLiteral("WirelessDeviceId");
}

// The member of that way of activation is all that tells it.
Activation activationOf(const QJsonObject& lorawan)
{
    if (lorawan.contains(u"OtaaV1_1"))
        return Activation::Otaa11;
    if (lorawan.contains(u"OtaaV1_0_x"))
        return Activation::Otaa10x;
    if (lorawan.contains(u"AbpV1_1"))
        return Activation::Abp11;
    return lorawan.contains(u"AbpV1_0_x") ? Activation::Abp10x : Activation::Unknown;
}

QString firstOf(const QString& text, const QString& otherwise)
{
    return text.isEmpty() ? otherwise : text;
}

void readActivation(const QJsonObject& lorawan, WirelessDevice& device)
{
    const QJsonObject otaa11 = objectOf(lorawan, "OtaaV1_1");
    const QJsonObject otaa10 = objectOf(lorawan, "OtaaV1_0_x");
    device.activation = activationOf(lorawan);
    device.joinEui = firstOf(textOf(otaa11, "JoinEui"),
                             firstOf(textOf(otaa10, "JoinEui"), textOf(otaa10, "AppEui")));
    device.devAddr = firstOf(textOf(objectOf(lorawan, "AbpV1_1"), "DevAddr"),
                             textOf(objectOf(lorawan, "AbpV1_0_x"), "DevAddr"));
}

WirelessDevice deviceFrom(const QJsonObject& members)
{
    const QJsonObject lorawan = objectOf(members, "LoRaWAN");
    const QJsonObject ports = objectOf(lorawan, "FPorts");
    WirelessDevice device;
    device.id = textOf(members, "Id");
    device.arn = textOf(members, "Arn");
    device.name = textOf(members, "Name");
    device.description = textOf(members, "Description");
    device.type = textOf(members, "Type");
    device.destinationName = textOf(members, "DestinationName");
    device.thingName = textOf(members, "ThingName");
    device.thingArn = textOf(members, "ThingArn");
    device.devEui = textOf(lorawan, "DevEui");
    device.deviceProfileId = textOf(lorawan, "DeviceProfileId");
    device.serviceProfileId = textOf(lorawan, "ServiceProfileId");
    device.fuotaPort = numberOf(ports, "Fuota");
    device.multicastPort = numberOf(ports, "Multicast");
    device.clockSyncPort = numberOf(ports, "ClockSync");
    readActivation(lorawan, device);
    return device;
}

DeviceStatistics statisticsFrom(const QJsonObject& members)
{
    const QJsonObject lorawan = objectOf(members, "LoRaWAN");
    DeviceStatistics statistics;
    statistics.deviceId = textOf(members, "WirelessDeviceId");
    statistics.devEui = textOf(lorawan, "DevEui");
    statistics.lastUplinkAt = timeOf(members, "LastUplinkReceivedAt");
    statistics.metadataAt = timeOf(lorawan, "Timestamp");
    statistics.port = numberOf(lorawan, "FPort");
    statistics.dataRate = numberOf(lorawan, "DataRate");
    statistics.frequencyHz = numberOf(lorawan, "Frequency");
    for (const auto items = lorawan.value(u"Gateways").toArray(); const auto& item : items) {
        const QJsonObject gateway = item.toObject();
        statistics.gateways.append(
            {textOf(gateway, "GatewayEui"), realOf(gateway, "Snr"), realOf(gateway, "Rssi")});
    }
    return statistics;
}

} // namespace

WirelessDeviceClient::WirelessDeviceClient(Transport& transport, const QUrl& endpoint)
    : m_service(transport, endpoint)
{
}

CallOf<QList<WirelessDeviceSummary>>*
WirelessDeviceClient::list(const WirelessDeviceFilter& filter, QObject* owner,
                           OnPage<WirelessDeviceSummary> onPage)
{
    return listPages<WirelessDeviceSummary>(
        m_service, {listWirelessDevicesOperation(), "WirelessDeviceList", filterJson(filter)},
        owner, summaryFrom, std::move(onPage));
}

CallOf<WirelessDevice>* WirelessDeviceClient::get(const QString& identifier, DeviceIdentifier kind,
                                                  QObject* owner)
{
    const QJsonObject params{{QStringLiteral("Identifier"), identifier},
                             {QStringLiteral("IdentifierType"), wordOf(kind)}};
    return m_service.perform<WirelessDevice>(getWirelessDeviceOperation(), params, owner,
                                             deviceFrom);
}

CallOf<DeviceStatistics>* WirelessDeviceClient::statistics(const QString& id, QObject* owner)
{
    return m_service.perform<DeviceStatistics>(getWirelessDeviceStatisticsOperation(),
                                               {{QStringLiteral("WirelessDeviceId"), id}}, owner,
                                               statisticsFrom);
}

} // namespace fuotadesk
