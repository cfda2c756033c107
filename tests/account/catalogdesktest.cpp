#include "account/accountbench.h"
#include "account/profilebook.h"
#include "aws/timestamps.h"
#include "support/testcase.h"

#include <QJsonArray>

namespace fuotadesk {

class CatalogDeskTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void profilesSayClassAndRegion();
    void profilesArePaged();
    void everyDeviceHasAProfileThatFits();
    void gatewaysAreFoundByWhatNamesThem();
    void disconnectedGatewayIsSilent();
};

void CatalogDeskTest::profilesSayClassAndRegion()
{
    AccountBench bench;
    const auto profile = bench.call(
        getDeviceProfileOperation(),
        R"({"Id":")" + ProfileBook::profileIdOf(DeviceFleet::at(2)).toLatin1() + R"("})");
    QVERIFY(profile);
    QCOMPARE(profile->value(u"Name").toString(), QStringLiteral("EU868-class-B"));
    const QJsonValue lorawan = profile->value(u"LoRaWAN");
    QVERIFY(lorawan[QStringLiteral("SupportsClassB")].toBool());
    QVERIFY(!lorawan[QStringLiteral("SupportsClassC")].toBool(true));
    QCOMPARE(lorawan[QStringLiteral("RfRegion")].toString(), QStringLiteral("EU868"));
    QCOMPARE(bench.refusal(getDeviceProfileOperation(), R"({"Id":"x"})"), 404);
}

void CatalogDeskTest::profilesArePaged()
{
    AccountBench bench;
    QCOMPARE(bench.listed(listDeviceProfilesOperation(), "DeviceProfileList").size(), 5);
    QCOMPARE(bench.listed(listDeviceProfilesOperation(), "DeviceProfileList",
                          R"({"MaxResults":2,"DeviceProfileType":"LoRaWAN"})"),
             (QStringList{QStringLiteral("EU868-class-C"), QStringLiteral("EU868-class-B")}));
    QVERIFY(bench
                .listed(listDeviceProfilesOperation(), "DeviceProfileList",
                        R"({"DeviceProfileType":"Sidewalk"})")
                .isEmpty());
}

void CatalogDeskTest::everyDeviceHasAProfileThatFits()
{
    AccountBench bench;
    for (int index = 0; index < DeviceFleet::DefaultSize; ++index) {
        const FleetDevice device = DeviceFleet::at(index);
        const auto profile =
            bench.call(getDeviceProfileOperation(),
                       R"({"Id":")" + ProfileBook::profileIdOf(device).toLatin1() + R"("})");
        QVERIFY(profile);
        const QJsonValue lorawan = profile->value(u"LoRaWAN");
        QCOMPARE(lorawan[QStringLiteral("RfRegion")].toString(), device.rfRegion());
        QCOMPARE(lorawan[QStringLiteral("SupportsClassC")].toBool(),
                 device.deviceClass() == DeviceClass::C);
        QCOMPARE(lorawan[QStringLiteral("SupportsClassB")].toBool(),
                 device.deviceClass() == DeviceClass::B);
        QCOMPARE(lorawan[QStringLiteral("SupportsJoin")].toBool(),
                 device.kind != DeviceKind::Personalized);
        QCOMPARE(profile->value(u"Name").toString(), ProfileBook::profileNameOf(device));
    }
}

void CatalogDeskTest::gatewaysAreFoundByWhatNamesThem()
{
    AccountBench bench;
    const auto gateways =
        bench.call(listWirelessGatewaysOperation())->value(u"WirelessGatewayList").toArray();
    QCOMPARE(gateways.size(), 4);
    const QJsonValue first = gateways.first();
    const auto found = [&](const char* kind, const QJsonValue& identifier) {
        const auto gateway =
            bench.call(getWirelessGatewayOperation(),
                       R"({"IdentifierType":")" + QByteArray(kind) + R"(","Identifier":")"
                           + identifier.toString().toLatin1() + R"("})");
        return gateway ? gateway->value(u"Id") : QJsonValue();
    };
    const QJsonValue id = first[QStringLiteral("Id")];
    QCOMPARE(found("WirelessGatewayId", id), id);
    QCOMPARE(found("GatewayEui", first[QStringLiteral("LoRaWAN")][QStringLiteral("GatewayEui")]),
             id);
    QCOMPARE(found("ThingName", first[QStringLiteral("Name")]), id);
    QVERIFY(found("ThingName", id).isNull());
}

void CatalogDeskTest::disconnectedGatewayIsSilent()
{
    AccountBench bench;
    const auto gateways =
        bench.call(listWirelessGatewaysOperation())->value(u"WirelessGatewayList").toArray();
    int connected = 0;
    for (const auto& gateway : gateways) {
        const auto statistics =
            bench.call(getWirelessGatewayStatisticsOperation(),
                       R"({"WirelessGatewayId":")"
                           + gateway[QStringLiteral("Id")].toString().toLatin1() + R"("})");
        const bool isConnected = statistics->value(u"ConnectionStatus").toString() == u"Connected";
        const qint64 ago = parseIso8601(statistics->value(u"LastUplinkReceivedAt").toString())
                               .secsTo(bench.clock.now());
        QCOMPARE(ago < 60, isConnected);
        QVERIFY(ago >= 0);
        connected += isConnected ? 1 : 0;
    }
    QCOMPARE(connected, 3);
    QCOMPARE(bench.refusal(getWirelessGatewayStatisticsOperation(), R"({"WirelessGatewayId":"x"})"),
             404);
}

FUOTADESK_TEST(CatalogDeskTest);

} // namespace fuotadesk

#include "catalogdesktest.moc"
