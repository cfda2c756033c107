#include "iotwireless/wirelessdeviceclient.h"
#include "support/testcase.h"

#include "clientbench.h"

namespace fuotadesk {

class WirelessDeviceClientTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void listReadsEveryMember();
    void listFollowsThePages();
    void listTakesEveryFilter_data();
    void listTakesEveryFilter();
    void listTolerates_data();
    void listTolerates();
    void knowsEveryStatus();
    void getReadsEveryMember();
    void getAsksByIdentifier_data();
    void getAsksByIdentifier();
    void getTellsTheActivation_data();
    void getTellsTheActivation();
    void noKeyReachesAValue();
    void statisticsAreRead();
    void statisticsTolerate();
    void errorsAreTyped();
};

namespace {

const QDateTime& atTen()
{
    static const QDateTime time(QDate(2026, 3, 1), QTime(10, 0), Qt::UTC);
    return time;
}

Result<QList<WirelessDeviceSummary>> listed(ClientBench& bench,
                                            const WirelessDeviceFilter& filter = {})
{
    return bench.settled(bench.stack->wirelessDevices().list(filter, &bench.owner));
}

Result<WirelessDevice> got(ClientBench& bench, const QByteArray& answer)
{
    bench.transport.answer(200, answer);
    return bench.settled(bench.stack->wirelessDevices().get(
        QStringLiteral("d1"), DeviceIdentifier::WirelessDeviceId, &bench.owner));
}

} // namespace

void WirelessDeviceClientTest::listReadsEveryMember()
{
    ClientBench bench;
    bench.transport.answer(200, R"({"WirelessDeviceList": [{"Id": "d1", "Arn": "arn:d1",
        "Name": "meter 1", "Type": "LoRaWAN", "DestinationName": "meters",
        "LastUplinkReceivedAt": "2026-03-01T10:00:00Z", "LoRaWAN": {"DevEui": "00112233445566aa"},
        "FuotaDeviceStatus": "MissingFrag", "MulticastDeviceStatus": "In session",
        "McGroupId": 256}]})");
    const WirelessDeviceSummary expected{QStringLiteral("d1"),
                                         QStringLiteral("arn:d1"),
                                         QStringLiteral("meter 1"),
                                         QStringLiteral("LoRaWAN"),
                                         QStringLiteral("meters"),
                                         QStringLiteral("00112233445566aa"),
                                         atTen(),
                                         FuotaDeviceStatus::MissingFrag,
                                         QStringLiteral("MissingFrag"),
                                         QStringLiteral("In session"),
                                         256};
    QCOMPARE(listed(bench).value(), QList<WirelessDeviceSummary>{expected});
    QCOMPARE(bench.line(0), QByteArrayLiteral("GET /wireless-devices?maxResults=250"));
    QVERIFY(bench.transport.requests().constFirst().body.isEmpty());
    QVERIFY(bench.transport.requests().constFirst().headers.isEmpty());
}

void WirelessDeviceClientTest::listFollowsThePages()
{
    ClientBench bench;
    bench.transport.answer(200, R"({"NextToken": "n", "WirelessDeviceList": [{"Id": "d1"}]})");
    bench.transport.answer(200, R"({"WirelessDeviceList": [{"Id": "d2"}, {"Id": "d3"}]})");
    QStringList arrived;
    const auto all = bench.settled(bench.stack->wirelessDevices().list(
        {}, &bench.owner, [&](const QList<WirelessDeviceSummary>& page) {
            arrived.append(QString::number(page.size()) + page.constFirst().id);
        }));
    QCOMPARE(all.value().size(), 3);
    QCOMPARE(arrived, (QStringList{QStringLiteral("1d1"), QStringLiteral("2d2")}));
    QCOMPARE(bench.line(1), QByteArrayLiteral("GET /wireless-devices?nextToken=n&maxResults=250"));
}

void WirelessDeviceClientTest::listTakesEveryFilter_data()
{
    QTest::addColumn<WirelessDeviceFilter>("filter");
    QTest::addColumn<QByteArray>("query");
    const auto add = [](QString WirelessDeviceFilter::*member, const char* query) {
        WirelessDeviceFilter filter;
        filter.*member = QStringLiteral("a b");
        QTest::newRow(query) << filter << QByteArray(query);
    };
    add(&WirelessDeviceFilter::fuotaTaskId, "fuotaTaskId");
    add(&WirelessDeviceFilter::multicastGroupId, "multicastGroupId");
    add(&WirelessDeviceFilter::deviceProfileId, "deviceProfileId");
    add(&WirelessDeviceFilter::serviceProfileId, "serviceProfileId");
    add(&WirelessDeviceFilter::destinationName, "destinationName");
    add(&WirelessDeviceFilter::type, "wirelessDeviceType");
}

