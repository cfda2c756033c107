#include "console/sandboxcommand.h"
#include "console/recordedoutput.h"
#include "support/testcase.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

namespace fuotadesk {

class SandboxCommandTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void startsWithWhatWasAsked();
    void printsItsAddressAsOneDocument();
    void unknownOperationIsWrongUsage();
    void takenPortIsARefusal();
    void profilesAreWrittenAndExplained();
    void profilesStandInTheDocument();
    void fileInTheWayIsARefusal();
};

namespace {

// Remembers what it was started with.
struct EndpointDouble final : LocalEndpoint {
    Result<void> start(const LocalEndpointOptions& asked) override
    {
        options = asked;
        if (error)
            return failure(*error);
        return {};
    }
    void stop() override { ++stops; }
    QString url() const override { return QStringLiteral("http://127.0.0.1:4711"); }
    QString region() const override { return QStringLiteral("eu-west-1"); }
    Credentials credentials() const override
    {
        return {QStringLiteral("AKIASANDBOX"), Secret(QByteArray("made-up")), {}};
    }
    QList<SignInFile> signInFiles(const QString& folder) override
    {
        askedFolder = folder;
        return signIns;
    }
    void setSpeed(double) override { }
    double speed() const override { return 1; }
    void pause() override { }
    void resume() override { }
    bool isPaused() const override { return false; }
    void jump(std::chrono::milliseconds) override { }
    bool jumpToNextStart() override { return false; }
    Result<void> setFaults(const QList<FaultSpec>&) override { return {}; }
    void setQuota(bool) override { }
    void growFleet(int) override { }

    std::optional<Error> error;
    LocalEndpointOptions options;
    QList<SignInFile> signIns;
    QString askedFolder;
    int stops = 0;
};

CommandLine lineOf(bool json)
{
    CommandLine line;
    line.verb = Verb::Sandbox;
    line.json = json;
    line.sandbox.speed = 60;
    line.sandbox.devices = 7;
    line.sandbox.faults = {*parseFault(QStringLiteral("429=0.5"))};
    return line;
}

} // namespace

void SandboxCommandTest::startsWithWhatWasAsked()
{
    EndpointDouble endpoint;
    RecordedOutput output;
    QCOMPARE(startSandbox(lineOf(false), endpoint, output), ExitStatus::Done);
    QCOMPARE(endpoint.options, lineOf(false).sandbox);
    QVERIFY(output.messages.value(0).contains(endpoint.url()));
    QVERIFY(output.results.value(0).contains(u"AWS_SECRET_ACCESS_KEY=made-up"));
}

void SandboxCommandTest::printsItsAddressAsOneDocument()
{
    EndpointDouble endpoint;
    RecordedOutput output;
    QCOMPARE(startSandbox(lineOf(true), endpoint, output), ExitStatus::Done);
    QVERIFY(output.messages.isEmpty());
    QCOMPARE(output.results.size(), 1);
    const QJsonObject document = QJsonDocument::fromJson(output.results.at(0).toUtf8()).object();
    QCOMPARE(document.keys().join(u' '),
             QStringLiteral("accessKeyId endpoint region secretAccessKey"));
}

void SandboxCommandTest::unknownOperationIsWrongUsage()
{
    EndpointDouble endpoint;
    endpoint.error =
        Error{ErrorKind::InputInvalid, QStringLiteral("MakeCoffee"), {}, 0, {}, {}, false};
    RecordedOutput output;
    QCOMPARE(startSandbox(lineOf(true), endpoint, output), ExitStatus::WrongUsage);
    QVERIFY(output.messages.value(0).contains(u"MakeCoffee"));
    QVERIFY(output.results.isEmpty());
}

void SandboxCommandTest::takenPortIsARefusal()
{
    EndpointDouble endpoint;
    endpoint.error =
        Error{ErrorKind::SandboxUnavailable, QStringLiteral("bind"), {}, 0, {}, {}, false};
    RecordedOutput output;
    QCOMPARE(startSandbox(lineOf(true), endpoint, output), ExitStatus::Refused);
    QCOMPARE(output.messages.size(), 1);
}

void SandboxCommandTest::profilesAreWrittenAndExplained()
{
    const QTemporaryDir folder;
    EndpointDouble endpoint;
    endpoint.signIns = {{QStringLiteral("config"), SignInFile::Use::Config, Secret("text")}};
    RecordedOutput output;
    CommandLine line = lineOf(false);
    line.profilesFolder = folder.filePath(QStringLiteral("it's"));
    QCOMPARE(startSandbox(line, endpoint, output), ExitStatus::Done);
    QCOMPARE(endpoint.askedFolder, line.profilesFolder);
    QFile config(line.profilesFolder + QStringLiteral("/config"));
    QVERIFY(config.open(QIODevice::ReadOnly));
    QCOMPARE(config.readAll(), QByteArray("text"));
    QVERIFY(output.says(QStringLiteral("sandbox-mfa")));
    QCOMPARE(output.results.value(1).section(u'\n', 0, 0),
             QStringLiteral("export AWS_CONFIG_FILE='%1/it'\\''s/config'").arg(folder.path()));
}

void SandboxCommandTest::profilesStandInTheDocument()
{
    const QTemporaryDir folder;
    EndpointDouble endpoint;
    endpoint.signIns = {{QStringLiteral("config"), SignInFile::Use::Config, Secret("text")}};
    RecordedOutput output;
    CommandLine line = lineOf(true);
    line.profilesFolder = folder.path();
    QCOMPARE(startSandbox(line, endpoint, output), ExitStatus::Done);
    const QJsonObject profiles = output.document().value(QStringLiteral("profiles")).toObject();
    QCOMPARE(profiles.value(QStringLiteral("AWS_CONFIG_FILE")).toString(),
             folder.filePath(QStringLiteral("config")));
}

void SandboxCommandTest::fileInTheWayIsARefusal()
{
    const QTemporaryDir folder;
    QFile config(folder.filePath(QStringLiteral("config")));
    QVERIFY(config.open(QIODevice::WriteOnly) && config.write("mine") == 4);
    config.close();
    EndpointDouble endpoint;
    endpoint.signIns = {{QStringLiteral("config"), SignInFile::Use::Config, Secret("text")}};
    RecordedOutput output;
    CommandLine line = lineOf(true);
    line.profilesFolder = folder.path();
    QCOMPARE(startSandbox(line, endpoint, output), ExitStatus::Refused);
    QVERIFY(output.says(config.fileName()));
    QVERIFY(output.results.isEmpty());
    QCOMPARE(endpoint.stops, 1);
}

FUOTADESK_TEST(SandboxCommandTest);

} // namespace fuotadesk

#include "sandboxcommandtest.moc"
