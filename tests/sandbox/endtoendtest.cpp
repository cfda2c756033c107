#include "clientsbench.h"
#include "support/testcase.h"

#include "fleet/devicefleet.h"
#include "iotwireless/deviceprofileclient.h"
#include "iotwireless/gatewayclient.h"
#include "iotwireless/loglevelclient.h"
#include "iotwireless/multicastgroupclient.h"
#include "iotwireless/operations.h"
#include "iotwireless/queuedmessageclient.h"
#include "iotwireless/tagclient.h"
#include "iotwireless/wirelessdeviceclient.h"

#include <algorithm>

namespace fuotadesk {

// Each operation of the program, from its client over a real socket to the sandbox and back, and
// what it did there.
class EndToEndTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyOperationDoesItsWork();

private:
    void useTasks(ClientsBench& bench);
    void useTaskMembers(ClientsBench& bench);
    void useGroups(ClientsBench& bench);
    void useGroupMembers(ClientsBench& bench);
    void useGroupSessions(ClientsBench& bench);
    void useDevices(ClientsBench& bench);
    void useQueuedMessages(ClientsBench& bench);
    void useProfilesAndGateways(ClientsBench& bench);
    void useTags(ClientsBench& bench);
    void useLogLevels(ClientsBench& bench);
};

namespace {

const QString Renamed = QStringLiteral("renamed \u00e4");

TaskDraft taskDraft(const QString& token)
{
    TaskDraft draft;
    draft.name = QStringLiteral("n");
    draft.clientRequestToken = token;
    draft.rfRegion = QStringLiteral("EU868");
    draft.firmwareUpdateImage = QStringLiteral("s3://b/fw-4096.bin");
    draft.firmwareUpdateRole = QStringLiteral("arn:aws:iam::123456789012:role/r");
    return draft;
}

GroupDraft groupDraft(const QString& token)
{
    GroupDraft draft;
    draft.name = QStringLiteral("g");
    draft.clientRequestToken = token;
    draft.transmission.rfRegion = QStringLiteral("EU868");
    draft.transmission.downlinkClass = QStringLiteral("ClassC");
    return draft;
}

QString makeTask(ClientsBench& bench, const char* token)
{
    const auto made = bench.settled(
        bench.stack().fuotaTasks().create(taskDraft(QString::fromLatin1(token)), &bench.owner));
    return made ? made->id : QString();
}

QString makeGroup(ClientsBench& bench, const char* token)
{
    const auto made = bench.settled(bench.stack().multicastGroups().create(
        groupDraft(QString::fromLatin1(token)), &bench.owner));
    return made ? made->id : QString();
}

QStringList devicesIn(ClientsBench& bench, const WirelessDeviceFilter& filter)
{
    QStringList ids;
    const auto listed = bench.settled(bench.stack().wirelessDevices().list(filter, &bench.owner));
    if (!listed)
        return {QStringLiteral("failed")};
    for (const WirelessDeviceSummary& device : *listed)
        ids.append(device.id);
    return ids;
}

QStringList devicesOfTask(ClientsBench& bench, const QString& id)
{
    WirelessDeviceFilter filter;
    filter.fuotaTaskId = id;
    return devicesIn(bench, filter);
}

QStringList devicesOfGroup(ClientsBench& bench, const QString& id)
{
    WirelessDeviceFilter filter;
    filter.multicastGroupId = id;
    return devicesIn(bench, filter);
}

template <typename T>
bool isGone(const Result<T>& got)
{
    return !got && got.error().kind == ErrorKind::NotFound;
}

} // namespace

void EndToEndTest::useTasks(ClientsBench& bench)
{
    FuotaTaskClient& tasks = bench.stack().fuotaTasks();
    const QString id = makeTask(bench, "tasks");
    QVERIFY(!id.isEmpty());
    QCOMPARE(makeTask(bench, "tasks"), id); // the same token
    const auto listed = bench.settled(tasks.list(&bench.owner));
    QVERIFY(listed);
    QCOMPARE(std::ranges::count(*listed, id, &FuotaTaskSummary::id), 1);

    TaskChange change;
    change.changed.name = Renamed;
    QVERIFY(bench.settled(tasks.update(id, change, &bench.owner)));
    const auto renamed = bench.settled(tasks.get(id, &bench.owner));
    QVERIFY(renamed);
    QCOMPARE(renamed->parameters.name, Renamed);
    QCOMPARE(renamed->parameters.firmwareUpdateImage, QStringLiteral("s3://b/fw-4096.bin"));
    QCOMPARE(renamed->status, TaskStatus::Pending);

    QVERIFY(bench.settled(tasks.associateDevice(id, DeviceFleet::at(0).id(), &bench.owner)));
    const QDateTime start =
        QDateTime::fromSecsSinceEpoch(renamed->createdAt.toSecsSinceEpoch() + 3600, Qt::UTC);
    QVERIFY(bench.settled(tasks.start(id, start, &bench.owner)));
    const auto started = bench.settled(tasks.get(id, &bench.owner));
    QVERIFY(started);
    QCOMPARE(started->status, TaskStatus::SessionWaiting);
    QCOMPARE(started->startTime, start);

    const QString other = makeTask(bench, "other");
    QVERIFY(bench.settled(tasks.remove(other, &bench.owner)));
    QVERIFY(isGone(bench.settled(tasks.get(other, &bench.owner))));
}

