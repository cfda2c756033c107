#include "sandbox/requestreader.h"
#include "account/desk/taskdesk.h"
#include "account/page.h"
#include "support/testcase.h"

#include <QJsonArray>

namespace fuotadesk {

class RequestReaderTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyMemberIsRead();
    void refusalNamesTheMember_data();
    void refusalNamesTheMember();
    void limitsThemselvesPass_data();
    void limitsThemselvesPass();
    void badJsonIsAValidationError_data();
    void badJsonIsAValidationError();
    void unknownMembersAndNullsAreIgnored();
    void severalViolationsAreAllTold();
    void listRequestIsRead_data();
    void listRequestIsRead();
    void badPageSizeIsRefused_data();
    void badPageSizeIsRefused();
    void pathQueryAndBodyMeet();
    void bodyCanNotStandInForTheQuery();
    void operationWithoutABodyIgnoresIt();
};

namespace {

Served<TaskDraft> readCreate(const QByteArray& body)
{
    return readRequest({&createFuotaTaskOperation(), {}, {}}, body).and_then(draftOf);
}

Served<ListRequest> readList(const QList<QueryItem>& query)
{
    return readRequest({&listFuotaTasksOperation(), {}, query}, {}).map(listRequestOf);
}

QByteArray bodyWith(const QByteArray& members)
{
    return R"({"FirmwareUpdateImage":"s3://b/k","FirmwareUpdateRole":"arn:aws:iam::123456789012:role/r")"
        + (members.isEmpty() ? QByteArray() : ',' + members) + '}';
}

QByteArray quoted(const char* name, qsizetype length)
{
    return '"' + QByteArray(name) + "\":\"" + QByteArray(length, 'A') + '"';
}

QByteArray tags(int count)
{
    QByteArray list;
    for (int i = 0; i < count; ++i)
        list += (i ? "," : "") + QByteArray(R"({"Key":"k)") + QByteArray::number(i)
            + R"(","Value":""})";
    return R"("Tags":[)" + list + ']';
}

} // namespace

void RequestReaderTest::everyMemberIsRead()
{
    const auto read = readCreate(bodyWith(
        R"("Name":"n","Description":"d","ClientRequestToken":"t-1","LoRaWAN":{"RfRegion":"EU868"},)"
        R"("Tags":[{"Key":"k","Value":"v"}],"RedundancyPercent":10,"FragmentSizeBytes":112,)"
        R"("FragmentIntervalMS":7000,"Descriptor":"AAIEAQ==")"));
    QVERIFY(read);
    TaskDraft expected;
    expected.name = QStringLiteral("n");
    expected.description = QStringLiteral("d");
    expected.clientRequestToken = QStringLiteral("t-1");
    expected.rfRegion = QStringLiteral("EU868");
    expected.firmwareUpdateImage = QStringLiteral("s3://b/k");
    expected.firmwareUpdateRole = QStringLiteral("arn:aws:iam::123456789012:role/r");
    expected.tags = {{QStringLiteral("k"), QStringLiteral("v")}};
    expected.redundancyPercent = 10;
    expected.fragmentSizeBytes = 112;
    expected.fragmentIntervalMs = 7000;
    expected.descriptor = QStringLiteral("AAIEAQ==");
    QCOMPARE(*read, expected);
}

