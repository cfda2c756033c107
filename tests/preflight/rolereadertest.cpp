#include "preflight/rolereader.h"

#include "aws/iam/iamclient.h"
#include "policy/fuotapolicies.h"
#include "preflight/iamdouble.h"
#include "support/outcome.h"
#include "support/testcase.h"

namespace fuotadesk {

class RoleReaderTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void simulationDecides_data();
    void simulationDecides();
    void trustIsRead_data();
    void trustIsRead();
    void unreadableTrustIsSaid();
    void policiesAreReadWhereSimulationIsRefused_data();
    void policiesAreReadWhereSimulationIsRefused();
    void policiesAreReadBesideSimulationWhereWanted();
    void withoutAnImageNothingIsSimulated();
    void whatCanNotBeReadIsNamed();
    void aRefusedListLeavesTheOther();
    void nothingReadIsNoVerdict();
    void aMissingRoleIsNotLookedInto();
    void otherRolesAreNotAskedFor_data();
    void otherRolesAreNotAskedFor();
    void cancelStopsAll();
};

namespace {

const auto Arn = QStringLiteral("arn:aws:iam::123456789012:role/service-role/fuota");
const auto Account = QStringLiteral("123456789012");

struct ReaderBench {
    IamDouble service;
    std::shared_ptr<IamClient> iam = std::make_shared<IamClient>(
        service,
        ServiceAddress{QUrl(QStringLiteral("https://iam.amazonaws.com")),
                       QStringLiteral("us-east-1")});
    RoleReader reader;
    QObject owner;
    ImageLocation image{QStringLiteral("bucket"), QStringLiteral("fw/image.bin")};
    RoleReader::Policies policies = RoleReader::Policies::WhenNeeded;

    CallOf<RoleReading>* start(const QString& arn = Arn, const QString& account = Account)
    {
        return reader.read(iam, arn, account, image, &owner, policies);
    }

    RoleReading read(const QString& arn = Arn, const QString& account = Account)
    {
        Outcome<RoleReading> outcome;
        outcome.watch(start(arn, account), &owner);
        [&] { QTRY_COMPARE(outcome.count, 1); }();
        return outcome.result->value_or(RoleReading());
    }

    void answerSimulation(const QByteArray& word)
    {
        service.answer(QStringLiteral("SimulatePrincipalPolicy"),
                       "<EvaluationResults><member><EvalActionName>s3:GetObject</EvalActionName>"
                       "<EvalDecision>"
                           + word + "</EvalDecision></member></EvaluationResults>");
    }

    void answerRole(const QByteArray& trust = fuotaTrustPolicy())
    {
        service.answer(QStringLiteral("GetRole"), roleXml("Role", "fuota", trust));
    }

    void answerInline(const QByteArray& names)
    {
        service.answer(QStringLiteral("ListRolePolicies"),
                       "<PolicyNames>" + names + "</PolicyNames>");
    }

    void answerAttached(const QByteArray& members)
    {
        service.answer(QStringLiteral("ListAttachedRolePolicies"),
                       "<AttachedPolicies>" + members + "</AttachedPolicies>");
    }

    void answerPolicy(const char* name, const QByteArray& document)
    {
        service.answer(QStringLiteral("GetRolePolicy ") + QLatin1String(name),
                       "<PolicyName>" + QByteArray(name) + "</PolicyName>"
                           + documentXml("PolicyDocument", document));
    }
};

QByteArray statement(const char* effect, const char* resource)
{
    return QByteArray(R"({"Version": "2012-10-17", "Statement": {"Effect": ")") + effect
        + R"(", "Action": "s3:GetObject", "Resource": ")" + resource + "\"}}";
}

constexpr auto Attached =
    "<member><PolicyName>m</PolicyName><PolicyArn>arn:aws:iam::1:policy/m</PolicyArn></member>";

} // namespace

void RoleReaderTest::simulationDecides_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<int>("verdict");
    QTest::newRow("allowed") << QByteArray("allowed") << int(Verdict::Allowed);
    QTest::newRow("denied") << QByteArray("explicitDeny") << int(Verdict::Denied);
    QTest::newRow("not allowed") << QByteArray("implicitDeny") << int(Verdict::NotAllowed);
}

void RoleReaderTest::simulationDecides()
{
    QFETCH(const QByteArray, word);
    ReaderBench bench;
    bench.answerRole();
    bench.answerSimulation(word);
    const RoleReading reading = bench.read();
    QVERIFY(reading.isSimulated);
    QTEST(int(reading.read.value_or(Verdict::Depends)), "verdict");
    QCOMPARE(reading.trust, Verdict::Allowed);
    QVERIFY(!reading.roleError && !reading.readError && !reading.trustError);
    QCOMPARE(bench.service.calls(),
             (QStringList{QStringLiteral("GetRole"), QStringLiteral("SimulatePrincipalPolicy")}));
    QCOMPARE(bench.service.forms()[0].value(QStringLiteral("RoleName")), QStringLiteral("fuota"));
    const auto& asked = bench.service.forms()[1];
    QCOMPARE(asked.value(QStringLiteral("PolicySourceArn")), Arn);
    QCOMPARE(asked.value(QStringLiteral("ActionNames.member.1")), QStringLiteral("s3:GetObject"));
    QCOMPARE(asked.value(QStringLiteral("ResourceArns.member.1")),
             QStringLiteral("arn:aws:s3:::bucket/fw/image.bin"));
}

