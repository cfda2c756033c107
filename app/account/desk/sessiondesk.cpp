#include "account/desk/handlers.h"
#include "account/leadtime.h"
#include "account/multicast.h"
#include "account/world.h"
#include "iotwireless/answermembers.h"
#include "iotwireless/operations.h"
#include "lorawan/region.h"

#include <algorithm>
#include <bit>

namespace fuotadesk {

namespace {

constexpr qint64 LongestClassB = 172'800; // seconds: two days
constexpr qint64 LongestClassC = 64'800; // 18 hours
constexpr qint64 DefaultTimeout = 3600;

ServiceError inTask(const Group& group)
{
    return conflict("MulticastGroup", group.id,
                    QStringLiteral("The multicast group is in use by a FUOTA task."));
}

const lorawan::Region* regionOf(const Group& group)
{
    const QByteArray name = group.rfRegion().toLatin1();
    return lorawan::findRegion(std::string_view(name.constData(), std::size_t(name.size())));
}

std::optional<int> slowestDownlink(const lorawan::Region& region)
{
    const auto rate = std::ranges::find_if(region.dataRates, &lorawan::DataRate::downlink);
    return rate == region.dataRates.end() ? std::nullopt : std::optional(rate->index);
}

// A power of two, as devices are told it, but no longer than a session may be.
qint64 roundedTimeout(const Group& group, qint64 seconds)
{
    const auto rounded = qint64(std::bit_ceil(std::uint64_t(seconds)));
    return std::min(rounded, group.isClassB() ? LongestClassB : LongestClassC);
}

// What the request, the group or the region says, in this order.
QJsonObject completed(const Group& group, const QJsonObject& asked, const QDateTime& start)
{
    QJsonObject session = asked;
    const GroupRadio defaults = groupRadio(group);
    const lorawan::Region* region = regionOf(group);
    auto dataRate = numberOf(asked, "DlDr");
    auto frequency = numberOf(asked, "DlFreq");
    if (!dataRate && defaults.dataRate)
        dataRate = *defaults.dataRate;
    if (!frequency)
        frequency = defaults.frequencyHz;
    if (region && !dataRate)
        dataRate = slowestDownlink(*region);
    if (region && !frequency)
        frequency = group.isClassB() ? region->pingSlot.frequencyHz : region->rx2.frequencyHz;
    put(session, "DlDr", dataRate);
    put(session, "DlFreq", frequency);
    put(session, "SessionStartTime", start);
    session.insert(
        QStringLiteral("SessionTimeout"),
        roundedTimeout(group, numberOf(asked, "SessionTimeout").value_or(DefaultTimeout)));
    return session;
}

std::optional<ServiceError> misfit(const Group& group, const QJsonObject& asked)
{
    const qint64 longest = group.isClassB() ? LongestClassB : LongestClassC;
    if (numberOf(asked, "SessionTimeout").value_or(0) > longest)
        return validationError(
            QStringLiteral("1 validation error detected: Value at 'LoRaWAN.SessionTimeout' failed "
                           "to satisfy constraint: Member must have value less than or equal to %1")
                .arg(longest));
    const auto dataRate = numberOf(asked, "DlDr");
    const lorawan::Region* region = regionOf(group);
    if (!dataRate || !region)
        return {};
    const auto* known = lorawan::findDataRate(*region, int(*dataRate));
    if (!known || !known->downlink)
        return validationError(QStringLiteral("DlDr %1 is no downlink data rate of %2")
                                   .arg(*dataRate)
                                   .arg(group.rfRegion()));
    return {};
}

Served<void> startSession(World& world, const QJsonObject& params)
{
    const auto serial = world.groups.find(textOf(params, "Id"));
    if (!serial)
        return refused(serial.error());
    Group& group = world.groups.at(*serial);
    if (!isPending(world, *serial))
        return refused(conflict("MulticastGroup", group.id,
                                QStringLiteral("The multicast group has a session.")));
    const QJsonObject asked = objectOf(params, "LoRaWAN");
    if (const auto refusal = misfit(group, asked))
        return refused(*refusal);
    const QDateTime now = world.clock.now();
    const auto start = scheduledStart(timeOf(asked, "SessionStartTime"), now, MostLeadOfSession);
    if (!start)
        return refused(start.error());
    const QJsonObject session = completed(group, asked, *start);
    const qint64 begin = world.now() + now.msecsTo(*start);
    group.session = GroupSession{session, begin,
                                 begin + numberOf(session, "SessionTimeout").value_or(0) * 1000};
    return {};
}

Served<QJsonObject> getSession(const World& world, const QJsonObject& params)
{
    const auto serial = world.groups.find(textOf(params, "Id"));
    if (!serial)
        return refused(serial.error());
    return groupSessionOf(world, *serial);
}

// What cancelling does to a task that sends to the group is not documented; here it is refused.
Served<void> cancelSession(World& world, const QJsonObject& params)
{
    const auto serial = world.groups.find(textOf(params, "Id"));
    if (!serial)
        return refused(serial.error());
    Group& group = world.groups.at(*serial);
    if (world.tasks.runningWithGroup(*serial))
        return refused(inTask(group));
    if (!group.session)
        return refused(notFound("MulticastGroupSession", group.id));
    group.session.reset();
    return {};
}

} // namespace

void addSessionHandlers(World& world, Handlers& handlers)
{
    handlers[&startMulticastGroupSessionOperation()] = [&world](const QJsonObject& params) {
        return startSession(world, params).map(noMembers);
    };
    handlers[&getMulticastGroupSessionOperation()] = [&world](const QJsonObject& params) {
        return getSession(world, params);
    };
    handlers[&cancelMulticastGroupSessionOperation()] = [&world](const QJsonObject& params) {
        return cancelSession(world, params).map(noMembers);
    };
}

} // namespace fuotadesk
