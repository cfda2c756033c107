#include "preflight/rolecreation.h"

#include "aws/iam/iamclient.h"
#include "policy/policydocument.h"
#include "preflight/iamdouble.h"
#include "support/outcome.h"
#include "support/testcase.h"

namespace fuotadesk {

class RoleCreationTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void thePlanReadsTheImagesFolder_data();
    void thePlanReadsTheImagesFolder();
    void makesARoleWithItsPermissions();
    void refusesWhatCanNotBeSent_data();
    void refusesWhatCanNotBeSent();
    void aRoleThatIsThereIsLeftAlone();
    void theNextTryOnlyAddsThePermissions();
    void anotherPlanBeginsAnew();
    void anUnsureRoleIsLookedFor_data();
    void anUnsureRoleIsLookedFor();
    void anUnsureRoleIsRememberedByTheNextTry();
};

namespace {

const auto Create = QStringLiteral("CreateRole");
const auto Get = QStringLiteral("GetRole");
const auto List = QStringLiteral("ListRolePolicies");
const auto Put = QStringLiteral("PutRolePolicy ReadFirmwareImages");

RolePlan examplePlan()
{
    return plannedRole(QStringLiteral("fuota"),
                       {QStringLiteral("bucket"), QStringLiteral("fw/image.bin")},
                       QStringLiteral("aws"));
}

struct CreationBench {
    IamDouble service;
    std::shared_ptr<IamClient> iam = std::make_shared<IamClient>(
        service,
        ServiceAddress{QUrl(QStringLiteral("https://iam.amazonaws.com")),
                       QStringLiteral("us-east-1")});
    RoleCreation creation;
    RolePlan plan = examplePlan();
    QObject owner;

    Result<IamRole> create()
    {
        Outcome<IamRole> outcome;
        outcome.watch(creation.create(iam, plan, &owner), &owner);
        [&] { QTRY_COMPARE(outcome.count, 1); }();
        return outcome.result.value_or(failure(ErrorKind::TimedOut));
    }

    void answer(const QString& call) { service.answer(call, madeRole()); }

    QByteArray madeRole() const
    {
        QByteArray role = roleXml("Role", plan.name.toLatin1(), plan.trustPolicy);
        return role.insert(6, "<Description>" + plan.description.toLatin1() + "</Description>");
    }
};

} // namespace

void RoleCreationTest::thePlanReadsTheImagesFolder_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("beside");
    QTest::addColumn<QString>("outside");
    const auto add = [](const char* key, const char* beside, const char* outside) {
        QTest::newRow(key) << QString::fromLatin1(key) << QString::fromLatin1(beside)
                           << QString::fromLatin1(outside);
    };
    add("fw/image.bin", "fw/next.bin", "other/image.bin");
    add("a/b/image.bin", "a/b/next.bin", "a/image.bin");
    add("f*/image.bin", "f*/next.bin", "fw/image.bin"); // a star in a key is no wildcard
    add("${aws:username}/i.bin", "${aws:username}/j.bin", "ann/i.bin");
}

void RoleCreationTest::thePlanReadsTheImagesFolder()
{
    QFETCH(const QString, key);
    QFETCH(const QString, beside);
    QFETCH(const QString, outside);
    const RolePlan plan =
        plannedRole(QStringLiteral("r"), {QStringLiteral("b"), key}, QStringLiteral("aws-cn"));
    const auto policy = parsePolicy(plan.permissions);
    QVERIFY(policy);
    const auto verdict = [&](const QString& of) {
        return verdictOf(
            {*policy},
            {QStringLiteral("s3:GetObject"), QStringLiteral("arn:aws-cn:s3:::b/") + of, {}, {}});
    };
    QCOMPARE(verdict(key), Verdict::Allowed);
    QCOMPARE(verdict(beside), Verdict::Allowed);
    QCOMPARE(verdict(outside), Verdict::NotAllowed);
}

void RoleCreationTest::makesARoleWithItsPermissions()
{
    CreationBench bench;
    bench.answer(Create);
    bench.service.answer(Put, {});
    const auto role = bench.create();
    QVERIFY(role);
    QCOMPARE(role->arn, QStringLiteral("arn:aws:iam::123456789012:role/fuota"));
    QCOMPARE(bench.service.calls(), (QStringList{Create, Put}));
    const auto& created = bench.service.forms()[0];
    QCOMPARE(created.value(QStringLiteral("AssumeRolePolicyDocument")).toUtf8(),
             bench.plan.trustPolicy);
    const auto& put = bench.service.forms()[1];
    QCOMPARE(put.value(QStringLiteral("RoleName")), QStringLiteral("fuota"));
    QCOMPARE(put.value(QStringLiteral("PolicyDocument")).toUtf8(), bench.plan.permissions);
}

