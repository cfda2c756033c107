#include "iotwireless/multicastgroupclient.h"
#include "support/testcase.h"

#include "clientbench.h"

namespace fuotadesk {

class MulticastGroupClientTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void listFollowsThePages();
    void getReadsEveryMember();
    void getToleratesLittleAndMuch_data();
    void getToleratesLittleAndMuch();
    void createSendsTheDraft();
    void createNeedsAToken();
    void createWithoutAnIdIsUnsure();
    void sessionIsRead();
    void noSessionIsEmpty();
    void startedSessionIsReadBack_data();
    void startedSessionIsReadBack();
    void associationIsReadBack();
    void errorsAreTyped();
};

namespace {

const QString GroupId = QStringLiteral("g1");

GroupDraft draft()
{
    GroupDraft group;
    group.name = QStringLiteral("meters north");
    group.clientRequestToken = QStringLiteral("t-1");
    group.transmission.rfRegion = QStringLiteral("EU868");
    group.transmission.downlinkClass = QStringLiteral("ClassC");
    group.transmission.gatewayIds = {QStringLiteral("w1"), QStringLiteral("w2")};
    group.transmission.gatewayIntervalMs = 0;
    group.transmission.frequencyHz = 869525000;
    group.tags = {{QStringLiteral("team"), QString()}};
    return group;
}

MulticastSession session()
{
    MulticastSession result;
    result.dataRate = 0;
    result.frequencyHz = 869525000;
    result.startTime = QDateTime(QDate(2026, 3, 1), QTime(10, 0), Qt::UTC);
    result.timeoutSeconds = 3600;
    result.pingSlotPeriod = 4096;
    return result;
}

} // namespace

void MulticastGroupClientTest::listFollowsThePages()
{
    ClientBench bench;
    bench.transport.answer(200, R"({"NextToken": "n+1", "MulticastGroupList": [
        {"Id": "g1", "Arn": "arn:g1", "Name": "one", "New": {}}, {"Arn": "no id"}]})");
    bench.transport.answer(200, R"({"NextToken": null, "MulticastGroupList": null})");
    QList<qsizetype> pages;
    const auto groups = bench.settled(bench.stack->multicastGroups().list(
        &bench.owner,
        [&](const QList<MulticastGroupSummary>& page) { pages.append(page.size()); }));
    const QList<MulticastGroupSummary> expected{
        {GroupId, QStringLiteral("arn:g1"), QStringLiteral("one")}};
    QCOMPARE(groups.value(), expected);
    QCOMPARE(pages, (QList<qsizetype>{1, 0}));
    QCOMPARE(bench.lines(),
             (QList<QByteArray>{"GET /multicast-groups?maxResults=250",
                                "GET /multicast-groups?nextToken=n%2B1&maxResults=250"}));
}

void MulticastGroupClientTest::getReadsEveryMember()
{
    ClientBench bench;
    bench.transport.answer(200, R"({"Id": "g1", "Arn": "arn:g1", "Name": "meters north",
        "Description": "d", "Status": "Session_Frozen", "CreatedAt": 1765432100.5,
        "LoRaWAN": {"RfRegion": "EU868", "DlClass": "ClassC", "NumberOfDevicesRequested": 200,
            "NumberOfDevicesInGroup": 190,
            "ParticipatingGateways": {"GatewayList": ["w1", "w2"], "TransmissionInterval": 0},
            "DefaultSessionParameters": {"DlFreq": 869525000}}})");
    const auto group = bench.settled(bench.stack->multicastGroups().get(GroupId, &bench.owner));
    MulticastGroup expected;
    expected.id = GroupId;
    expected.arn = QStringLiteral("arn:g1");
    expected.name = QStringLiteral("meters north");
    expected.description = QStringLiteral("d");
    expected.statusText = QStringLiteral("Session_Frozen");
    expected.transmission = draft().transmission;
    expected.devicesRequested = 200;
    expected.devicesInGroup = 190;
    expected.createdAt = QDateTime::fromMSecsSinceEpoch(1765432100500, Qt::UTC);
    QCOMPARE(group.value(), expected);
    QCOMPARE(bench.line(0), QByteArrayLiteral("GET /multicast-groups/g1"));
}

