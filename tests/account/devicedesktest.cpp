#include "account/accountbench.h"
#include "account/profilebook.h"
#include "aws/timestamps.h"
#include "support/testcase.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace std::chrono_literals;

namespace fuotadesk {

class DeviceDeskTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyDeviceIsListedOnce();
    void filtersNarrowTogether_data();
    void filtersNarrowTogether();
    void statusIsToldInItsListOnly();
    void membersOfGroupsAreInTheTask();
    void deviceIsFoundByWhatNamesIt();
    void answerHasRootKeys();
    void statisticsAreThoseOfTheLatestUplink();
    void queuesAreListedAndCleared();

private:
    static QJsonArray rows(AccountBench& bench, const QByteArray& params = "{}");
};

QJsonArray DeviceDeskTest::rows(AccountBench& bench, const QByteArray& params)
{
    return bench.call(listWirelessDevicesOperation(), params)
        ->value(u"WirelessDeviceList")
        .toArray();
}

void DeviceDeskTest::everyDeviceIsListedOnce()
{
    AccountBench bench;
    bench.world.fleet.resize(600);
    QSet<QString> ids;
    QString token;
    QList<qsizetype> sizes;
    do {
        const auto page = bench.call(listWirelessDevicesOperation(),
                                     R"({"NextToken":")" + token.toLatin1() + R"("})");
        QVERIFY(page);
        const QJsonArray items = page->value(u"WirelessDeviceList").toArray();
        for (const auto& item : items)
            ids.insert(item[QStringLiteral("Id")].toString());
        sizes.append(items.size());
        token = page->value(u"NextToken").toString();
    } while (!token.isEmpty());
    QCOMPARE(ids.size(), 600);
    const QList<qsizetype> expected{250, 250, 100};
    QCOMPARE(sizes, expected);
    bench.world.fleet.resize(250); // a full last page
    QVERIFY(!bench.call(listWirelessDevicesOperation())->contains(u"NextToken"));
    QCOMPARE(bench.refusal(listWirelessDevicesOperation(), R"({"NextToken":"x"})"), 400);
}

void DeviceDeskTest::filtersNarrowTogether_data()
{
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<int>("count");
    const QByteArray american =
        ProfileBook::profileIdOf(DeviceFleet::at(10)).toLatin1(); // the one of another region
    QTest::newRow("profile") << R"("DeviceProfileId":")" + american + '"' << 1;
    QTest::newRow("unknown profile") << QByteArray(R"("DeviceProfileId":"x")") << 0;
    QTest::newRow("service profile")
        << R"("ServiceProfileId":")" + ProfileBook::serviceProfileId().toLatin1() + '"' << 24;
    QTest::newRow("unknown service profile") << QByteArray(R"("ServiceProfileId":"x")") << 0;
    QTest::newRow("destination") << QByteArray(R"("DestinationName":"meter-uplinks")") << 24;
    QTest::newRow("unknown destination") << QByteArray(R"("DestinationName":"x")") << 0;
    QTest::newRow("LoRaWAN") << QByteArray(R"("WirelessDeviceType":"LoRaWAN")") << 24;
    QTest::newRow("Sidewalk") << QByteArray(R"("WirelessDeviceType":"Sidewalk")") << 0;
    QTest::newRow("group") << QByteArray(R"("MulticastGroupId":"$g")") << 2;
    QTest::newRow("group and profile")
        << R"("MulticastGroupId":"$g","DeviceProfileId":")" + american + '"' << 1;
    QTest::newRow("task") << QByteArray(R"("FuotaTaskId":"$t")") << 1;
    QTest::newRow("task and group")
        << QByteArray(R"("FuotaTaskId":"$t","MulticastGroupId":"$g")") << 1;
    QTest::newRow("unknown task") << QByteArray(R"("FuotaTaskId":"x")") << 0;
    QTest::newRow("unknown group") << QByteArray(R"("MulticastGroupId":"x")") << 0;
}

