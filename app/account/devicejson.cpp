#include "account/devicejson.h"

#include "account/arn.h"
#include "account/gatewaybook.h"
#include "account/profilebook.h"
#include "aws/timestamps.h"
#include "fleet/numberedid.h"

#include <QJsonArray>

namespace fuotadesk {

namespace {

constexpr qint64 SecondsBetweenUplinks = 900;

enum Salt : std::uint64_t { PhaseSalt = 11, GatewaySalt = 12, SnrSalt = 13, KeySalt = 14 };

// Empty for a device nobody has heard.
QString lastUplinkOf(const FleetDevice& device, const QDateTime& now)
{
    if (device.kind == DeviceKind::NeverSeen)
        return {};
    const qint64 seconds = now.toSecsSinceEpoch();
    const auto phase = qint64(spread(device.index, PhaseSalt) % SecondsBetweenUplinks);
    return QString::fromLatin1(
        iso8601Text(fromEpochSeconds(double(seconds - (seconds + phase) % SecondsBetweenUplinks))));
}

QString madeUpKey(const FleetDevice& device, std::uint64_t which)
{
    const auto half = [&](std::uint64_t salt) {
        return QStringLiteral("%1").arg(spread(device.index, salt), 16, 16, QLatin1Char('0'));
    };
    return half(KeySalt + 2 * which) + half(KeySalt + 2 * which + 1);
}

QJsonObject otaa(const FleetDevice& device)
{
    const QString joinEui = QStringLiteral("70b3d57ed0ffffff");
    return {{QStringLiteral("AppKey"), madeUpKey(device, 0)},
            {QStringLiteral("GenAppKey"), madeUpKey(device, 1)},
            {QStringLiteral("AppEui"), joinEui},
            {QStringLiteral("JoinEui"), joinEui}};
}

QJsonObject abp(const FleetDevice& device)
{
    return {{QStringLiteral("DevAddr"),
             QStringLiteral("%1").arg(0x26000000 + device.index, 8, 16, QLatin1Char('0'))},
            {QStringLiteral("FCntStart"), 0},
            {QStringLiteral("SessionKeys"),
             QJsonObject{{QStringLiteral("NwkSKey"), madeUpKey(device, 2)},
                         {QStringLiteral("AppSKey"), madeUpKey(device, 3)}}}};
}

QJsonObject lorawanOf(const FleetDevice& device)
{
    QJsonObject lorawan{{QStringLiteral("DevEui"), device.devEui()},
                        {QStringLiteral("DeviceProfileId"), ProfileBook::profileIdOf(device)},
                        {QStringLiteral("ServiceProfileId"), ProfileBook::serviceProfileId()}};
    if (device.kind == DeviceKind::Personalized)
        lorawan.insert(QStringLiteral("AbpV1_0_x"), abp(device));
    else
        lorawan.insert(QStringLiteral("OtaaV1_0_x"), otaa(device));
    if (device.kind != DeviceKind::NoPorts)
        lorawan.insert(QStringLiteral("FPorts"),
                       QJsonObject{{QStringLiteral("Fuota"), 201},
                                   {QStringLiteral("Multicast"), 200},
                                   {QStringLiteral("ClockSync"), 202}});
    return lorawan;
}

QJsonObject common(const FleetDevice& device, const QString& region)
{
    return {{QStringLiteral("Id"), device.id()},
            {QStringLiteral("Arn"), deviceArn(device, region)},
            {QStringLiteral("Type"), QStringLiteral("LoRaWAN")},
            {QStringLiteral("Name"), device.name()},
            {QStringLiteral("DestinationName"), destinationName()}};
}

} // namespace

QString destinationName()
{
    return QStringLiteral("meter-uplinks");
}

QString deviceArn(const FleetDevice& device, const QString& region)
{
    return Arn{region, QStringLiteral("WirelessDevice"), device.id()}.text();
}

QJsonObject deviceRow(const FleetDevice& device, const QString& region, const QDateTime& now)
{
    QJsonObject row = common(device, region);
    row.insert(QStringLiteral("LoRaWAN"), QJsonObject{{QStringLiteral("DevEui"), device.devEui()}});
    if (const QString heard = lastUplinkOf(device, now); !heard.isEmpty())
        row.insert(QStringLiteral("LastUplinkReceivedAt"), heard);
    return row;
}

QJsonObject deviceDetails(const FleetDevice& device, const QString& region)
{
    QJsonObject details = common(device, region);
    details.insert(QStringLiteral("Description"), QStringLiteral("A device of the sandbox"));
    details.insert(QStringLiteral("ThingName"), device.name());
    details.insert(
        QStringLiteral("ThingArn"),
        QStringLiteral("arn:aws:iot:%1:123456789012:thing/%2").arg(region, device.name()));
    details.insert(QStringLiteral("LoRaWAN"), lorawanOf(device));
    return details;
}

QJsonObject deviceStatistics(const FleetDevice& device, const QDateTime& now)
{
    QJsonObject statistics{{QStringLiteral("WirelessDeviceId"), device.id()}};
    const QString heard = lastUplinkOf(device, now);
    if (heard.isEmpty())
        return statistics;
    const bool american = device.kind == DeviceKind::OtherRegion;
    const double snr = 9 - 16 * spreadUnit(device.index, SnrSalt);
    const QJsonObject gateway{
        {QStringLiteral("GatewayEui"),
         gatewayEuiOf(int(spread(device.index, GatewaySalt) % (GatewayCount - 1)))},
        {QStringLiteral("Snr"), snr},
        {QStringLiteral("Rssi"), snr - 95}};
    statistics.insert(QStringLiteral("LastUplinkReceivedAt"), heard);
    statistics.insert(QStringLiteral("LoRaWAN"),
                      QJsonObject{{QStringLiteral("DevEui"), device.devEui()},
                                  {QStringLiteral("FPort"), 2},
                                  {QStringLiteral("DataRate"), american ? 3 : 5},
                                  {QStringLiteral("Frequency"), american ? 902300000 : 868100000},
                                  {QStringLiteral("Timestamp"), heard},
                                  {QStringLiteral("Gateways"), QJsonArray{gateway}}});
    return statistics;
}

} // namespace fuotadesk
