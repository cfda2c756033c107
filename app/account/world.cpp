#include "account/world.h"

#include "account/arn.h"
#include "account/campaignstart.h"
#include "account/devicejson.h"
#include "fleet/numberedid.h"
#include "iotwireless/answermembers.h"

#include <algorithm>

namespace fuotadesk {

namespace {

QJsonObject groupAttributes(const QString& name, const QString& downlinkClass)
{
    return {{QStringLiteral("Name"), name},
            {QStringLiteral("LoRaWAN"),
             QJsonObject{{QStringLiteral("RfRegion"), QStringLiteral("EU868")},
                         {QStringLiteral("DlClass"), downlinkClass}}}};
}

constexpr qint64 HourBefore = -3'600'000;

// The two groups the account comes with hold the fit ones of the first devices.
void addGroups(GroupBook& groups)
{
    Group& classC =
        groups.add(numberedId(IdFamily::Group, 1),
                   groupAttributes(QStringLiteral("meters-class-c"), QStringLiteral("ClassC")));
    Group& classB =
        groups.add(numberedId(IdFamily::Group, 2),
                   groupAttributes(QStringLiteral("meters-class-b"), QStringLiteral("ClassB")));
    for (int index = 0; index < DeviceFleet::DefaultSize; ++index) {
        const FleetDevice device = DeviceFleet::at(index);
        if (device.kind == DeviceKind::Fit)
            (device.deviceClass() == DeviceClass::B ? classB : classC)
                .members.emplace(index, HourBefore);
    }
}

} // namespace

World::World(const QString& accountRegion, const Clock& realClock, RandomSource& random)
    : region(accountRegion),
      clock(realClock),
      time(realClock),
      tasks(accountRegion, realClock, random),
      groups(accountRegion, realClock, random),
      surroundings(accountRegion, realClock)
{
    addGroups(groups);
}

void World::advance()
{
    m_now = time.now();
    beginSessions(*this);
    tasks.advanceTo(m_now);
    groups.advanceTo(m_now);
}

std::optional<QList<Tag>> World::cameWith(const Arn& arn) const
{
    if (arn.region != region || !hasResource(arn.type, arn.id))
        return {};
    if (arn.type == u"WirelessDevice")
        return DeviceFleet::at(*fleet.findId(arn.id)).tags();
    return QList<Tag>();
}

bool World::hasResource(const QString& type, const QString& id) const
{
    if (type == u"FuotaTask")
        return tasks.get(id).has_value();
    if (type == u"MulticastGroup")
        return groups.find(id).has_value();
    if (type == u"WirelessDevice")
        return fleet.findId(id).has_value();
    if (type == u"WirelessGateway")
        return surroundings.gateways.isKnown(id);
    return type == u"DeviceProfile" && ProfileBook::isKnown(id);
}

Served<FleetDevice> World::deviceOfId(const QString& id) const
{
    const auto index = fleet.findId(id);
    if (!index)
        return refused(notFound("WirelessDevice", id));
    return DeviceFleet::at(*index);
}

} // namespace fuotadesk
