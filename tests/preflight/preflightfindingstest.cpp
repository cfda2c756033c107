#include "preflight/checkbench.h"

#include "support/testcase.h"

namespace fuotadesk {

// One thing is wrong in an account where all else is well.
class PreflightFindingsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void refusedCallLeavesTheOthers_data();
    void refusedCallLeavesTheOthers();
    void wrongThingsFailInTheirRowsAlone_data();
    void wrongThingsFailInTheirRowsAlone();
    void keyOfTheImageIsSimulated();
    void devicesOfTheTaskAreReadOneByOne();
    void taskThatIsOverHoldsNothing();
    void manyRefusedTasksAreNotAllAskedFor();
    void whatOneRefusedCallHidesAnotherFinds();

private:
    static void refuseOfManyTasks(CheckBench& bench, const QString& operation);
};

namespace {

using Change = std::function<void(CheckBench&)>;

} // namespace

} // namespace fuotadesk

Q_DECLARE_METATYPE(fuotadesk::Change)

namespace fuotadesk {

void PreflightFindingsTest::refusedCallLeavesTheOthers_data()
{
    QTest::addColumn<QStringList>("refused");
    QTest::addColumn<QStringList>("rows");
    const auto add = [](const char* operations, const QStringList& rows) {
        QTest::newRow(operations) << QString::fromLatin1(operations).split(u' ') << rows;
    };
    const auto notAllowed = [](const char* subject) {
        return QString::fromLatin1(subject) + QStringLiteral(" unknown not-allowed");
    };
    add("HeadObject",
        {notAllowed("image-there"), QStringLiteral("image-size unknown image-unread"),
         QStringLiteral("image-unchanged unknown image-unread"),
         QStringLiteral("image-encryption unknown image-unread"),
         QStringLiteral("role-key unknown image-unread")});
    add("GetBucketLocation", {notAllowed("image-region")});
    add("s3:GetObject", {});
    add("iam:PassRole", {notAllowed("pass-role")});
    add("s3:GetObject ListRolePolicies GetRolePolicy ListAttachedRolePolicies",
        {notAllowed("role-permission")});
    add("GetMulticastGroup", {notAllowed("recipients-there"), notAllowed("recipients-fit")});
    add("GetWirelessDevice", {notAllowed("recipients-there"), notAllowed("recipients-fit")});
    add("GetDeviceProfile", {notAllowed("recipients-fit")});
    add("ListWirelessDevices",
        {notAllowed("recipients-there"), notAllowed("recipients-fit"),
         notAllowed("recipients-alive"), notAllowed("recipients-free")});
    add("ListFuotaTasks", {notAllowed("recipients-free")});
    add("GetFuotaTask", {});
    add("ListMulticastGroupsByFuotaTask", {notAllowed("recipients-free")});
}

void PreflightFindingsTest::refusedCallLeavesTheOthers()
{
    QFETCH(QStringList, refused);
    QFETCH(QStringList, rows);
    CheckBench bench;
    bench.signIn();
    for (const QString& each : refused)
        bench.failures.insert(each, 403);
    bench.run(bench.clock.now().addSecs(3600));
    QCOMPARE(bench.complaints().join(u'\n'), rows.join(u'\n'));
    for (const CheckRow& row : bench.check.rows())
        if (row.reason == u"not-allowed") {
            QCOMPARE(row.names.size(), 1);
            QVERIFY(row.names.first().contains(u':'));
        }
}

void PreflightFindingsTest::wrongThingsFailInTheirRowsAlone_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QStringList>("rows");
    const auto add = [](const char* name, const Change& change, const QStringList& rows) {
        QTest::newRow(name) << change << rows;
    };
    add("too large", [](CheckBench& b) { b.imageSize = 2'000'000; },
        {QStringLiteral("image-size failed too-large")});
    add("changed", [](CheckBench& b) { b.draft.imageETag = QStringLiteral("old"); },
        {QStringLiteral("image-unchanged warning image-changed")});
    add("elsewhere", [](CheckBench& b) { b.imageHeaders = "x-amz-bucket-region: us-east-1"; },
        {QStringLiteral("image-region failed other-region")});
    add("no role",
        [](CheckBench& b) {
            b.failures.insert(QStringLiteral("GetRole"), 404);
            b.failures.insert(QStringLiteral("s3:GetObject"), 404);
        },
        {QStringLiteral("role-there failed role-missing"),
         QStringLiteral("role-trust unknown role-unread"),
         QStringLiteral("role-permission unknown role-unread")});
    add("no trust",
        [](CheckBench& b) { b.trustPolicy.replace("iotwireless.amazonaws", "ec2.amazonaws"); },
        {QStringLiteral("role-trust failed not-trusted")});
    add("no permissions", [](CheckBench& b) { b.simulated = "implicitDeny"; },
        {QStringLiteral("role-permission failed not-permitted"),
         QStringLiteral("pass-role failed pass-not-permitted")});
    add("without ports", [](CheckBench& b) { b.portless = {QStringLiteral("d1")}; },
        {QStringLiteral("recipients-fit failed unfit")});
    add("other RF region", [](CheckBench& b) { b.groupRegion = QStringLiteral("US915"); },
        {QStringLiteral("recipients-fit failed other-rf-region")});
    add("silent", [](CheckBench& b) { b.heard = QStringLiteral("2025-11-01T00:00:00Z"); },
        {QStringLiteral("recipients-alive warning silent")});
    add("held",
        [](CheckBench& b) {
            b.taskDevices = {QStringLiteral("d1"), QStringLiteral("x")};
        },
        {QStringLiteral("recipients-free warning held")});
    add("held in session",
        [](CheckBench& b) {
            b.taskGroups = {QStringLiteral("g1")};
            b.taskStatus = QStringLiteral("In_FuotaSession");
        },
        {QStringLiteral("recipients-free failed held-in-session")});
    add("held through another group", [](CheckBench& b) { b.taskGroups = {QStringLiteral("g2")}; },
        {QStringLiteral("recipients-free warning held")});
}

