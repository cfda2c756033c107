#include "account/profilebook.h"

#include "account/arn.h"
#include "fleet/numberedid.h"

#include <map>
#include <utility>

namespace fuotadesk {

namespace {

enum class Profile { EuClassC, EuClassB, EuClassA, EuPersonalized, UsClassC };

constexpr auto Type = "DeviceProfile";

const std::map<qint64, QString>& names()
{
    static const std::map<qint64, QString> all{
        {qint64(Profile::EuClassC), QStringLiteral("EU868-class-C")},
        {qint64(Profile::EuClassB), QStringLiteral("EU868-class-B")},
        {qint64(Profile::EuClassA), QStringLiteral("EU868-class-A")},
        {qint64(Profile::EuPersonalized), QStringLiteral("EU868-class-C-ABP")},
        {qint64(Profile::UsClassC), QStringLiteral("US915-class-C")},
    };
    return all;
}

Profile profileOf(const FleetDevice& device)
{
    if (device.kind == DeviceKind::OtherRegion)
        return Profile::UsClassC;
    if (device.kind == DeviceKind::Personalized)
        return Profile::EuPersonalized;
    if (device.deviceClass() == DeviceClass::A)
        return Profile::EuClassA;
    return device.deviceClass() == DeviceClass::B ? Profile::EuClassB : Profile::EuClassC;
}

// Frequencies are in units of 100 Hz here.
QJsonObject lorawanOf(Profile profile)
{
    const bool american = profile == Profile::UsClassC;
    QJsonObject lorawan{
        {QStringLiteral("MacVersion"), QStringLiteral("1.0.3")},
        {QStringLiteral("RegParamsRevision"), QStringLiteral("RP002-1.0.1")},
        {QStringLiteral("RfRegion"), american ? QStringLiteral("US915") : QStringLiteral("EU868")},
        {QStringLiteral("MaxEirp"), american ? 15 : 13},
        {QStringLiteral("RxDelay1"), 1},
        {QStringLiteral("RxDrOffset1"), 0},
        {QStringLiteral("RxDataRate2"), american ? 8 : 0},
        {QStringLiteral("RxFreq2"), american ? 9233000 : 8695250},
        {QStringLiteral("SupportsJoin"), profile != Profile::EuPersonalized},
        {QStringLiteral("Supports32BitFCnt"), true},
        {QStringLiteral("SupportsClassB"), profile == Profile::EuClassB},
        {QStringLiteral("SupportsClassC"),
         profile != Profile::EuClassA && profile != Profile::EuClassB},
    };
    if (profile == Profile::EuClassB) {
        lorawan.insert(QStringLiteral("ClassBTimeout"), 30);
        lorawan.insert(QStringLiteral("PingSlotPeriod"), 128);
        lorawan.insert(QStringLiteral("PingSlotDr"), 3);
        lorawan.insert(QStringLiteral("PingSlotFreq"), 8695250);
    }
    return lorawan;
}

QString idOf(qint64 number)
{
    return numberedId(IdFamily::DeviceProfile, int(number));
}

QJsonObject summaryOf(const QString& region, qint64 number)
{
    const QString id = idOf(number);
    return {{QStringLiteral("Id"), id},
            {QStringLiteral("Name"), names().at(number)},
            {QStringLiteral("Arn"), Arn{region, QLatin1String(Type), id}.text()}};
}

} // namespace

ProfileBook::ProfileBook(QString region) : m_region(std::move(region)) { }

Served<QJsonObject> ProfileBook::get(const QString& id) const
{
    if (!isKnown(id))
        return refused(notFound(Type, id));
    const qint64 number = *numberOfId(IdFamily::DeviceProfile, id);
    QJsonObject profile = summaryOf(m_region, number);
    profile.insert(QStringLiteral("LoRaWAN"), lorawanOf(Profile(number)));
    return profile;
}

Served<Page<QJsonObject>> ProfileBook::list(const ListRequest& request) const
{
    std::map<qint64, QJsonObject> items;
    for (const auto& [number, name] : names())
        items.emplace(number, summaryOf(m_region, number));
    return pageOf(items, request, [](const QJsonObject& item) { return item; });
}

bool ProfileBook::isKnown(const QString& id)
{
    const auto number = numberOfId(IdFamily::DeviceProfile, id);
    return number && names().contains(*number);
}

QString ProfileBook::profileIdOf(const FleetDevice& device)
{
    return idOf(qint64(profileOf(device)));
}

QString ProfileBook::profileNameOf(const FleetDevice& device)
{
    return names().at(qint64(profileOf(device)));
}

QString ProfileBook::serviceProfileId()
{
    return numberedId(IdFamily::ServiceProfile, 1);
}

} // namespace fuotadesk
