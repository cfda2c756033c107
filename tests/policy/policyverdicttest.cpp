#include "policy/policydocument.h"
#include "support/testcase.h"

namespace fuotadesk {

class PolicyVerdictTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void identityPoliciesAsDocumented_data();
    void identityPoliciesAsDocumented();
    void principalsAsDocumented_data();
    void principalsAsDocumented();
    void whatCanNotBeJudgedDecidesOnlyWhereItCould_data();
    void whatCanNotBeJudgedDecidesOnlyWhereItCould();
    void aDenialInAnyDocumentCounts();
    void manyStatementsAreJudged();
};

namespace {

using enum Verdict;

// Without the braces of the statements' object.
PolicyDocument document(const QByteArray& statements, const char* version = "2012-10-17")
{
    const auto parsed = parsePolicy(R"({"Version": ")" + QByteArray(version)
                                    + R"(", "Statement": [)" + statements + "]}");
    return parsed.value_or(PolicyDocument());
}

AccessQuestion question(const QByteArray& action, const QByteArray& resource)
{
    AccessQuestion asked;
    asked.action = QString::fromLatin1(action);
    asked.resource = QString::fromLatin1(resource);
    return asked;
}

void addColumns()
{
    QTest::addColumn<QByteArray>("statements");
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<QByteArray>("resource");
    QTest::addColumn<int>("verdict");
}

void addRow(const char* name, const QByteArray& statements, const char* action,
            const char* resource, Verdict verdict)
{
    QTest::newRow(name) << statements << QByteArray(action) << QByteArray(resource) << int(verdict);
}

constexpr auto Object = "arn:aws:s3:::bucket/firmware/image.bin";

} // namespace