void DeviceDeskTest::filtersNarrowTogether()
{
    QFETCH(QByteArray, filter);
    AccountBench bench;
    bench.makeGroup("g");
    bench.makeTask("t");
    bench.keepDevice("d", 0);
    bench.keepDevice("e", 10);
    for (const char* name : {"$d", "$e"})
        QVERIFY(bench.call(associateWirelessDeviceWithMulticastGroupOperation(),
                           R"({"Id":"$g","WirelessDeviceId":")" + QByteArray(name) + R"("})"));
    bench.addToTask("t", "d");
    QTEST(int(rows(bench, '{' + filter + '}').size()), "count");
}

void DeviceDeskTest::statusIsToldInItsListOnly()
{
    AccountBench bench;
    bench.makeGroup("g");
    bench.makeTask("t");
    bench.keepDevice("d", 0);
    bench.addToGroup("g", "d");
    bench.addToTask("t", "d");
    const QJsonObject plain = rows(bench).at(0).toObject();
    for (const char* name : {"FuotaDeviceStatus", "MulticastDeviceStatus", "McGroupId"})
        QVERIFY2(!plain.contains(QLatin1String(name)), name);
    const QJsonObject ofTask = rows(bench, R"({"FuotaTaskId":"$t"})").at(0).toObject();
    QCOMPARE(ofTask[u"FuotaDeviceStatus"].toString(), QStringLiteral("Initial"));
    QVERIFY(!ofTask.contains(u"MulticastDeviceStatus"));
    const QJsonObject ofGroup = rows(bench, R"({"MulticastGroupId":"$g"})").at(0).toObject();
    QCOMPARE(ofGroup[u"MulticastDeviceStatus"].toString(), QStringLiteral("Package_attempting"));
    QCOMPARE(ofGroup[u"McGroupId"].toInt(), 3);
    QVERIFY(!ofGroup.contains(u"FuotaDeviceStatus"));
}

void DeviceDeskTest::membersOfGroupsAreInTheTask()
{
    AccountBench bench;
    bench.makeGroup("g");
    bench.makeTask("t", R"(,"RedundancyPercent":100)");
    bench.keepDevice("d", 0);
    bench.addToGroup("g", "d");
    QVERIFY(bench.call(associateMulticastGroupWithFuotaTaskOperation(),
                       R"({"Id":"$t","MulticastGroupId":"$g"})"));
    QCOMPARE(rows(bench, R"({"FuotaTaskId":"$t"})").size(), 1);
    bench.startNow("t");
    // it left the group; the campaign goes on with it
    QVERIFY(bench.call(disassociateWirelessDeviceFromMulticastGroupOperation(),
                       R"({"Id":"$g","WirelessDeviceId":"$d"})"));
    bench.pass(2h);
    QCOMPARE(rows(bench, R"({"FuotaTaskId":"$t"})")
                 .at(0)[QStringLiteral("FuotaDeviceStatus")]
                 .toString(),
             QStringLiteral("Successful"));
}

void DeviceDeskTest::deviceIsFoundByWhatNamesIt()
{
    AccountBench bench;
    const FleetDevice device = DeviceFleet::at(5);
    const auto found = [&](const char* kind, const QString& identifier) {
        const auto details =
            bench.call(getWirelessDeviceOperation(),
                       R"({"IdentifierType":")" + QByteArray(kind) + R"(","Identifier":")"
                           + identifier.toLatin1() + R"("})");
        return details ? details->value(u"Id").toString() : QString();
    };
    QCOMPARE(found("WirelessDeviceId", device.id()), device.id());
    QCOMPARE(found("DevEui", device.devEui()), device.id());
    QCOMPARE(found("ThingName", device.name()), device.id());
    QVERIFY(found("WirelessDeviceId", device.devEui()).isEmpty());
    QVERIFY(found("SidewalkManufacturingSn", device.id()).isEmpty());
}

