#include "iotwireless/deviceprofileclient.h"
#include "support/testcase.h"

#include "clientbench.h"

namespace fuotadesk {

class DeviceProfileClientTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void listFollowsThePages();
    void getReadsEveryMember();
    void getTolerates();
    void errorsAreTyped();
};

namespace {

const QString ProfileId = QStringLiteral("p1");

} // namespace

void DeviceProfileClientTest::listFollowsThePages()
{
    ClientBench bench;
    bench.transport.answer(200, R"({"NextToken": "n", "DeviceProfileList": [
        {"Id": "p1", "Arn": "arn:p1", "Name": "EU meters", "New": 1}, {"Name": "no id"}]})");
    bench.transport.answer(200, R"({"DeviceProfileList": null})");
    const auto profiles =
        bench.settled(bench.stack->deviceProfiles().list(QStringLiteral("LoRaWAN"), &bench.owner));
    const QList<DeviceProfileSummary> expected{
        {ProfileId, QStringLiteral("arn:p1"), QStringLiteral("EU meters")}};
    QCOMPARE(profiles.value(), expected);
    const QByteArray line = "GET /device-profiles?deviceProfileType=LoRaWAN&";
    QCOMPARE(bench.lines(),
             (QList<QByteArray>{line + "maxResults=250", line + "nextToken=n&maxResults=250"}));
    bench.transport.answer(200, "{}");
    QVERIFY(bench.settled(bench.stack->deviceProfiles().list({}, &bench.owner)));
    QCOMPARE(bench.line(2), QByteArrayLiteral("GET /device-profiles?maxResults=250"));
}

void DeviceProfileClientTest::getReadsEveryMember()
{
    ClientBench bench;
    bench.transport.answer(200, R"({"Id": "p1", "Arn": "arn:p1", "Name": "EU meters", "LoRaWAN": {
        "SupportsClassB": false, "ClassBTimeout": 1, "PingSlotPeriod": 128, "PingSlotDr": 3,
        "PingSlotFreq": 8695250, "SupportsClassC": true, "ClassCTimeout": 20,
        "MacVersion": "1.0.3", "RegParamsRevision": "RP002-1.0.1", "RxDelay1": 1,
        "RxDrOffset1": 0, "RxDataRate2": 4, "RxFreq2": 8695251,
        "FactoryPresetFreqsList": [8681000, 8683000], "MaxEirp": 5, "MaxDutyCycle": 10,
        "RfRegion": "EU868", "SupportsJoin": true, "Supports32BitFCnt": false}})");
    const auto profile = bench.settled(bench.stack->deviceProfiles().get(ProfileId, &bench.owner));
    DeviceProfile expected;
    expected.id = ProfileId;
    expected.arn = QStringLiteral("arn:p1");
    expected.name = QStringLiteral("EU meters");
    expected.rfRegion = QStringLiteral("EU868");
    expected.macVersion = QStringLiteral("1.0.3");
    expected.regParamsRevision = QStringLiteral("RP002-1.0.1");
    expected.supportsClassB = false;
    expected.supportsClassC = true;
    expected.supportsJoin = true;
    expected.supports32BitFCnt = false;
    expected.classBTimeoutSeconds = 1;
    expected.classCTimeoutSeconds = 20;
    expected.pingSlotPeriod = 128;
    expected.pingSlotDataRate = 3;
    expected.pingSlotFrequency = 8695250;
    expected.rxDelay1Seconds = 1;
    expected.rxDataRateOffset1 = 0;
    expected.rxDataRate2 = 4;
    expected.rxFrequency2 = 8695251;
    expected.maxEirp = 5;
    expected.maxDutyCycle = 10;
    expected.presetFrequencies = {8681000, 8683000};
    QCOMPARE(profile.value(), expected);
    QCOMPARE(bench.line(0), QByteArrayLiteral("GET /device-profiles/p1"));
}

void DeviceProfileClientTest::getTolerates()
{
    DeviceProfile expected;
    expected.id = ProfileId;
    for (const char* more :
         {"", R"(, "LoRaWAN": null, "Name": null)", R"(, "Sidewalk": {"New": 1}, "X": [])",
          R"(, "LoRaWAN": {"FactoryPresetFreqsList": null, "SupportsClassD": true})"}) {
        ClientBench bench;
        bench.transport.answer(200, QByteArray(R"({"Id": "p1")") + more + '}');
        const auto profile =
            bench.settled(bench.stack->deviceProfiles().get(ProfileId, &bench.owner));
        QVERIFY2(profile, more);
        QCOMPARE(*profile, expected);
    }
}

void DeviceProfileClientTest::errorsAreTyped()
{
    ClientBench bench;
    const auto kind = [&] {
        return bench.settled(bench.stack->deviceProfiles().get(ProfileId, &bench.owner))
            .error()
            .kind;
    };
    bench.transport.answer(404, "{}", {{"x-amzn-errortype", "ResourceNotFoundException"}});
    QCOMPARE(kind(), ErrorKind::NotFound);
    bench.transport.answer(200, R"({"Name": "no id"})");
    QCOMPARE(kind(), ErrorKind::AnswerMalformed);
    bench.transport.answer(200, R"({"Id": "p1", "LoRaWAN": {"SupportsClassC": "yes"}})");
    QCOMPARE(kind(), ErrorKind::AnswerMalformed);
}

} // namespace fuotadesk

using fuotadesk::DeviceProfileClientTest;
FUOTADESK_TEST(DeviceProfileClientTest);
#include "deviceprofileclienttest.moc"
