#include "aws/restrequest.h"
#include "support/testcase.h"

#include "aws/restresponse.h"
#include "aws/timestamps.h"
#include "fuota/fieldtable.h"
#include "iotwireless/operations.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace fuotadesk {

class RestJsonTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void writesACreate();
    void fillsTheTokenOnlyWhenAsked();
    void encodesALabel();
    void refusesALabelOfAnotherResource_data();
    void refusesALabelOfAnotherResource();
    void refusesAMissingOrMistypedMember_data();
    void refusesAMissingOrMistypedMember();
    void writesTheQuery();
    void readsATask();
    void toleratesWhatItDoesNotKnow();
    void readsEveryTimestamp_data();
    void readsEveryTimestamp();
    void refusesWrongTypes_data();
    void refusesWrongTypes();
    void refusesWhatIsNoObject_data();
    void refusesWhatIsNoObject();
    void survivesDeepNesting();
    void createTakesItsLimitsFromTheTable();
};

namespace {

QJsonObject json(const QByteArray& text)
{
    return QJsonDocument::fromJson(text).object();
}

QJsonObject minimalCreate()
{
    return json(R"({"FirmwareUpdateImage": "s3://b/k", "FirmwareUpdateRole": "arn:r"})");
}

Result<QJsonObject> readTask(const QByteArray& body)
{
    return restMembers(*getFuotaTaskOperation().output, {200, {}, body});
}

} // namespace

void RestJsonTest::writesACreate()
{
    const QJsonObject params = json(R"({"Name": "", "Description": null,
        "FirmwareUpdateImage": "s3://b/\u00fc", "FirmwareUpdateRole": "arn:r",
        "ClientRequestToken": "t", "LoRaWAN": {"RfRegion": "EU868"}, "RedundancyPercent": 0,
        "Tags": [{"Key": "k", "Value": ""}]})");
    const auto request = restRequest(createFuotaTaskOperation(), params);
    QVERIFY(request);
    QCOMPARE(request->method, QByteArrayLiteral("POST"));
    QCOMPARE(request->target, QByteArrayLiteral("/fuota-tasks"));
    QCOMPARE(request->headers, (HttpHeaders{{"Content-Type", "application/json"}}));
    QJsonObject expected = params;
    expected.remove(QStringLiteral("Description"));
    QCOMPARE(json(request->body), expected);
}

void RestJsonTest::fillsTheTokenOnlyWhenAsked()
{
    const auto token = [](const Result<RestRequest>& request) {
        return json(request->body).value(u"ClientRequestToken");
    };
    const Operation& create = createFuotaTaskOperation();
    QVERIFY(token(restRequest(create, minimalCreate())).isUndefined());
    QCOMPARE(token(restRequest(create, minimalCreate(), QStringLiteral("u"))).toString(),
             QStringLiteral("u"));
    QJsonObject own = minimalCreate();
    own.insert(QStringLiteral("ClientRequestToken"), QStringLiteral("mine"));
    QCOMPARE(token(restRequest(create, own, QStringLiteral("u"))).toString(),
             QStringLiteral("mine"));
}

void RestJsonTest::encodesALabel()
{
    const QJsonObject params{{QStringLiteral("Id"), QStringLiteral("a/b c%:+\u00e9")}};
    const auto request = restRequest(getFuotaTaskOperation(), params);
    QCOMPARE(request->target, QByteArrayLiteral("/fuota-tasks/a%2Fb%20c%25%3A%2B%C3%A9"));
    QVERIFY(request->body.isEmpty());
    QVERIFY(request->headers.isEmpty());
}

void RestJsonTest::refusesALabelOfAnotherResource_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("empty") << QString();
    QTest::newRow("dot") << QStringLiteral(".");
    QTest::newRow("dots") << QStringLiteral("..");
}

void RestJsonTest::refusesALabelOfAnotherResource()
{
    QFETCH(const QString, id);
    for (const Operation* operation : {&getFuotaTaskOperation(), &deleteFuotaTaskOperation()}) {
        const auto request = restRequest(*operation, {{QStringLiteral("Id"), id}});
        QVERIFY(!request);
        QCOMPARE(request.error().kind, ErrorKind::InputInvalid);
        QCOMPARE(request.error().code, QStringLiteral("Id"));
    }
}

void RestJsonTest::refusesAMissingOrMistypedMember_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("code");
    const auto add = [](const char* member, const char* value, const char* code) {
        QTest::addRow("%s %s", member, value) << QByteArray(value) << QString::fromLatin1(code);
    };
    add("FirmwareUpdateImage", "null", "FirmwareUpdateImage");
    add("FirmwareUpdateRole", "7", "FirmwareUpdateRole");
    add("RedundancyPercent", "1.5", "RedundancyPercent");
    add("RedundancyPercent", "\"1\"", "RedundancyPercent");
    add("LoRaWAN", "[]", "LoRaWAN");
    add("LoRaWAN", "{\"RfRegion\": true}", "RfRegion");
    add("Tags", "{}", "Tags");
    add("Tags", "[{\"Key\": \"k\"}]", "Value");
}

void RestJsonTest::refusesAMissingOrMistypedMember()
{
    QFETCH(const QByteArray, value);
    const QString member = QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0);
    QJsonObject params = minimalCreate();
    params.insert(member, QJsonDocument::fromJson("[" + value + "]").array().at(0));
    const auto request = restRequest(createFuotaTaskOperation(), params);
    QVERIFY(!request);
    QCOMPARE(request.error().kind, ErrorKind::InputInvalid);
    QTEST(request.error().code, "code");
}

