#include "console/checkcommand.h"

#include "campaign/whoami.h"
#include "console/checkreport.h"
#include "console/consolebench.h"
#include "preflight/accountservices.h"
#include "preflight/preflightcheck.h"
#include "support/testcase.h"

#include <QJsonArray>

namespace fuotadesk {

// Over a real socket, against the sandbox.
class CheckCommandTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void exampleHasNoFailedRow();
    void terminalHasALineForEachRow();
    void wrongThingsFailInTheirRowsAlone_data();
    void wrongThingsFailInTheirRowsAlone();
    void recipientsAreLookedAt();
    void startThatIsTooSoonFails();
    void wrongUsageIsSaid();
    void refusedSignInIsStatusOne();
    void nobodyWhoAnswersIsStatusOne();
    void thatNobodyAnswersIsSaid();
    void interruptedCheckPrintsWhatIsKnown();
};

namespace {

const QString Example = QStringLiteral(":/templates/first-steps-sandbox.fuota.json");

struct Run {
    Run()
    {
        line.verb = Verb::Check;
        line.file = Example;
        line.useSandbox = true;
        line.json = true;
    }

    // The example with other words in it.
    void change(const QByteArray& from, const QByteArray& to)
    {
        QFile file(line.file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray text = file.readAll();
        QVERIFY2(text.contains(from), from.constData());
        line.file = bench.write(QStringLiteral("t.fuota.json"), text.replace(from, to));
    }

    void addRecipients(const QStringList& devices)
    {
        const QByteArray list =
            QJsonDocument(QJsonArray::fromStringList(devices)).toJson(QJsonDocument::Compact);
        change("\"planning\":",
               "\"recipients\": {\"wirelessDeviceIds\": " + list + "}, \"planning\":");
    }

    ExitStatus toTheEnd(const std::function<void(CheckCommand&)>& meanwhile = {})
    {
        bench.output = {};
        CheckCommand command(line, {bench.session, check, bench.clock, bench.output});
        std::optional<ExitStatus> status;
        QObject::connect(&command, &CheckCommand::finished, &bench.owner,
                         [&](ExitStatus end) { status = end; });
        command.start();
        if (meanwhile)
            meanwhile(command);
        if (!QTest::qWaitFor([&] { return status.has_value(); }, 60'000))
            QTest::qFail("the command did not end", __FILE__, __LINE__);
        return status.value_or(ExitStatus::Refused);
    }

    // "image-size too-large" of the rows with this outcome.
    QStringList rows(const char* outcome) const
    {
        QStringList words;
        for (const auto& each : bench.output.document().value(QStringLiteral("rows")).toArray()) {
            const QJsonObject row = each.toObject();
            if (row.value(QStringLiteral("outcome")) == QLatin1String(outcome))
                words << row.value(QStringLiteral("subject")).toString() + u' '
                        + row.value(QStringLiteral("reason")).toString();
        }
        return words;
    }

    ConsoleBench bench;
    CommandLine line;
    WhoAmI whoAmI{bench.session, bench.tools.parts};
    AccountServices services{bench.session};
    PreflightCheck check{{bench.session, whoAmI, services, bench.clock}};
};

} // namespace

void CheckCommandTest::exampleHasNoFailedRow()
{
    Run run;
    QCOMPARE(run.toTheEnd(), ExitStatus::Done);
    QCOMPARE(run.rows("failed").join(u'\n'), QString());
    QCOMPARE(run.rows("warning"), QStringList{QStringLiteral("recipients-there no-recipients")});
    QCOMPARE(run.rows("unknown").size(), 3); // what is asked of recipients
    const QJsonObject document = run.bench.output.document();
    QCOMPARE(document.keys().join(u' '), QStringLiteral("outcome rows"));
    QCOMPARE(document.value(QStringLiteral("outcome")).toString(), QStringLiteral("warning"));
    const QJsonObject row = document.value(QStringLiteral("rows")).toArray().first().toObject();
    QCOMPARE(row.keys().join(u' '), QStringLiteral("at figure limit names outcome reason subject"));
    QCOMPARE(row.value(QStringLiteral("subject")).toString(), QStringLiteral("credentials"));
    QVERIFY(row.value(QStringLiteral("at")).toString().endsWith(u'Z'));
}

void CheckCommandTest::terminalHasALineForEachRow()
{
    Run run;
    run.line.json = false;
    QCOMPARE(run.toTheEnd(), ExitStatus::Done);
    QCOMPARE(run.bench.output.results.size(), 1);
    const QStringList lines = run.bench.output.results.first().split(u'\n');
    QCOMPARE(lines.size(), 20);
    for (const QString& line : lines)
        QVERIFY2(line.endsWith(u'.') && line.contains(u": "), qPrintable(line));
    QVERIFY(lines.first().startsWith(u"Passed     Credentials and region: "));
    QCOMPARE(run.bench.output.messages.size(), 1);
}

void CheckCommandTest::wrongThingsFailInTheirRowsAlone_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QStringList>("failed");
    const auto image = [](const char* name, const char* to, const QStringList& failed) {
        QTest::newRow(name) << QByteArray("sandbox-bucket/first-steps.bin") << QByteArray(to)
                            << failed;
    };
    const auto role = [](const char* name, const char* to, const QStringList& failed) {
        QTest::newRow(name) << QByteArray("sandbox-firmware-reader") << QByteArray(to) << failed;
    };
    image("no image", "sandbox-bucket/nothing.bin", {QStringLiteral("image-there image-missing")});
    image("no bucket", "nowhere-at-all/first-steps.bin",
          {QStringLiteral("image-there bucket-missing"),
           QStringLiteral("role-permission not-permitted")});
    image(
        "too large", "firmware-bucket/too-large.bin",
        {QStringLiteral("image-size too-large"), QStringLiteral("role-permission not-permitted")});
    image("empty", "sandbox-bucket/odd/empty.bin", {QStringLiteral("image-size image-empty")});
    image("other region", "firmware-elsewhere/meters/meter-fw-2-4-1.bin",
          {QStringLiteral("image-region other-region"),
           QStringLiteral("role-permission not-permitted")});
    role("no role", "nobody", {QStringLiteral("role-there role-missing")});
    role("no trust", "batch-worker-01",
         {QStringLiteral("role-trust not-trusted"),
          QStringLiteral("role-permission not-permitted")});
    role("no permissions", "fuota-no-permission",
         {QStringLiteral("role-permission not-permitted")});
}

void CheckCommandTest::wrongThingsFailInTheirRowsAlone()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QStringList, failed);
    Run run;
    run.change(from, to);
    QCOMPARE(run.toTheEnd(), ExitStatus::DevicesFailed);
    QCOMPARE(run.rows("failed").join(u'\n'), failed.join(u'\n'));
}

