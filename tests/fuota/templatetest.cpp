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

class TemplateTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void smallestIsAnEmptyDraft();
    void unknownMembersAreKeptAndReported();
    void unsettingIsSaved();
    void removedVariableIsGone();
    void tokenIsNeverSaved();
    void wrongMemberIsNamed_data();
    void wrongMemberIsNamed();
    void boundsOfPlanning_data();
    void boundsOfPlanning();
    void newerSchemaIsSaid();
    void sizeIsBounded();
    void anyTemplateGoesThereAndBack();
};

void TemplateTest::smallestIsAnEmptyDraft()
{
    const auto value = parseTemplate(R"({"schema":1})");
    QVERIFY(value);
    QCOMPARE(value->draft, CampaignDraft());
    QVERIFY(value->name.isEmpty());
    QVERIFY(value->unknownMembers.isEmpty());
}

void TemplateTest::unknownMembersAreKeptAndReported()
{
    const QByteArray json =
        R"({"schema":1,"name":"n","x":{"deep":[1,null]},"task":{"Name":"t","Later":1,"a.b":2,
        "LoRaWAN":{"Later":3}},"image":{"sizeBytes":7,"sha256":"00"},"planning":{"later":4,
        "ownDecoder":{"maximumLost":9,"later":7},"fleet":[{"share":1},{"share":0.5,"later":8}]},
        "recipients":{"later":[5]},"variables":{"v":{"prompt":"p","default":"d","later":6}}})";
    auto value = parseTemplate(json);
    QVERIFY(value);
    QStringList unknown = value->unknownMembers;
    unknown.sort();
    QCOMPARE(unknown.join(u' '),
             QStringLiteral(
                 "image.sha256 planning.fleet[1].later planning.later planning.ownDecoder.later "
                 "recipients.later task.Later task.LoRaWAN.Later task.a.b "
                 "variables.v.later x"));
    value->draft.task.name = QStringLiteral("edited");
    value->name = QStringLiteral("renamed");
    const auto again = parseTemplate(templateJson(*value));
    QCOMPARE(again->draft, value->draft);
    QCOMPARE(again->name, value->name);
    const QJsonObject before = parsed(json);
    const QJsonObject after = parsed(templateJson(*again));
    QCOMPARE(after[u"x"], before[u"x"]);
    QCOMPARE(after[u"task"][u"Later"].toInt(), 1);
    QCOMPARE(after[u"task"][u"a.b"].toInt(), 2);
    QVERIFY(!after[u"task"].toObject().contains(u"a"));
    QCOMPARE(after[u"task"][u"LoRaWAN"][u"Later"].toInt(), 3);
    QCOMPARE(after[u"image"][u"sha256"].toString(), QStringLiteral("00"));
    QCOMPARE(after[u"planning"][u"later"].toInt(), 4);
    QCOMPARE(after[u"planning"][u"ownDecoder"][u"later"].toInt(), 7);
    QCOMPARE(after[u"planning"][u"ownDecoder"][u"maximumLost"].toInt(), 9);
    QCOMPARE(after[u"planning"][u"fleet"][1][u"later"].toInt(), 8);
    QCOMPARE(after[u"recipients"][u"later"][0].toInt(), 5);
    QCOMPARE(after[u"variables"][u"v"][u"later"].toInt(), 6);
}

void TemplateTest::unsettingIsSaved()
{
    auto value = parseTemplate(R"({"schema":1,"task":{"Name":"n","RedundancyPercent":5,
        "LoRaWAN":{"RfRegion":"EU868"},"Tags":[{"Key":"k","Value":"v"}]},"image":{"sizeBytes":7}})");
    QVERIFY(value);
    value->draft = CampaignDraft();
    const auto again = parseTemplate(templateJson(*value));
    QCOMPARE(again->draft, CampaignDraft());
}

void TemplateTest::removedVariableIsGone()
{
    auto value = parseTemplate(R"({"schema":1,"variables":{"a":{},"b":{"default":"x"}}})");
    QCOMPARE(value->variables.size(), 2);
    value->variables.removeFirst();
    const auto again = parseTemplate(templateJson(*value));
    QCOMPARE(again->variables, value->variables);
}

void TemplateTest::tokenIsNeverSaved()
{
    Template value;
    value.draft.task.clientRequestToken = QStringLiteral("token-of-mine");
    QVERIFY(!templateJson(value).contains("token-of-mine"));
    auto read = parseTemplate(R"({"schema":1,"task":{"ClientRequestToken":"token-of-mine"}})");
    QVERIFY(!read->draft.task.clientRequestToken);
    QVERIFY(!templateJson(*read).contains("token-of-mine"));
    read = parseTemplate(R"({"Name":"n","ClientRequestToken":"token-of-mine"})");
    QVERIFY(!templateJson(*read).contains("token-of-mine"));
}

