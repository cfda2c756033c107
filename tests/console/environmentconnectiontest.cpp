#include "console/environmentconnection.h"
#include "support/testcase.h"

namespace fuotadesk {

class EnvironmentConnectionTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void bothKeysAndARegionAreNeeded();
    void givenValuesComeFirst();
};

void EnvironmentConnectionTest::cleanup()
{
    for (const char* name : {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN",
                             "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_ENDPOINT_URL"})
        qunsetenv(name);
}

void EnvironmentConnectionTest::bothKeysAndARegionAreNeeded()
{
    cleanup();
    qputenv("AWS_ACCESS_KEY_ID", "AKID");
    QVERIFY(!environmentConnection({}, {}));
    qputenv("AWS_SECRET_ACCESS_KEY", "secret");
    QVERIFY(!environmentConnection({}, {}));
    qputenv("AWS_REGION", "");
    qputenv("AWS_DEFAULT_REGION", "eu-west-1");
    const auto found = environmentConnection({}, {});
    QVERIFY(found);
    QCOMPARE(found->connection.region, QStringLiteral("eu-west-1"));
    QCOMPARE(found->credentials.secretAccessKey.reveal(), QByteArray("secret"));
    QVERIFY(found->credentials.sessionToken.isEmpty());
}

void EnvironmentConnectionTest::givenValuesComeFirst()
{
    qputenv("AWS_ACCESS_KEY_ID", "AKID");
    qputenv("AWS_SECRET_ACCESS_KEY", "secret");
    qputenv("AWS_REGION", "eu-west-1");
    qputenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
    const auto found =
        environmentConnection(QStringLiteral("us-east-1"), QStringLiteral("http://127.0.0.1:2"));
    QCOMPARE(found->connection.region, QStringLiteral("us-east-1"));
    QCOMPARE(found->connection.endpointUrl, QStringLiteral("http://127.0.0.1:2"));
}

} // namespace fuotadesk

using fuotadesk::EnvironmentConnectionTest;
FUOTADESK_TEST(EnvironmentConnectionTest);
#include "environmentconnectiontest.moc"
