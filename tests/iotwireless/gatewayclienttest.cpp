#include "iotwireless/gatewayclient.h"
#include "support/testcase.h"

#include "clientbench.h"

namespace fuotadesk {

class GatewayClientTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void listReadsEveryMember();
    void listTolerates_data();
    void listTolerates();
    void getAsksByIdentifier_data();
    void getAsksByIdentifier();
    void statisticsAreRead_data();
    void statisticsAreRead();
    void errorsAreTyped();
};

namespace {

const QString Id = QStringLiteral("w1");

const QDateTime& atTen()
{
    static const QDateTime time(QDate(2026, 3, 1), QTime(10, 0), Qt::UTC);
    return time;
}

WirelessGateway roof()
{
    WirelessGateway gateway;
    gateway.id = Id;
    gateway.arn = QStringLiteral("arn:w1");
    gateway.name = QStringLiteral("roof");
    gateway.description = QStringLiteral("north");
    gateway.gatewayEui = QStringLiteral("a0b1c2d3e4f50617");
    gateway.rfRegion = QStringLiteral("EU868");
    gateway.maxEirpDbm = 16.5;
    gateway.beaconing = {3, {869525000}};
    return gateway;
}

const QByteArray Roof = R"({"Id": "w1", "Arn": "arn:w1", "Name": "roof", "Description": "north",
    "LoRaWAN": {"GatewayEui": "a0b1c2d3e4f50617", "RfRegion": "EU868", "MaxEirp": 16.5,
        "Beaconing": {"DataRate": 3, "Frequencies": [869525000]},
        "JoinEuiFilters": [["00", "ff"]], "SubBands": [1]})";

} // namespace

void GatewayClientTest::listReadsEveryMember()
{
    ClientBench bench;
    bench.transport.answer(200,
                           R"({"NextToken": "n", "WirelessGatewayList": [)" + Roof
                               + R"(, "LastUplinkReceivedAt": "2026-03-01T10:00:00Z"}]})");
    bench.transport.answer(200, R"({"WirelessGatewayList": null})");
    WirelessGateway expected = roof();
    expected.lastUplinkAt = atTen();
    const auto gateways = bench.settled(bench.stack->gateways().list(&bench.owner));
    QCOMPARE(gateways.value(), QList<WirelessGateway>{expected});
    QCOMPARE(bench.lines(),
             (QList<QByteArray>{"GET /wireless-gateways?maxResults=250",
                                "GET /wireless-gateways?nextToken=n&maxResults=250"}));
}

void GatewayClientTest::listTolerates_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<WirelessGateway>("expected");
    WirelessGateway gateway;
    gateway.id = Id;
    QTest::newRow("the id alone") << QByteArray() << gateway;
    QTest::newRow("nulls") << QByteArrayLiteral(R"(, "LoRaWAN": null, "Name": null)") << gateway;
    QTest::newRow("null inside") << QByteArrayLiteral(R"(, "LoRaWAN": {"Beaconing": null})")
                                 << gateway;
    QTest::newRow("unknown members")
        << QByteArrayLiteral(R"(, "LoRaWAN": {"X": 1}, "Y": {})") << gateway;
    gateway.lastUplinkAt = atTen();
    QTest::newRow("time as a number")
        << QByteArrayLiteral(R"(, "LastUplinkReceivedAt": 1772359200)") << gateway;
}

void GatewayClientTest::listTolerates()
{
    QFETCH(const QByteArray, more);
    QFETCH(const WirelessGateway, expected);
    ClientBench bench;
    bench.transport.answer(
        200, R"({"WirelessGatewayList": [{"Name": "no id"}, {"Id": "w1")" + more + "}]}");
    const auto gateways = bench.settled(bench.stack->gateways().list(&bench.owner));
    QCOMPARE(gateways.value(), QList<WirelessGateway>{expected});
}

void GatewayClientTest::getAsksByIdentifier_data()
{
    QTest::addColumn<GatewayIdentifier>("kind");
    QTest::newRow("WirelessGatewayId") << GatewayIdentifier::WirelessGatewayId;
    QTest::newRow("GatewayEui") << GatewayIdentifier::GatewayEui;
    QTest::newRow("ThingName") << GatewayIdentifier::ThingName;
}

void GatewayClientTest::getAsksByIdentifier()
{
    QFETCH(const GatewayIdentifier, kind);
    ClientBench bench;
    bench.transport.answer(200, Roof + R"(, "ThingName": "t", "ThingArn": "arn:t"})");
    WirelessGateway expected = roof();
    expected.thingName = QStringLiteral("t");
    expected.thingArn = QStringLiteral("arn:t");
    const auto gateway =
        bench.settled(bench.stack->gateways().get(QStringLiteral("a b"), kind, &bench.owner));
    QCOMPARE(gateway.value(), expected);
    QCOMPARE(bench.line(0),
             QByteArray("GET /wireless-gateways/a%20b?identifierType=") + QTest::currentDataTag());
}

void GatewayClientTest::statisticsAreRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<GatewayStatistics>("expected");
    const auto add = [](const char* body, const GatewayStatistics& expected) {
        QTest::newRow(body) << QByteArray(body) << expected;
    };
    add(R"({"WirelessGatewayId": "w1", "ConnectionStatus": "Connected",
            "LastUplinkReceivedAt": "2026-03-01T10:00:00Z"})",
        {Id, atTen(), GatewayConnection::Connected, QStringLiteral("Connected")});
    add(R"({"WirelessGatewayId": "w1", "LastUplinkReceivedAt": 1772359200,
            "ConnectionStatus": "Disconnected"})",
        {Id, atTen(), GatewayConnection::Disconnected, QStringLiteral("Disconnected")});
    add(R"({"ConnectionStatus": "Dozing", "LastUplinkReceivedAt": null, "New": 1})",
        {{}, {}, GatewayConnection::Unknown, QStringLiteral("Dozing")});
    add("{}", {});
}

void GatewayClientTest::statisticsAreRead()
{
    QFETCH(const QByteArray, body);
    ClientBench bench;
    bench.transport.answer(200, body);
    const auto read = bench.settled(bench.stack->gateways().statistics(Id, &bench.owner));
    QVERIFY(read);
    QTEST(*read, "expected");
    QCOMPARE(bench.line(0), QByteArrayLiteral("GET /wireless-gateways/w1/statistics"));
}

void GatewayClientTest::errorsAreTyped()
{
    ClientBench bench;
    const auto kind = [&] {
        return bench
            .settled(
                bench.stack->gateways().get(Id, GatewayIdentifier::WirelessGatewayId, &bench.owner))
            .error()
            .kind;
    };
    bench.transport.answer(404, "{}", {{"x-amzn-errortype", "ResourceNotFoundException"}});
    QCOMPARE(kind(), ErrorKind::NotFound);
    bench.transport.answer(200, R"({"Name": "no id"})");
    QCOMPARE(kind(), ErrorKind::AnswerMalformed);
}

} // namespace fuotadesk

using fuotadesk::GatewayClientTest;
FUOTADESK_TEST(GatewayClientTest);
#include "gatewayclienttest.moc"
