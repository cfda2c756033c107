#include "fuota/taskjson.h"
#include "fuota/randomdraft.h"
#include "support/testcase.h"

#include <QJsonDocument>

namespace fuotadesk {

namespace {

QJsonObject parsed(const QByteArray& json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class TaskJsonTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void unsetIsNotSent();
    void setIsSentUnderItsName();
    void wrongTypes_data();
    void wrongTypes();
    void unknownMembersAreNamedAndKeptApart();
    void nullIsUnset();
    void anyDraftGoesThereAndBack();
};

void TaskJsonTest::unsetIsNotSent()
{
    QVERIFY(taskJson(TaskDraft()).isEmpty());
    QCOMPARE(taskFromJson({}).task, TaskDraft());
    TaskDraft task;
    task.name = QString(); // set, though empty
    task.redundancyPercent = 0;
    QCOMPARE(QJsonDocument(taskJson(task)).toJson(QJsonDocument::Compact),
             QByteArray(R"({"Name":"","RedundancyPercent":0})"));
}

void TaskJsonTest::setIsSentUnderItsName()
{
    const QByteArray json =
        R"({"ClientRequestToken":"t","Description":"d","Descriptor":"AAIEAQ==","FirmwareUpdateImage":"s3://b/k",)"
        R"("FirmwareUpdateRole":"r","FragmentIntervalMS":7000,"FragmentSizeBytes":112,)"
        R"("LoRaWAN":{"RfRegion":"EU868"},"Name":"n","RedundancyPercent":20,"Tags":[{"Key":"k","Value":"v"}]})";
    const TaskFromJson read = taskFromJson(parsed(json));
    QVERIFY(read.unknown.isEmpty() && read.wrongType.isEmpty());
    QCOMPARE(read.task.fragmentIntervalMs, 7000);
    QCOMPARE(read.task.rfRegion, QStringLiteral("EU868"));
    QCOMPARE(QJsonDocument(taskJson(read.task)).toJson(QJsonDocument::Compact), json);
}

void TaskJsonTest::wrongTypes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("member");
    const auto row = [](const char* json, const char* member) {
        QTest::newRow(json) << QByteArray(json) << QString::fromLatin1(member);
    };
    row(R"({"Name":1})", "Name");
    row(R"({"Name":{}})", "Name");
    row(R"({"FirmwareUpdateImage":["s3://b/k"]})", "FirmwareUpdateImage");
    row(R"({"RedundancyPercent":"20"})", "RedundancyPercent");
    row(R"({"RedundancyPercent":1.5})", "RedundancyPercent");
    row(R"({"RedundancyPercent":true})", "RedundancyPercent");
    row(R"({"FragmentSizeBytes":1e300})", "FragmentSizeBytes");
    row(R"({"FragmentSizeBytes":9007199254740993})", "FragmentSizeBytes");
    row(R"({"FragmentIntervalMS":-1e16})", "FragmentIntervalMS");
    row(R"({"LoRaWAN":"EU868"})", "LoRaWAN");
    row(R"({"LoRaWAN":{"RfRegion":868}})", "LoRaWAN.RfRegion");
    row(R"({"Tags":{}})", "Tags");
    row(R"({"Tags":["k"]})", "Tags");
    row(R"({"Tags":[{"Key":"k"}]})", "Tags");
    row(R"({"Tags":[{"Key":"k","Value":1}]})", "Tags");
    row(R"({"Tags":[null]})", "Tags");
}

void TaskJsonTest::wrongTypes()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, member);
    QVERIFY(!parsed(json).isEmpty());
    const TaskFromJson read = taskFromJson(parsed(json));
    QCOMPARE(read.wrongType, QStringList{member});
    QVERIFY(read.unknown.isEmpty());
    QCOMPARE(read.task, TaskDraft());
}

void TaskJsonTest::unknownMembersAreNamedAndKeptApart()
{
    const QJsonObject object = parsed(
        R"({"Name":"n","name":"x","RfRegion":"EU868","LoRaWAN":{"RfRegion":"EU868","DlDr":3,"Name":"y"},"a.b":1})");
    const TaskFromJson read = taskFromJson(object);
    QCOMPARE(read.unknown.join(u' '),
             QStringLiteral("LoRaWAN.DlDr LoRaWAN.Name RfRegion a.b name"));
    QVERIFY(read.wrongType.isEmpty());
    QCOMPARE(read.task.name, QStringLiteral("n"));
    QCOMPARE(unknownTaskMembers(object),
             parsed(R"({"name":"x","RfRegion":"EU868","LoRaWAN":{"DlDr":3,"Name":"y"},"a.b":1})"));
}

void TaskJsonTest::nullIsUnset()
{
    const TaskFromJson read = taskFromJson(
        parsed(R"({"Name":null,"LoRaWAN":null,"Tags":null,"RedundancyPercent":null})"));
    QCOMPARE(read.task, TaskDraft());
    QVERIFY(read.unknown.isEmpty() && read.wrongType.isEmpty());
}

void TaskJsonTest::anyDraftGoesThereAndBack()
{
    RandomDraft drafts(20'261'123);
    for (int i = 0; i < 2000; ++i) {
        const TaskDraft task = drafts.task();
        const QByteArray json = QJsonDocument(taskJson(task)).toJson(QJsonDocument::Compact);
        const TaskFromJson read = taskFromJson(parsed(json));
        QCOMPARE(read.task, task);
        QVERIFY(read.unknown.isEmpty() && read.wrongType.isEmpty());
    }
}

} // namespace fuotadesk

using fuotadesk::TaskJsonTest;
FUOTADESK_TEST(TaskJsonTest);
#include "taskjsontest.moc"
