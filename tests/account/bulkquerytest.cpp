#include "account/bulkquery.h"
#include "support/testcase.h"

namespace fuotadesk {

class BulkQueryTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void takesWhatItSays_data();
    void takesWhatItSays();
    void othersAreRefused_data();
    void othersAreRefused();
};

void BulkQueryTest::takesWhatItSays_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("devices"); // of the first 24
    const auto row = [](const QString& query, int devices) {
        QTest::newRow(qPrintable(query)) << query << devices;
    };
    row({}, 24);
    row(QStringLiteral("WirelessDeviceName: meter-00003"), 1);
    row(QStringLiteral("WirelessDeviceName:meter-0000*"), 9);
    row(QStringLiteral("DeviceProfileName: US915-class-C"), 1);
    row(QStringLiteral("DeviceProfileName: EU868* AND WirelessDeviceName: meter-0001*"), 9);
    row(QStringLiteral("DestinationName: meter-uplinks"), 24);
    row(QStringLiteral("DestinationName: other"), 0);
    row(QStringLiteral("WirelessDeviceId: ") + DeviceFleet::at(3).id(), 1);
    row(QStringLiteral("DevEui: ") + DeviceFleet::at(3).devEui(), 1);
    row(QStringLiteral("ServiceProfileId: *"), 24);
}

void BulkQueryTest::takesWhatItSays()
{
    QFETCH(QString, query);
    const auto parsed = BulkQuery::parse(query);
    QVERIFY(parsed);
    int taken = 0;
    for (int index = 0; index < 24; ++index)
        taken += parsed->takes(DeviceFleet::at(index)) ? 1 : 0;
    QTEST(taken, "devices");
}

void BulkQueryTest::othersAreRefused_data()
{
    QTest::addColumn<QString>("query");
    for (const char* query : {"meter", "Colour: red", "DevEui:", "DevEui: a AND ",
                              "DevEui: a AND b", "devEui: a", ": a"})
        QTest::newRow(query) << QString::fromLatin1(query);
}

void BulkQueryTest::othersAreRefused()
{
    QFETCH(QString, query);
    const auto parsed = BulkQuery::parse(query);
    QVERIFY(!parsed);
    QVERIFY(parsed.error().message.contains(u"'QueryString'"));
}

FUOTADESK_TEST(BulkQueryTest);

} // namespace fuotadesk

#include "bulkquerytest.moc"