void EndToEndTest::useTaskMembers(ClientsBench& bench)
{
    FuotaTaskClient& tasks = bench.stack().fuotaTasks();
    const QString id = makeTask(bench, "members");
    const QString device = DeviceFleet::at(1).id();
    QVERIFY(bench.settled(tasks.associateDevice(id, device, &bench.owner)));
    QCOMPARE(devicesOfTask(bench, id), QStringList{device});
    QVERIFY(bench.settled(tasks.disassociateDevice(id, device, &bench.owner)));
    QCOMPARE(devicesOfTask(bench, id), QStringList());

    const QString group = makeGroup(bench, "of-a-task");
    QVERIFY(bench.settled(tasks.associateGroup(id, group, &bench.owner)));
    QCOMPARE(bench.settled(tasks.listGroups(id, &bench.owner)).value_or(QStringList()),
             QStringList{group});
    QVERIFY(bench.settled(tasks.disassociateGroup(id, group, &bench.owner)));
    const auto none = bench.settled(tasks.listGroups(id, &bench.owner));
    QVERIFY(none);
    QVERIFY(none->isEmpty());
}

void EndToEndTest::useGroups(ClientsBench& bench)
{
    MulticastGroupClient& groups = bench.stack().multicastGroups();
    const QString id = makeGroup(bench, "groups");
    QVERIFY(!id.isEmpty());
    QCOMPARE(makeGroup(bench, "groups"), id);
    const auto listed = bench.settled(groups.list(&bench.owner));
    QVERIFY(listed);
    QCOMPARE(std::ranges::count(*listed, id, &MulticastGroupSummary::id), 1);
    GroupChange change;
    change.name = Renamed;
    QVERIFY(bench.settled(groups.update(id, change, &bench.owner)));
    const auto renamed = bench.settled(groups.get(id, &bench.owner));
    QVERIFY(renamed);
    QCOMPARE(renamed->name, Renamed);
    QCOMPARE(renamed->transmission.downlinkClass, QStringLiteral("ClassC"));
    QVERIFY(bench.settled(groups.remove(id, &bench.owner)));
    QVERIFY(isGone(bench.settled(groups.get(id, &bench.owner))));
}

void EndToEndTest::useGroupMembers(ClientsBench& bench)
{
    MulticastGroupClient& groups = bench.stack().multicastGroups();
    const QString id = makeGroup(bench, "group-members");
    const QString device = DeviceFleet::at(2).id();
    QVERIFY(bench.settled(groups.associateDevice(id, device, &bench.owner)));
    QCOMPARE(devicesOfGroup(bench, id), QStringList{device});
    QVERIFY(bench.settled(groups.disassociateDevice(id, device, &bench.owner)));
    QCOMPARE(devicesOfGroup(bench, id), QStringList());

    const DeviceQuery all{QStringLiteral("WirelessDeviceName: meter-*"), {}};
    QVERIFY(bench.settled(groups.associateDevices(id, all, &bench.owner)));
    const auto filled = bench.settled(groups.get(id, &bench.owner));
    QVERIFY(filled);
    QCOMPARE(filled->devicesRequested, qint64{DeviceFleet::DefaultSize});
    QVERIFY(bench.settled(groups.disassociateDevices(id, all, &bench.owner)));
    const auto emptied = bench.settled(groups.get(id, &bench.owner));
    QVERIFY(emptied);
    QCOMPARE(emptied->devicesRequested, qint64{0});
}

void EndToEndTest::useGroupSessions(ClientsBench& bench)
{
    MulticastGroupClient& groups = bench.stack().multicastGroups();
    const QString id = makeGroup(bench, "sessions");
    MulticastSession wanted;
    wanted.dataRate = 3;
    wanted.timeoutSeconds = 1024;
    QVERIFY(bench.settled(groups.startSession(id, wanted, &bench.owner)));
    const auto session = bench.settled(groups.session(id, &bench.owner));
    QVERIFY(session);
    QVERIFY(couldBeStartedWith(*session, wanted));
    QVERIFY(session->startTime.isValid());
    QVERIFY(bench.settled(groups.cancelSession(id, &bench.owner)));
    QVERIFY(isGone(bench.settled(groups.session(id, &bench.owner))));
}

void EndToEndTest::useDevices(ClientsBench& bench)
{
    WirelessDeviceClient& devices = bench.stack().wirelessDevices();
    QStringList wanted;
    for (int index = 0; index < DeviceFleet::DefaultSize; ++index)
        wanted.append(DeviceFleet::at(index).id());
    QCOMPARE(devicesIn(bench, {}), wanted);
    const FleetDevice first = DeviceFleet::at(0);
    const auto device =
        bench.settled(devices.get(first.devEui(), DeviceIdentifier::DevEui, &bench.owner));
    QVERIFY(device);
    QCOMPARE(device->id, first.id());
    QCOMPARE(device->name, first.name());
    QVERIFY(device->fuotaPort.has_value());
    const auto statistics = bench.settled(devices.statistics(first.id(), &bench.owner));
    QVERIFY(statistics);
    QCOMPARE(statistics->deviceId, first.id());
    QVERIFY(statistics->lastUplinkAt.isValid());
}

