#include "console/devicescommand.h"
#include "console/consolebench.h"
#include "support/testcase.h"

#include <QJsonArray>

namespace fuotadesk {

class DevicesCommandTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyDeviceIsFound();
    void eachLineSaysWhatBecameOfIt();
    void linesAreReadableByPrograms();
    void unusableFilesAreWrongUsage_data();
    void unusableFilesAreWrongUsage();
    void nobodySignedInIsWrongUsage();
    void deadServiceIsARefusal();
};

namespace {

struct Run {
    ExitStatus of(const QString& file, bool json = true)
    {
        CommandLine line;
        line.verb = Verb::Devices;
        line.file = file;
        line.useSandbox = useSandbox;
        line.json = json;
        DevicesCommand command(line, bench.session, bench.output);
        std::optional<ExitStatus> status;
        QObject::connect(&command, &DevicesCommand::finished, &bench.owner,
                         [&](ExitStatus end) { status = end; });
        command.start();
        if (!QTest::qWaitFor([&] { return status.has_value(); }, 30'000))
            QTest::qFail("the command did not end", __FILE__, __LINE__);
        return status.value_or(ExitStatus::Done);
    }

    ExitStatus ofContent(const QByteArray& content, bool json = true)
    {
        return of(bench.write(QStringLiteral("devices.csv"), content), json);
    }

    QStringList words() const
    {
        QStringList words;
        for (const auto lines = bench.output.document().value(QStringLiteral("lines")).toArray();
             const auto& line : lines)
            words << line.toObject().value(QStringLiteral("result")).toString();
        return words;
    }

    ConsoleBench bench;
    bool useSandbox = true;
};

QByteArray mixedFile()
{
    return ConsoleBench::euis({0, 1}) + "70B3D57ED0FFFFFF\n" + DeviceFleet::at(0).id().toUtf8()
        + "\n7.07E+15\n" + DeviceFleet::at(1).devEui().toUtf8() + '\n';
}

} // namespace

void DevicesCommandTest::everyDeviceIsFound()
{
    Run run;
    QCOMPARE(run.ofContent(ConsoleBench::euis({0, 1, 2}), false), ExitStatus::Done);
    QVERIFY(run.bench.output.messages.isEmpty());
    const QStringList lines = run.bench.output.results.value(0).split(u'\n');
    QCOMPARE(lines.size(), 3);
    const FleetDevice second = DeviceFleet::at(1);
    QCOMPARE(lines.at(1).split(u'\t'),
             (QStringList{QStringLiteral("3"), QStringLiteral("found"), second.devEui(),
                          second.id(), second.devEui(), second.name()}));
}

void DevicesCommandTest::eachLineSaysWhatBecameOfIt()
{
    Run run;
    QCOMPARE(run.ofContent(mixedFile()), ExitStatus::DevicesFailed);
    QCOMPARE(run.words().join(u' '),
             QStringLiteral("found found unknown duplicate faulty duplicate"));
}

void DevicesCommandTest::linesAreReadableByPrograms()
{
    Run run;
    run.ofContent(mixedFile());
    const QJsonObject document = run.bench.output.document();
    const QJsonObject counts = document.value(QStringLiteral("counts")).toObject();
    QCOMPARE(counts.value(QStringLiteral("found")).toInt(), 2);
    QCOMPARE(counts.value(QStringLiteral("duplicate")).toInt(), 2);
    QCOMPARE(counts.value(QStringLiteral("ambiguous")).toInt(-1), 0);
    const QJsonArray lines = document.value(QStringLiteral("lines")).toArray();
    QCOMPARE(lines.at(0).toObject().value(QStringLiteral("id")).toString(),
             DeviceFleet::at(0).id());
    QCOMPARE(lines.at(4).toObject().value(QStringLiteral("line")).toInt(), 6);
    QVERIFY(!lines.at(4).toObject().value(QStringLiteral("reason")).toString().isEmpty());
}

void DevicesCommandTest::unusableFilesAreWrongUsage_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("only a header") << QByteArray("DevEui\n");
    QTest::newRow("not there") << QByteArray("-");
}

void DevicesCommandTest::unusableFilesAreWrongUsage()
{
    QFETCH(QByteArray, content);
    Run run;
    const bool isThere = content != "-";
    QCOMPARE(isThere ? run.ofContent(content) : run.of(QStringLiteral("/nowhere/devices.csv")),
             ExitStatus::WrongUsage);
    QCOMPARE(run.bench.output.messages.size(), 1);
    QVERIFY(run.bench.output.says(QStringLiteral("devices.csv")));
    QVERIFY(run.bench.output.results.isEmpty());
}

void DevicesCommandTest::nobodySignedInIsWrongUsage()
{
    Run run;
    run.useSandbox = false;
    QCOMPARE(run.ofContent(ConsoleBench::euis({0})), ExitStatus::WrongUsage);
    QVERIFY(run.bench.output.says(QStringLiteral("--sandbox")));
}

void DevicesCommandTest::deadServiceIsARefusal()
{
    Run run;
    run.useSandbox = false;
    run.bench.setEnvironment(
        {{QStringLiteral("AWS_ACCESS_KEY_ID"), QStringLiteral("AKIAEXAMPLE")},
         {QStringLiteral("AWS_SECRET_ACCESS_KEY"), QStringLiteral("made-up")},
         {QStringLiteral("AWS_REGION"), QStringLiteral("eu-west-1")},
         {QStringLiteral("AWS_ENDPOINT_URL"), QStringLiteral("http://127.0.0.1:1")}});
    QCOMPARE(run.ofContent(ConsoleBench::euis({0})), ExitStatus::Refused);
    QCOMPARE(run.words(), QStringList{QStringLiteral("failed")});
    QVERIFY(!run.bench.output.messages.isEmpty());
}

FUOTADESK_TEST(DevicesCommandTest);

} // namespace fuotadesk

#include "devicescommandtest.moc"
