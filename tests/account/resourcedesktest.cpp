#include "account/accountbench.h"
#include "support/testcase.h"

#include <QJsonArray>

namespace fuotadesk {

class ResourceDeskTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasTags_data();
    void everyKindHasTags();
    void devicesComeWithTags();
    void whatDoesNotExistHasNone_data();
    void whatDoesNotExistHasNone();
    void levelsArePutAndReset();
    void levelsAreOfThreeKinds();

private:
    static QStringList keys(AccountBench& bench, const QByteArray& arn);
};

QStringList ResourceDeskTest::keys(AccountBench& bench, const QByteArray& arn)
{
    QStringList keys;
    const auto tags =
        bench.call(listTagsForResourceOperation(), R"({"ResourceArn":")" + arn + R"("})");
    for (const auto items = tags->value(u"Tags").toArray(); const auto& item : items)
        keys.append(item[QStringLiteral("Key")].toString());
    return keys;
}

void ResourceDeskTest::everyKindHasTags_data()
{
    QTest::addColumn<QByteArray>("list");
    for (const char* list : {"FuotaTaskList", "MulticastGroupList", "WirelessDeviceList",
                             "DeviceProfileList", "WirelessGatewayList"})
        QTest::newRow(list) << QByteArray(list);
}

void ResourceDeskTest::everyKindHasTags()
{
    QFETCH(QByteArray, list);
    AccountBench bench;
    bench.makeTask("t");
    const QMap<QByteArray, const Operation*> lists{
        {"FuotaTaskList", &listFuotaTasksOperation()},
        {"MulticastGroupList", &listMulticastGroupsOperation()},
        {"WirelessDeviceList", &listWirelessDevicesOperation()},
        {"DeviceProfileList", &listDeviceProfilesOperation()},
        {"WirelessGatewayList", &listWirelessGatewaysOperation()}};
    const auto page = bench.call(*lists.value(list));
    const QByteArray arn =
        page->value(QLatin1String(list)).toArray()[0][QStringLiteral("Arn")].toString().toLatin1();
    const QStringList before = keys(bench, arn);
    const QByteArray named = R"({"ResourceArn":")" + arn + R"(",)";
    QVERIFY(bench.call(tagResourceOperation(), named + R"("Tags":[{"Key":"k","Value":"v"}]})"));
    QCOMPARE(keys(bench, arn), before + QStringList{QStringLiteral("k")});
    QVERIFY(bench.call(untagResourceOperation(), named + R"("TagKeys":["k"]})"));
    QCOMPARE(keys(bench, arn), before);
}

void ResourceDeskTest::devicesComeWithTags()
{
    AccountBench bench;
    const QByteArray arn = "arn:aws:iotwireless:eu-west-1:123456789012:WirelessDevice/"
        + DeviceFleet::at(0).id().toLatin1();
    QCOMPARE(keys(bench, arn), QStringList{QStringLiteral("site")});
}

void ResourceDeskTest::whatDoesNotExistHasNone_data()
{
    QTest::addColumn<QByteArray>("arn");
    QTest::newRow("no ARN") << QByteArray("x");
    QTest::newRow("unknown task") << QByteArray(
        "arn:aws:iotwireless:eu-west-1:123456789012:FuotaTask/x");
    QTest::newRow("unknown kind") << QByteArray(
        "arn:aws:iotwireless:eu-west-1:123456789012:Shed/x");
    QTest::newRow("another region") << "arn:aws:iotwireless:us-east-1:123456789012:WirelessDevice/"
            + DeviceFleet::at(0).id().toLatin1();
}

void ResourceDeskTest::whatDoesNotExistHasNone()
{
    QFETCH(QByteArray, arn);
    AccountBench bench;
    const QByteArray named = R"({"ResourceArn":")" + arn + '"';
    QCOMPARE(bench.refusal(listTagsForResourceOperation(), named + '}'), 404);
    QCOMPARE(bench.refusal(tagResourceOperation(), named + R"(,"Tags":[]})"), 404);
    QCOMPARE(bench.refusal(untagResourceOperation(), named + R"(,"TagKeys":["k"]})"), 404);
}

void ResourceDeskTest::levelsArePutAndReset()
{
    AccountBench bench;
    bench.makeTask("t");
    const QByteArray task = R"({"ResourceType":"FuotaTask","ResourceIdentifier":"$t")";
    QCOMPARE(bench.refusal(getResourceLogLevelOperation(), task + '}'), 404);
    QVERIFY(bench.call(putResourceLogLevelOperation(), task + R"(,"LogLevel":"INFO"})"));
    QVERIFY(bench.call(putResourceLogLevelOperation(), task + R"(,"LogLevel":"ERROR"})"));
    QCOMPARE(bench.call(getResourceLogLevelOperation(), task + '}')->value(u"LogLevel").toString(),
             QStringLiteral("ERROR"));
    QCOMPARE(bench.refusal(resetResourceLogLevelOperation(), task + '}'), 0);
    QCOMPARE(bench.refusal(resetResourceLogLevelOperation(), task + '}'), 404);
}

void ResourceDeskTest::levelsAreOfThreeKinds()
{
    AccountBench bench;
    bench.keepDevice("d", 0);
    const auto put = [&](const char* type, const char* id) {
        return bench.refusal(putResourceLogLevelOperation(),
                             R"({"LogLevel":"INFO","ResourceType":")" + QByteArray(type)
                                 + R"(","ResourceIdentifier":")" + id + R"("})");
    };
    QCOMPARE(put("WirelessDevice", "$d"), 0);
    QCOMPARE(put("WirelessGateway", "$d"), 404);
    QCOMPARE(put("FuotaTask", "x"), 404);
    QCOMPARE(put("MulticastGroup", "x"), 400);
}

FUOTADESK_TEST(ResourceDeskTest);

} // namespace fuotadesk

#include "resourcedesktest.moc"