void RequestReaderTest::refusalNamesTheMember_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const QByteArray& body, const char* part) {
        QTest::newRow(name) << body << QString::fromLatin1(part);
    };
    row("no image", R"({"FirmwareUpdateRole":"r"})", "'FirmwareUpdateImage'");
    row("no role", R"({"FirmwareUpdateImage":"i"})", "'FirmwareUpdateRole'");
    row("name", bodyWith(quoted("Name", 257)),
        "'Name' failed to satisfy constraint: Member must have length less than or equal to 256");
    row("description", bodyWith(quoted("Description", 2049)), "'Description'");
    row("empty token", bodyWith(R"("ClientRequestToken":"")"), "'ClientRequestToken'");
    row("long token", bodyWith(quoted("ClientRequestToken", 65)), "'ClientRequestToken'");
    row("token pattern", bodyWith(R"("ClientRequestToken":"a b")"), "regular expression pattern");
    row("region", bodyWith(R"("LoRaWAN":{"RfRegion":"EU869"})"), "'LoRaWAN.RfRegion'");
    row("image", R"({"FirmwareUpdateRole":"r",)" + quoted("FirmwareUpdateImage", 4097) + '}',
        "'FirmwareUpdateImage'");
    row("role", R"({"FirmwareUpdateImage":"r",)" + quoted("FirmwareUpdateRole", 2049) + '}',
        "'FirmwareUpdateRole'");
    row("tags", bodyWith(tags(201)), "'Tags'");
    row("tag key twice", bodyWith(R"("Tags":[{"Key":"k","Value":"1"},{"Key":"k","Value":"2"}])"),
        "'Tags'");
    row("tag key empty", bodyWith(R"("Tags":[{"Key":"","Value":"1"}])"), "'Tags'");
    row("redundancy below", bodyWith(R"("RedundancyPercent":-1)"), "greater than or equal to 0");
    row("redundancy above", bodyWith(R"("RedundancyPercent":101)"), "less than or equal to 100");
    row("fragment size", bodyWith(R"("FragmentSizeBytes":0)"), "'FragmentSizeBytes'");
    row("interval", bodyWith(R"("FragmentIntervalMS":0)"), "'FragmentIntervalMS'");
    row("interval over 32 bits", bodyWith(R"("FragmentIntervalMS":2147483648)"),
        "'FragmentIntervalMS'");
    row("descriptor", bodyWith(R"("Descriptor":"AAA")"), "'Descriptor'");
    row("descriptor length", bodyWith(quoted("Descriptor", 336)), "'Descriptor'");
    row("name is a number", bodyWith(R"("Name":1)"), "'Name' has the wrong type");
    row("redundancy is a text", bodyWith(R"("RedundancyPercent":"10")"),
        "'RedundancyPercent' has the wrong type");
    row("redundancy has a fraction", bodyWith(R"("RedundancyPercent":1.5)"), "'RedundancyPercent'");
    row("radio is a text", bodyWith(R"("LoRaWAN":"EU868")"), "'LoRaWAN' has the wrong type");
    row("region is a number", bodyWith(R"("LoRaWAN":{"RfRegion":868})"), "'LoRaWAN.RfRegion'");
    row("tags is an object", bodyWith(R"("Tags":{"Key":"k"})"), "'Tags'");
    row("tag is a text", bodyWith(R"("Tags":["k=v"])"), "'Tags'");
    row("image is null", R"({"FirmwareUpdateRole":"r","FirmwareUpdateImage":null})",
        "'FirmwareUpdateImage'");
    row("lone surrogate", bodyWith(R"("Name":"\ud800")"), "Name");
}

void RequestReaderTest::refusalNamesTheMember()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, part);
    const auto read = readCreate(body);
    QVERIFY(!read);
    QCOMPARE(read.error().status, 400);
    QCOMPARE(read.error().code, QByteArray("ValidationException"));
    QVERIFY2(read.error().message.contains(part), qPrintable(read.error().message));
}

void RequestReaderTest::limitsThemselvesPass_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("name") << bodyWith(quoted("Name", 256));
    QTest::newRow("emoji count as one")
        << bodyWith("\"Name\":\"" + QByteArray("\xf0\x9f\x98\x80").repeated(256) + '"');
    QTest::newRow("description") << bodyWith(quoted("Description", 2048));
    QTest::newRow("empty name") << bodyWith(R"("Name":"")");
    QTest::newRow("token") << bodyWith(quoted("ClientRequestToken", 64));
    QTest::newRow("tags") << bodyWith(tags(200));
    QTest::newRow("no redundancy") << bodyWith(R"("RedundancyPercent":0)");
    QTest::newRow("full redundancy") << bodyWith(R"("RedundancyPercent":100)");
    QTest::newRow("whole number with point") << bodyWith(R"("RedundancyPercent":10.0)");
    QTest::newRow("largest interval") << bodyWith(R"("FragmentIntervalMS":2147483647)");
    QTest::newRow("descriptor") << bodyWith(quoted("Descriptor", 332));
    QTest::newRow("empty radio") << bodyWith(R"("LoRaWAN":{})");
}

void RequestReaderTest::limitsThemselvesPass()
{
    QFETCH(QByteArray, body);
    const auto read = readCreate(body);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
}

void RequestReaderTest::badJsonIsAValidationError_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("cut") << bodyWith({}).chopped(1);
    QTest::newRow("more behind") << bodyWith({}) + '}';
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("not UTF-8") << bodyWith("\"Name\":\"\xff\xfe\"");
    QTest::newRow("deep") << bodyWith("\"Tags\":" + QByteArray(5000, '[') + QByteArray(5000, ']'));
    QTest::newRow("too large") << bodyWith(quoted("Name", LargestBody));
}

