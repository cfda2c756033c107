#include "iambench.h"
#include "support/testcase.h"

#include <QUrlQuery>

namespace fuotadesk {

// Against the sample answers of https://docs.aws.amazon.com/IAM/latest/APIReference
class IamClientTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void asksAsTheProtocolSays();
    void readsAPageOfRoles();
    void readsOneRole();
    void readsAllPagesOfNames();
    void readsAnInlinePolicy_data();
    void readsAnInlinePolicy();
    void readsAttachedPolicies();
    void readsTheDefaultVersion();
    void simulationKeepsTheOrder();
    void passRoleIsSimulatedForAService();
    void createsOnlyOnce();
    void putsAPolicy();
    void cancelStopsThePageUnderWay();
};

namespace {

QByteArray roleElement(const QByteArray& tag, const QByteArray& name)
{
    return '<' + tag + "><Path>/application_abc/</Path><Arn>arn:aws:iam::123456789012:role/"
        + "application_abc/" + name + "</Arn><RoleName>" + name + "</RoleName>"
        + "<AssumeRolePolicyDocument>%7B%22Version%22%3A%222012-10-17%22%2C%22Id%22%3A%22a%2Bb%20c"
          "%22%7D</AssumeRolePolicyDocument><Description>for S3 &amp; more</Description>"
        + "<CreateDate>2012-05-08T23:34:01Z</CreateDate><RoleId>AROADBQP57FF2AEXAMPLE</RoleId></"
        + tag + '>';
}

// The form that went out, decoded.
QMap<QString, QString> form(const HttpRequest& request)
{
    QMap<QString, QString> fields;
    for (const auto& [name, value] :
         QUrlQuery(QString::fromUtf8(request.body)).queryItems(QUrl::FullyDecoded))
        fields.insert(name, value);
    return fields;
}

} // namespace

void IamClientTest::asksAsTheProtocolSays()
{
    IamBench bench;
    bench.transports.script.answer(200, iamAnswer("GetRole", roleElement("Role", "S3 Access")));
    QVERIFY(bench.settled(bench.iam.role(QStringLiteral("a+b c"), &bench.owner)));
    QCOMPARE(bench.transports.asked(), QStringList(QStringLiteral("iam us-east-1")));
    const HttpRequest sent = bench.transports.script.requests().first();
    QCOMPARE(sent.method, QByteArray("POST"));
    QCOMPARE(sent.url, QUrl(QStringLiteral("https://iam.amazonaws.com/")));
    QCOMPARE(headerValue(sent.headers, "content-type"),
             QByteArray("application/x-www-form-urlencoded"));
    QCOMPARE(sent.body, QByteArray("Action=GetRole&Version=2010-05-08&RoleName=a%2Bb%20c"));
    QVERIFY(sent.repeatable);
    QVERIFY(!sent.isNoted);
}

void IamClientTest::readsAPageOfRoles()
{
    IamBench bench;
    bench.transports.script.answer(
        200,
        iamAnswer("ListRoles",
                  "<IsTruncated>true</IsTruncated><Marker>next</Marker><Roles>"
                      + roleElement("member", "S3Access") + roleElement("member", "SDBAccess")
                      + "</Roles>"));
    const auto page = bench.settled(bench.iam.roles(QStringLiteral("here"), &bench.owner));
    QVERIFY(page);
    QCOMPARE(page->nextMarker, QStringLiteral("next"));
    QCOMPARE(page->roles.size(), qsizetype(2));
    const IamRole second{QStringLiteral("SDBAccess"),
                         QStringLiteral("arn:aws:iam::123456789012:role/application_abc/SDBAccess"),
                         QStringLiteral("for S3 & more"),
                         QDateTime(QDate(2012, 5, 8), QTime(23, 34, 1), Qt::UTC),
                         R"({"Version":"2012-10-17","Id":"a+b c"})"};
    QVERIFY(page->roles[1] == second);
    const auto sent = form(bench.transports.script.requests().first());
    QCOMPARE(sent.value(QStringLiteral("Marker")), QStringLiteral("here"));
    QCOMPARE(sent.value(QStringLiteral("MaxItems")), QStringLiteral("100"));
}