void TemplateTest::wrongMemberIsNamed_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QString>("name");
    const auto row = [](const char* member, const char* name) {
        QTest::newRow(member) << QByteArray(member) << QString::fromLatin1(name);
    };
    row(R"("name":1)", "name");
    row(R"("task":"x")", "task");
    row(R"("task":{"LoRaWAN":{"RfRegion":1}})", "LoRaWAN.RfRegion");
    row(R"("task":{"FragmentSizeBytes":true})", "FragmentSizeBytes");
    row(R"("image":[])", "image");
    row(R"("image":{"sizeBytes":"1"})", "image.sizeBytes");
    row(R"("image":{"sizeBytes":1.5})", "image.sizeBytes");
    row(R"("planning":7)", "planning");
    row(R"("planning":{"decoder":7})", "planning.decoder");
    row(R"("planning":{"loss":1.01})", "planning.loss");
    row(R"("planning":{"burstFragments":0})", "planning.burstFragments");
    row(R"("planning":{"classB":1})", "planning.classB");
    row(R"("planning":{"devices":0})", "planning.devices");
    row(R"("planning":{"target":-0.1})", "planning.target");
    row(R"("planning":{"startAt":"soon"})", "planning.startAt");
    row(R"("planning":{"fleet":{}})", "planning.fleet");
    row(R"("planning":{"fleet":[1]})", "planning.fleet[0]");
    row(R"("planning":{"fleet":[{"share":1},{"loss":2}]})", "planning.fleet[1].loss");
    row(R"("planning":{"fleet":[{"share":0}]})", "planning.fleet");
    row(R"("planning":{"ownDecoder":{"sizeMultiple":0}})", "planning.ownDecoder.sizeMultiple");
    row(R"("recipients":{"wirelessDeviceIds":"a"})", "recipients.wirelessDeviceIds");
    row(R"("recipients":{"multicastGroupIds":["a",1]})", "recipients.multicastGroupIds");
    row(R"("variables":[])", "variables");
    row(R"("variables":{"v":"x"})", "variables.v");
    row(R"("variables":{"v":{"default":1}})", "variables.v.default");
}

void TemplateTest::wrongMemberIsNamed()
{
    QFETCH(QByteArray, member);
    QFETCH(QString, name);
    const auto value = parseTemplate(R"({"schema":1,)" + member + '}');
    QVERIFY(!value);
    QCOMPARE(value.error().kind, ErrorKind::FileMalformed);
    QCOMPARE(value.error().code, name);
}

void TemplateTest::boundsOfPlanning_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<bool>("good");
    const auto rows = [](const char* name, const QList<double>& good, const QList<double>& bad) {
        for (const bool isGood : {true, false})
            for (const double number : isGood ? good : bad)
                QTest::addRow("%s %g", name, number)
                    << '"' + QByteArray(name) + "\":" + QByteArray::number(number, 'g', 17)
                    << isGood;
    };
    rows("dataRate", {0, 15}, {-1, 16, 2.5});
    rows("fragmentSizeBytes", {1, 2147483647}, {0, 2147483648.0, 1e300});
    rows("redundancyPercent", {0, 100}, {-1, 101});
    rows("fragmentIntervalMs", {1, 2147483647}, {0, 2147483648.0});
    rows("loss", {0, 0.5, 1}, {-0.001, 1.001});
    rows("gateways", {1, 20}, {0, 21});
}

void TemplateTest::boundsOfPlanning()
{
    QFETCH(QByteArray, member);
    QFETCH(bool, good);
    const auto value = parseTemplate(R"({"schema":1,"planning":{)" + member + "}}");
    QCOMPARE(value.has_value(), good);
}

void TemplateTest::newerSchemaIsSaid()
{
    const auto value = parseTemplate(R"({"schema":2,"task":[]})");
    QCOMPARE(value.error().kind, ErrorKind::FileTooNew);
    QCOMPARE(value.error().detail, QStringLiteral("2"));
}

void TemplateTest::sizeIsBounded()
{
    const QByteArray json = R"({"schema":1})";
    QVERIFY(parseTemplate(json + QByteArray(LargestTemplateBytes - json.size(), ' ')));
    const auto value =
        parseTemplate(json + QByteArray(LargestTemplateBytes - json.size() + 1, ' '));
    QCOMPARE(value.error().kind, ErrorKind::FileTooLarge);
}

void TemplateTest::anyTemplateGoesThereAndBack()
{
    RandomDraft drafts(42);
    for (int i = 0; i < 1000; ++i) {
        const Template value = drafts.saved();
        const auto read = parseTemplate(templateJson(value));
        QVERIFY(read);
        QCOMPARE(read->draft, value.draft);
        QCOMPARE(read->name, value.name);
        QCOMPARE(read->variables, value.variables);
        QVERIFY(read->unknownMembers.isEmpty());
        QCOMPARE(templateJson(*read), templateJson(value));
    }
}

} // namespace fuotadesk

using fuotadesk::TemplateTest;
FUOTADESK_TEST(TemplateTest);
#include "templatetest.moc"
