#include "aws/endpoint.h"
#include "support/testcase.h"

namespace fuotadesk {

class EndpointTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void buildsTheHostOfTheRegion_data();
    void buildsTheHostOfTheRegion();
    void takesAnOwnEndpoint_data();
    void takesAnOwnEndpoint();
    void refusesAnOwnEndpoint_data();
    void refusesAnOwnEndpoint();
    void refusesFipsAndDualStackWithAnOwnEndpoint();
    void refusesARegionThatIsNoHostLabel_data();
    void refusesARegionThatIsNoHostLabel();
};

void EndpointTest::buildsTheHostOfTheRegion_data()
{
    QTest::addColumn<bool>("fips");
    QTest::addColumn<bool>("dualStack");
    QTest::addColumn<QString>("url");
    const auto add = [](const char* region, bool fips, bool dualStack, const char* url) {
        QTest::addRow("%s %d %d", region, fips, dualStack)
            << fips << dualStack << QString::fromLatin1(url);
    };
    add("eu-west-1", false, false, "https://api.iotwireless.eu-west-1.amazonaws.com");
    add("us-east-1", true, false, "https://api.iotwireless-fips.us-east-1.amazonaws.com");
    add("us-east-1", false, true, "https://api.iotwireless.us-east-1.api.aws");
    add("us-east-1", true, true, "https://api.iotwireless-fips.us-east-1.api.aws");
    add("us-gov-west-1", false, false, "https://api.iotwireless.us-gov-west-1.amazonaws.com");
    add("cn-north-1", false, false, "https://api.iotwireless.cn-north-1.amazonaws.com.cn");
    add("cn-north-1", false, true,
        "https://api.iotwireless.cn-north-1.api.amazonwebservices.com.cn");
    add("eusc-de-east-1", false, false, "https://api.iotwireless.eusc-de-east-1.amazonaws.eu");
    add("mars-north-1", false, false, "https://api.iotwireless.mars-north-1.amazonaws.com");
}

void EndpointTest::buildsTheHostOfTheRegion()
{
    QFETCH(const bool, fips);
    QFETCH(const bool, dualStack);
    Connection connection;
    connection.region = QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0);
    connection.useFips = fips;
    connection.useDualStack = dualStack;
    const auto url = endpointFor(connection);
    QVERIFY(url);
    QTEST(url->toString(), "url");
}

void EndpointTest::takesAnOwnEndpoint_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("https://gateway.example") << QStringLiteral("https://gateway.example");
    QTest::newRow("https://gateway.example:8443/")
        << QStringLiteral("https://gateway.example:8443");
    QTest::newRow("https://gateway.example:443") << QStringLiteral("https://gateway.example");
    QTest::newRow("http://127.0.0.1:4566") << QStringLiteral("http://127.0.0.1:4566");
    QTest::newRow("http://127.0.0.1:80/") << QStringLiteral("http://127.0.0.1");
    QTest::newRow("http://localhost:4566") << QStringLiteral("http://localhost:4566");
    QTest::newRow("http://[::1]:4566") << QStringLiteral("http://[::1]:4566");
    QTest::newRow("http://127.0.0.1:443") << QStringLiteral("http://127.0.0.1:443");
}

void EndpointTest::takesAnOwnEndpoint()
{
    Connection connection;
    connection.region = QStringLiteral("eu-west-1");
    connection.endpointUrl = QString::fromLatin1(QTest::currentDataTag());
    const auto url = endpointFor(connection);
    QVERIFY(url);
    QTEST(url->toString(), "url");
}

void EndpointTest::refusesAnOwnEndpoint_data()
{
    QTest::addColumn<QString>("url");
    for (const char* url :
         {"http://gateway.example", "http://10.0.0.1:80", "ftp://127.0.0.1", "gateway.example",
          "https://", "https://user:word@gateway.example", "https://gateway.example/stage",
          "https://gateway.example?a=b", "https://gateway.example#f", "https://a b.example",
          "http://127.0.0.1.example", "file:///etc/passwd", "https://gateway.example:99999"})
        QTest::newRow(url) << QString::fromLatin1(url);
}

void EndpointTest::refusesAnOwnEndpoint()
{
    QFETCH(const QString, url);
    Connection connection;
    connection.region = QStringLiteral("eu-west-1");
    connection.endpointUrl = url;
    const auto result = endpointFor(connection);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::ConfigurationInvalid);
    QCOMPARE(result.error().code, QStringLiteral("endpoint-url"));
}

void EndpointTest::refusesFipsAndDualStackWithAnOwnEndpoint()
{
    Connection connection;
    connection.region = QStringLiteral("eu-west-1");
    connection.endpointUrl = QStringLiteral("https://gateway.example");
    connection.useFips = true;
    QCOMPARE(endpointFor(connection).error().code, QStringLiteral("fips-with-custom-endpoint"));
    connection.useFips = false;
    connection.useDualStack = true;
    QCOMPARE(endpointFor(connection).error().code,
             QStringLiteral("dualstack-with-custom-endpoint"));
}

void EndpointTest::refusesARegionThatIsNoHostLabel_data()
{
    QTest::addColumn<QString>("region");
    for (const char* region : {"", "eu west 1", "eu.west", "-eu", "eu-", "eu/..", "eu\n", "a@b"})
        QTest::newRow(qPrintable(QString::fromLatin1(region).simplified() + u'|'))
            << QString::fromLatin1(region);
    QTest::newRow("too long") << QString(64, u'a');
}

void EndpointTest::refusesARegionThatIsNoHostLabel()
{
    QFETCH(const QString, region);
    Connection connection;
    connection.region = region;
    const auto result = endpointFor(connection);
    QVERIFY(!result);
    QCOMPARE(result.error().code, QStringLiteral("region"));
}

} // namespace fuotadesk

using fuotadesk::EndpointTest;
FUOTADESK_TEST(EndpointTest);
#include "endpointtest.moc"
