#include "account/gatewaybook.h"

#include "account/arn.h"
#include "aws/timestamps.h"
#include "fleet/numberedid.h"

#include <array>
#include <map>
#include <utility>

namespace fuotadesk {

namespace {

constexpr auto Type = "WirelessGateway";
constexpr std::array Names = {"gateway-north", "gateway-east", "gateway-south", "gateway-west"};
static_assert(Names.size() == GatewayCount);
constexpr auto EuiStart = 0x70b3d57ee0000000U;
constexpr qint64 Disconnected = 3; // the last one
constexpr qint64 SecondsBetweenUplinks = 60;

QString nameOf(int number)
{
    return QString::fromLatin1(Names.at(std::size_t(number)));
}

QString idOf(int number)
{
    return numberedId(IdFamily::Gateway, number);
}

} // namespace

QString gatewayEuiOf(int number)
{
    return QString::number(EuiStart + std::uint64_t(number), 16);
}

GatewayBook::GatewayBook(QString region, const Clock& clock)
    : m_region(std::move(region)),
      m_clock(clock)
{
}

Served<QJsonObject> GatewayBook::get(const QString& identifier, const QString& kind) const
{
    for (int number = 0; number < GatewayCount; ++number) {
        const bool named = (kind == u"WirelessGatewayId" && idOf(number) == identifier)
            || (kind == u"ThingName" && nameOf(number) == identifier)
            || (kind == u"GatewayEui"
                && gatewayEuiOf(number).compare(identifier, Qt::CaseInsensitive) == 0);
        if (!named)
            continue;
        QJsonObject gateway = describe(number);
        gateway.insert(QStringLiteral("ThingName"), nameOf(number));
        return gateway;
    }
    return refused(notFound(Type, identifier));
}

Served<QJsonObject> GatewayBook::statistics(const QString& id) const
{
    if (!isKnown(id))
        return refused(notFound(Type, id));
    const int number = *numberOfId(IdFamily::Gateway, id);
    return QJsonObject{
        {QStringLiteral("WirelessGatewayId"), id},
        {QStringLiteral("LastUplinkReceivedAt"),
         QString::fromLatin1(iso8601Text(lastUplinkOf(number)))},
        {QStringLiteral("ConnectionStatus"),
         number == Disconnected ? QStringLiteral("Disconnected") : QStringLiteral("Connected")}};
}

Served<Page<QJsonObject>> GatewayBook::list(const ListRequest& request) const
{
    std::map<qint64, QJsonObject> items;
    for (int number = 0; number < GatewayCount; ++number) {
        QJsonObject item = describe(number);
        item.insert(QStringLiteral("LastUplinkReceivedAt"),
                    QString::fromLatin1(iso8601Text(lastUplinkOf(number))));
        items.emplace(number, item);
    }
    return pageOf(items, request, [](const QJsonObject& item) { return item; });
}

bool GatewayBook::isKnown(const QString& id) const
{
    const auto number = numberOfId(IdFamily::Gateway, id);
    return number && *number >= 0 && *number < GatewayCount;
}

QJsonObject GatewayBook::describe(int number) const
{
    return {{QStringLiteral("Id"), idOf(number)},
            {QStringLiteral("Arn"), Arn{m_region, QLatin1String(Type), idOf(number)}.text()},
            {QStringLiteral("Name"), nameOf(number)},
            {QStringLiteral("Description"), QStringLiteral("A gateway of the sandbox")},
            {QStringLiteral("LoRaWAN"),
             QJsonObject{{QStringLiteral("GatewayEui"), gatewayEuiOf(number)},
                         {QStringLiteral("RfRegion"), QStringLiteral("EU868")},
                         {QStringLiteral("MaxEirp"), 16}}}};
}

// A disconnected gateway fell silent a day before.
QDateTime GatewayBook::lastUplinkOf(int number) const
{
    const qint64 now = m_clock.now().toSecsSinceEpoch();
    const qint64 ago = number == Disconnected ? qint64{24} * 3600 : 0;
    return fromEpochSeconds(double(now - now % SecondsBetweenUplinks - ago));
}

} // namespace fuotadesk
