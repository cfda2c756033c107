#include "console/submitcommand.h"
#include "console/campaignfile.h"
#include "console/consolebench.h"
#include "fleet/numberedid.h"
#include "support/testcase.h"

#include <QJsonArray>

namespace fuotadesk {

class SubmitCommandTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void createsAddsStartsAndWatches();
    void devicesWithoutTheImageAreStatusThree();
    void taskAloneIsLeftPending();
    void terminalSeesTheTaskBeforeTheWatch();
    void groupsOfTheTemplateAreAdded();
    void nothingIsCreatedUnlessAllAreFound();
    void nothingIsCreatedForWrongUsage_data();
    void nothingIsCreatedForWrongUsage();
    void refusedRecipientKeepsTheSessionFromStarting();
    void runThatWasCutShortIsFinished();
    void sessionOfAnEarlierRunIsNotStartedAgain();
    void interruptedWatchTellsWhatIsKnown();
};

namespace {

// The draft of the file that template files of these tests hold.
QByteArray templateOf(const QStringList& devices, const QStringList& groups = {})
{
    const QJsonObject task{
        {QStringLiteral("Name"), QStringLiteral("meter-fw")},
        {QStringLiteral("FirmwareUpdateImage"), QStringLiteral("s3://firmware/fw-2048.bin")},
        {QStringLiteral("FirmwareUpdateRole"),
         QStringLiteral("arn:aws:iam::123456789012:role/fuota")},
        {QStringLiteral("RedundancyPercent"), 100}};
    const QJsonObject recipients{
        {QStringLiteral("wirelessDeviceIds"), QJsonArray::fromStringList(devices)},
        {QStringLiteral("multicastGroupIds"), QJsonArray::fromStringList(groups)}};
    return QJsonDocument(QJsonObject{{QStringLiteral("schema"), 1},
                                     {QStringLiteral("name"), QStringLiteral("t")},
                                     {QStringLiteral("task"), task},
                                     {QStringLiteral("recipients"), recipients}})
        .toJson();
}

QStringList idsOf(std::initializer_list<int> devices)
{
    QStringList ids;
    for (const int each : devices)
        ids << DeviceFleet::at(each).id();
    return ids;
}

TaskDraft readTaskOf(const QString& file)
{
    const auto draft = readCampaignFile(file, {}, SystemClock());
    return draft ? draft->task : TaskDraft();
}

struct Run {
    explicit Run(const QByteArray& file)
    {
        line.verb = Verb::Submit;
        line.file = bench.write(QStringLiteral("t.fuota.json"), file);
        line.useSandbox = true;
        line.json = true;
    }

    void addFile(const QByteArray& content)
    {
        line.submit.recipientsFile = bench.write(QStringLiteral("devices.csv"), content);
    }

    void startSoon() { line.submit.startAt = *startOptionFrom(QStringLiteral("+30m")); }