void WirelessDeviceClientTest::listTakesEveryFilter()
{
    QFETCH(const WirelessDeviceFilter, filter);
    QFETCH(const QByteArray, query);
    ClientBench bench;
    bench.transport.answer(200, R"({"NextToken": "n"})");
    bench.transport.answer(200, "{}");
    QVERIFY(listed(bench, filter));
    const QByteArray line = "GET /wireless-devices?" + query + "=a%20b&";
    QCOMPARE(bench.lines(),
             (QList<QByteArray>{line + "maxResults=250", line + "nextToken=n&maxResults=250"}));
}

void WirelessDeviceClientTest::listTolerates_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<WirelessDeviceSummary>("expected");
    WirelessDeviceSummary device;
    device.id = QStringLiteral("d1");
    const auto add = [&](const char* name, const char* more) {
        QTest::newRow(name) << QByteArray(R"({"Id": "d1")") + more + "}" << device;
    };
    add("the id alone", "");
    add("nulls", R"(, "LoRaWAN": null, "Name": null, "FuotaDeviceStatus": null)");
    add("unknown members", R"(, "Sidewalk": {"AmazonId": "a"}, "LoRaWAN": {"New": 1}, "X": [])");
    add("no time", R"(, "LastUplinkReceivedAt": "")");
    add("a strange time", R"(, "LastUplinkReceivedAt": "never")");
    device.lastUplinkAt = atTen();
    add("time as a number", R"(, "LastUplinkReceivedAt": 1772359200)");
    add("time with an offset", R"(, "LastUplinkReceivedAt": "2026-03-01T12:00:00.000+02:00")");
    device.lastUplinkAt = {};
    device.fuotaStatusText = QStringLiteral("Battery_low");
    device.type = QStringLiteral("NB-IoT");
    add("unknown values", R"(, "FuotaDeviceStatus": "Battery_low", "Type": "NB-IoT")");
}

void WirelessDeviceClientTest::listTolerates()
{
    QFETCH(const QByteArray, item);
    QFETCH(const WirelessDeviceSummary, expected);
    ClientBench bench;
    bench.transport.answer(200,
                           R"({"WirelessDeviceList": [null, {"Name": "no id"}, )" + item + "]}");
    QCOMPARE(listed(bench).value(), QList<WirelessDeviceSummary>{expected});
}

void WirelessDeviceClientTest::knowsEveryStatus()
{
    QCOMPARE(fuotaDeviceStatusWords().size(), std::size_t(12));
    for (const char* word : fuotaDeviceStatusWords()) {
        const QString text = QString::fromLatin1(word);
        const FuotaDeviceStatus status = fuotaDeviceStatusFromText(text);
        QVERIFY2(status != FuotaDeviceStatus::Unknown, word);
        QCOMPARE(fuotaDeviceStatusText(status), text);
    }
    QCOMPARE(fuotaDeviceStatusFromText(QStringLiteral("Initial")), FuotaDeviceStatus::Initial);
    QCOMPARE(fuotaDeviceStatusFromText(QStringLiteral("MICError")), FuotaDeviceStatus::MicError);
    QCOMPARE(fuotaDeviceStatusFromText(QStringLiteral("Device_exist_in_conflict_fuota_task")),
             FuotaDeviceStatus::DeviceInConflictingTask);
    QCOMPARE(fuotaDeviceStatusFromText(QStringLiteral("initial")), FuotaDeviceStatus::Unknown);
    QCOMPARE(fuotaDeviceStatusText(FuotaDeviceStatus::Unknown), QString());
}