void RoleReaderTest::trustIsRead_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QByteArray>("service");
    QTest::addColumn<int>("verdict");
    const auto add = [](const char* name, const char* more, const char* service, Verdict verdict) {
        QTest::newRow(name) << QByteArray(more) << QByteArray(service) << int(verdict);
    };
    const char* const wireless = "iotwireless.amazonaws.com";
    add("the service", "", wireless, Verdict::Allowed);
    add("another service", "", "iot.amazonaws.com", Verdict::NotAllowed);
    add("for the account",
        R"(, "Condition": {"StringEquals": {"aws:SourceAccount": "123456789012"}})", wireless,
        Verdict::Allowed);
    add("for another account",
        R"(, "Condition": {"StringEquals": {"aws:SourceAccount": "210987654321"}})", wireless,
        Verdict::NotAllowed);
    add("for a task",
        R"(, "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:iotwireless:*:*:FuotaTask/*"}})",
        wireless, Verdict::Depends);
}

void RoleReaderTest::trustIsRead()
{
    QFETCH(const QByteArray, more);
    QFETCH(const QByteArray, service);
    ReaderBench bench;
    bench.answerRole(R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                         "Action": "sts:AssumeRole", "Principal": {"Service": ")"
                     + service + "\"}" + more + "}]}");
    const RoleReading reading = bench.read();
    QVERIFY(!reading.trustError);
    QTEST(int(reading.trust), "verdict");
}

void RoleReaderTest::unreadableTrustIsSaid()
{
    ReaderBench bench;
    bench.answerRole("{\"Version\": \"2012-10-17\"}");
    const RoleReading reading = bench.read();
    QVERIFY(reading.role);
    QVERIFY(reading.trustError);
    QCOMPARE(reading.trustError->code, QStringLiteral("Statement"));
    QCOMPARE(reading.trust, Verdict::NotAllowed);
}

void RoleReaderTest::policiesAreReadWhereSimulationIsRefused_data()
{
    QTest::addColumn<QByteArray>("inlineDocument");
    QTest::addColumn<QByteArray>("attachedDocument");
    QTest::addColumn<int>("verdict");
    const QByteArray here = statement("Allow", "arn:aws:s3:::bucket/fw/*");
    const QByteArray there = statement("Allow", "arn:aws:s3:::bucket/other/*");
    const QByteArray never = statement("Deny", "arn:aws:s3:::bucket/*");
    QTest::newRow("inline") << here << there << int(Verdict::Allowed);
    QTest::newRow("attached") << there << here << int(Verdict::Allowed);
    QTest::newRow("denied by the other") << here << never << int(Verdict::Denied);
    QTest::newRow("neither") << there << there << int(Verdict::NotAllowed);
}

void RoleReaderTest::policiesAreReadWhereSimulationIsRefused()
{
    QFETCH(const QByteArray, inlineDocument);
    QFETCH(const QByteArray, attachedDocument);
    ReaderBench bench;
    bench.answerRole();
    bench.answerInline("<member>p</member>");
    bench.answerPolicy("p", inlineDocument);
    bench.answerAttached(Attached);
    bench.service.answer(QStringLiteral("GetPolicy"),
                         "<Policy><DefaultVersionId>v2</DefaultVersionId></Policy>");
    bench.service.answer(QStringLiteral("GetPolicyVersion"),
                         "<PolicyVersion>" + documentXml("Document", attachedDocument)
                             + "</PolicyVersion>");
    const RoleReading reading = bench.read();
    QVERIFY(!reading.isSimulated);
    QVERIFY(!reading.readError);
    QTEST(int(reading.read.value_or(Verdict::Depends)), "verdict");
    QCOMPARE(reading.policies.size(), qsizetype(2));
    QVERIFY(reading.unreadPolicies.isEmpty());
}

void RoleReaderTest::policiesAreReadBesideSimulationWhereWanted()
{
    ReaderBench bench;
    bench.policies = RoleReader::Policies::Always;
    bench.answerRole();
    bench.answerSimulation("explicitDeny");
    bench.answerInline("<member>p</member>");
    bench.answerPolicy("p", statement("Allow", "*"));
    bench.answerAttached({});
    const RoleReading reading = bench.read();
    QVERIFY(reading.isSimulated);
    QCOMPARE(reading.read, std::optional(Verdict::Denied)); // the simulation knows more
    QCOMPARE(reading.policies.size(), qsizetype(1));
    QVERIFY(reading.unreadPolicies.isEmpty());
}

void RoleReaderTest::withoutAnImageNothingIsSimulated()
{
    ReaderBench bench;
    bench.image = {};
    bench.answerRole();
    const RoleReading reading = bench.read();
    QCOMPARE(bench.service.calls(), QStringList(QStringLiteral("GetRole")));
    QVERIFY(!reading.read && !reading.readError);
    QCOMPARE(reading.trust, Verdict::Allowed);
}

void RoleReaderTest::whatCanNotBeReadIsNamed()
{
    ReaderBench bench;
    bench.answerRole();
    bench.answerInline("<member>good</member><member>refused</member><member>broken</member>");
    bench.answerPolicy("good", statement("Allow", "*"));
    bench.answerPolicy("broken", "{\"Version\"");
    bench.answerAttached(Attached);
    const RoleReading reading = bench.read();
    QCOMPARE(reading.read, std::optional(Verdict::Allowed));
    QCOMPARE(reading.policies.size(), qsizetype(1));
    QStringList unread = reading.unreadPolicies;
    unread.sort();
    QCOMPARE(unread,
             (QStringList{QStringLiteral("arn:aws:iam::1:policy/m"), QStringLiteral("broken"),
                          QStringLiteral("refused")}));
}

void RoleReaderTest::aRefusedListLeavesTheOther()
{
    ReaderBench bench;
    bench.answerInline("<member>p</member>");
    bench.answerPolicy("p", statement("Deny", "*"));
    const RoleReading reading = bench.read();
    QVERIFY(reading.roleError);
    QCOMPARE(reading.roleError->kind, ErrorKind::AccessDenied);
    QCOMPARE(reading.read, std::optional(Verdict::Denied));
    QCOMPARE(reading.unreadPolicies, QStringList(QStringLiteral("ListAttachedRolePolicies")));
}

void RoleReaderTest::nothingReadIsNoVerdict()
{
    ReaderBench bench;
    const RoleReading reading = bench.read();
    QVERIFY(!reading.role && !reading.read);
    QVERIFY(reading.roleError && reading.readError);
    QCOMPARE(reading.readError->kind, ErrorKind::AccessDenied);
}

void RoleReaderTest::aMissingRoleIsNotLookedInto()
{
    ReaderBench bench;
    bench.service.refuse(QStringLiteral("GetRole"), 404, "NoSuchEntity");
    bench.service.refuse(QStringLiteral("SimulatePrincipalPolicy"), 404, "NoSuchEntity");
    const RoleReading reading = bench.read();
    QCOMPARE(reading.roleError->kind, ErrorKind::NotFound);
    QCOMPARE(reading.readError->kind, ErrorKind::NotFound);
    QCOMPARE(bench.service.calls().size(), qsizetype(2));
}

void RoleReaderTest::otherRolesAreNotAskedFor_data()
{
    QTest::addColumn<QString>("arn");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("code");
    QTest::newRow("of another account") << QStringLiteral("arn:aws:iam::210987654321:role/fuota")
                                        << ErrorKind::Refused << QStringLiteral("other-account");
    QTest::newRow("a user") << QStringLiteral("arn:aws:iam::123456789012:user/fuota")
                            << ErrorKind::InputInvalid << QStringLiteral("role");
    QTest::newRow("nothing") << QString() << ErrorKind::InputInvalid << QStringLiteral("role");
}

void RoleReaderTest::otherRolesAreNotAskedFor()
{
    QFETCH(const QString, arn);
    ReaderBench bench;
    const RoleReading reading = bench.read(arn);
    QVERIFY(reading.roleError);
    QTEST(reading.roleError->kind, "kind");
    QTEST(reading.roleError->code, "code");
    QVERIFY(!reading.read && !reading.readError);
    QVERIFY(bench.service.calls().isEmpty());
    QVERIFY(!bench.read(Arn, QString()).roleError->code.isEmpty()); // nobody knows: it is asked for
    QVERIFY(!bench.service.calls().isEmpty());
}

void RoleReaderTest::cancelStopsAll()
{
    ReaderBench bench;
    bench.service.staySilent(QStringLiteral("GetRole"));
    bench.service.staySilent(QStringLiteral("SimulatePrincipalPolicy"));
    auto* const call = bench.start();
    Outcome<RoleReading> outcome;
    outcome.watch(call, &bench.owner);
    call->cancel();
    QCOMPARE(bench.service.cancelled(), 2);
    QTRY_COMPARE(outcome.count, 1);
    QCOMPARE(outcome.result->error().kind, ErrorKind::Cancelled);
}

} // namespace fuotadesk

using fuotadesk::RoleReaderTest;
FUOTADESK_TEST(RoleReaderTest);
#include "rolereadertest.moc"