void RoleCreationTest::refusesWhatCanNotBeSent_data()
{
    QTest::addColumn<RolePlan>("plan");
    QTest::addColumn<QString>("field");
    const auto add = [](const char* name, const char* field, auto change) {
        RolePlan plan = examplePlan();
        change(plan);
        QTest::newRow(name) << plan << QString::fromLatin1(field);
    };
    add("no name", "name", [](RolePlan& plan) { plan.name.clear(); });
    add("a blank", "name", [](RolePlan& plan) { plan.name = QStringLiteral("a b"); });
    add("a line", "name", [](RolePlan& plan) { plan.name = QStringLiteral("a\n"); });
    add("a letter that is none there", "name",
        [](RolePlan& plan) { plan.name = QStringLiteral("r\u00f6le"); });
    add("65", "name", [](RolePlan& plan) { plan.name = QString(65, u'a'); });
    add("trust", "trustPolicy", [](RolePlan& plan) { plan.trustPolicy.chop(3); });
    add("permissions", "permissions", [](RolePlan& plan) { plan.permissions = "{}"; });
    add("policy name", "policyName", [](RolePlan& plan) { plan.policyName = QStringLiteral("/"); });
}

void RoleCreationTest::refusesWhatCanNotBeSent()
{
    QFETCH(const RolePlan, plan);
    CreationBench bench;
    bench.plan = plan;
    const auto role = bench.create();
    QVERIFY(!role);
    QCOMPARE(role.error().kind, ErrorKind::InputInvalid);
    QTEST(role.error().code, "field");
    QVERIFY(bench.service.calls().isEmpty());
}

void RoleCreationTest::aRoleThatIsThereIsLeftAlone()
{
    CreationBench bench;
    bench.service.refuse(Create, 409, "EntityAlreadyExists");
    const auto role = bench.create();
    QVERIFY(!role);
    QCOMPARE(role.error().kind, ErrorKind::Conflict);
    QCOMPARE(role.error().code, QStringLiteral("EntityAlreadyExists"));
    QCOMPARE(bench.service.calls(), QStringList(Create));
}

void RoleCreationTest::theNextTryOnlyAddsThePermissions()
{
    CreationBench bench;
    bench.answer(Create);
    bench.service.refuse(Put, 403, "AccessDenied");
    const auto half = bench.create();
    QVERIFY(!half);
    QCOMPARE(half.error().kind, ErrorKind::AccessDenied);
    QCOMPARE(half.error().code, QStringLiteral("role-without-permissions"));
    QCOMPARE(half.error().detail, QStringLiteral("arn:aws:iam::123456789012:role/fuota"));
    bench.service.answer(Put, {});
    QVERIFY(bench.create());
    QCOMPARE(bench.service.calls(), (QStringList{Create, Put, Put}));
    bench.service.refuse(Create, 409, "EntityAlreadyExists");
    QVERIFY(!bench.create()); // it is done: a third time is another role
}

void RoleCreationTest::anotherPlanBeginsAnew()
{
    CreationBench bench;
    bench.answer(Create);
    QVERIFY(!bench.create()); // permissions refused
    bench.plan.name = QStringLiteral("other");
    bench.answer(Create);
    bench.service.answer(Put, {});
    const auto other = bench.create();
    QVERIFY(other);
    QCOMPARE(other->name, QStringLiteral("other"));
    QCOMPARE(bench.service.calls(), (QStringList{Create, Put, Create, Put}));
}

void RoleCreationTest::anUnsureRoleIsLookedFor_data()
{
    QTest::addColumn<bool>("isAsPlanned");
    QTest::addColumn<QByteArray>("policies");
    QTest::addColumn<QString>("code");
    QTest::newRow("it was made") << true << QByteArray() << QString();
    QTest::newRow("it was there, otherwise")
        << false << QByteArray() << QStringLiteral("EntityAlreadyExists");
    QTest::newRow("it was there, with policies")
        << true << QByteArray("<member>p</member>") << QStringLiteral("EntityAlreadyExists");
}

void RoleCreationTest::anUnsureRoleIsLookedFor()
{
    QFETCH(const bool, isAsPlanned);
    QFETCH(const QByteArray, policies);
    QFETCH(const QString, code);
    CreationBench bench;
    bench.service.fail(Create, ErrorKind::ConnectionLost, true);
    bench.service.answer(
        Get, isAsPlanned ? bench.madeRole() : roleXml("Role", "fuota", bench.plan.trustPolicy));
    bench.service.answer(List, "<PolicyNames>" + policies + "</PolicyNames>");
    bench.service.answer(Put, {});
    const auto role = bench.create();
    QCOMPARE(bench.service.calls().contains(Put), code.isEmpty());
    QCOMPARE(role ? QString() : role.error().code, code);
}

void RoleCreationTest::anUnsureRoleIsRememberedByTheNextTry()
{
    CreationBench bench;
    bench.service.fail(Create, ErrorKind::ConnectionLost, true);
    bench.service.fail(Get, ErrorKind::ConnectionLost, false);
    const auto unsure = bench.create();
    QVERIFY(!unsure);
    QCOMPARE(unsure.error().kind, ErrorKind::ConnectionLost);
    QVERIFY(unsure.error().maybeExecuted);

    bench.service.refuse(Create, 409, "EntityAlreadyExists");
    bench.answer(Get);
    bench.service.answer(List, "<PolicyNames/>");
    bench.service.answer(Put, {});
    QVERIFY(bench.create());
    QCOMPARE(bench.service.calls(), (QStringList{Create, Get, Create, Get, List, Put}));
}

} // namespace fuotadesk

using fuotadesk::RoleCreationTest;
FUOTADESK_TEST(RoleCreationTest);
#include "rolecreationtest.moc"