void MulticastGroupClientTest::getToleratesLittleAndMuch_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<MulticastGroup>("expected");
    MulticastGroup group;
    group.id = GroupId;
    QTest::newRow("the id alone") << QByteArray() << group;
    QTest::newRow("nulls") << QByteArrayLiteral(
        R"(, "LoRaWAN": null, "CreatedAt": null, "Name": null)")
                           << group;
    QTest::newRow("null inside") << QByteArrayLiteral(
        R"(, "LoRaWAN": {"ParticipatingGateways": {"GatewayList": null}})")
                                 << group;
    QTest::newRow("unknown members")
        << QByteArrayLiteral(R"(, "LoRaWAN": {"New": 1}, "Newer": [[]])") << group;
    group.transmission.downlinkClass = QStringLiteral("ClassD");
    group.transmission.rfRegion = QStringLiteral("MA869");
    QTest::newRow("unknown values")
        << QByteArrayLiteral(R"(, "LoRaWAN": {"DlClass": "ClassD", "RfRegion": "MA869"})") << group;
    group.transmission = {};
    group.createdAt = QDateTime(QDate(2026, 3, 1), QTime(10, 0), Qt::UTC);
    QTest::newRow("time as text") << QByteArrayLiteral(R"(, "CreatedAt": "2026-03-01T10:00:00Z")")
                                  << group;
}

void MulticastGroupClientTest::getToleratesLittleAndMuch()
{
    QFETCH(const QByteArray, more);
    ClientBench bench;
    bench.transport.answer(200, R"({"Id": "g1")" + more + '}');
    const auto group = bench.settled(bench.stack->multicastGroups().get(GroupId, &bench.owner));
    QVERIFY(group);
    QTEST(*group, "expected");
}

void MulticastGroupClientTest::createSendsTheDraft()
{
    ClientBench bench;
    bench.transport.answer(201, R"({"Id": "g1", "Arn": "arn:g1"})");
    const auto created =
        bench.settled(bench.stack->multicastGroups().create(draft(), &bench.owner));
    QCOMPARE(created.value(), (CreatedGroup{GroupId, QStringLiteral("arn:g1")}));
    QCOMPARE(bench.line(0), QByteArrayLiteral("POST /multicast-groups"));
    QCOMPARE(jsonObject(bench.transport.requests().constFirst().body), jsonObject(R"({
        "Name": "meters north", "ClientRequestToken": "t-1", "LoRaWAN": {
            "RfRegion": "EU868", "DlClass": "ClassC",
            "ParticipatingGateways": {"GatewayList": ["w1", "w2"], "TransmissionInterval": 0},
            "DefaultSessionParameters": {"DlFreq": 869525000}},
        "Tags": [{"Key": "team", "Value": ""}]})"));
    QVERIFY(bench.transport.requests().constFirst().repeatable);
}

void MulticastGroupClientTest::createNeedsAToken()
{
    ClientBench bench;
    GroupDraft group = draft();
    group.clientRequestToken.clear();
    const auto created = bench.settled(bench.stack->multicastGroups().create(group, &bench.owner));
    QCOMPARE(created.error().kind, ErrorKind::InputInvalid);
    QCOMPARE(created.error().code, QStringLiteral("ClientRequestToken"));
    QVERIFY(bench.transport.requests().isEmpty());
}

void MulticastGroupClientTest::createWithoutAnIdIsUnsure()
{
    for (const char* body : {"", "{}", R"({"Id": null})", R"({"Id": ""})", R"({"Id": "g1")"}) {
        ClientBench bench;
        bench.transport.answer(201, body);
        const auto created =
            bench.settled(bench.stack->multicastGroups().create(draft(), &bench.owner));
        QVERIFY2(!created, body);
        QCOMPARE(created.error().kind, ErrorKind::AnswerMalformed);
        QVERIFY(created.error().maybeExecuted);
    }
}

