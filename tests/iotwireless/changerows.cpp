#include "changerows.h"

#include "clientbench.h"

namespace fuotadesk {

namespace {

const QString Arn = QStringLiteral("arn:aws:iotwireless:FuotaTask/t");

const QDateTime& atTen()
{
    static const QDateTime time(QDate(2026, 3, 1), QTime(10, 0), Qt::UTC);
    return time;
}

TaskChange someChange()
{
    TaskChange change;
    change.changed.description = QString();
    change.changed.rfRegion = QStringLiteral("EU868");
    change.changed.redundancyPercent = 0;
    change.changed.clientRequestToken = QStringLiteral("never sent");
    change.changed.tags = {{QStringLiteral("never"), QStringLiteral("sent")}};
    return change;
}

GroupChange groupChange()
{
    GroupChange change;
    change.name = QString();
    change.transmission = GroupTransmission();
    change.transmission->rfRegion = QStringLiteral("EU868");
    change.transmission->dataRate = 0;
    return change;
}

MulticastSession session()
{
    MulticastSession result;
    result.startTime = atTen();
    result.timeoutSeconds = 3600;
    return result;
}

DeviceQuery meters()
{
    return {QStringLiteral("DeviceProfileName: Meter"),
            {{QStringLiteral("team"), QStringLiteral("n")}}};
}

std::vector<ChangeRow> taskRows()
{
    return {
        {"UpdateFuotaTask",
         [](ServiceStack& s, QObject* o) { return s.fuotaTasks().update(TaskId, someChange(), o); },
         "PATCH /fuota-tasks/t%201",
         R"({"Description": "", "LoRaWAN": {"RfRegion": "EU868"}, "RedundancyPercent": 0})"},
        {"UpdateFuotaTask of nothing",
         [](ServiceStack& s, QObject* o) { return s.fuotaTasks().update(TaskId, {}, o); },
         "PATCH /fuota-tasks/t%201", "{}"},
        {"DeleteFuotaTask",
         [](ServiceStack& s, QObject* o) { return s.fuotaTasks().remove(TaskId, o); },
         "DELETE /fuota-tasks/t%201", ""},
        {"StartFuotaTask",
         [](ServiceStack& s, QObject* o) { return s.fuotaTasks().start(TaskId, atTen(), o); },
         "PUT /fuota-tasks/t%201", R"({"LoRaWAN": {"StartTime": "2026-03-01T10:00:00Z"}})"},
        {"StartFuotaTask some time",
         [](ServiceStack& s, QObject* o) { return s.fuotaTasks().start(TaskId, {}, o); },
         "PUT /fuota-tasks/t%201", "{}"},
        {"AssociateWirelessDeviceWithFuotaTask",
         [](ServiceStack& s, QObject* o) {
             return s.fuotaTasks().associateDevice(TaskId, DeviceId, o);
         },
         "PUT /fuota-tasks/t%201/wireless-device", R"({"WirelessDeviceId": "d/1"})"},
        {"DisassociateWirelessDeviceFromFuotaTask",
         [](ServiceStack& s, QObject* o) {
             return s.fuotaTasks().disassociateDevice(TaskId, DeviceId, o);
         },
         "DELETE /fuota-tasks/t%201/wireless-devices/d%2F1", ""},
        {"AssociateMulticastGroupWithFuotaTask",
         [](ServiceStack& s, QObject* o) {
             return s.fuotaTasks().associateGroup(TaskId, GroupId, o);
         },
         "PUT /fuota-tasks/t%201/multicast-group", R"({"MulticastGroupId": "g1"})"},
        {"DisassociateMulticastGroupFromFuotaTask",
         [](ServiceStack& s, QObject* o) {
             return s.fuotaTasks().disassociateGroup(TaskId, GroupId, o);
         },
         "DELETE /fuota-tasks/t%201/multicast-groups/g1", ""},
    };
}

std::vector<ChangeRow> groupRows()
{
    return {
        {"UpdateMulticastGroup",
         [](ServiceStack& s, QObject* o) {
             return s.multicastGroups().update(GroupId, groupChange(), o);
         },
         "PATCH /multicast-groups/g1",
         R"({"Name": "", "LoRaWAN": {"RfRegion": "EU868", "DefaultSessionParameters": {"DlDr": 0}}})"},
        {"UpdateMulticastGroup of nothing",
         [](ServiceStack& s, QObject* o) { return s.multicastGroups().update(GroupId, {}, o); },
         "PATCH /multicast-groups/g1", "{}"},
        {"DeleteMulticastGroup",
         [](ServiceStack& s, QObject* o) { return s.multicastGroups().remove(GroupId, o); },
         "DELETE /multicast-groups/g1", ""},
        {"StartMulticastGroupSession",
         [](ServiceStack& s, QObject* o) {
             return s.multicastGroups().startSession(GroupId, session(), o);
         },
         "PUT /multicast-groups/g1/session",
         R"({"LoRaWAN": {"SessionStartTime": "2026-03-01T10:00:00Z", "SessionTimeout": 3600}})"},
        {"StartMulticastGroupSession of defaults",
         [](ServiceStack& s, QObject* o) {
             return s.multicastGroups().startSession(GroupId, {}, o);
         },
         "PUT /multicast-groups/g1/session", R"({"LoRaWAN": {}})"},
        {"CancelMulticastGroupSession",
         [](ServiceStack& s, QObject* o) { return s.multicastGroups().cancelSession(GroupId, o); },
         "DELETE /multicast-groups/g1/session", ""},
        {"AssociateWirelessDeviceWithMulticastGroup",
         [](ServiceStack& s, QObject* o) {
             return s.multicastGroups().associateDevice(GroupId, DeviceId, o);
         },
         "PUT /multicast-groups/g1/wireless-device", R"({"WirelessDeviceId": "d/1"})"},
        {"DisassociateWirelessDeviceFromMulticastGroup",
         [](ServiceStack& s, QObject* o) {
             return s.multicastGroups().disassociateDevice(GroupId, DeviceId, o);
         },
         "DELETE /multicast-groups/g1/wireless-devices/d%2F1", ""},
        {"StartBulkAssociateWirelessDeviceWithMulticastGroup",
         [](ServiceStack& s, QObject* o) {
             return s.multicastGroups().associateDevices(GroupId, meters(), o);
         },
         "PATCH /multicast-groups/g1/bulk",
         R"({"QueryString": "DeviceProfileName: Meter", "Tags": [{"Key": "team", "Value": "n"}]})"},
        {"StartBulkDisassociateWirelessDeviceFromMulticastGroup",
         [](ServiceStack& s, QObject* o) {
             return s.multicastGroups().disassociateDevices(GroupId, {}, o);
         },
         "POST /multicast-groups/g1/bulk", "{}"},
    };
}

std::vector<ChangeRow> otherRows()
{
    return {
        {"TagResource",
         [](ServiceStack& s, QObject* o) { return s.tags().add(Arn, meters().tags, o); },
         "POST /tags?resourceArn=arn%3Aaws%3Aiotwireless%3AFuotaTask%2Ft",
         R"({"Tags": [{"Key": "team", "Value": "n"}]})"},
        {"UntagResource",
         [](ServiceStack& s, QObject* o) {
             return s.tags().remove(Arn, {TaskId, GroupId}, o);
         },
         "DELETE "
         "/tags?resourceArn=arn%3Aaws%3Aiotwireless%3AFuotaTask%2Ft&tagKeys=t%201&tagKeys=g1",
         ""},
        {"PutResourceLogLevel",
         [](ServiceStack& s, QObject* o) {
             return s.logLevels().put(TaskId, LoggedResource::FuotaTask, LogLevel::Info, o);
         },
         "PUT /log-levels/t%201?resourceType=FuotaTask", R"({"LogLevel": "INFO"})", 200},
        {"ResetResourceLogLevel",
         [](ServiceStack& s, QObject* o) {
             return s.logLevels().reset(DeviceId, LoggedResource::WirelessDevice, o);
         },
         "DELETE /log-levels/d%2F1?resourceType=WirelessDevice", ""},
        {"DeleteQueuedMessages",
         [](ServiceStack& s, QObject* o) {
             return s.queuedMessages().remove(DeviceId, QStringLiteral("m+1"), o);
         },
         "DELETE /wireless-devices/d%2F1/data?messageId=m%2B1&WirelessDeviceType=LoRaWAN", ""},
        {"DeleteQueuedMessages all",
         [](ServiceStack& s, QObject* o) { return s.queuedMessages().removeAll(DeviceId, o); },
         "DELETE /wireless-devices/d%2F1/data?messageId=%2A&WirelessDeviceType=LoRaWAN", ""},
    };
}

} // namespace

std::vector<ChangeRow> changeRows()
{
    std::vector<ChangeRow> all;
    for (const auto& some : {taskRows(), groupRows(), otherRows()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

} // namespace fuotadesk