void RequestReaderTest::badJsonIsAValidationError()
{
    QFETCH(QByteArray, body);
    const auto read = readCreate(body);
    QVERIFY(!read);
    QCOMPARE(read.error().code, QByteArray("ValidationException"));
    QVERIFY(!read.error().message.isEmpty());
}

void RequestReaderTest::unknownMembersAndNullsAreIgnored()
{
    const auto read =
        readCreate(bodyWith(R"("Future":{"a":[1]},"Name":null,"LoRaWAN":{"Other":1})"));
    QVERIFY(read);
    QVERIFY(!read->name);
}

void RequestReaderTest::severalViolationsAreAllTold()
{
    const auto read = readCreate("{}");
    QVERIFY(!read);
    QVERIFY2(read.error().message.startsWith(u"2 validation errors detected: "),
             qPrintable(read.error().message));
}

void RequestReaderTest::listRequestIsRead_data()
{
    QTest::addColumn<QList<QueryItem>>("query");
    QTest::addColumn<int>("maxResults");
    QTest::addColumn<QByteArray>("nextToken");
    const auto row = [](const char* name, const QList<QueryItem>& query, int maxResults,
                        const char* nextToken) {
        QTest::newRow(name) << query << maxResults << QByteArray(nextToken);
    };
    row("nothing", {}, 250, "");
    row("zero", {{"maxResults", "0"}}, 250, "");
    row("one", {{"maxResults", "1"}}, 1, "");
    row("most", {{"maxResults", "250"}, {"nextToken", "t"}}, 250, "t");
    row("first counts", {{"maxResults", "3"}, {"maxResults", "4"}}, 3, "");
    row("others are ignored", {{"x", "y"}}, 250, "");
}

void RequestReaderTest::listRequestIsRead()
{
    QFETCH(QList<QueryItem>, query);
    const auto read = readList(query);
    QVERIFY(read);
    QTEST(read->maxResults, "maxResults");
    QTEST(read->nextToken, "nextToken");
}

void RequestReaderTest::badPageSizeIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"-1", "251", "", "ten", "1.5", "99999999999999999999"})
        QTest::newRow(text) << QByteArray(text);
}

void RequestReaderTest::badPageSizeIsRefused()
{
    QFETCH(QByteArray, text);
    const auto read = readList({{"maxResults", text}});
    QVERIFY(!read);
    QVERIFY(read.error().message.contains(u"'maxResults'"));
}

void RequestReaderTest::pathQueryAndBodyMeet()
{
    const Route untag{&untagResourceOperation(),
                      {},
                      {{"tagKeys", "a b"}, {"resourceArn", "arn"}, {"tagKeys", "c"}}};
    const auto untagged = readRequest(untag, {});
    QVERIFY(untagged);
    QCOMPARE(untagged->value(QStringLiteral("TagKeys")),
             QJsonValue(QJsonArray{QStringLiteral("a b"), QStringLiteral("c")}));
    QCOMPARE(untagged->value(QStringLiteral("ResourceArn")), QJsonValue(QStringLiteral("arn")));

    const Route put{&putResourceLogLevelOperation(),
                    {{QStringLiteral("ResourceIdentifier"), QStringLiteral("id")}},
                    {{"resourceType", "FuotaTask"}}};
    const auto level = readRequest(put, R"({"LogLevel":"INFO"})");
    QVERIFY(level);
    QCOMPARE(level->keys().join(u' '), QStringLiteral("LogLevel ResourceIdentifier ResourceType"));
    QVERIFY(!readRequest(put, R"({"LogLevel":"DEBUG"})"));
    QVERIFY(!readRequest(put, {}));
}

void RequestReaderTest::bodyCanNotStandInForTheQuery()
{
    const QByteArray body = R"({"resourceArn":"arn","Tags":[]})";
    QVERIFY(readRequest({&tagResourceOperation(), {}, {{"resourceArn", "arn"}}}, body));
    const auto refused = readRequest({&tagResourceOperation(), {}, {}}, body);
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(u"'resourceArn'"));
}

void RequestReaderTest::operationWithoutABodyIgnoresIt()
{
    QVERIFY(readRequest({&listFuotaTasksOperation(), {}, {}}, "{"));
}

FUOTADESK_TEST(RequestReaderTest);

} // namespace fuotadesk

#include "requestreadertest.moc"