void WirelessDeviceClientTest::getReadsEveryMember()
{
    ClientBench bench;
    const auto device = got(bench, R"({"Id": "d1", "Arn": "arn:d1", "Name": "meter 1",
        "Description": "cellar", "Type": "LoRaWAN", "DestinationName": "meters",
        "ThingName": "thing", "ThingArn": "arn:thing", "LoRaWAN": {"DevEui": "00112233445566aa",
            "DeviceProfileId": "dp", "ServiceProfileId": "sp",
            "OtaaV1_0_x": {"AppEui": "70b3d57ed0000001", "JoinEui": "70b3d57ed0000002"},
            "FPorts": {"Fuota": 201, "Multicast": 200, "ClockSync": 202,
                       "Applications": [{"FPort": 1}]}}})");
    WirelessDevice expected;
    expected.id = QStringLiteral("d1");
    expected.arn = QStringLiteral("arn:d1");
    expected.name = QStringLiteral("meter 1");
    expected.description = QStringLiteral("cellar");
    expected.type = QStringLiteral("LoRaWAN");
    expected.destinationName = QStringLiteral("meters");
    expected.thingName = QStringLiteral("thing");
    expected.thingArn = QStringLiteral("arn:thing");
    expected.devEui = QStringLiteral("00112233445566aa");
    expected.joinEui = QStringLiteral("70b3d57ed0000002");
    expected.activation = Activation::Otaa10x;
    expected.deviceProfileId = QStringLiteral("dp");
    expected.serviceProfileId = QStringLiteral("sp");
    expected.fuotaPort = 201;
    expected.multicastPort = 200;
    expected.clockSyncPort = 202;
    QCOMPARE(device.value(), expected);
}

void WirelessDeviceClientTest::getAsksByIdentifier_data()
{
    QTest::addColumn<DeviceIdentifier>("kind");
    QTest::newRow("WirelessDeviceId") << DeviceIdentifier::WirelessDeviceId;
    QTest::newRow("DevEui") << DeviceIdentifier::DevEui;
    QTest::newRow("ThingName") << DeviceIdentifier::ThingName;
}

void WirelessDeviceClientTest::getAsksByIdentifier()
{
    QFETCH(const DeviceIdentifier, kind);
    ClientBench bench;
    bench.transport.answer(200, R"({"Id": "d1"})");
    QVERIFY(bench.settled(
        bench.stack->wirelessDevices().get(QStringLiteral("a:b"), kind, &bench.owner)));
    QCOMPARE(bench.line(0),
             QByteArray("GET /wireless-devices/a%3Ab?identifierType=") + QTest::currentDataTag());
}

void WirelessDeviceClientTest::getTellsTheActivation_data()
{
    QTest::addColumn<QByteArray>("lorawan");
    QTest::addColumn<Activation>("activation");
    QTest::addColumn<QString>("joinEui");
    QTest::addColumn<QString>("devAddr");
    const auto add = [](const char* lorawan, Activation activation, const char* joinEui,
                        const char* devAddr) {
        QTest::newRow(lorawan) << QByteArray(lorawan) << activation << QString::fromLatin1(joinEui)
                               << QString::fromLatin1(devAddr);
    };
    add(R"({"OtaaV1_1": {"JoinEui": "aa"}})", Activation::Otaa11, "aa", "");
    add(R"({"OtaaV1_0_x": {"AppEui": "bb"}})", Activation::Otaa10x, "bb", "");
    add(R"({"OtaaV1_0_x": {}, "OtaaV1_1": null})", Activation::Otaa10x, "", "");
    add(R"({"AbpV1_1": {"DevAddr": "01020304"}})", Activation::Abp11, "", "01020304");
    add(R"({"AbpV1_0_x": {"DevAddr": "01020304", "FCntStart": 1}})", Activation::Abp10x, "",
        "01020304");
    add(R"({"OtaaV2": {"JoinEui": "aa"}})", Activation::Unknown, "", "");
    add("null", Activation::Unknown, "", "");
}

void WirelessDeviceClientTest::getTellsTheActivation()
{
    QFETCH(const QByteArray, lorawan);
    ClientBench bench;
    const auto device = got(bench, R"({"Id": "d1", "LoRaWAN": )" + lorawan + "}");
    QVERIFY(device);
    QTEST(device->activation, "activation");
    QTEST(device->joinEui, "joinEui");
    QTEST(device->devAddr, "devAddr");
}

