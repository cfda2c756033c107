#include "signin/processcredentials.h"
#include "support/testcase.h"

#include "signin/signinbench.h"

#include <QElapsedTimer>

namespace fuotadesk {

using namespace std::chrono_literals;

class ProcessCredentialsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void outputIsRead();
    void faultyOutputIsNamed_data();
    void faultyOutputIsNamed();
    void runsWithoutAShell();
    void failureShowsWhatItSaid();
    void missingProgramIsSaid();
    void openQuoteIsSaid();
    void silentProgramIsEnded();
    void floodIsCutOff();
    void quittingDoesNotWaitForIt();
};

namespace {

constexpr auto Output = R"({"Version":1,"AccessKeyId":"ASIA","SecretAccessKey":"s",
    "SessionToken":"t","Expiration":"2026-01-02T04:04:05+01:00"})";

Result<IssuedCredentials> ranBy(ProcessCredentials& processes, const QString& command)
{
    QObject owner;
    Outcome<IssuedCredentials> outcome;
    outcome.watch(processes.run({command, QStringLiteral("42")}, &owner), &owner);
    (void)QTest::qWaitFor([&] { return outcome.count > 0; }, 30000);
    return outcome.result.value_or(failure(ErrorKind::Cancelled));
}

Result<IssuedCredentials> ran(const char* command)
{
    ProcessCredentials processes(10s);
    return ranBy(processes, QString::fromUtf8(command));
}

} // namespace

void ProcessCredentialsTest::outputIsRead()
{
    const IssuedCredentials expected{{QStringLiteral("ASIA"), Secret("s"), Secret("t")},
                                     QStringLiteral("42"),
                                     QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC)};
    QCOMPARE(readProcessOutput(Output, QStringLiteral("42")).value(), expected);
    const auto lasting = readProcessOutput(
        R"({"Version":1,"AccessKeyId":"A","SecretAccessKey":"s","AccountId":"7"})", {});
    QVERIFY(!lasting->expiresAt);
    QCOMPARE(lasting->accountId, QStringLiteral("7"));
}

void ProcessCredentialsTest::faultyOutputIsNamed_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const QByteArray& output, const char* code) {
        QTest::newRow(name) << output << QString::fromLatin1(code);
    };
    row("nothing", "", "credential_process");
    row("no JSON", "invalid json", "credential_process");
    row("a list", "[]", "credential_process");
    row("no version", QByteArray(Output).replace("Version", "X"), "Version");
    row("another version", QByteArray(Output).replace(":1", ":2"), "Version");
    row("version as text", QByteArray(Output).replace(":1", ":\"1\""), "Version");
    row("no key", QByteArray(Output).replace("AccessKeyId", "X"), "AccessKeyId");
    row("no secret", QByteArray(Output).replace("SecretAccessKey", "X"), "SecretAccessKey");
    row("no such time", QByteArray(Output).replace("2026-01-02", "tomorrow"), "Expiration");
}

void ProcessCredentialsTest::faultyOutputIsNamed()
{
    QFETCH(QByteArray, output);
    QFETCH(QString, code);
    const auto issued = readProcessOutput(output, {});
    QVERIFY(!issued);
    QCOMPARE(issued.error().kind, ErrorKind::AnswerMalformed);
    QCOMPARE(issued.error().code, code);
}

void ProcessCredentialsTest::runsWithoutAShell()
{
    const auto issued =
        ran(R"(echo '{"Version":1,"AccessKeyId":"$HOME","SecretAccessKey":"`id`"}')");
    QVERIFY(issued);
    QCOMPARE(issued->credentials.accessKeyId, QStringLiteral("$HOME"));
    QCOMPARE(issued->credentials.secretAccessKey, Secret("`id`"));
}

void ProcessCredentialsTest::failureShowsWhatItSaid()
{
    const auto issued = ran("sh -c 'echo {}; echo no luck >&2; exit 3'");
    QVERIFY(!issued);
    QCOMPARE(issued.error().kind, ErrorKind::CredentialsMissing);
    QCOMPARE(issued.error().code, QStringLiteral("process-exit"));
    QCOMPARE(issued.error().detail, QStringLiteral("no luck"));
}

void ProcessCredentialsTest::missingProgramIsSaid()
{
    const auto issued = ran("/nonexistent/keys --now");
    QCOMPARE(issued.error().kind, ErrorKind::ConfigurationInvalid);
    QCOMPARE(issued.error().code, QStringLiteral("credential_process"));
    QCOMPARE(issued.error().detail, QStringLiteral("/nonexistent/keys"));
}

void ProcessCredentialsTest::openQuoteIsSaid()
{
    QCOMPARE(ran("keys 'open").error().kind, ErrorKind::ConfigurationInvalid);
    QCOMPARE(ran("  ").error().kind, ErrorKind::ConfigurationInvalid);
}

void ProcessCredentialsTest::silentProgramIsEnded()
{
    ProcessCredentials processes(200ms);
    const auto issued = ranBy(processes, QStringLiteral("sleep 60"));
    QCOMPARE(issued.error().kind, ErrorKind::TimedOut);
}

void ProcessCredentialsTest::floodIsCutOff()
{
    QCOMPARE(ran("yes").error().kind, ErrorKind::AnswerTooLarge);
    QCOMPARE(ran("sh -c 'yes >&2 & sleep 1; kill $!; exit 1'").error().detail.size(), 2047);
}

void ProcessCredentialsTest::quittingDoesNotWaitForIt()
{
    QObject owner;
    QElapsedTimer clock;
    {
        ProcessCredentials processes(60s);
        processes.run({QStringLiteral("sleep 60"), {}}, &owner);
        processes.run({QStringLiteral("sleep 60"), {}}, &owner);
        clock.start();
    }
    QVERIFY(clock.elapsed() < 20000);
}

} // namespace fuotadesk

using fuotadesk::ProcessCredentialsTest;
FUOTADESK_TEST(ProcessCredentialsTest);
#include "processcredentialstest.moc"