void RestJsonTest::writesTheQuery()
{
    const auto request = restRequest(listFuotaTasksOperation(),
                                     json(R"({"MaxResults": 250, "NextToken": "a/b+c="})"));
    QCOMPARE(request->target,
             QByteArrayLiteral("/fuota-tasks?nextToken=a%2Fb%2Bc%3D&maxResults=250"));
}

void RestJsonTest::readsATask()
{
    const auto task = readTask(R"({"Id": "i", "Status": "Pending", "CreatedAt": 1765432100.25,
        "LoRaWAN": {"RfRegion": "EU868", "StartTime": "2026-03-01T10:00:00Z"}})");
    QVERIFY(task);
    const QJsonObject expected = json(R"({"Id": "i", "Status": "Pending",
        "CreatedAt": 1765432100.25, "LoRaWAN": {"RfRegion": "EU868", "StartTime": 1772359200}})");
    QCOMPARE(*task, expected);
}

void RestJsonTest::toleratesWhatItDoesNotKnow()
{
    const auto task = readTask(R"({"Id": "i", "NewMember": {"deep": [1]}, "Status": "Frozen",
        "Name": null, "LoRaWAN": {"RfRegion": null, "Extra": 1}, "FragmentSizeBytes": 0})");
    QVERIFY(task);
    QCOMPARE(*task,
             json(R"({"Id": "i", "Status": "Frozen", "LoRaWAN": {}, "FragmentSizeBytes": 0})"));
    QCOMPARE(readTask("").value(), QJsonObject());
    QCOMPARE(readTask(" \n ").value(), QJsonObject());
}

void RestJsonTest::readsEveryTimestamp_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("seconds");
    const auto add = [](const char* text, double seconds) {
        QTest::newRow(text) << QByteArray(text) << seconds;
    };
    add("1398796238", 1398796238);
    add("1398796238.5", 1398796238.5);
    add("\"1398796238\"", 1398796238);
    add("\"2014-04-29T18:30:38Z\"", 1398796238);
    add("\"2014-04-29T18:30:38.123Z\"", 1398796238.123);
    add("\"2014-04-29T20:30:38+02:00\"", 1398796238);
    add("\"2014-04-29T18:30:38\"", 1398796238);
    add("\"Tue, 29 Apr 2014 18:30:38 GMT\"", 1398796238);
    add("-1", -1);
}

void RestJsonTest::readsEveryTimestamp()
{
    QFETCH(const QByteArray, text);
    const auto task = readTask("{\"CreatedAt\": " + text + "}");
    QVERIFY(task);
    QTEST(task->value(u"CreatedAt").toDouble(), "seconds");
}

void RestJsonTest::refusesWrongTypes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("member");
    const auto add = [](const char* body, const char* member) {
        QTest::newRow(body) << QByteArray(body) << QString::fromLatin1(member);
    };
    add(R"({"Id": 7})", "Id");
    add(R"({"LoRaWAN": "EU868"})", "LoRaWAN");
    add(R"({"RedundancyPercent": "20"})", "RedundancyPercent");
    add(R"({"RedundancyPercent": 20.5})", "RedundancyPercent");
    add(R"({"CreatedAt": "yesterday"})", "CreatedAt");
    add(R"({"CreatedAt": 1e300})", "CreatedAt");
    add(R"({"LoRaWAN": {"StartTime": true}})", "StartTime");
}

void RestJsonTest::refusesWrongTypes()
{
    QFETCH(const QByteArray, body);
    const auto task = readTask(body);
    QVERIFY(!task);
    QCOMPARE(task.error().kind, ErrorKind::AnswerMalformed);
    QTEST(task.error().code, "member");
}

void RestJsonTest::refusesWhatIsNoObject_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("HTML") << QByteArrayLiteral("<html></html>");
    QTest::newRow("cut") << QByteArrayLiteral("{\"Id\": \"i\"");
    QTest::newRow("array") << QByteArrayLiteral("[]");
    QTest::newRow("two") << QByteArrayLiteral("{}{}");
    QTest::newRow("not UTF-8") << QByteArrayLiteral("{\"Id\": \"\xff\"}");
}

void RestJsonTest::refusesWhatIsNoObject()
{
    QFETCH(const QByteArray, body);
    QCOMPARE(readTask(body).error().kind, ErrorKind::AnswerMalformed);
}

void RestJsonTest::survivesDeepNesting()
{
    const QByteArray deep =
        QByteArrayLiteral("{\"a\":").repeated(100000) + '1' + QByteArray(100000, '}');
    QCOMPARE(readTask(deep).error().kind, ErrorKind::AnswerMalformed);
}

void RestJsonTest::createTakesItsLimitsFromTheTable()
{
    const auto& members = createFuotaTaskOperation().input->members;
    const auto name = std::ranges::find(members, QStringLiteral("Name"), &ShapeMember::name);
    QCOMPARE(name->shape->maximum, fieldSpec(Field::Name).maximum);
    const auto token =
        std::ranges::find(members, QStringLiteral("ClientRequestToken"), &ShapeMember::name);
    QVERIFY(token->idempotencyToken);
    QCOMPARE(token->shape->pattern,
             QString::fromLatin1(fieldSpec(Field::ClientRequestToken).pattern));
}

} // namespace fuotadesk

using fuotadesk::RestJsonTest;
FUOTADESK_TEST(RestJsonTest);
#include "restjsontest.moc"
