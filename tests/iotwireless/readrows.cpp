#include "readrows.h"

#include "clientbench.h"

namespace fuotadesk {

namespace {

const QString Id = QStringLiteral("a/1");
const QString Arn = QStringLiteral("arn:1");
const QString Name = QStringLiteral("n");
const QString Region = QStringLiteral("EU868");

QDateTime atTen()
{
    return {QDate(2026, 3, 1), QTime(10, 0), Qt::UTC};
}

template <typename T, typename Begin>
Read reads(Begin begin, const T& expected)
{
    return [begin, expected](ServiceStack& stack, QObject* owner) {
        auto* outer = new CallOf<bool>(owner);
        forward(begin(stack, outer), outer, [expected](const Result<T>& got) -> Result<bool> {
            if (!got)
                return failure(got.error());
            return *got == expected;
        });
        return outer;
    };
}

TaskDraft taskDraft()
{
    TaskDraft draft;
    draft.name = Name;
    draft.rfRegion = Region;
    draft.firmwareUpdateImage = QStringLiteral("s3://b/k");
    draft.firmwareUpdateRole = QStringLiteral("arn:r");
    draft.fragmentSizeBytes = 112;
    return draft;
}

FuotaTask task()
{
    FuotaTask result;
    result.id = Id;
    result.arn = Arn;
    result.status = TaskStatus::SessionWaiting;
    result.statusText = QStringLiteral("FuotaSession_Waiting");
    result.parameters = taskDraft();
    result.createdAt = atTen();
    result.startTime = atTen().addSecs(3600);
    return result;
}

std::vector<ReadRow> taskRows()
{
    return {
        {"CreateFuotaTask",
         reads(
             [](ServiceStack& s, QObject* o) {
                 TaskDraft draft = taskDraft();
                 draft.clientRequestToken = QStringLiteral("t");
                 draft.tags = {{QStringLiteral("k"), QString()}};
                 return s.fuotaTasks().create(draft, o);
             },
             CreatedTask{Id, Arn}),
         "POST /fuota-tasks",
         R"({"Name": "n", "ClientRequestToken": "t", "LoRaWAN": {"RfRegion": "EU868"},
             "FirmwareUpdateImage": "s3://b/k", "FirmwareUpdateRole": "arn:r",
             "Tags": [{"Key": "k", "Value": ""}], "FragmentSizeBytes": 112})",
         R"({"Id": "a/1", "Arn": "arn:1"})", 201},
        {"GetFuotaTask",
         reads([](ServiceStack& s, QObject* o) { return s.fuotaTasks().get(Id, o); }, task()),
         "GET /fuota-tasks/a%2F1", "",
         R"({"Id": "a/1", "Arn": "arn:1", "Status": "FuotaSession_Waiting", "Name": "n",
             "LoRaWAN": {"RfRegion": "EU868", "StartTime": "2026-03-01T11:00:00Z"},
             "FirmwareUpdateImage": "s3://b/k", "FirmwareUpdateRole": "arn:r",
             "CreatedAt": 1772359200.0, "FragmentSizeBytes": 112})"},
        {"ListFuotaTasks",
         reads([](ServiceStack& s, QObject* o) { return s.fuotaTasks().list(o); },
               QList<FuotaTaskSummary>{{Id, Arn, Name}}),
         "GET /fuota-tasks?maxResults=250", "",
         R"({"FuotaTaskList": [{"Id": "a/1", "Arn": "arn:1", "Name": "n"}]})"},
        {"ListMulticastGroupsByFuotaTask",
         reads([](ServiceStack& s, QObject* o) { return s.fuotaTasks().listGroups(Id, o); },
               QStringList{QStringLiteral("g1"), QStringLiteral("g2")}),
         "GET /fuota-tasks/a%2F1/multicast-groups?maxResults=250", "",
         R"({"MulticastGroupList": [{"Id": "g1"}, {"Id": "g2"}]})"},
    };
}

GroupTransmission transmission()
{
    GroupTransmission result;
    result.rfRegion = Region;
    result.downlinkClass = QStringLiteral("ClassC");
    result.gatewayIds = {QStringLiteral("w1")};
    result.gatewayIntervalMs = 1000;
    result.dataRate = 0;
    return result;
}

MulticastGroup group()
{
    MulticastGroup result;
    result.id = Id;
    result.arn = Arn;
    result.name = Name;
    result.statusText = QStringLiteral("Pending");
    result.transmission = transmission();
    result.devicesRequested = 2;
    result.devicesInGroup = 1;
    result.createdAt = atTen();
    return result;
}

MulticastSession session()
{
    MulticastSession result;
    result.dataRate = 0;
    result.frequencyHz = 869525000;
    result.startTime = atTen();
    result.timeoutSeconds = 3600;
    result.pingSlotPeriod = 4096;
    return result;
}