// The reference shows the document as it is, with blanks around it.
void IamClientTest::readsOneRole()
{
    IamBench bench;
    bench.transports.script.answer(
        200,
        iamAnswer("GetRole",
                  "<Role><Arn>arn:aws:iam::123456789012:role/S3Access</Arn><RoleName>S3Access"
                  "</RoleName><AssumeRolePolicyDocument>\n {\"Id\":\"100%25\"}\n"
                  "</AssumeRolePolicyDocument></Role>"));
    const auto role = bench.settled(bench.iam.role(QStringLiteral("S3Access"), &bench.owner));
    QVERIFY(role);
    QCOMPARE(role->trustPolicy.trimmed(), QByteArray("{\"Id\":\"100%25\"}"));
    QVERIFY(!role->createdAt.isValid());
}

void IamClientTest::readsAllPagesOfNames()
{
    IamBench bench;
    const auto page = [](const QByteArray& names, const QByteArray& rest) {
        return iamAnswer("ListRolePolicies", "<PolicyNames>" + names + "</PolicyNames>" + rest);
    };
    bench.transports.script.answer(200,
                                   page("<member>CloudwatchPutMetricPolicy</member>",
                                        "<IsTruncated>true</IsTruncated><Marker>m</Marker>"));
    bench.transports.script.answer(
        200, page("<member>S3AccessPolicy</member>", "<IsTruncated>false</IsTruncated>"));
    const auto names =
        bench.settled(bench.iam.inlinePolicyNames(QStringLiteral("r"), &bench.owner));
    QVERIFY(names);
    QCOMPARE(*names,
             (QStringList{QStringLiteral("CloudwatchPutMetricPolicy"),
                          QStringLiteral("S3AccessPolicy")}));
    const auto& sent = bench.transports.script.requests();
    QVERIFY(!form(sent[0]).contains(QStringLiteral("Marker")));
    QCOMPARE(form(sent[1]).value(QStringLiteral("Marker")), QStringLiteral("m"));
    QCOMPARE(form(sent[1]).value(QStringLiteral("RoleName")), QStringLiteral("r"));
}

void IamClientTest::readsAnInlinePolicy_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::newRow("percent-encoded")
        << QByteArray("%7B%22Statement%22%3A%5B%7B%22Resource%22%3A%22a%2Bb%20c%22%7D%5D%7D");
    QTest::newRow("as it is") << QByteArray("{\"Statement\":[{\"Resource\":\"a+b c\"}]}");
    QTest::newRow("as it is, in entities")
        << QByteArray("{&quot;Statement&quot;:[{&quot;Resource&quot;:&quot;a+b c&quot;}]}");
}

void IamClientTest::readsAnInlinePolicy()
{
    QFETCH(const QByteArray, document);
    IamBench bench;
    bench.transports.script.answer(
        200,
        iamAnswer("GetRolePolicy",
                  "<PolicyName>S3AccessPolicy</PolicyName><RoleName>S3Access"
                  "</RoleName><PolicyDocument>"
                      + document + "</PolicyDocument>"));
    const auto policy = bench.settled(bench.iam.inlinePolicy(
        QStringLiteral("S3Access"), QStringLiteral("S3AccessPolicy"), &bench.owner));
    QVERIFY(policy);
    QVERIFY((*policy
             == IamPolicy{
                 QStringLiteral("S3AccessPolicy"), {}, R"({"Statement":[{"Resource":"a+b c"}]})"}));
}

void IamClientTest::readsAttachedPolicies()
{
    IamBench bench;
    bench.transports.script.answer(
        200,
        iamAnswer("ListAttachedRolePolicies",
                  "<AttachedPolicies><member><PolicyName>ReadOnlyAccess</PolicyName><PolicyArn>"
                  "arn:aws:iam::aws:policy/ReadOnlyAccess</PolicyArn></member></AttachedPolicies>"
                  "<IsTruncated>false</IsTruncated>"));
    const auto policies =
        bench.settled(bench.iam.attachedPolicies(QStringLiteral("r"), &bench.owner));
    QVERIFY(policies);
    QVERIFY((*policies
             == QList<IamPolicy>{{QStringLiteral("ReadOnlyAccess"),
                                  QStringLiteral("arn:aws:iam::aws:policy/ReadOnlyAccess"),
                                  {}}}));
}

