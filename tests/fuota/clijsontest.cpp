#include "fuota/clijson.h"
#include "fuota/randomdraft.h"
#include "support/testcase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

namespace fuotadesk {

namespace {

QJsonObject parsed(const QByteArray& json)
{
    return QJsonDocument::fromJson(json).object();
}

// What `aws iotwireless create-fuota-task --generate-cli-skeleton` prints.
const char* const Skeleton =
    R"({"Name":"","Description":"","ClientRequestToken":"","LoRaWAN":{"RfRegion":""},)"
    R"("FirmwareUpdateImage":"","FirmwareUpdateRole":"","Tags":[{"Key":"","Value":""}],)"
    R"("RedundancyPercent":0,"FragmentSizeBytes":0,"FragmentIntervalMS":0,"Descriptor":""})";

} // namespace

class CliJsonTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void isRecognised();
    void fillersAreUnset();
    void importKeepsUnknownMembersAtEveryLevel();
    void wrongTypeIsNamed();
    void exportLeavesTheTokenOut();
    void exportGoesThereAndBack();
    void commandSurvivesTheShell();
};

void CliJsonTest::isRecognised()
{
    QVERIFY(looksLikeCliJson(parsed(Skeleton)));
    QVERIFY(looksLikeCliJson(parsed(R"({"LoRaWAN":{}})")));
    QVERIFY(!looksLikeCliJson(parsed("{}")));
    QVERIFY(!looksLikeCliJson(parsed(R"({"name":"x","RfRegion":"EU868"})")));
}

void CliJsonTest::fillersAreUnset()
{
    TaskDraft expected;
    expected.redundancyPercent = 0; // allowed by the model: it may be meant
    QCOMPARE(templateFromCliJson(parsed(Skeleton))->draft.task, expected);
}

void CliJsonTest::importKeepsUnknownMembersAtEveryLevel()
{
    const auto imported =
        parseTemplate(R"({"Name":"n","Later":[1],"LoRaWAN":{"RfRegion":"EU868","Later":2}})");
    QVERIFY(imported);
    QCOMPARE(imported->name, QStringLiteral("n"));
    QCOMPARE(imported->unknownMembers.join(u' '), QStringLiteral("task.Later task.LoRaWAN.Later"));
    const QJsonObject saved = parsed(templateJson(*imported));
    QCOMPARE(saved[u"task"][u"LoRaWAN"][u"Later"].toInt(), 2);
    QCOMPARE(saved[u"task"][u"LoRaWAN"][u"RfRegion"].toString(), QStringLiteral("EU868"));
    QCOMPARE(saved[u"task"][u"Later"][0].toInt(), 1);
    QCOMPARE(parseTemplate(templateJson(*imported))->draft, imported->draft);
}

void CliJsonTest::wrongTypeIsNamed()
{
    const auto imported = parseTemplate(R"({"Name":"n","RedundancyPercent":"20"})");
    QVERIFY(!imported);
    QCOMPARE(imported.error().kind, ErrorKind::FileMalformed);
    QCOMPARE(imported.error().code, QStringLiteral("RedundancyPercent"));
}

void CliJsonTest::exportLeavesTheTokenOut()
{
    TaskDraft task;
    task.name = QStringLiteral("n");
    task.clientRequestToken = QStringLiteral("token-of-mine");
    QVERIFY(!cliJson(task).contains("token-of-mine"));
    QVERIFY(!cliCommand(task, {}).contains(u"token-of-mine"));
    QVERIFY(cliJson(task).contains("\"Name\": \"n\""));
}

void CliJsonTest::exportGoesThereAndBack()
{
    RandomDraft drafts(7);
    for (int i = 0; i < 500; ++i) {
        TaskDraft task = drafts.task();
        task.clientRequestToken.reset();
        const auto imported = templateFromCliJson(parsed(cliJson(task)));
        QVERIFY(imported);
        // what the CLI's skeleton fills in can not be told from what was typed
        QCOMPARE(imported->draft.task.firmwareUpdateImage, task.firmwareUpdateImage);
        QCOMPARE(imported->draft.task.name.value_or(QString()), task.name.value_or(QString()));
        QCOMPARE(imported->draft.task.redundancyPercent, task.redundancyPercent);
        QCOMPARE(imported->draft.task.fragmentSizeBytes.value_or(0),
                 task.fragmentSizeBytes.value_or(0));
    }
}

// A real shell must hand the document on byte for byte.
void CliJsonTest::commandSurvivesTheShell()
{
    RandomDraft drafts(11);
    for (int i = 0; i < 20; ++i) {
        TaskDraft task = drafts.task();
        task.clientRequestToken.reset();
        const QString region = QStringLiteral("eu-west-1'; echo broken; '");
        QProcess shell;
        shell.start(
            QStringLiteral("/bin/sh"),
            {QStringLiteral("-c"),
             QStringLiteral("aws() { printf '%s|' \"$@\"; }\n") + cliCommand(task, region)});
        QVERIFY(shell.waitForFinished());
        const QByteArray expected = "iotwireless|create-fuota-task|--region|" + region.toUtf8()
            + "|--cli-input-json|"
            + QJsonDocument(parsed(cliJson(task))).toJson(QJsonDocument::Compact) + '|';
        QCOMPARE(shell.readAllStandardOutput(), expected);
    }
}

} // namespace fuotadesk

using fuotadesk::CliJsonTest;
FUOTADESK_TEST(CliJsonTest);
#include "clijsontest.moc"