void CheckCommandTest::recipientsAreLookedAt()
{
    Run run;
    run.addRecipients({DeviceFleet::at(0).id(), DeviceFleet::at(1).id()});
    QCOMPARE(run.toTheEnd(), ExitStatus::Done);
    QVERIFY(run.rows("passed").contains(QStringLiteral("recipients-there recipients-there")));
    QVERIFY(run.rows("passed").contains(QStringLiteral("recipients-free free")));
    Run other;
    other.addRecipients({DeviceFleet::at(4).id()}); // without ports
    QCOMPARE(other.toTheEnd(), ExitStatus::DevicesFailed);
    QCOMPARE(other.rows("failed"), QStringList{QStringLiteral("recipients-fit unfit")});
}

void CheckCommandTest::startThatIsTooSoonFails()
{
    Run run;
    run.line.submit.startAt = StartOption{run.bench.clock.now().addSecs(60), {}};
    QCOMPARE(run.toTheEnd(), ExitStatus::DevicesFailed);
    QCOMPARE(run.rows("failed"), QStringList{QStringLiteral("start-time too-soon")});
}

void CheckCommandTest::wrongUsageIsSaid()
{
    Run run;
    run.line.file = QStringLiteral("nothing.fuota.json");
    QCOMPARE(run.toTheEnd(), ExitStatus::WrongUsage);
    QCOMPARE(run.bench.output.messages.size(), 1);
    run.line.file = Example;
    run.line.variables.insert(QStringLiteral("nothing"), QString());
    QCOMPARE(run.toTheEnd(), ExitStatus::WrongUsage);
    run.line.variables.clear();
    run.line.useSandbox = false;
    run.line.connection = QStringLiteral("nowhere");
    QCOMPARE(run.toTheEnd(), ExitStatus::WrongUsage);
    QVERIFY(run.bench.output.results.isEmpty());
}