void IamClientTest::readsTheDefaultVersion()
{
    IamBench bench;
    const auto arn = QStringLiteral("arn:aws:iam::123456789012:policy/path/S3-read");
    bench.transports.script.answer(200,
                                   iamAnswer("GetPolicy",
                                             "<Policy><PolicyName>S3-read</PolicyName>"
                                             "<DefaultVersionId>v7</DefaultVersionId></Policy>"));
    bench.transports.script.answer(
        200,
        iamAnswer("GetPolicyVersion",
                  "<PolicyVersion><Document>%7B%7D</Document><VersionId>v7"
                  "</VersionId></PolicyVersion>"));
    const auto policy = bench.settled(bench.iam.managedPolicy(arn, &bench.owner));
    QVERIFY(policy);
    QVERIFY((*policy == IamPolicy{QStringLiteral("S3-read"), arn, "{}"}));
    const auto asked = form(bench.transports.script.requests()[1]);
    QCOMPARE(asked.value(QStringLiteral("PolicyArn")), arn);
    QCOMPARE(asked.value(QStringLiteral("VersionId")), QStringLiteral("v7"));
}

void IamClientTest::simulationKeepsTheOrder()
{
    IamBench bench;
    const auto decision = [](const QByteArray& action, const QByteArray& word) {
        return "<member><EvalActionName>" + action + "</EvalActionName><EvalDecision>" + word
            + "</EvalDecision><EvalResourceName>*</EvalResourceName></member>";
    };
    bench.transports.script.answer(200,
                                   iamAnswer("SimulatePrincipalPolicy",
                                             "<EvaluationResults>"
                                                 + decision("kms:Decrypt", "allowed")
                                                 + "</EvaluationResults><IsTruncated>true"
                                                   "</IsTruncated><Marker>m</Marker>"));
    bench.transports.script.answer(
        200,
        iamAnswer("SimulatePrincipalPolicy",
                  "<EvaluationResults>" + decision("s3:GetObject", "explicitDeny")
                      + decision("s3:ListBucket", "implicitDeny") + "</EvaluationResults>"));
    const auto decisions = bench.settled(
        bench.iam.simulate(QStringLiteral("arn:aws:iam::1:role/r"),
                           {QStringLiteral("s3:GetObject"), QStringLiteral("kms:Decrypt"),
                            QStringLiteral("s3:ListBucket")},
                           QStringLiteral("arn:aws:s3:::b/k"), &bench.owner));
    QVERIFY(decisions);
    QVERIFY(
        (*decisions
         == QList<SimulatedDecision>{SimulatedDecision::ExplicitDeny, SimulatedDecision::Allowed,
                                     SimulatedDecision::ImplicitDeny}));
    const auto sent = form(bench.transports.script.requests().first());
    QCOMPARE(sent.value(QStringLiteral("PolicySourceArn")),
             QStringLiteral("arn:aws:iam::1:role/r"));
    QCOMPARE(sent.value(QStringLiteral("ActionNames.member.2")), QStringLiteral("kms:Decrypt"));
    QCOMPARE(sent.value(QStringLiteral("ResourceArns.member.1")),
             QStringLiteral("arn:aws:s3:::b/k"));
}

