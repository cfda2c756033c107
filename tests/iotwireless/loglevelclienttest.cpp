#include "iotwireless/loglevelclient.h"
#include "support/testcase.h"

#include "clientbench.h"

namespace fuotadesk {

// What reads; what changes is ChangesTest's.
class LogLevelClientTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void levelIsRead_data();
    void levelIsRead();
    void kindIsNamed_data();
    void kindIsNamed();
    void unknownResourceIsNotFound();
};

namespace {

const QString LoggedTask = QStringLiteral("t1");

} // namespace

void LogLevelClientTest::levelIsRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ResourceLogLevel>("expected");
    const auto add = [](const char* body, LogLevel level, const char* text) {
        QTest::newRow(body) << QByteArray(body)
                            << ResourceLogLevel{level, QString::fromLatin1(text)};
    };
    add(R"({"LogLevel": "INFO", "New": 1})", LogLevel::Info, "INFO");
    add(R"({"LogLevel": "ERROR"})", LogLevel::Error, "ERROR");
    add(R"({"LogLevel": "DISABLED"})", LogLevel::Disabled, "DISABLED");
    add(R"({"LogLevel": "DEBUG"})", LogLevel::Unknown, "DEBUG");
    add(R"({"LogLevel": null})", LogLevel::Unknown, "");
    add("{}", LogLevel::Unknown, "");
}

void LogLevelClientTest::levelIsRead()
{
    QFETCH(const QByteArray, body);
    ClientBench bench;
    bench.transport.answer(200, body);
    const auto level = bench.settled(
        bench.stack->logLevels().get(LoggedTask, LoggedResource::FuotaTask, &bench.owner));
    QVERIFY(level);
    QTEST(*level, "expected");
}

void LogLevelClientTest::kindIsNamed_data()
{
    QTest::addColumn<LoggedResource>("kind");
    QTest::newRow("FuotaTask") << LoggedResource::FuotaTask;
    QTest::newRow("WirelessDevice") << LoggedResource::WirelessDevice;
    QTest::newRow("WirelessGateway") << LoggedResource::WirelessGateway;
}

void LogLevelClientTest::kindIsNamed()
{
    QFETCH(const LoggedResource, kind);
    ClientBench bench;
    bench.transport.answer(200, "{}");
    QVERIFY(bench.settled(bench.stack->logLevels().get(LoggedTask, kind, &bench.owner)));
    QCOMPARE(bench.line(0),
             QByteArray("GET /log-levels/t1?resourceType=") + QTest::currentDataTag());
}

void LogLevelClientTest::unknownResourceIsNotFound()
{
    ClientBench bench;
    bench.transport.answer(404, "{}", {{"x-amzn-errortype", "ResourceNotFoundException"}});
    const auto level = bench.settled(
        bench.stack->logLevels().get(LoggedTask, LoggedResource::FuotaTask, &bench.owner));
    QCOMPARE(level.error().kind, ErrorKind::NotFound);
}

} // namespace fuotadesk

using fuotadesk::LogLevelClientTest;
FUOTADESK_TEST(LogLevelClientTest);
#include "loglevelclienttest.moc"