// Of https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html (action,
// notaction, notresource) and access_policies_examples.html.
void PolicyVerdictTest::identityPoliciesAsDocumented_data()
{
    addColumns();
    const char* const keys = R"({"Effect": "Allow", "Action": "iam:*AccessKey*", "Resource": "*"})";
    addRow("wildcard in an action", keys, "iam:CreateAccessKey", "arn:aws:iam::1:user/a", Allowed);
    addRow("action in another case", keys, "IAM:listaccesskeys", "arn:aws:iam::1:user/a", Allowed);
    addRow("other action", keys, "iam:CreateUser", "arn:aws:iam::1:user/a", NotAllowed);

    const char* const notDelete =
        R"({"Effect": "Allow", "NotAction": "s3:DeleteBucket", "Resource": "arn:aws:s3:::*"})";
    addRow("NotAction allows the others", notDelete, "s3:GetObject", Object, Allowed);
    addRow("NotAction does not deny", notDelete, "s3:DeleteBucket", "arn:aws:s3:::b", NotAllowed);
    addRow("NotAction in another case", notDelete, "s3:deletebucket", "arn:aws:s3:::b", NotAllowed);
    addRow("NotAction of other services", notDelete, "iam:GetRole", "arn:aws:iam::1:role/a",
           NotAllowed);

    const char* const region = R"({"Effect": "Allow", "Action": "*", "Resource": "*"},
        {"Effect": "Deny", "NotAction": ["cloudfront:*", "iam:*"], "Resource": "*",
         "Condition": {"StringNotEquals": {"aws:RequestedRegion": ["eu-central-1"]}}})";
    addRow("region unknown", region, "s3:GetObject", Object, Depends);
    addRow("outside of NotAction", region, "iam:GetRole", "arn:aws:iam::1:role/a", Allowed);

    const char* const payroll = R"({"Effect": "Allow", "Action": "s3:*", "Resource": "*"},
        {"Effect": "Deny", "Action": "s3:*", "NotResource":
         ["arn:aws:s3:::HRBucket/Payroll", "arn:aws:s3:::HRBucket/Payroll/*"]})";
    addRow("NotResource leaves", payroll, "s3:GetObject", "arn:aws:s3:::HRBucket/Payroll/1",
           Allowed);
    addRow("NotResource denies", payroll, "s3:GetObject", Object, Denied);

    const char* const home = R"({"Effect": "Allow", "Action": "s3:*", "Resource":
        "arn:aws:s3:::bucket/${aws:username}/*"})";
    addRow("policy variable", home, "s3:GetObject", Object, Depends);
    addRow("policy variable elsewhere", home, "s3:GetObject", "arn:aws:s3:::other/a/b", NotAllowed);
    addRow("resource in another case",
           R"({"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::Bucket/*"})",
           "s3:GetObject", Object, NotAllowed);
    addRow("bucket, not its objects",
           R"({"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::bucket"})",
           "s3:GetObject", Object, NotAllowed);
    addRow("no resource at all", R"({"Effect": "Allow", "Action": "s3:*"})", "s3:GetObject", Object,
           NotAllowed);
    addRow("empty lists", R"({"Effect": "Allow", "Action": [], "Resource": []})", "s3:GetObject",
           Object, NotAllowed);
    addRow("no statement", "", "s3:GetObject", Object, NotAllowed);
}

void PolicyVerdictTest::identityPoliciesAsDocumented()
{
    QFETCH(const QByteArray, statements);
    QFETCH(const QByteArray, action);
    QFETCH(const QByteArray, resource);
    const PolicyDocument policy = document(statements);
    QVERIFY(!policy.version.isEmpty());
    QTEST(int(verdictOf({policy}, question(action, resource))), "verdict");
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
void PolicyVerdictTest::principalsAsDocumented_data()
{
    QTest::addColumn<QByteArray>("principal");
    QTest::addColumn<QString>("who");
    QTest::addColumn<int>("verdict");
    const auto add = [](const char* principal, const char* who, Verdict verdict) {
        QTest::addRow("%s / %s", principal, who)
            << QByteArray(principal) << QString::fromLatin1(who) << int(verdict);
    };
    const char* const service = "Service:iotwireless.amazonaws.com";
    const char* const ann = "AWS:arn:aws:iam::123456789012:user/ann";
    add(R"("Principal": {"Service": "iotwireless.amazonaws.com"})", service, Allowed);
    add(R"("Principal": {"Service": ["a.amazonaws.com", "iotwireless.amazonaws.com"]})", service,
        Allowed);
    add(R"("Principal": {"Service": "iot.amazonaws.com"})", service, NotAllowed);
    add(R"("Principal": {"Service": "iotwireless*"})", service, NotAllowed);
    add(R"("Principal": "*")", service, Allowed);
    add(R"("Principal": {"AWS": "*"})", ann, Allowed);
    add(R"("Principal": {"AWS": "123456789012"})", ann, Allowed);
    add(R"("Principal": {"AWS": "arn:aws:iam::123456789012:root"})", ann, Allowed);
    add(R"("Principal": {"AWS": "arn:aws:iam::123456789012:user/ann"})", ann, Allowed);
    add(R"("Principal": {"AWS": "arn:aws:iam::123456789012:user/bob"})", ann, NotAllowed);
    add(R"("Principal": {"AWS": "210987654321"})", ann, NotAllowed);
    add(R"("Principal": {"AWS": "123456789012"})", service, NotAllowed);
    add(R"("NotPrincipal": {"AWS": "arn:aws:iam::123456789012:user/bob"})", ann, Allowed);
    add(R"("NotPrincipal": {"AWS": "arn:aws:iam::123456789012:user/ann"})", ann, NotAllowed);
    add(R"("Sid": "nobody")", service, NotAllowed);
}

void PolicyVerdictTest::principalsAsDocumented()
{
    QFETCH(const QByteArray, principal);
    QFETCH(const QString, who);
    AccessQuestion asked = question("sts:AssumeRole", {});
    asked.principal = who;
    const auto policy =
        document(R"({"Effect": "Allow", "Action": "sts:AssumeRole", )" + principal + "}");
    QVERIFY(!policy.version.isEmpty());
    QTEST(int(verdictOf({policy}, asked)), "verdict");
}

void PolicyVerdictTest::whatCanNotBeJudgedDecidesOnlyWhereItCould_data()
{
    addColumns();
    const auto allow = QByteArray(R"({"Effect": "Allow", "Action": "*", "Resource": "*"})");
    const auto deny = QByteArray(R"({"Effect": "Deny", "Action": "*", "Resource": "*"})");
    const QByteArray maybe = R"(, "Condition": {"StringEquals": {"aws:Unknown": "x"}}})";
    const QByteArray maybeAllow = allow.chopped(1) + maybe;
    const QByteArray maybeDeny = deny.chopped(1) + maybe;
    const auto add = [](const char* name, const QByteArray& statements, Verdict verdict) {
        addRow(name, statements, "s3:GetObject", Object, verdict);
    };
    add("maybe allowed", maybeAllow, Depends);
    add("allowed all the same", maybeAllow + ',' + allow, Allowed);
    add("maybe denied", allow + ',' + maybeDeny, Depends);
    add("maybe both", maybeAllow + ',' + maybeDeny, Depends);
    add("denied all the same", maybeAllow + ',' + deny, Denied);
    add("denied, allowed, maybe denied", allow + ',' + deny + ',' + maybeDeny, Denied);
    add("maybe denied, never allowed", maybeDeny, NotAllowed);
    add("another operator",
        R"({"Effect": "Allow", "Action": "*", "Resource": "*",
            "Condition": {"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}}})",
        Depends);
    add("one of two conditions is false",
        R"({"Effect": "Allow", "Action": "*", "Resource": "*",
            "Condition": {"StringEquals": {"aws:Unknown": "x"}, "Null": {"aws:y": "false"}}})",
        NotAllowed);
}

void PolicyVerdictTest::whatCanNotBeJudgedDecidesOnlyWhereItCould()
{
    identityPoliciesAsDocumented();
}

void PolicyVerdictTest::aDenialInAnyDocumentCounts()
{
    const auto allows = document(R"({"Effect": "Allow", "Action": "s3:*", "Resource": "*"})");
    const auto denies =
        document(R"({"Effect": "Deny", "Action": "s3:Get*", "Resource": "*"})", "2008-10-17");
    const AccessQuestion get = question("s3:GetObject", Object);
    QCOMPARE(verdictOf({}, get), NotAllowed);
    QCOMPARE(verdictOf({allows}, get), Allowed);
    QCOMPARE(verdictOf({allows, denies}, get), Denied);
    QCOMPARE(verdictOf({denies, allows}, get), Denied);
    QCOMPARE(verdictOf({denies, allows}, question("s3:PutObject", Object)), Allowed);
    // Before 2012 there were no variables: this is a name with a dollar in it.
    const auto old = document(
        R"({"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::b/${aws:username}"})",
        "2008-10-17");
    QCOMPARE(verdictOf({old}, question("s3:GetObject", "arn:aws:s3:::b/ann")), NotAllowed);
}

void PolicyVerdictTest::manyStatementsAreJudged()
{
    QByteArray statements;
    for (int i = 0; i < 5000; ++i)
        statements += R"({"Effect": "Allow", "Action": ["s3:Put*Ob*ct", "s3:List*"],
                          "Resource": "arn:aws:s3:::*a*a*a*a*b)"
            + QByteArray::number(i) + "\"},";
    const QByteArray last = R"({"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"})";
    const PolicyDocument policy = document(statements + last);
    QCOMPARE(policy.statements.size(), qsizetype(5001));
    QCOMPARE(verdictOf({policy}, question("s3:GetObject", Object)), Allowed);
    const QByteArray longKey = "arn:aws:s3:::bucket/" + QByteArray(1000, 'a');
    QCOMPARE(verdictOf({policy}, question("s3:PutObject", longKey)), NotAllowed);
}

} // namespace fuotadesk

using fuotadesk::PolicyVerdictTest;
FUOTADESK_TEST(PolicyVerdictTest);
#include "policyverdicttest.moc"