void EndToEndTest::useQueuedMessages(ClientsBench& bench)
{
    QueuedMessageClient& messages = bench.stack().queuedMessages();
    const QString one = DeviceFleet::at(5).id();
    const auto waiting = bench.settled(messages.list(one, &bench.owner));
    QVERIFY(waiting);
    QCOMPARE(waiting->size(), 2);
    QCOMPARE(waiting->first().port, qint64{10});
    QVERIFY(bench.settled(messages.remove(one, waiting->first().id, &bench.owner)));
    const auto fewer = bench.settled(messages.list(one, &bench.owner));
    QVERIFY(fewer);
    QCOMPARE(*fewer, QList<QueuedMessage>{waiting->last()});
    const QString other = DeviceFleet::at(13).id();
    QVERIFY(bench.settled(messages.removeAll(other, &bench.owner)));
    const auto none = bench.settled(messages.list(other, &bench.owner));
    QVERIFY(none);
    QVERIFY(none->isEmpty());
}

void EndToEndTest::useProfilesAndGateways(ClientsBench& bench)
{
    DeviceProfileClient& profiles = bench.stack().deviceProfiles();
    const auto listed = bench.settled(profiles.list({}, &bench.owner));
    QVERIFY(listed);
    QVERIFY(!listed->isEmpty());
    const auto profile = bench.settled(profiles.get(listed->first().id, &bench.owner));
    QVERIFY(profile);
    QCOMPARE(profile->name, listed->first().name);
    QVERIFY(!profile->rfRegion.isEmpty());

    GatewayClient& gateways = bench.stack().gateways();
    const auto all = bench.settled(gateways.list(&bench.owner));
    QVERIFY(all);
    QCOMPARE(all->size(), 4);
    const WirelessGateway last = all->last();
    const auto gateway =
        bench.settled(gateways.get(last.gatewayEui, GatewayIdentifier::GatewayEui, &bench.owner));
    QVERIFY(gateway);
    QCOMPARE(gateway->id, last.id);
    const auto statistics = bench.settled(gateways.statistics(last.id, &bench.owner));
    QVERIFY(statistics);
    QCOMPARE(statistics->connection, GatewayConnection::Disconnected);
}

void EndToEndTest::useTags(ClientsBench& bench)
{
    TagClient& tags = bench.stack().tags();
    const auto task =
        bench.settled(bench.stack().fuotaTasks().get(makeTask(bench, "tags"), &bench.owner));
    QVERIFY(task);
    const QList<Tag> given{{QStringLiteral("team a+b"), QStringLiteral("\u00e4 & /")}};
    QVERIFY(bench.settled(tags.add(task->arn, given, &bench.owner)));
    QCOMPARE(bench.settled(tags.list(task->arn, &bench.owner)).value_or(QList<Tag>()), given);
    QVERIFY(bench.settled(tags.remove(task->arn, {given.first().key}, &bench.owner)));
    const auto none = bench.settled(tags.list(task->arn, &bench.owner));
    QVERIFY(none);
    QVERIFY(none->isEmpty());
}

void EndToEndTest::useLogLevels(ClientsBench& bench)
{
    LogLevelClient& levels = bench.stack().logLevels();
    constexpr auto Kind = LoggedResource::FuotaTask;
    const QString id = makeTask(bench, "levels");
    QVERIFY(bench.settled(levels.put(id, Kind, LogLevel::Error, &bench.owner)));
    const auto level = bench.settled(levels.get(id, Kind, &bench.owner));
    QVERIFY(level);
    QCOMPARE(level->level, LogLevel::Error);
    QVERIFY(bench.settled(levels.reset(id, Kind, &bench.owner)));
    QVERIFY(isGone(bench.settled(levels.get(id, Kind, &bench.owner))));
}

// What is noted are the answers as they came in, not what is written above.
void EndToEndTest::everyOperationDoesItsWork()
{
    ClientsBench bench;
    QVERIFY(bench.isReady());
    for (const auto use : {&EndToEndTest::useTasks, &EndToEndTest::useTaskMembers,
                           &EndToEndTest::useGroups, &EndToEndTest::useGroupMembers,
                           &EndToEndTest::useGroupSessions, &EndToEndTest::useDevices,
                           &EndToEndTest::useQueuedMessages, &EndToEndTest::useProfilesAndGateways,
                           &EndToEndTest::useTags, &EndToEndTest::useLogLevels})
        (this->*use)(bench);
    QStringList missing;
    for (const Operation* operation : iotWirelessOperations())
        if (!bench.succeeded().contains(operation->name))
            missing.append(operation->name);
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u' ')));
}

FUOTADESK_TEST(EndToEndTest);

} // namespace fuotadesk

#include "endtoendtest.moc"