void MulticastGroupClientTest::sessionIsRead()
{
    for (const char* time : {"\"2026-03-01T10:00:00Z\"", "1772359200"}) {
        ClientBench bench;
        bench.transport.answer(200,
                               QByteArray(R"({"LoRaWAN": {"DlDr": 0, "DlFreq": 869525000,
            "SessionTimeout": 3600, "PingSlotPeriod": 4096, "New": 1, "SessionStartTime": )")
                                   + time + "}}");
        const auto read =
            bench.settled(bench.stack->multicastGroups().session(GroupId, &bench.owner));
        QCOMPARE(read.value(), session());
        QCOMPARE(bench.line(0), QByteArrayLiteral("GET /multicast-groups/g1/session"));
    }
}

void MulticastGroupClientTest::noSessionIsEmpty()
{
    for (const char* body : {"{}", R"({"LoRaWAN": null})", R"({"LoRaWAN": {}})"}) {
        ClientBench bench;
        bench.transport.answer(200, body);
        const auto read =
            bench.settled(bench.stack->multicastGroups().session(GroupId, &bench.owner));
        QCOMPARE(read.value(), MulticastSession());
    }
}

void MulticastGroupClientTest::startedSessionIsReadBack_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("isDone");
    const auto add = [](const char* name, const char* answer, bool isDone) {
        QTest::newRow(name) << QByteArray(answer) << isDone;
    };
    add("this one", R"({"LoRaWAN": {"DlDr": 0, "DlFreq": 869525000, "PingSlotPeriod": 4096,
        "SessionStartTime": "2026-03-01T10:00:00Z", "SessionTimeout": 3600}})",
        true);
    add("rounded up", R"({"LoRaWAN": {"DlDr": 0, "DlFreq": 869525000, "PingSlotPeriod": 4096,
        "SessionStartTime": "2026-03-01T10:00:00Z", "SessionTimeout": 4096}})",
        true);
    add("at another time", R"({"LoRaWAN": {"DlDr": 0, "DlFreq": 869525000, "PingSlotPeriod": 4096,
        "SessionStartTime": "2026-03-01T11:00:00Z", "SessionTimeout": 3600}})",
        false);
    add("at another rate", R"({"LoRaWAN": {"DlDr": 3, "DlFreq": 869525000, "PingSlotPeriod": 4096,
        "SessionStartTime": "2026-03-01T10:00:00Z", "SessionTimeout": 3600}})",
        false);
    add("none", "{}", false);
}

void MulticastGroupClientTest::startedSessionIsReadBack()
{
    QFETCH(const QByteArray, answer);
    ClientBench bench;
    bench.answerAfterUnsure(409, "ConflictException");
    bench.transport.answer(200, answer);
    const auto started = bench.settled(
        bench.stack->multicastGroups().startSession(GroupId, session(), &bench.owner));
    QTEST(started.has_value(), "isDone");
    QCOMPARE(bench.line(1), QByteArrayLiteral("GET /multicast-groups/g1/session"));
}

void MulticastGroupClientTest::associationIsReadBack()
{
    ClientBench bench;
    bench.answerAfterUnsure(409, "ConflictException");
    bench.transport.answer(200, R"({"WirelessDeviceList": [{"Id": "d1"}]})");
    QVERIFY(bench.settled(bench.stack->multicastGroups().associateDevice(
        GroupId, QStringLiteral("d1"), &bench.owner)));
    QCOMPARE(bench.line(1),
             QByteArrayLiteral("GET /wireless-devices?multicastGroupId=g1&maxResults=250"));
}

void MulticastGroupClientTest::errorsAreTyped()
{
    ClientBench bench;
    bench.transport.answer(404, R"({"Message": "gone", "ResourceId": "g1"})",
                           {{"x-amzn-errortype", "ResourceNotFoundException:"}});
    const auto group = bench.settled(bench.stack->multicastGroups().get(GroupId, &bench.owner));
    QCOMPARE(group.error().kind, ErrorKind::NotFound);
    QCOMPARE(group.error().detail, QStringLiteral("gone"));
    bench.transport.answer(200, R"({"Name": "no id"})");
    const auto nameless = bench.settled(bench.stack->multicastGroups().get(GroupId, &bench.owner));
    QCOMPARE(nameless.error().kind, ErrorKind::AnswerMalformed);
    QCOMPARE(nameless.error().code, QStringLiteral("Id"));
}

} // namespace fuotadesk

using fuotadesk::MulticastGroupClientTest;
FUOTADESK_TEST(MulticastGroupClientTest);
#include "multicastgroupclienttest.moc"