void PreflightFindingsTest::wrongThingsFailInTheirRowsAlone()
{
    QFETCH(Change, change);
    QFETCH(QStringList, rows);
    CheckBench bench;
    bench.signIn();
    change(bench);
    bench.run(bench.clock.now().addSecs(3600));
    QCOMPARE(bench.complaints().join(u'\n'), rows.join(u'\n'));
}

void PreflightFindingsTest::keyOfTheImageIsSimulated()
{
    CheckBench bench;
    bench.signIn();
    bench.encryption = "aws:kms";
    bench.imageHeaders = "x-amz-server-side-encryption-aws-kms-key-id: "
                         "arn:aws:kms:eu-west-1:123456789012:key/k1";
    bench.run(bench.clock.now().addSecs(3600));
    QCOMPARE(bench.row(CheckSubject::RoleKey).reason, QStringLiteral("allowed"));
    bench.failures.insert(QStringLiteral("kms:Decrypt"), 403);
    bench.run(bench.clock.now().addSecs(3600));
    QCOMPARE(bench.askedFor(QStringLiteral("GetRolePolicy")), 0); // the simulation was enough
    QCOMPARE(bench.row(CheckSubject::RoleKey).outcome, CheckOutcome::Unknown);
    QCOMPARE(bench.complaints().first(), QStringLiteral("image-encryption warning encryption-kms"));
}

void PreflightFindingsTest::devicesOfTheTaskAreReadOneByOne()
{
    CheckBench bench;
    bench.signIn();
    bench.draft.recipients = {{QStringLiteral("d0"), QStringLiteral("d1"), QStringLiteral("d0")},
                              {}};
    bench.run(bench.clock.now().addSecs(3600));
    QCOMPARE(bench.complaints().join(u'\n'), QString());
    QCOMPARE(bench.askedFor(QStringLiteral("GetWirelessDevice")), 2);
    QCOMPARE(bench.askedFor(QStringLiteral("GetWirelessDeviceStatistics")), 2);
    QCOMPARE(bench.askedFor(QStringLiteral("GetDeviceProfile")), 1);
    bench.failures.insert(QStringLiteral("GetWirelessDeviceStatistics"), 403);
    bench.run(bench.clock.now().addSecs(3600));
    QCOMPARE(bench.complaints().join(u'\n'),
             QStringLiteral("recipients-alive unknown not-allowed"));
}

void PreflightFindingsTest::taskThatIsOverHoldsNothing()
{
    CheckBench bench;
    bench.signIn();
    bench.taskDevices = QStringList{QStringLiteral("d1")};
    bench.taskStatus = QStringLiteral("FuotaDone");
    bench.run();
    QCOMPARE(bench.row(CheckSubject::RecipientsFree).outcome, CheckOutcome::Passed);
    QCOMPARE(bench.askedFor(QStringLiteral("ListMulticastGroupsByFuotaTask")), 0);
}

// Thirty tasks hold a device, and a call about them is refused: it is soon given up.
void PreflightFindingsTest::refuseOfManyTasks(CheckBench& bench, const QString& operation)
{
    bench.signIn();
    bench.tasks = 30;
    bench.taskDevices = QStringList{QStringLiteral("d1")};
    bench.failures.insert(operation, 403);
    bench.run();
    QVERIFY(bench.askedFor(operation) < 10);
}

// One of which the status is not known may hold something.
void PreflightFindingsTest::manyRefusedTasksAreNotAllAskedFor()
{
    CheckBench bench;
    refuseOfManyTasks(bench, QStringLiteral("GetFuotaTask"));
    QCOMPARE(bench.row(CheckSubject::RecipientsFree).outcome, CheckOutcome::Warning);
}

void PreflightFindingsTest::whatOneRefusedCallHidesAnotherFinds()
{
    CheckBench bench;
    refuseOfManyTasks(bench, QStringLiteral("ListMulticastGroupsByFuotaTask"));
    const CheckRow row = bench.row(CheckSubject::RecipientsFree);
    QCOMPARE(row.outcome, CheckOutcome::Warning);
    QCOMPARE(row.figure, 30);
}

FUOTADESK_TEST(PreflightFindingsTest);

} // namespace fuotadesk

#include "preflightfindingstest.moc"