    ExitStatus toTheEnd(const std::function<void(SubmitCommand&)>& meanwhile = {})
    {
        bench.output = {};
        SubmitCommand command(line,
                              {bench.session, bench.submission, bench.memberships, bench.watch,
                               bench.clock, bench.output});
        std::optional<ExitStatus> status;
        QObject::connect(&command, &SubmitCommand::finished, &bench.owner,
                         [&](ExitStatus end) { status = end; });
        command.start();
        if (meanwhile)
            meanwhile(command);
        if (!QTest::qWaitFor([&] { return status.has_value(); }, 30'000))
            QTest::qFail("the command did not end", __FILE__, __LINE__);
        return status.value_or(ExitStatus::Done);
    }

    QJsonObject counts(const char* what) const
    {
        return bench.output.document().value(QLatin1String(what)).toObject();
    }

    // Of the task in the list, for which there is no other.
    FuotaTask onlyTask()
    {
        const auto tasks = bench.tasks();
        return tasks.size() == 1 ? bench.task(tasks.first().id) : FuotaTask();
    }

    ConsoleBench bench;
    CommandLine line;
};

QJsonObject added(int count, int refused = 0)
{
    return {{QStringLiteral("added"), count},
            {QStringLiteral("refused"), refused},
            {QStringLiteral("left"), 0}};
}

} // namespace

void SubmitCommandTest::createsAddsStartsAndWatches()
{
    Run run(templateOf(idsOf({0})));
    run.addFile(ConsoleBench::euis({0, 1, 2, 3}));
    run.startSoon();
    run.line.submit.watch = true;
    QCOMPARE(run.toTheEnd(), ExitStatus::Done);
    const QJsonObject document = run.bench.output.document();
    QCOMPARE(document.keys().join(u' '), QStringLiteral("arn devices id recipients status"));
    QCOMPARE(document.value(QStringLiteral("status")).toString(), QStringLiteral("FuotaDone"));
    QCOMPARE(run.counts("recipients"), added(4)); // the one of the template stands in the file too
    QCOMPARE(run.counts("devices"), (QJsonObject{{QStringLiteral("Successful"), 4}}));
    QCOMPARE(run.onlyTask().id, document.value(QStringLiteral("id")).toString());
}

void SubmitCommandTest::devicesWithoutTheImageAreStatusThree()
{
    Run run(templateOf(idsOf({0, 4, 11}))); // fit, without ports, never seen
    run.startSoon();
    run.line.submit.watch = true;
    QCOMPARE(run.toTheEnd(), ExitStatus::DevicesFailed);
    QCOMPARE(run.counts("devices"),
             (QJsonObject{{QStringLiteral("Initial"), 1},
                          {QStringLiteral("Package_Not_Supported"), 1},
                          {QStringLiteral("Successful"), 1}}));
}

void SubmitCommandTest::taskAloneIsLeftPending()
{
    Run run(templateOf({}));
    QCOMPARE(run.toTheEnd(), ExitStatus::Done);
    QCOMPARE(run.bench.output.document().keys().join(u' '), QStringLiteral("arn id status"));
    QCOMPARE(run.onlyTask().status, TaskStatus::Pending);
}

void SubmitCommandTest::terminalSeesTheTaskBeforeTheWatch()
{
    Run run(templateOf(idsOf({0, 1})));
    run.startSoon();
    run.line.submit.watch = true;
    run.line.json = false;
    QCOMPARE(run.toTheEnd(), ExitStatus::Done);
    QCOMPARE(run.bench.output.results.size(), 2);
    const QStringList first = run.bench.output.results.first().split(u'\n');
    QCOMPARE(first.size(), 3);
    QCOMPARE(first.first(), run.onlyTask().id);
    QCOMPARE(run.bench.output.results.last(), QStringLiteral("2  Has the image"));
}

void SubmitCommandTest::groupsOfTheTemplateAreAdded()
{
    Run run(templateOf({}, {numberedId(IdFamily::Group, 1)}));
    QCOMPARE(run.toTheEnd(), ExitStatus::Done);
    QCOMPARE(run.counts("recipients"), added(1));
    const auto groups = run.bench.outcome(
        run.bench.session.stack()->fuotaTasks().listGroups(run.onlyTask().id, &run.bench.owner));
    QCOMPARE(groups.value_or(QStringList()), QStringList{numberedId(IdFamily::Group, 1)});
}

void SubmitCommandTest::nothingIsCreatedUnlessAllAreFound()
{
    Run run(templateOf({}));
    run.addFile(ConsoleBench::euis({0}) + "70B3D57ED0FFFFFF\n" + DeviceFleet::at(0).id().toUtf8());
    QCOMPARE(run.toTheEnd(), ExitStatus::WrongUsage);
    QVERIFY(run.bench.output.says(QStringLiteral("70b3d57ed0ffffff")));
    QVERIFY(run.bench.tasks().isEmpty());
    // What stands there twice counts once.
    run.addFile(ConsoleBench::euis({0}) + DeviceFleet::at(0).id().toUtf8());
    QCOMPARE(run.toTheEnd(), ExitStatus::Done);
    QVERIFY(run.bench.output.says(QStringLiteral("duplicate")));
    QCOMPARE(run.counts("recipients"), added(1));
}

void SubmitCommandTest::nothingIsCreatedForWrongUsage_data()
{
    QTest::addColumn<QStringList>("groups");
    QTest::addColumn<QByteArray>("devices");
    QTest::addColumn<QDateTime>("startAt");
    const QStringList group{numberedId(IdFamily::Group, 1)};
    QTest::newRow("groups and devices") << group << ConsoleBench::euis({0}) << QDateTime();
    QTest::newRow("no device in the file")
        << QStringList() << QByteArray("DevEui\n") << QDateTime();
    QTest::newRow("a start that is past")
        << group << QByteArray() << SystemClock().now().addSecs(-60);
}

void SubmitCommandTest::nothingIsCreatedForWrongUsage()
{
    QFETCH(QStringList, groups);
    QFETCH(QByteArray, devices);
    QFETCH(QDateTime, startAt);
    Run run(templateOf({}, groups));
    if (!devices.isEmpty())
        run.addFile(devices);
    if (startAt.isValid())
        run.line.submit.startAt = StartOption{startAt, {}};
    QCOMPARE(run.toTheEnd(), ExitStatus::WrongUsage);
    QCOMPARE(run.bench.output.messages.size(), 1);
    QVERIFY(run.bench.output.results.isEmpty());
    run.bench.signIn();
    QVERIFY(run.bench.tasks().isEmpty());
}

void SubmitCommandTest::refusedRecipientKeepsTheSessionFromStarting()
{
    const QString unknown = numberedId(IdFamily::Device, 99'999);
    Run run(templateOf(idsOf({0, 1}) + QStringList{unknown}));
    run.startSoon();
    run.line.submit.watch = true;
    QCOMPARE(run.toTheEnd(), ExitStatus::Refused);
    QCOMPARE(run.counts("recipients"), added(2, 1));
    QVERIFY(run.bench.output.says(QStringLiteral("not started")));
    QCOMPARE(run.onlyTask().status, TaskStatus::Pending);
    // The file is mended: the next run goes on with the task there is.
    run.line.file = run.bench.write(QStringLiteral("t.fuota.json"), templateOf(idsOf({0, 1, 2})));
    QCOMPARE(run.toTheEnd(), ExitStatus::Done);
    QVERIFY(run.bench.output.says(QStringLiteral("already created")));
    QCOMPARE(run.counts("devices"), (QJsonObject{{QStringLiteral("Successful"), 3}}));
    QVERIFY(!run.onlyTask().id.isEmpty());
}

void SubmitCommandTest::runThatWasCutShortIsFinished()
{
    Run run(templateOf(idsOf({0, 1, 2, 3})));
    QCOMPARE(run.toTheEnd([](SubmitCommand& command) {
        QMetaObject::invokeMethod(&command, &SubmitCommand::interrupt, Qt::QueuedConnection);
    }),
             ExitStatus::Refused);
    run.bench.signIn();
    QVERIFY(run.bench.tasks().isEmpty()); // cut before the create
    // Cut after it, with one device added.
    const auto draft = readTaskOf(run.line.file);
    const auto made = run.bench.outcome(run.bench.submission.submit(draft, &run.bench.owner));
    QVERIFY(made);
    QVERIFY(run.bench.outcome(run.bench.session.stack()->fuotaTasks().associateDevice(
        made->task.id, DeviceFleet::at(1).id(), &run.bench.owner)));
    run.startSoon();
    QCOMPARE(run.toTheEnd(), ExitStatus::Done);
    QVERIFY(run.bench.output.says(QStringLiteral("already created")));
    QCOMPARE(run.counts("recipients"), added(4));
    QCOMPARE(run.onlyTask().id, made->task.id);
    QVERIFY(run.onlyTask().status != TaskStatus::Pending);
}

void SubmitCommandTest::sessionOfAnEarlierRunIsNotStartedAgain()
{
    Run run(templateOf(idsOf({0})));
    run.bench.signIn();
    const auto made =
        run.bench.outcome(run.bench.submission.submit(readTaskOf(run.line.file), &run.bench.owner));
    QVERIFY(made);
    FuotaTaskClient& tasks = run.bench.session.stack()->fuotaTasks();
    QVERIFY(run.bench.outcome(
        tasks.associateDevice(made->task.id, DeviceFleet::at(0).id(), &run.bench.owner)));
    QVERIFY(run.bench.outcome(
        tasks.start(made->task.id, run.bench.clock.now().addSecs(3600), &run.bench.owner)));
    run.startSoon();
    run.line.submit.watch = true;
    QCOMPARE(run.toTheEnd(), ExitStatus::Done);
    QCOMPARE(run.counts("devices"), (QJsonObject{{QStringLiteral("Successful"), 1}}));
}

void SubmitCommandTest::interruptedWatchTellsWhatIsKnown()
{
    Run run(templateOf(idsOf({0, 1})));
    run.startSoon();
    run.line.submit.watch = true;
    const auto cut = [&run](SubmitCommand& command) {
        QObject::connect(&run.bench.watch, &TaskWatch::taskRead, &command,
                         &SubmitCommand::interrupt);
    };
    QCOMPARE(run.toTheEnd(cut), ExitStatus::Refused);
    QVERIFY(run.bench.output.document().contains(QStringLiteral("devices")));
}

FUOTADESK_TEST(SubmitCommandTest);

} // namespace fuotadesk

#include "submitcommandtest.moc"