std::vector<ReadRow> groupRows()
{
    return {
        {"CreateMulticastGroup",
         reads(
             [](ServiceStack& s, QObject* o) {
                 GroupDraft draft;
                 draft.name = Name;
                 draft.clientRequestToken = QStringLiteral("t");
                 draft.transmission = transmission();
                 return s.multicastGroups().create(draft, o);
             },
             CreatedGroup{Id, Arn}),
         "POST /multicast-groups",
         R"({"Name": "n", "ClientRequestToken": "t", "LoRaWAN": {"RfRegion": "EU868",
             "DlClass": "ClassC", "DefaultSessionParameters": {"DlDr": 0},
             "ParticipatingGateways": {"GatewayList": ["w1"], "TransmissionInterval": 1000}}})",
         R"({"Id": "a/1", "Arn": "arn:1"})", 201},
        {"GetMulticastGroup",
         reads([](ServiceStack& s, QObject* o) { return s.multicastGroups().get(Id, o); }, group()),
         "GET /multicast-groups/a%2F1", "",
         R"({"Id": "a/1", "Arn": "arn:1", "Name": "n", "Status": "Pending",
             "CreatedAt": 1772359200, "LoRaWAN": {"RfRegion": "EU868", "DlClass": "ClassC",
             "NumberOfDevicesRequested": 2, "NumberOfDevicesInGroup": 1,
             "DefaultSessionParameters": {"DlDr": 0},
             "ParticipatingGateways": {"GatewayList": ["w1"], "TransmissionInterval": 1000}}})"},
        {"ListMulticastGroups",
         reads([](ServiceStack& s, QObject* o) { return s.multicastGroups().list(o); },
               QList<MulticastGroupSummary>{{Id, Arn, Name}}),
         "GET /multicast-groups?maxResults=250", "",
         R"({"MulticastGroupList": [{"Id": "a/1", "Arn": "arn:1", "Name": "n"}]})"},
        {"GetMulticastGroupSession",
         reads([](ServiceStack& s, QObject* o) { return s.multicastGroups().session(Id, o); },
               session()),
         "GET /multicast-groups/a%2F1/session", "",
         R"({"LoRaWAN": {"DlDr": 0, "DlFreq": 869525000, "SessionTimeout": 3600,
             "SessionStartTime": "2026-03-01T10:00:00Z", "PingSlotPeriod": 4096}})"},
    };
}

WirelessDeviceSummary deviceSummary()
{
    WirelessDeviceSummary device;
    device.id = Id;
    device.arn = Arn;
    device.name = Name;
    device.type = QStringLiteral("LoRaWAN");
    device.devEui = QStringLiteral("00112233445566aa");
    device.lastUplinkAt = atTen();
    device.fuotaStatus = FuotaDeviceStatus::MissingFrag;
    device.fuotaStatusText = QStringLiteral("MissingFrag");
    return device;
}

WirelessDevice device()
{
    WirelessDevice device;
    device.id = Id;
    device.name = Name;
    device.type = QStringLiteral("LoRaWAN");
    device.devEui = QStringLiteral("00112233445566aa");
    device.joinEui = QStringLiteral("70b3d57ed0000001");
    device.activation = Activation::Otaa11;
    device.deviceProfileId = QStringLiteral("p1");
    device.fuotaPort = 201;
    return device;
}

DeviceStatistics deviceStatistics()
{
    DeviceStatistics statistics;
    statistics.deviceId = Id;
    statistics.devEui = QStringLiteral("00112233445566aa");
    statistics.lastUplinkAt = atTen();
    statistics.metadataAt = atTen().addSecs(1);
    statistics.port = 3;
    statistics.dataRate = 5;
    statistics.frequencyHz = 868100000;
    statistics.gateways = {{QStringLiteral("a0b1c2d3e4f50617"), 9.5, -110.0}};
    return statistics;
}

std::vector<ReadRow> deviceRows()
{
    return {
        {"ListWirelessDevices",
         reads(
             [](ServiceStack& s, QObject* o) {
                 WirelessDeviceFilter filter;
                 filter.fuotaTaskId = Id;
                 return s.wirelessDevices().list(filter, o);
             },
             QList<WirelessDeviceSummary>{deviceSummary()}),
         "GET /wireless-devices?fuotaTaskId=a%2F1&maxResults=250", "",
         R"({"WirelessDeviceList": [{"Id": "a/1", "Arn": "arn:1", "Name": "n", "Type": "LoRaWAN",
             "LastUplinkReceivedAt": "2026-03-01T10:00:00Z", "FuotaDeviceStatus": "MissingFrag",
             "LoRaWAN": {"DevEui": "00112233445566aa"}}]})"},
        {"GetWirelessDevice",
         reads([](ServiceStack& s,
                  QObject* o) { return s.wirelessDevices().get(Id, DeviceIdentifier::DevEui, o); },
               device()),
         "GET /wireless-devices/a%2F1?identifierType=DevEui", "",
         R"({"Id": "a/1", "Name": "n", "Type": "LoRaWAN", "LoRaWAN": {
             "DevEui": "00112233445566aa", "DeviceProfileId": "p1", "FPorts": {"Fuota": 201},
             "OtaaV1_1": {"JoinEui": "70b3d57ed0000001", "AppKey": "00", "NwkKey": "00"}}})"},
        {"GetWirelessDeviceStatistics",
         reads([](ServiceStack& s, QObject* o) { return s.wirelessDevices().statistics(Id, o); },
               deviceStatistics()),
         "GET /wireless-devices/a%2F1/statistics", "",
         R"({"WirelessDeviceId": "a/1", "LastUplinkReceivedAt": "2026-03-01T10:00:00Z",
             "LoRaWAN": {"DevEui": "00112233445566aa", "FPort": 3, "DataRate": 5,
             "Frequency": 868100000, "Timestamp": "2026-03-01T10:00:01Z",
             "Gateways": [{"GatewayEui": "a0b1c2d3e4f50617", "Snr": 9.5, "Rssi": -110}]}})"},
        {"ListQueuedMessages",
         reads([](ServiceStack& s, QObject* o) { return s.queuedMessages().list(Id, o); },
               QList<QueuedMessage>{{QStringLiteral("m1"), atTen(), 1, 10, {}, {}}}),
         "GET /wireless-devices/a%2F1/data?WirelessDeviceType=LoRaWAN&maxResults=250", "",
         R"({"DownlinkQueueMessagesList": [{"MessageId": "m1", "TransmitMode": 1,
             "ReceivedAt": "2026-03-01T10:00:00Z", "LoRaWAN": {"FPort": 10}}]})"},
    };
}