void CheckCommandTest::refusedSignInIsStatusOne()
{
    Run run;
    run.line.useSandbox = false;
    run.line.profile = QStringLiteral("nobody");
    QCOMPARE(run.toTheEnd(), ExitStatus::Refused);
    QVERIFY(run.bench.output.results.isEmpty());
    QVERIFY(!run.bench.output.messages.isEmpty());
}

void CheckCommandTest::nobodyWhoAnswersIsStatusOne()
{
    const auto row = [](CheckSubject subject, CheckOutcome outcome, const char* reason) {
        CheckRow made;
        made.subject = subject;
        made.outcome = outcome;
        made.reason = QString::fromLatin1(reason);
        return made;
    };
    const CheckRow silent = row(CheckSubject::ImageThere, CheckOutcome::Unknown, "not-answered");
    const CheckRow unset = row(CheckSubject::RoleThere, CheckOutcome::Failed, "role-unset");
    const CheckRow gone = row(CheckSubject::RoleThere, CheckOutcome::Failed, "role-missing");
    const CheckRow found = row(CheckSubject::RoleThere, CheckOutcome::Passed, "role-there");
    QVERIFY(nobodyAnswered({silent, unset}));
    QVERIFY(!nobodyAnswered({silent, gone}));
    QVERIFY(!nobodyAnswered({silent, found}));
    QVERIFY(!nobodyAnswered({unset}));
}

void CheckCommandTest::thatNobodyAnswersIsSaid()
{
    Run run;
    run.bench.setEnvironment({{QStringLiteral("AWS_ACCESS_KEY_ID"), QStringLiteral("AKIDEXAMPLE")},
                              {QStringLiteral("AWS_SECRET_ACCESS_KEY"), QStringLiteral("secret")},
                              {QStringLiteral("AWS_REGION"), QStringLiteral("eu-west-1")}});
    run.line.useSandbox = false;
    run.line.json = false;
    run.line.endpointUrl = QStringLiteral("http://127.0.0.1:1");
    QCOMPARE(run.toTheEnd(), ExitStatus::Refused);
    QVERIFY(run.bench.output.says(QStringLiteral("No service has answered")));
    QCOMPARE(run.check.rows().first().reason, QStringLiteral("not-answered"));
    QVERIFY(!run.bench.output.results.isEmpty()); // what is known without them
}

void CheckCommandTest::interruptedCheckPrintsWhatIsKnown()
{
    Run run;
    const auto cut = [&run](CheckCommand& command) {
        QObject::connect(&run.check, &PreflightCheck::changed, &command, [&run, &command] {
            if (run.check.isRunning()
                && run.check.rows().at(int(CheckSubject::Fields)).outcome == CheckOutcome::Passed)
                QMetaObject::invokeMethod(&command, &CheckCommand::interrupt, Qt::QueuedConnection);
        });
    };
    QCOMPARE(run.toTheEnd(cut), ExitStatus::Refused);
    QVERIFY(run.rows("passed").contains(QStringLiteral("fields fields-good")));
    QVERIFY(!run.rows("waiting").isEmpty());
}

FUOTADESK_TEST(CheckCommandTest);

} // namespace fuotadesk

#include "checkcommandtest.moc"
