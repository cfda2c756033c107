#include "console/commandline.h"
#include "support/testcase.h"

namespace fuotadesk {

class CommandLineTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void verbIsTheFirstWord_data();
    void verbIsTheFirstWord();
    void consoleIsKnownBeforeTheApplication_data();
    void consoleIsKnownBeforeTheApplication();
    void optionsAreRead();
    void optionsAfterTheCreateAreRead();
    void wrongUsageIsSaid_data();
    void wrongUsageIsSaid();
    void wrongFaultNamesItsPart();
    void helpIsNoError();
};

namespace {

auto parsed(const QString& words)
{
    return parseCommandLine(QStringList{QStringLiteral("fuotadesk")}
                            + words.split(u' ', Qt::SkipEmptyParts));
}

} // namespace

void CommandLineTest::verbIsTheFirstWord_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("verb");
    QTest::addColumn<QString>("file");
    QTest::newRow("nothing") << QString() << int(Verb::Window) << QString();
    QTest::newRow("file") << QStringLiteral("a.fuota.json") << int(Verb::Window)
                          << QStringLiteral("a.fuota.json");
    QTest::newRow("plan") << QStringLiteral("plan a") << int(Verb::Plan) << QStringLiteral("a");
    QTest::newRow("check") << QStringLiteral("check a --sandbox") << int(Verb::Check)
                           << QStringLiteral("a");
    QTest::newRow("submit") << QStringLiteral("submit a --sandbox") << int(Verb::Submit)
                            << QStringLiteral("a");
    QTest::newRow("devices") << QStringLiteral("devices a --check") << int(Verb::Devices)
                             << QStringLiteral("a");
    QTest::newRow("sandbox") << QStringLiteral("sandbox") << int(Verb::Sandbox) << QString();
}

void CommandLineTest::verbIsTheFirstWord()
{
    QFETCH(QString, words);
    QFETCH(int, verb);
    QFETCH(QString, file);
    const auto result = parsed(words);
    QVERIFY(result);
    const auto line = std::get<CommandLine>(*result);
    QCOMPARE(int(line.verb), verb);
    QCOMPARE(line.file, file);
}

void CommandLineTest::consoleIsKnownBeforeTheApplication_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<bool>("console");
    QTest::newRow("plan") << QByteArray("plan") << true;
    QTest::newRow("check") << QByteArray("check") << true;
    QTest::newRow("submit") << QByteArray("submit") << true;
    QTest::newRow("devices") << QByteArray("devices") << true;
    QTest::newRow("sandbox") << QByteArray("sandbox") << true;
    QTest::newRow("version") << QByteArray("--version") << true;
    QTest::newRow("help") << QByteArray("--help") << true;
    QTest::newRow("file") << QByteArray("plan.fuota.json") << false;
}

void CommandLineTest::consoleIsKnownBeforeTheApplication()
{
    QFETCH(QByteArray, word);
    QFETCH(bool, console);
    const char* const arguments[] = {"fuotadesk", word.constData()};
    QCOMPARE(isConsoleCommand(2, arguments), console);
    QVERIFY(!isConsoleCommand(1, arguments));
}