DeviceProfile profile()
{
    DeviceProfile result;
    result.id = Id;
    result.name = Name;
    result.rfRegion = Region;
    result.supportsClassC = true;
    result.rxFrequency2 = 8695250;
    return result;
}

WirelessGateway gateway()
{
    WirelessGateway result;
    result.id = Id;
    result.name = Name;
    result.gatewayEui = QStringLiteral("a0b1c2d3e4f50617");
    result.rfRegion = Region;
    return result;
}

std::vector<ReadRow> profileAndGatewayRows()
{
    return {
        {"ListDeviceProfiles",
         reads([](ServiceStack& s, QObject* o) { return s.deviceProfiles().list({}, o); },
               QList<DeviceProfileSummary>{{Id, Arn, Name}}),
         "GET /device-profiles?maxResults=250", "",
         R"({"DeviceProfileList": [{"Id": "a/1", "Arn": "arn:1", "Name": "n"}]})"},
        {"GetDeviceProfile",
         reads([](ServiceStack& s, QObject* o) { return s.deviceProfiles().get(Id, o); },
               profile()),
         "GET /device-profiles/a%2F1", "",
         R"({"Id": "a/1", "Name": "n", "LoRaWAN": {"RfRegion": "EU868", "SupportsClassC": true,
             "RxFreq2": 8695250}})"},
        {"ListWirelessGateways",
         reads([](ServiceStack& s, QObject* o) { return s.gateways().list(o); },
               QList<WirelessGateway>{gateway()}),
         "GET /wireless-gateways?maxResults=250", "",
         R"({"WirelessGatewayList": [{"Id": "a/1", "Name": "n",
             "LoRaWAN": {"GatewayEui": "a0b1c2d3e4f50617", "RfRegion": "EU868"}}]})"},
        {"GetWirelessGateway",
         reads([](ServiceStack& s,
                  QObject* o) { return s.gateways().get(Id, GatewayIdentifier::ThingName, o); },
               gateway()),
         "GET /wireless-gateways/a%2F1?identifierType=ThingName", "",
         R"({"Id": "a/1", "Name": "n",
             "LoRaWAN": {"GatewayEui": "a0b1c2d3e4f50617", "RfRegion": "EU868"}})"},
        {"GetWirelessGatewayStatistics",
         reads([](ServiceStack& s, QObject* o) { return s.gateways().statistics(Id, o); },
               GatewayStatistics{Id, atTen(), GatewayConnection::Connected,
                                 QStringLiteral("Connected")}),
         "GET /wireless-gateways/a%2F1/statistics", "",
         R"({"WirelessGatewayId": "a/1", "LastUplinkReceivedAt": "2026-03-01T10:00:00Z",
             "ConnectionStatus": "Connected"})"},
    };
}

std::vector<ReadRow> otherRows()
{
    return {
        {"ListTagsForResource",
         reads([](ServiceStack& s, QObject* o) { return s.tags().list(Arn, o); },
               QList<Tag>{{QStringLiteral("k"), QStringLiteral("v")}}),
         "GET /tags?resourceArn=arn%3A1", "", R"({"Tags": [{"Key": "k", "Value": "v"}]})"},
        {"GetResourceLogLevel",
         reads([](ServiceStack& s,
                  QObject* o) { return s.logLevels().get(Id, LoggedResource::FuotaTask, o); },
               ResourceLogLevel{LogLevel::Error, QStringLiteral("ERROR")}),
         "GET /log-levels/a%2F1?resourceType=FuotaTask", "", R"({"LogLevel": "ERROR"})"},
    };
}

} // namespace

std::vector<ReadRow> readRows()
{
    std::vector<ReadRow> all;
    for (const auto& some :
         {taskRows(), groupRows(), deviceRows(), profileAndGatewayRows(), otherRows()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

} // namespace fuotadesk
