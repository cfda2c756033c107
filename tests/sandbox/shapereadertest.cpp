#include "sandbox/shapereader.h"
#include "iotwireless/operations.h"
#include "support/testcase.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace fuotadesk {

class ShapeReaderTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void timesBecomeSeconds();
    void whatIsWrongIsTold_data();
    void whatIsWrongIsTold();
    void patternMustFitTheWholeText();
    void everyTableHasOnlyTypesItCanRead();
};

namespace {

QJsonObject json(const QByteArray& text)
{
    return QJsonDocument::fromJson(text).object();
}

const Operation& operationNamed(const QString& name)
{
    for (const Operation* operation : iotWirelessOperations())
        if (operation->name == name)
            return *operation;
    qFatal("no such operation");
}

bool isReadable(const Shape& shape)
{
    if (shape.type == ShapeType::Map || shape.type == ShapeType::Blob)
        return false;
    for (const ShapeMember& member : shape.members)
        if (member.location == MemberLocation::Header || !isReadable(*member.shape))
            return false;
    return !shape.element || isReadable(*shape.element);
}

} // namespace

void ShapeReaderTest::timesBecomeSeconds()
{
    ShapeReader reader;
    const QJsonObject params =
        reader.read(*startFuotaTaskOperation().input,
                    json(R"({"Id":"i","LoRaWAN":{"StartTime":"2026-03-04T05:06:07.5Z"}})"));
    QVERIFY(!reader.refusal());
    QCOMPARE(params[u"LoRaWAN"][QStringLiteral("StartTime")], QJsonValue(1772600767.5));
}

void ShapeReaderTest::whatIsWrongIsTold_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* operation, const QByteArray& sent,
                        const char* message) {
        QTest::newRow(name) << QString::fromLatin1(operation) << sent
                            << QString::fromLatin1(message);
    };
    row("time", "StartFuotaTask", R"({"Id":"i","LoRaWAN":{"StartTime":"soon"}})",
        "Value at 'LoRaWAN.StartTime' has the wrong type");
    row("time as a number", "StartFuotaTask", R"({"Id":"i","LoRaWAN":{"StartTime":1}})",
        "Value at 'LoRaWAN.StartTime' has the wrong type");
    row("required structure", "CreateMulticastGroup", "{}",
        "1 validation error detected: Value at 'LoRaWAN' failed to satisfy constraint: Member must "
        "not be null");
    row("deep", "CreateMulticastGroup",
        R"({"LoRaWAN":{"ParticipatingGateways":{"TransmissionInterval":60001}}})",
        "1 validation error detected: Value at "
        "'LoRaWAN.ParticipatingGateways.TransmissionInterval' failed to satisfy constraint: Member "
        "must have value less than or equal to 60000");
    row("item", "CreateMulticastGroup",
        R"({"LoRaWAN":{"ParticipatingGateways":{"GatewayList":[1]}}})",
        "Value at 'LoRaWAN.ParticipatingGateways.GatewayList' has the wrong type");
    row("word", "PutResourceLogLevel",
        R"({"ResourceIdentifier":"i","resourceType":"FuotaTask","LogLevel":"LOUD"})",
        "1 validation error detected: Value at 'LogLevel' failed to satisfy constraint: Member "
        "must satisfy enum value set: [INFO, ERROR, DISABLED]");
    row("two items, one complaint", "TagResource",
        R"({"resourceArn":"a","Tags":[{"Key":"","Value":"1"},{"Key":"","Value":"2"}]})",
        "1 validation error detected: Value at 'Tags' failed to satisfy constraint: Key must have "
        "length greater than or equal to 1");
    row("items without a member", "TagResource", R"({"resourceArn":"a","Tags":[{"Key":"k"}]})",
        "1 validation error detected: Value at 'Tags' failed to satisfy constraint: Value must not "
        "be null");
}

void ShapeReaderTest::whatIsWrongIsTold()
{
    QFETCH(QString, operation);
    QFETCH(QByteArray, sent);
    ShapeReader reader;
    reader.read(*operationNamed(operation).input, json(sent));
    QVERIFY(reader.refusal());
    QCOMPARE(reader.refusal()->code, QByteArray("ValidationException"));
    QTEST(reader.refusal()->message, "message");
}

void ShapeReaderTest::patternMustFitTheWholeText()
{
    for (const char* name : {"two words", "name\n", "\u00e9"}) {
        ShapeReader reader;
        reader.read(*listWirelessDevicesOperation().input,
                    {{QStringLiteral("destinationName"), QString::fromUtf8(name)}});
        QVERIFY2(reader.refusal(), name);
    }
}

void ShapeReaderTest::everyTableHasOnlyTypesItCanRead()
{
    for (const Operation* operation : iotWirelessOperations())
        QVERIFY2(isReadable(*operation->input), qPrintable(operation->name));
}

FUOTADESK_TEST(ShapeReaderTest);

} // namespace fuotadesk

#include "shapereadertest.moc"