// https://docs.aws.amazon.com/IAM/latest/APIReference/API_ContextEntry.html
void IamClientTest::passRoleIsSimulatedForAService()
{
    IamBench bench;
    bench.transports.script.answer(
        200,
        iamAnswer("SimulatePrincipalPolicy",
                  "<EvaluationResults><member><EvalActionName>iam:PassRole</EvalActionName>"
                  "<EvalDecision>implicitDeny</EvalDecision></member></EvaluationResults>"));
    const auto decision = bench.settled(bench.iam.simulatePassRole(
        QStringLiteral("arn:aws:iam::1:user/u"), QStringLiteral("arn:aws:iam::1:role/r"),
        QStringLiteral("iotwireless.amazonaws.com"), &bench.owner));
    QVERIFY(decision == SimulatedDecision::ImplicitDeny);
    const auto sent = form(bench.transports.script.requests().first());
    QCOMPARE(sent.value(QStringLiteral("ActionNames.member.1")), QStringLiteral("iam:PassRole"));
    QCOMPARE(sent.value(QStringLiteral("ContextEntries.member.1.ContextKeyName")),
             QStringLiteral("iam:PassedToService"));
    QCOMPARE(sent.value(QStringLiteral("ContextEntries.member.1.ContextKeyValues.member.1")),
             QStringLiteral("iotwireless.amazonaws.com"));
    QCOMPARE(sent.value(QStringLiteral("ContextEntries.member.1.ContextKeyType")),
             QStringLiteral("string"));
}

void IamClientTest::createsOnlyOnce()
{
    IamBench bench;
    bench.transports.script.answer(200, iamAnswer("CreateRole", roleElement("Role", "fuota")));
    bench.transports.script.fail(ErrorKind::ConnectionLost, true);
    const auto create = [&] {
        return bench.settled(bench.iam.createRole(QStringLiteral("fuota"), "{\"a\": \"+ \"}",
                                                  QStringLiteral("d"), &bench.owner));
    };
    const auto role = create();
    QVERIFY(role);
    QCOMPARE(role->name, QStringLiteral("fuota"));
    const HttpRequest sent = bench.transports.script.requests().first();
    QVERIFY(!sent.repeatable);
    QVERIFY(sent.isNoted);
    QCOMPARE(sent.target, QStringLiteral("fuota"));
    QVERIFY(sent.body.endsWith("AssumeRolePolicyDocument=%7B%22a%22%3A%20%22%2B%20%22%7D"
                               "&Description=d"));
    const auto unsure = create();
    QVERIFY(!unsure);
    QVERIFY(unsure.error().maybeExecuted);
}

void IamClientTest::putsAPolicy()
{
    IamBench bench;
    bench.transports.script.answer(200,
                                   "<PutRolePolicyResponse" + IamNamespace
                                       + "><ResponseMetadata><RequestId>1</RequestId>"
                                         "</ResponseMetadata></PutRolePolicyResponse>");
    QVERIFY(bench.settled(
        bench.iam.putInlinePolicy(QStringLiteral("r"), QStringLiteral("p"), "{}", &bench.owner)));
    const HttpRequest sent = bench.transports.script.requests().first();
    QVERIFY(sent.repeatable);
    QVERIFY(sent.isNoted);
    QCOMPARE(sent.target, QStringLiteral("r"));
    QCOMPARE(sent.body,
             QByteArray("Action=PutRolePolicy&Version=2010-05-08&RoleName=r&PolicyName=p"
                        "&PolicyDocument=%7B%7D"));
}

void IamClientTest::cancelStopsThePageUnderWay()
{
    IamBench bench;
    bench.transports.script.answer(200,
                                   iamAnswer("ListRolePolicies",
                                             "<PolicyNames><member>a</member></PolicyNames>"
                                             "<IsTruncated>true</IsTruncated><Marker>m</Marker>"));
    bench.transports.script.staySilent();
    auto* const call = bench.iam.inlinePolicyNames(QStringLiteral("r"), &bench.owner);
    Outcome<QStringList> outcome;
    outcome.watch(call, &bench.owner);
    QTRY_VERIFY(bench.transports.script.isUsedUp());
    call->cancel();
    QTRY_COMPARE(outcome.count, 1);
    QCOMPARE(outcome.result->error().kind, ErrorKind::Cancelled);
    QTRY_COMPARE(bench.transports.script.cancelled(), 1);
}

} // namespace fuotadesk

using fuotadesk::IamClientTest;
FUOTADESK_TEST(IamClientTest);
#include "iamclienttest.moc"