void CommandLineTest::optionsAreRead()
{
    const auto submit = std::get<CommandLine>(
        *parsed(QStringLiteral("submit f --set version=2.4.1 --set x=a=b --connection prod --json "
                               "--region eu-west-1 --endpoint-url http://127.0.0.1:8")));
    QCOMPARE(submit.variables.value(QStringLiteral("version")), QStringLiteral("2.4.1"));
    QCOMPARE(submit.variables.value(QStringLiteral("x")), QStringLiteral("a=b"));
    QCOMPARE(submit.connection, QStringLiteral("prod"));
    QCOMPARE(submit.region, QStringLiteral("eu-west-1"));
    QCOMPARE(submit.endpointUrl, QStringLiteral("http://127.0.0.1:8"));
    QVERIFY(submit.json);
    const auto plan = std::get<CommandLine>(*parsed(QStringLiteral(
        "plan a --loss 0.25 --suggest 0.9 --data-rate 5 --devices 9 --gateways 3 --variant v2_text "
        "--decoder zephyr-lowmem")));
    const PlanOptions expected{
        0.25, 0.9, 5, 9, 3, QStringLiteral("v2_text"), QStringLiteral("zephyr-lowmem")};
    QCOMPARE(plan.plan, expected);
    const auto sandbox =
        std::get<CommandLine>(*parsed(QStringLiteral("sandbox --port 4711 --quota --json")));
    QCOMPARE(sandbox.sandbox.port, quint16(4711));
    QVERIFY(sandbox.sandbox.quota);
    const auto faulty = std::get<CommandLine>(*parsed(QStringLiteral(
        "sandbox --speed 60.5 --devices 100000 --objects 100000 --fault latency=200ms "
        "--fault lost=0.1:GetFuotaTask")));
    QCOMPARE(faulty.sandbox.speed, 60.5);
    QCOMPARE(faulty.sandbox.devices, 100'000);
    QCOMPARE(faulty.sandbox.objects, 100'000);
    QCOMPARE(faulty.sandbox.faults.size(), 2);
    QCOMPARE(faultText(faulty.sandbox.faults.at(1)), QStringLiteral("lost=0.1:GetFuotaTask"));
    QCOMPARE(std::get<CommandLine>(*parsed(QStringLiteral("sandbox"))).sandbox,
             LocalEndpointOptions());
    const auto window = std::get<CommandLine>(
        *parsed(QStringLiteral("--sandbox --sandbox-port 1 --sandbox-speed 60")));
    QCOMPARE(window.sandbox.speed, 60.0);
    QVERIFY(window.useSandbox);
    QCOMPARE(window.sandbox.port, quint16(1));
    QVERIFY(!window.newTask);
    QVERIFY(std::get<CommandLine>(*parsed(QStringLiteral("--new-task"))).newTask);
}

void CommandLineTest::optionsAfterTheCreateAreRead()
{
    const auto submit = std::get<CommandLine>(
        *parsed(QStringLiteral("submit f --sandbox --sandbox-speed 600 --recipients d.csv "
                               "--start-at +45m --watch")));
    QCOMPARE(
        submit.submit,
        (SubmitOptions{QStringLiteral("d.csv"), StartOption{{}, std::chrono::minutes(45)}, true}));
    QCOMPARE(submit.sandbox.speed, 600.0);
    QCOMPARE(std::get<CommandLine>(*parsed(QStringLiteral("submit f"))).submit, SubmitOptions());
    const auto check = std::get<CommandLine>(
        *parsed(QStringLiteral("check f --set version=2 --profile p --start-at +45m --json")));
    QCOMPARE(check.submit, (SubmitOptions{{}, StartOption{{}, std::chrono::minutes(45)}, false}));
    QCOMPARE(check.variables.value(QStringLiteral("version")), QStringLiteral("2"));
    QCOMPARE(check.profile, QStringLiteral("p"));
    QVERIFY(check.json);
    const auto devices = std::get<CommandLine>(
        *parsed(QStringLiteral("devices d.csv --check --connection prod --json")));
    QCOMPARE(devices.connection, QStringLiteral("prod"));
    QVERIFY(devices.json);
}

void CommandLineTest::wrongUsageIsSaid_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("no file") << QStringLiteral("plan");
    QTest::newRow("two files") << QStringLiteral("plan a b");
    QTest::newRow("unknown option") << QStringLiteral("plan a --colour");
    QTest::newRow("option of another verb") << QStringLiteral("plan a --port 1");
    QTest::newRow("set without value") << QStringLiteral("plan a --set x");
    QTest::newRow("set without name") << QStringLiteral("plan a --set =x");
    QTest::newRow("port too large") << QStringLiteral("sandbox --port 65536");
    QTest::newRow("port no number") << QStringLiteral("sandbox --port http");
    QTest::newRow("objects no number") << QStringLiteral("sandbox --objects many");
    QTest::newRow("too many objects") << QStringLiteral("sandbox --objects 100001");
    QTest::newRow("no speed") << QStringLiteral("sandbox --speed 0");
    QTest::newRow("speed no number") << QStringLiteral("sandbox --speed nan");
    QTest::newRow("speed too high") << QStringLiteral("sandbox --speed 100001");
    QTest::newRow("speed of the window") << QStringLiteral("--sandbox-speed -1");
    QTest::newRow("too many devices") << QStringLiteral("sandbox --devices 100001");
    QTest::newRow("devices no number") << QStringLiteral("sandbox --devices many");
    QTest::newRow("unknown fault") << QStringLiteral("sandbox --fault fire=1");
    QTest::newRow("chance over one") << QStringLiteral("sandbox --fault lost=0.1 --fault 429=2");
    QTest::newRow("fault of another verb") << QStringLiteral("plan a --fault 429=1");
    QTest::newRow("sandbox and profile") << QStringLiteral("submit a --sandbox --profile b");
    QTest::newRow("sandbox in a region") << QStringLiteral("submit a --sandbox --region b");
    QTest::newRow("two targets") << QStringLiteral("submit a --sandbox --connection b");
    QTest::newRow("loss over one") << QStringLiteral("plan a --loss 1.1");
    QTest::newRow("loss no number") << QStringLiteral("plan a --loss nan");
    QTest::newRow("suggest in per cent") << QStringLiteral("plan a --suggest 99.9");
    QTest::newRow("data rate over 15") << QStringLiteral("plan a --data-rate 16");
    QTest::newRow("no devices") << QStringLiteral("plan a --devices 0");
    QTest::newRow("too many gateways") << QStringLiteral("plan a --gateways 21");
    QTest::newRow("unknown variant") << QStringLiteral("plan a --variant v3");
    QTest::newRow("unknown decoder") << QStringLiteral("plan a --decoder mine");
    QTest::newRow("loss of another verb") << QStringLiteral("submit a --loss 0.1");
    QTest::newRow("new task and a file") << QStringLiteral("--new-task a");
    QTest::newRow("new task of a verb") << QStringLiteral("plan --new-task a");
    QTest::newRow("watch without a start") << QStringLiteral("submit a --watch");
    QTest::newRow("start at some time") << QStringLiteral("submit a --start-at noon");
    QTest::newRow("start of another verb") << QStringLiteral("plan a --start-at +45m");
    QTest::newRow("check without a file") << QStringLiteral("check");
    QTest::newRow("check that is watched") << QStringLiteral("check a --start-at +45m --watch");
    QTest::newRow("check at some time") << QStringLiteral("check a --start-at noon");
    QTest::newRow("devices without a file") << QStringLiteral("devices --check");
    QTest::newRow("devices without a question") << QStringLiteral("devices a");
    QTest::newRow("variables of devices") << QStringLiteral("devices a --check --set x=y");
    QTest::newRow("sandbox with a file") << QStringLiteral("sandbox a");
    QTest::newRow("profiles nowhere") << QStringLiteral("sandbox --profiles=");
    QTest::newRow("profiles of the window") << QStringLiteral("--profiles a");
}

void CommandLineTest::wrongUsageIsSaid()
{
    QFETCH(QString, words);
    const auto result = parsed(words);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::InputInvalid);
    QVERIFY(!result.error().detail.isEmpty());
}

void CommandLineTest::wrongFaultNamesItsPart()
{
    const auto result = parsed(QStringLiteral("sandbox --fault latency=5h"));
    QVERIFY(!result);
    QVERIFY2(result.error().detail.contains(u"latency=5h"), qPrintable(result.error().detail));
    QVERIFY2(result.error().detail.contains(u"“5h”"), qPrintable(result.error().detail));
}

void CommandLineTest::helpIsNoError()
{
    for (const char* words : {"--help", "plan --help", "check --help", "submit --help",
                              "devices --help", "sandbox --help", "--version"}) {
        const auto result = parsed(QString::fromLatin1(words));
        QVERIFY(result);
        QVERIFY(!std::get<CommandLineAnswer>(*result).text.isEmpty());
    }
}

} // namespace fuotadesk

using fuotadesk::CommandLineTest;
FUOTADESK_TEST(CommandLineTest);
#include "commandlinetest.moc"
