#include "iotwireless/operations.h"
#include "support/testcase.h"

#include "aws/restresponse.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

namespace fuotadesk {

class OperationsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void eachIsListedOnce();
    void labelsAreMembers();
    void noTableHoldsAKey();
    void keysAreDroppedAtDecoding();
    void timeAsTextMayBeANumber();
};

namespace {

// Every member of a shape, at any depth.
QStringList names(const Shape& shape)
{
    QStringList result;
    if (shape.element)
        result += names(*shape.element);
    for (const ShapeMember& member : shape.members)
        result += QStringList{member.name} + names(*member.shape);
    return result;
}

QJsonObject json(const QByteArray& text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

void OperationsTest::eachIsListedOnce()
{
    QSet<QString> operationNames;
    QSet<QString> places;
    for (const Operation* operation : iotWirelessOperations()) {
        operationNames.insert(operation->name);
        places.insert(QString::fromLatin1(operation->method) + u' ' + operation->uri);
    }
    QCOMPARE(operationNames.size(), 39);
    QCOMPARE(places.size(), 39);
}

void OperationsTest::labelsAreMembers()
{
    const QRegularExpression label(QStringLiteral("\\{(\\w+)\\}"));
    for (const Operation* operation : iotWirelessOperations()) {
        QSet<QString> labels;
        for (auto found = label.globalMatch(operation->uri); found.hasNext();)
            labels.insert(found.next().captured(1));
        QSet<QString> members;
        for (const ShapeMember& member : operation->input->members)
            if (member.location == MemberLocation::Uri)
                members.insert(member.wireName);
        QVERIFY2(labels == members, qUtf8Printable(operation->name));
    }
}

void OperationsTest::noTableHoldsAKey()
{
    const QRegularExpression key(QStringLiteral("(Key|Keys)$"));
    for (const Operation* operation : iotWirelessOperations())
        for (const QString& name : names(*operation->output))
            QVERIFY2(name == u"Key" || !key.match(name).hasMatch(), // the Key of a tag
                     qUtf8Printable(operation->name + u' ' + name));
}

void OperationsTest::keysAreDroppedAtDecoding()
{
    const QByteArray secret = "0123456789ABCDEF0123456789ABCDEF";
    QByteArray body = R"({"Id": "d", "LoRaWAN": {"DevEui": "0011223344556677",
        "OtaaV1_1": {"AppKey": "K", "NwkKey": "K", "JoinEui": "70B3D57ED0000001"},
        "OtaaV1_0_x": {"AppKey": "K", "GenAppKey": "K", "AppEui": "70B3D57ED0000002"},
        "AbpV1_1": {"DevAddr": "01020304", "SessionKeys": {"FNwkSIntKey": "K",
            "SNwkSIntKey": "K", "NwkSEncKey": "K", "AppSKey": "K"}},
        "AbpV1_0_x": {"DevAddr": "01020304", "SessionKeys": {"NwkSKey": "K", "AppSKey": "K"}}},
        "Sidewalk": {"PrivateKeys": [{"SigningAlg": "Ed25519", "Value": "K"}]}})";
    body.replace("\"K\"", '"' + secret + '"');
    const auto members = restMembers(*getWirelessDeviceOperation().output, {200, {}, body});
    QVERIFY(members);
    QCOMPARE(members.value(), json(R"({"Id": "d", "LoRaWAN": {"DevEui": "0011223344556677",
        "OtaaV1_1": {"JoinEui": "70B3D57ED0000001"}, "OtaaV1_0_x": {"AppEui": "70B3D57ED0000002"},
        "AbpV1_1": {"DevAddr": "01020304"}, "AbpV1_0_x": {"DevAddr": "01020304"}}})"));
}

void OperationsTest::timeAsTextMayBeANumber()
{
    const auto read = [](const QByteArray& time) {
        const QByteArray body =
            R"({"WirelessDeviceId": "d", "LastUplinkReceivedAt": )" + time + "}";
        return restMembers(*getWirelessDeviceStatisticsOperation().output, {200, {}, body})
            .value()
            .value(QStringLiteral("LastUplinkReceivedAt"))
            .toString();
    };
    QCOMPARE(read("\"2026-03-01T10:00:00.5Z\""), QStringLiteral("2026-03-01T10:00:00.5Z"));
    QCOMPARE(read("1772359200"), QStringLiteral("2026-03-01T10:00:00Z"));
    QCOMPARE(read("1e300"), QString());
}

} // namespace fuotadesk

using fuotadesk::OperationsTest;
FUOTADESK_TEST(OperationsTest);
#include "operationstest.moc"
