#include "account/multicast.h"

#include "account/world.h"
#include "iotwireless/answermembers.h"

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr qint64 PackageMs = 60'000; // until a device has told its packages
constexpr qint64 SetupMs = 120'000; // until it has taken the group

QString pendingWord()
{
    return QStringLiteral("Pending");
}

QString statusOf(qint64 begin, qint64 now)
{
    return now < begin ? QStringLiteral("Session_attempting") : QStringLiteral("In_Session");
}

bool takesGroups(DeviceKind kind)
{
    return kind != DeviceKind::NoPorts && kind != DeviceKind::ClassA
        && kind != DeviceKind::Personalized;
}

QJsonObject sessionOfTask(const HeldTask& task)
{
    QJsonObject session;
    put(session, "SessionStartTime", task.task.startTime);
    if (const auto& plan = task.run->plan()) {
        session.insert(QStringLiteral("DlDr"), plan->dataRate);
        session.insert(QStringLiteral("SessionTimeout"), plan->timeoutSeconds);
        if (plan->frequencyHz > 0)
            session.insert(QStringLiteral("DlFreq"), plan->frequencyHz);
    }
    return session;
}

} // namespace

QString groupStatus(const World& world, qint64 serial)
{
    if (const HeldTask* task = world.tasks.runningWithGroup(serial))
        return statusOf(task->run->begin(), world.now());
    if (const auto& session = world.groups.at(serial).session)
        return statusOf(session->begin, world.now());
    return pendingWord();
}

bool isPending(const World& world, qint64 serial)
{
    return groupStatus(world, serial) == pendingWord();
}

QString memberStatus(const World& world, qint64 serial, const FleetDevice& device)
{
    const qint64 since = world.now() - world.groups.at(serial).members.at(device.index);
    if (since < PackageMs || device.kind == DeviceKind::NeverSeen)
        return QStringLiteral("Package_attempting");
    if (!takesGroups(device.kind))
        return QStringLiteral("Package_unsupported");
    if (since < SetupMs)
        return QStringLiteral("Multicast_setup_attempting");
    const QString status = groupStatus(world, serial);
    return status == pendingWord() ? QStringLiteral("Multicast_setup_ready") : status;
}

int groupIndex(qint64 serial)
{
    return int((serial - 1) % 256) + 1;
}

Served<QJsonObject> groupSessionOf(const World& world, qint64 serial)
{
    const Group& group = world.groups.at(serial);
    QJsonObject session;
    if (const HeldTask* task = world.tasks.runningWithGroup(serial))
        session = sessionOfTask(*task);
    else if (group.session)
        session = group.session->parameters;
    else
        return refused(notFound("MulticastGroupSession", group.id));
    return QJsonObject{{QStringLiteral("LoRaWAN"), session}};
}

GroupRadio groupRadio(const Group& group)
{
    const QJsonObject lorawan = objectOf(group.attributes, "LoRaWAN");
    const QJsonObject gateways = objectOf(lorawan, "ParticipatingGateways");
    const QJsonObject defaults = objectOf(lorawan, "DefaultSessionParameters");
    const QJsonObject session = group.session ? group.session->parameters : defaults;
    GroupRadio radio;
    radio.classB = group.isClassB();
    if (const auto dataRate = numberOf(session, "DlDr"))
        radio.dataRate = int(*dataRate);
    radio.frequencyHz = numberOf(session, "DlFreq");
    radio.gateways = std::max(1, int(textsOf(gateways, "GatewayList").size()));
    radio.transmissionIntervalMs = int(numberOf(gateways, "TransmissionInterval").value_or(0));
    return radio;
}

} // namespace fuotadesk