// As AWS answers: what drops them is the client.
void DeviceDeskTest::answerHasRootKeys()
{
    AccountBench bench;
    const QRegularExpression key(QStringLiteral("^[0-9a-f]{32}$"));
    QSet<QString> keys;
    for (const int index : {0, 1, 8}) {
        bench.keepDevice("d", index);
        const auto details =
            bench.call(getWirelessDeviceOperation(),
                       R"({"IdentifierType":"WirelessDeviceId","Identifier":"$d"})");
        const QJsonValue lorawan = details->value(u"LoRaWAN");
        const QJsonValue otaa = lorawan[QStringLiteral("OtaaV1_0_x")];
        const QJsonValue session =
            lorawan[QStringLiteral("AbpV1_0_x")][QStringLiteral("SessionKeys")];
        const bool personalized = DeviceFleet::at(index).kind == DeviceKind::Personalized;
        for (const QJsonValue& value : personalized
                 ? QList<QJsonValue>{session[QStringLiteral("NwkSKey")],
                                     session[QStringLiteral("AppSKey")]}
                 : QList<QJsonValue>{otaa[QStringLiteral("AppKey")],
                                     otaa[QStringLiteral("GenAppKey")]}) {
            QVERIFY(key.match(value.toString()).hasMatch());
            keys.insert(value.toString());
        }
    }
    QCOMPARE(keys.size(), 6);
}

void DeviceDeskTest::statisticsAreThoseOfTheLatestUplink()
{
    AccountBench bench;
    bench.keepDevice("d", 0);
    bench.keepDevice("silent", 11);
    const auto told =
        bench.call(getWirelessDeviceStatisticsOperation(), R"({"WirelessDeviceId":"$d"})");
    const QDateTime heard = parseIso8601(told->value(u"LastUplinkReceivedAt").toString());
    const qint64 ago = heard.secsTo(bench.clock.now());
    QVERIFY2(ago >= 0 && ago < 900, qPrintable(QString::number(ago)));
    QCOMPARE((*told)[u"LoRaWAN"][QStringLiteral("Gateways")].toArray().size(), 1);
    QCOMPARE(rows(bench).at(0)[QStringLiteral("LastUplinkReceivedAt")],
             told->value(u"LastUplinkReceivedAt"));

    const auto silent =
        bench.call(getWirelessDeviceStatisticsOperation(), R"({"WirelessDeviceId":"$silent"})");
    QCOMPARE(silent->keys().join(u' '), QStringLiteral("WirelessDeviceId"));
    QVERIFY(!rows(bench).at(11).toObject().contains(u"LastUplinkReceivedAt"));
    QCOMPARE(bench.refusal(getWirelessDeviceStatisticsOperation(), R"({"WirelessDeviceId":"x"})"),
             404);
}

void DeviceDeskTest::queuesAreListedAndCleared()
{
    AccountBench bench;
    bench.keepDevice("d", 5);
    const auto messages = [&] {
        return bench.call(listQueuedMessagesOperation(), R"({"Id":"$d"})")
            ->value(u"DownlinkQueueMessagesList")
            .toArray();
    };
    QCOMPARE(messages().size(), 2);
    const QByteArray first = messages().at(0)[QStringLiteral("MessageId")].toString().toLatin1();
    const QByteArray one = R"({"Id":"$d","MessageId":")" + first + R"("})";
    QCOMPARE(bench.refusal(deleteQueuedMessagesOperation(), one), 0);
    QCOMPARE(bench.refusal(deleteQueuedMessagesOperation(), one), 404);
    QCOMPARE(messages().size(), 1);
    for (int i = 0; i < 2; ++i)
        QCOMPARE(bench.refusal(deleteQueuedMessagesOperation(), R"({"Id":"$d","MessageId":"*"})"),
                 0);
    QVERIFY(messages().isEmpty());
    QCOMPARE(bench.refusal(listQueuedMessagesOperation(), R"({"Id":"x"})"), 404);
}

FUOTADESK_TEST(DeviceDeskTest);

} // namespace fuotadesk

#include "devicedesktest.moc"
