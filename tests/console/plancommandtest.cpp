#include "console/plancommand.h"
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
    void unknownSizeGivesNull();
    void errorsEndInWrongUsage();
    void variablesAreFilled();
    void variableProblemsAreNamed_data();
    void variableProblemsAreNamed();
    void badFilesAreNamed_data();
    void badFilesAreNamed();
};

namespace {

struct RecordedOutput final : Output {
    void result(const QString& text) override { results.append(text); }
    void message(const QString& text) override { messages.append(text); }
    QStringList results;
    QStringList messages;
};

struct Run {
    explicit Run(const QByteArray& file, const QMap<QString, QString>& variables = {})
    {
        QTemporaryDir folder;
        line.verb = Verb::Plan;
        line.json = true;
        line.file = folder.filePath(QStringLiteral("t.fuota.json"));
        line.variables = variables;
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