// A device as the service tells it, keys and all, comes out as the same device without them.
void WirelessDeviceClientTest::noKeyReachesAValue()
{
    ClientBench bench;
    const QByteArray key = "0123456789ABCDEF0123456789ABCDEF";
    QByteArray answer = R"({"Id": "d1", "LoRaWAN": {"DevEui": "00112233445566aa",
        "OtaaV1_1": {"AppKey": K, "NwkKey": K, "JoinEui": "70b3d57ed0000002"},
        "OtaaV1_0_x": {"AppKey": K, "GenAppKey": K, "AppEui": "70b3d57ed0000001"},
        "AbpV1_1": {"DevAddr": "01020304", "SessionKeys": {"FNwkSIntKey": K, "SNwkSIntKey": K,
            "NwkSEncKey": K, "AppSKey": K}},
        "AbpV1_0_x": {"SessionKeys": {"NwkSKey": K, "AppSKey": K}}},
        "Sidewalk": {"PrivateKeys": [{"SigningAlg": "Ed25519", "Value": K}]}})";
    answer.replace(": K", ": \"" + key + '"');
    WirelessDevice expected;
    expected.id = QStringLiteral("d1");
    expected.devEui = QStringLiteral("00112233445566aa");
    expected.joinEui = QStringLiteral("70b3d57ed0000002");
    expected.devAddr = QStringLiteral("01020304");
    expected.activation = Activation::Otaa11;
    QCOMPARE(got(bench, answer).value(), expected);
}

void WirelessDeviceClientTest::statisticsAreRead()
{
    for (const char* time : {"\"2026-03-01T10:00:00Z\"", "1772359200"}) {
        ClientBench bench;
        QByteArray answer = R"({"WirelessDeviceId": "d1", "LastUplinkReceivedAt": T,
            "LoRaWAN": {"DevEui": "00112233445566aa", "FPort": 2, "DataRate": 5,
                "Frequency": 868100000, "Timestamp": T,
                "Gateways": [{"GatewayEui": "a0b1", "Snr": -7.5, "Rssi": -112}, {"Snr": 1}],
                "PublicGateways": [{"Id": "p"}]}})";
        answer.replace(": T", QByteArray(": ") + time);
        bench.transport.answer(200, answer);
        const auto read = bench.settled(
            bench.stack->wirelessDevices().statistics(QStringLiteral("d1"), &bench.owner));
        DeviceStatistics expected{QStringLiteral("d1"),
                                  QStringLiteral("00112233445566aa"),
                                  atTen(),
                                  atTen(),
                                  2,
                                  5,
                                  868100000,
                                  {}};
        expected.gateways = {{QStringLiteral("a0b1"), -7.5, -112.0}, {{}, 1.0, {}}};
        QCOMPARE(read.value(), expected);
        QCOMPARE(bench.line(0), QByteArrayLiteral("GET /wireless-devices/d1/statistics"));
    }
}

void WirelessDeviceClientTest::statisticsTolerate()
{
    for (const char* body : {"{}", R"({"LoRaWAN": null, "LastUplinkReceivedAt": null})",
                             R"({"LoRaWAN": {"Gateways": null, "New": 1}, "Sidewalk": {}})"}) {
        ClientBench bench;
        bench.transport.answer(200, body);
        const auto read = bench.settled(
            bench.stack->wirelessDevices().statistics(QStringLiteral("d1"), &bench.owner));
        QCOMPARE(read.value(), DeviceStatistics());
    }
}

void WirelessDeviceClientTest::errorsAreTyped()
{
    ClientBench bench;
    bench.transport.answer(403, R"({"message": "not yours"})",
                           {{"x-amzn-errortype", "AccessDeniedException"}});
    QCOMPARE(listed(bench).error().kind, ErrorKind::AccessDenied);
    bench.transport.answer(200, "<html></html>");
    QCOMPARE(listed(bench).error().kind, ErrorKind::AnswerMalformed);
    const auto nameless = got(bench, R"({"Name": "no id"})");
    QCOMPARE(nameless.error().kind, ErrorKind::AnswerMalformed);
    QVERIFY(!nameless.error().maybeExecuted);
    bench.transport.answer(404, "{}", {{"x-amzn-errortype", "ResourceNotFoundException"}});
    QCOMPARE(
        bench.settled(bench.stack->wirelessDevices().statistics(QStringLiteral("d1"), &bench.owner))
            .error()
            .kind,
        ErrorKind::NotFound);
}

} // namespace fuotadesk

using fuotadesk::WirelessDeviceClientTest;
FUOTADESK_TEST(WirelessDeviceClientTest);
#include "wirelessdeviceclienttest.moc"
