#include "accessbench.h"
#include "support/testcase.h"

namespace fuotadesk {

class SimulationTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void eachActionWithEachResourceIsDecided();
    void resultsComeInPages();
    void conditionsAreJudgedByWhatIsSent();
    void policiesSentAlongCount();
    void userMayDoAll();
    void wrongQuestionsAreRefused_data();
    void wrongQuestionsAreRefused();
};

namespace {

const QByteArray Denied = "arn:aws:iam::123456789012:role/fuota-denied";

Parameters question(const QByteArray& source, const QByteArray& action, const QByteArray& resource)
{
    return {{"PolicySourceArn", source},
            {"ActionNames.member.1", action},
            {"ResourceArns.member.1", resource}};
}

} // namespace

void SimulationTest::eachActionWithEachResourceIsDecided()
{
    AccessBench bench;
    const HttpResponse got = bench.ask(
        "SimulatePrincipalPolicy",
        question(Denied, "s3:GetObject", "arn:aws:s3:::firmware-bucket/meters/a.bin")
            + Parameters{{"ActionNames.member.2", "s3:PutObject"},
                         {"ResourceArns.member.2", "arn:aws:s3:::firmware-bucket/b.bin"}});
    QCOMPARE(AccessBench::texts(got, "EvalDecision"),
             (QStringList{QStringLiteral("explicitDeny"), QStringLiteral("allowed"),
                          QStringLiteral("implicitDeny"), QStringLiteral("implicitDeny")}));
    QCOMPARE(AccessBench::texts(got, "EvalActionName"),
             (QStringList{QStringLiteral("s3:GetObject"), QStringLiteral("s3:GetObject"),
                          QStringLiteral("s3:PutObject"), QStringLiteral("s3:PutObject")}));
    QCOMPARE(AccessBench::texts(got, "EvalResourceName").at(1),
             QStringLiteral("arn:aws:s3:::firmware-bucket/b.bin"));
    QCOMPARE(AccessBench::text(got, "IsTruncated"), QStringLiteral("false"));
}

void SimulationTest::resultsComeInPages()
{
    AccessBench bench;
    Parameters parameters = question(Denied, "s3:GetObject", "arn:aws:s3:::a/1");
    parameters += Parameters{{"ResourceArns.member.2", "arn:aws:s3:::a/2"},
                             {"ResourceArns.member.3", "arn:aws:s3:::a/3"},
                             {"MaxItems", "2"}};
    const HttpResponse first = bench.ask("SimulatePrincipalPolicy", parameters);
    QCOMPARE(AccessBench::texts(first, "EvalResourceName").size(), 2);
    const HttpResponse second = bench.ask(
        "SimulatePrincipalPolicy",
        parameters + Parameters{{"Marker", AccessBench::text(first, "Marker").toLatin1()}});
    QCOMPARE(AccessBench::texts(second, "EvalResourceName"),
             QStringList{QStringLiteral("arn:aws:s3:::a/3")});
}

void SimulationTest::conditionsAreJudgedByWhatIsSent()
{
    AccessBench bench;
    const auto role = QStringLiteral("fuota-no-permission");
    QVERIFY(bench.book.putInline(
        role, QStringLiteral("p"),
        R"({"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject",)"
        R"("Resource":"*","Condition":{"StringEquals":{"s3:ExistingObjectTag/kind":"fw"}}}})"));
    const Parameters asked =
        question(bench.book.find(role)->arn().toLatin1(), "s3:GetObject", "arn:aws:s3:::b/k");
    const auto decision = [&](const Parameters& parameters) {
        return AccessBench::text(bench.ask("SimulatePrincipalPolicy", parameters), "EvalDecision");
    };
    QCOMPARE(decision(asked), QStringLiteral("implicitDeny"));
    const auto with = [&](const QByteArray& value) {
        return asked
            + Parameters{{"ContextEntries.member.1.ContextKeyName", "s3:ExistingObjectTag/kind"},
                         {"ContextEntries.member.1.ContextKeyValues.member.1", value},
                         {"ContextEntries.member.1.ContextKeyType", "string"}};
    };
    QCOMPARE(decision(with("fw")), QStringLiteral("allowed"));
    QCOMPARE(decision(with("other")), QStringLiteral("implicitDeny"));
}

void SimulationTest::policiesSentAlongCount()
{
    AccessBench bench;
    const QByteArray none = "arn:aws:iam::123456789012:role/fuota-no-permission";
    const Parameters asked = question(none, "s3:GetObject", "arn:aws:s3:::b/k");
    QCOMPARE(AccessBench::text(bench.ask("SimulatePrincipalPolicy",
                                         asked + Parameters{{"PolicyInputList.member.1", ReadAll}}),
                               "EvalDecision"),
             QStringLiteral("allowed"));
}

void SimulationTest::userMayDoAll()
{
    AccessBench bench;
    const HttpResponse got =
        bench.ask("SimulatePrincipalPolicy",
                  {{"PolicySourceArn", "arn:aws:iam::123456789012:user/operator"},
                   {"ActionNames.member.1", "iam:PassRole"}});
    QCOMPARE(AccessBench::text(got, "EvalDecision"), QStringLiteral("allowed"));
    QCOMPARE(AccessBench::text(got, "EvalResourceName"), QStringLiteral("*"));
}

void SimulationTest::wrongQuestionsAreRefused_data()
{
    QTest::addColumn<Parameters>("parameters");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const QByteArray resource = "arn:aws:s3:::b/k";
    const auto row = [](const char* name, const Parameters& parameters, int status,
                        const char* code) {
        QTest::newRow(name) << parameters << status << QString::fromLatin1(code);
    };
    row("session", question("arn:aws:sts::123456789012:assumed-role/a/b", "s3:GetObject", resource),
        400, "InvalidInput");
    row("no role", question("arn:aws:iam::123456789012:role/none", "s3:GetObject", resource), 404,
        "NoSuchEntity");
    row("other account", question("arn:aws:iam::1:role/fuota-denied", "s3:GetObject", resource),
        404, "NoSuchEntity");
    row("no user", question("arn:aws:iam::123456789012:user/none", "s3:GetObject", resource), 404,
        "NoSuchEntity");
    row("no action", {{"PolicySourceArn", Denied}}, 400, "ValidationError");
    row("odd action", question(Denied, "GetObject", resource), 400, "InvalidInput");
    row("no arn", question(Denied, "s3:GetObject", "bucket/key"), 400, "InvalidInput");
    row("policy",
        question(Denied, "s3:GetObject", resource) + Parameters{{"PolicyInputList.member.1", "{}"}},
        400, "InvalidInput");
}

void SimulationTest::wrongQuestionsAreRefused()
{
    QFETCH(Parameters, parameters);
    AccessBench bench;
    const HttpResponse got = bench.ask("SimulatePrincipalPolicy", parameters);
    QTEST(got.status, "status");
    QTEST(AccessBench::text(got, "Code"), "code");
}

FUOTADESK_TEST(SimulationTest);

} // namespace fuotadesk

#include "simulationtest.moc"
