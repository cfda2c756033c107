#include "console/plancommand.h"
#include "console/recordedoutput.h"
#include "support/fakes.h"
#include "support/testcase.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

namespace fuotadesk {

class PlanCommandTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void printsOneDocument();
    void radioAndRecoveryAreTold();
    void optionsReplaceTheAssumptions();
    void aSuggestionReachesItsTarget();
    void noSuggestionSaysWhy();
    void unknownSizeGivesNull();
    void errorsEndInWrongUsage();
    void variablesAreFilled();
    void variableProblemsAreNamed_data();
    void variableProblemsAreNamed();
    void badFilesAreNamed_data();
    void badFilesAreNamed();
};

namespace {

struct Run {
    explicit Run(const QByteArray& file, const QMap<QString, QString>& variables = {},
                 const PlanOptions& options = {})
    {
        QTemporaryDir folder;
        line.verb = Verb::Plan;
        line.json = true;
        line.file = folder.filePath(QStringLiteral("t.fuota.json"));
        line.variables = variables;
        line.plan = options;
        QFile out(line.file);
        if (out.open(QIODevice::WriteOnly))
            out.write(file);
        out.close();
        status = runPlan(line, FakeClock(), output);
        document = QJsonDocument::fromJson(output.results.value(0).toUtf8()).object();
    }

    CommandLine line;
    RecordedOutput output;
    ExitStatus status = ExitStatus::Refused;
    QJsonObject document;
};

QByteArray templateWith(const QByteArray& task, const QByteArray& rest)
{
    return R"({"schema": 1, "name": "t", "task": {"FirmwareUpdateImage": "s3://bucket/fw.bin",
            "FirmwareUpdateRole": "arn:aws:iam::123456789012:role/fuota")"
        + task + "}" + rest + "}";
}

} // namespace

void PlanCommandTest::printsOneDocument()
{
    const Run run(templateWith(R"(, "RedundancyPercent": 50, "FragmentSizeBytes": 10,
                                  "FragmentIntervalMS": 7000)",
                               R"(, "image": {"sizeBytes": 95})"));
    QCOMPARE(run.status, ExitStatus::Done);
    QCOMPARE(run.output.results.size(), 1);
    QCOMPARE(run.document.value(QStringLiteral("dataFragments")).toInt(), 10);
    QCOMPARE(run.document.value(QStringLiteral("redundantFragments")).toInt(), 5);
    QCOMPARE(run.document.value(QStringLiteral("totalFragments")).toInt(), 15);
    QCOMPARE(run.document.value(QStringLiteral("paddingBytes")).toInt(), 5);
    QCOMPARE(run.document.value(QStringLiteral("sendSeconds")).toInt(), 105);
    QCOMPARE(
        run.document.value(QStringLiteral("request"))[QStringLiteral("RedundancyPercent")].toInt(),
        50);
    const QJsonObject finding = run.document.value(QStringLiteral("findings"))[0].toObject();
    QCOMPARE(
        finding.keys(),
        (QStringList{QStringLiteral("code"), QStringLiteral("field"), QStringLiteral("severity")}));
}

namespace {

// 36 data and 9 redundant fragments.
QByteArray thirtySix()
{
    return templateWith(R"(, "LoRaWAN": {"RfRegion": "EU868"}, "RedundancyPercent": 25,
                            "FragmentSizeBytes": 112, "FragmentIntervalMS": 7000)",
                        R"(, "image": {"sizeBytes": 4032},
                            "planning": {"dataRate": 3, "loss": 0.1, "devices": 50})");
}

} // namespace

void PlanCommandTest::radioAndRecoveryAreTold()
{
    const Run run(thirtySix());
    const auto number = [&](const char* name) {
        return run.document.value(QLatin1String(name)).toDouble(-1);
    };
    QCOMPARE(number("timeOnAirSeconds"), 0.676864);
    QCOMPARE(number("dutyCycleLimitPercent"), 10.0);
    QCOMPARE(number("dutyCyclePercent"), 67.6864 / 7);
    QCOMPARE(number("minimumIntervalMs"), 6769.0);
    // The true figure, where the usual formula says 0.99; fragments 1, 34 and 35 are in no row.
    const QJsonArray recovery = run.document.value(QStringLiteral("recovery")).toArray();
    QCOMPARE(recovery.size(), 5);
    QCOMPARE(recovery[2][QStringLiteral("loss")].toDouble(), 0.1);
    const double error = recovery[2][QStringLiteral("standardError")].toDouble();
    QVERIFY(error > 0 && error < 0.01);
    QVERIFY(std::abs(recovery[2][QStringLiteral("probability")].toDouble() - 0.613)
            < 4 * error + 0.003);
    QCOMPARE(run.document.value(QStringLiteral("uncoveredFragments")).toArray(),
             (QJsonArray{1, 34, 35}));
    const QJsonValue fleet = run.document.value(QStringLiteral("fleet"));
    QCOMPARE(fleet[QStringLiteral("devices")].toInt(), 50);
    QVERIFY(std::abs(fleet[QStringLiteral("expectedFailures")].toDouble() - 50 * 0.387) < 1);
    QVERIFY(run.output.results.first().contains(QStringLiteral("uncovered-fragments")));
}

