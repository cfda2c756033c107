#include "iotwireless/queuedmessageclient.h"
#include "support/testcase.h"

#include "clientbench.h"

namespace fuotadesk {

// What reads; what changes is ChangesTest's.
class QueuedMessageClientTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void listReadsEveryMember();
    void listTolerates_data();
    void listTolerates();
    void errorsAreTyped();
};

namespace {

const QString DeviceId = QStringLiteral("d1");

Result<QList<QueuedMessage>> listed(ClientBench& bench)
{
    return bench.settled(bench.stack->queuedMessages().list(DeviceId, &bench.owner));
}

} // namespace

void QueuedMessageClientTest::listReadsEveryMember()
{
    ClientBench bench;
    bench.transport.answer(200, R"({"NextToken": "n", "DownlinkQueueMessagesList": [
        {"MessageId": "m1", "TransmitMode": 0, "ReceivedAt": "2026-03-01T10:00:00Z",
         "LoRaWAN": {"FPort": 201, "ParticipatingGateways": {"DownlinkMode": "SEQUENTIAL",
            "GatewayList": [{"GatewayId": "w1", "DownlinkFrequency": 868100000}],
            "TransmissionInterval": 1000}}}]})");
    bench.transport.answer(200, R"({"DownlinkQueueMessagesList": null})");
    const QueuedMessage expected{QStringLiteral("m1"),
                                 QDateTime(QDate(2026, 3, 1), QTime(10, 0), Qt::UTC),
                                 0,
                                 201,
                                 QStringLiteral("SEQUENTIAL"),
                                 {QStringLiteral("w1")}};
    QCOMPARE(listed(bench).value(), QList<QueuedMessage>{expected});
    const QByteArray line = "GET /wireless-devices/d1/data?WirelessDeviceType=LoRaWAN&";
    QCOMPARE(bench.lines(),
             (QList<QByteArray>{line + "maxResults=250", line + "nextToken=n&maxResults=250"}));
}

void QueuedMessageClientTest::listTolerates_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QueuedMessage>("expected");
    QueuedMessage message;
    message.id = QStringLiteral("m1");
    const auto add = [&](const char* name, const char* more) {
        QTest::newRow(name) << QByteArray(more) << message;
    };
    add("the id alone", "");
    add("nulls", R"(, "ReceivedAt": null, "LoRaWAN": {"ParticipatingGateways": null})");
    add("null list", R"(, "LoRaWAN": {"ParticipatingGateways": {"GatewayList": null}})");
    add("unknown members", R"(, "LoRaWAN": {"New": 1}, "Newer": [])");
    message.downlinkMode = QStringLiteral("RANDOM");
    add("unknown value", R"(, "LoRaWAN": {"ParticipatingGateways": {"DownlinkMode": "RANDOM"}})");
    message.downlinkMode.clear();
    message.receivedAt = QDateTime(QDate(2026, 3, 1), QTime(10, 0), Qt::UTC);
    add("time as a number", R"(, "ReceivedAt": 1772359200)");
}

void QueuedMessageClientTest::listTolerates()
{
    QFETCH(const QByteArray, more);
    QFETCH(const QueuedMessage, expected);
    ClientBench bench;
    bench.transport.answer(200,
                           R"({"DownlinkQueueMessagesList": [{"MessageId": ""}, {},
        {"MessageId": "m1")" + more
                               + "}]}");
    QCOMPARE(listed(bench).value(), QList<QueuedMessage>{expected});
}

void QueuedMessageClientTest::errorsAreTyped()
{
    ClientBench bench;
    bench.transport.answer(404, "{}", {{"x-amzn-errortype", "ResourceNotFoundException"}});
    QCOMPARE(listed(bench).error().kind, ErrorKind::NotFound);
    bench.transport.answer(429, "{}", {{"x-amzn-errortype", "ThrottlingException"}});
    QCOMPARE(listed(bench).error().kind, ErrorKind::Throttled);
}

} // namespace fuotadesk

using fuotadesk::QueuedMessageClientTest;
FUOTADESK_TEST(QueuedMessageClientTest);
#include "queuedmessageclienttest.moc"