void PlanCommandTest::optionsReplaceTheAssumptions()
{
    PlanOptions options;
    options.loss = 0;
    options.dataRate = 5;
    options.devices = 7;
    options.gateways = 2;
    options.variant = QStringLiteral("v2");
    const Run run(thirtySix(), {}, options);
    QVERIFY(run.document.value(QStringLiteral("timeOnAirSeconds")).toDouble() < 0.3);
    const QJsonArray recovery = run.document.value(QStringLiteral("recovery")).toArray();
    QCOMPARE(recovery.size(), 6);
    QCOMPARE(recovery[0][QStringLiteral("probability")].toDouble(), 1.0);
    QCOMPARE(run.document.value(QStringLiteral("fleet"))[QStringLiteral("devices")].toInt(), 7);
    options.decoder = QStringLiteral("loramac-node");
    const Run refused(thirtySix(), {}, options);
    QCOMPARE(
        refused.document.value(QStringLiteral("fleet"))[QStringLiteral("allSucceed")].toDouble(-1),
        0.0);
}

void PlanCommandTest::aSuggestionReachesItsTarget()
{
    PlanOptions options;
    options.suggest = 0.99;
    const Run run(thirtySix(), {}, options);
    QCOMPARE(run.status, ExitStatus::Done);
    const QStringList members{
        QStringLiteral("fragmentIntervalMs"), QStringLiteral("fragmentSizeBytes"),
        QStringLiteral("probability"),        QStringLiteral("reasons"),
        QStringLiteral("redundancyPercent"),  QStringLiteral("sendSeconds"),
        QStringLiteral("totalFragments")};
    QCOMPARE(run.document.keys(), members);
    QVERIFY(run.document.value(QStringLiteral("probability")).toDouble() >= 0.99);
    QCOMPARE(run.document.value(QStringLiteral("reasons"))[0].toString(),
             QStringLiteral("cheapest-in-time"));
}

void PlanCommandTest::noSuggestionSaysWhy()
{
    PlanOptions options;
    options.suggest = 0.999;
    options.loss = 0.9;
    const Run run(thirtySix(), {}, options);
    QCOMPARE(run.status, ExitStatus::Refused);
    QVERIFY(run.document.value(QStringLiteral("fragmentSizeBytes")).isNull());
    QCOMPARE(run.document.value(QStringLiteral("reasons")).toArray(),
             QJsonArray{QStringLiteral("target-out-of-reach")});
}

void PlanCommandTest::unknownSizeGivesNull()
{
    const Run run(templateWith({}, {}));
    QCOMPARE(run.status, ExitStatus::Done);
    QVERIFY(run.document.value(QStringLiteral("totalFragments")).isNull());
}

void PlanCommandTest::errorsEndInWrongUsage()
{
    const Run run(templateWith(R"(, "RedundancyPercent": 101)", {}));
    QCOMPARE(run.status, ExitStatus::WrongUsage);
    QVERIFY(run.document.contains(QStringLiteral("findings")));
}

void PlanCommandTest::variablesAreFilled()
{
    const Run run(templateWith(R"(, "Name": "fw-${version}-${date}")",
                               R"(, "variables": {"version": {"prompt": "?", "default": "1"}})"),
                  {{QStringLiteral("version"), QStringLiteral("2")}});
    QCOMPARE(run.status, ExitStatus::Done);
    const QString name =
        run.document.value(QStringLiteral("request"))[QStringLiteral("Name")].toString();
    QVERIFY2(name.startsWith(QStringLiteral("fw-2-2026-01-0")), qPrintable(name));
}

void PlanCommandTest::variableProblemsAreNamed_data()
{
    QTest::addColumn<QByteArray>("task");
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("named");
    QTest::newRow("no value") << QByteArray(R"(, "Name": "${version}")") << QString()
                              << QStringLiteral("version");
    QTest::newRow("unknown") << QByteArray() << QStringLiteral("colour")
                             << QStringLiteral("colour");
}

void PlanCommandTest::variableProblemsAreNamed()
{
    QFETCH(QByteArray, task);
    QFETCH(QString, given);
    QFETCH(QString, named);
    QMap<QString, QString> variables;
    if (!given.isEmpty())
        variables.insert(given, QStringLiteral("x"));
    const Run run(templateWith(task, {}), variables);
    QCOMPARE(run.status, ExitStatus::WrongUsage);
    QVERIFY(run.output.messages.value(0).contains(named));
    QVERIFY(run.output.results.isEmpty());
}

void PlanCommandTest::badFilesAreNamed_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("named");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("t.fuota.json");
    QTest::newRow("not JSON") << QByteArray("<html>") << QStringLiteral("t.fuota.json");
    QTest::newRow("wrong type") << QByteArray(
        R"({"schema": 1, "task": {"RedundancyPercent": "20"}})")
                                << QStringLiteral("RedundancyPercent");
    QTest::newRow("newer") << QByteArray(R"({"schema": 9})") << QStringLiteral("t.fuota.json");
    QTest::newRow("10 MB") << QByteArray(10'000'000, ' ') << QStringLiteral("t.fuota.json");
}

void PlanCommandTest::badFilesAreNamed()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, named);
    const Run run(file);
    QCOMPARE(run.status, ExitStatus::WrongUsage);
    QVERIFY2(run.output.messages.value(0).contains(named),
             qPrintable(run.output.messages.value(0)));
    QVERIFY(run.output.results.isEmpty());
}

} // namespace fuotadesk

using fuotadesk::PlanCommandTest;
FUOTADESK_TEST(PlanCommandTest);
#include "plancommandtest.moc"
