#include "accessbench.h"
#include "support/testcase.h"

namespace fuotadesk {

// The examples of the IAM API Reference, with what the sandbox has in place of their names.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html
class IamServerTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void createdRoleIsTold();
    void rolesComeInPages();
    void listThatGrowsShowsEachRoleOnce();
    void pathChoosesRoles();
    void inlinePoliciesAreWrittenAndRead();
    void managedPoliciesAreRead();
    void trustIsReplaced();
    void theUserIsTold();
    void doneWithoutAResult();
    void permissionOfTheAskerCounts();
};

namespace {

const QByteArray Space = "xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\">";
const QByteArray S3ReadOnly = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";

} // namespace

void IamServerTest::createdRoleIsTold()
{
    AccessBench bench;
    const HttpResponse made = bench.ask("CreateRole",
                                        {{"Path", "/application_abc/component_xyz/"},
                                         {"RoleName", "S3Access"},
                                         {"Description", "Größe"},
                                         {"AssumeRolePolicyDocument", TrustIotWireless}});
    QCOMPARE(made.status, 200);
    QVERIFY(made.body.startsWith(QByteArray("<CreateRoleResponse ") + Space));
    QCOMPARE(AccessBench::text(made, "Path"), QStringLiteral("/application_abc/component_xyz/"));
    QCOMPARE(
        AccessBench::text(made, "Arn"),
        QStringLiteral("arn:aws:iam::123456789012:role/application_abc/component_xyz/S3Access"));
    QCOMPARE(AccessBench::text(made, "CreateDate"), QStringLiteral("2026-01-02T03:04:05Z"));
    QCOMPARE(AccessBench::text(made, "RequestId"), QStringLiteral("rid"));
    // encoded as RFC 3986 has it
    QVERIFY(AccessBench::text(made, "AssumeRolePolicyDocument")
                .startsWith(u"%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B"));

    const HttpResponse got = bench.ask("GetRole", {{"RoleName", "S3Access"}});
    QCOMPARE(AccessBench::document(got, "AssumeRolePolicyDocument"), TrustIotWireless);
    QCOMPARE(AccessBench::text(got, "Description"), QStringLiteral("Größe"));
    QCOMPARE(AccessBench::text(got, "MaxSessionDuration"), QStringLiteral("3600"));
    QCOMPARE(AccessBench::text(got, "RoleId"), AccessBench::text(made, "RoleId"));
}

void IamServerTest::rolesComeInPages()
{
    AccessBench bench;
    const auto all = bench.book.below(QStringLiteral("/")).size();
    const HttpResponse first = bench.ask("ListRoles");
    QCOMPARE(AccessBench::texts(first, "RoleName").size(), 100);
    QCOMPARE(AccessBench::text(first, "IsTruncated"), QStringLiteral("true"));
    const HttpResponse second =
        bench.ask("ListRoles", {{"Marker", AccessBench::text(first, "Marker").toLatin1()}});
    QCOMPARE(AccessBench::text(second, "IsTruncated"), QStringLiteral("false"));
    QVERIFY(AccessBench::texts(second, "Marker").isEmpty());
    const QStringList names =
        AccessBench::texts(first, "RoleName") + AccessBench::texts(second, "RoleName");
    QCOMPARE(names.size(), all);
    QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), all);
    QCOMPARE(AccessBench::texts(bench.ask("ListRoles", {{"MaxItems", "1000"}}), "RoleName"), names);
}

void IamServerTest::listThatGrowsShowsEachRoleOnce()
{
    AccessBench bench;
    const HttpResponse first = bench.ask("ListRoles", {{"MaxItems", "2"}});
    const QStringList seen = AccessBench::texts(first, "RoleName");
    bench.ask("CreateRole",
              {{"RoleName", "0-before"}, {"AssumeRolePolicyDocument", TrustIotWireless}});
    const HttpResponse second =
        bench.ask("ListRoles", {{"Marker", AccessBench::text(first, "Marker").toLatin1()}});
    for (const QString& name : seen)
        QVERIFY(!AccessBench::texts(second, "RoleName").contains(name));
    QCOMPARE(AccessBench::text(second, "RoleName"),
             bench.book.below(QStringLiteral("/")).at(3).name);
}

void IamServerTest::pathChoosesRoles()
{
    AccessBench bench;
    QCOMPARE(
        AccessBench::texts(bench.ask("ListRoles", {{"PathPrefix", "/service-role/"}}), "RoleName"),
        QStringList{QStringLiteral("fuota-console")});
    QVERIFY(AccessBench::texts(bench.ask("ListRoles", {{"PathPrefix", "/none/"}}), "RoleName")
                .isEmpty());
}

void IamServerTest::inlinePoliciesAreWrittenAndRead()
{
    AccessBench bench;
    const Parameters role{{"RoleName", "fuota-no-permission"}};
    QVERIFY(AccessBench::texts(bench.ask("ListRolePolicies", role), "member").isEmpty());
    const Parameters named = role + Parameters{{"PolicyName", "S3AccessPolicy"}};
    QCOMPARE(bench.ask("PutRolePolicy", named + Parameters{{"PolicyDocument", ReadAll}}).status,
             200);
    QCOMPARE(AccessBench::texts(bench.ask("ListRolePolicies", role), "member"),
             QStringList{QStringLiteral("S3AccessPolicy")});
    const HttpResponse got = bench.ask("GetRolePolicy", named);
    QCOMPARE(AccessBench::document(got, "PolicyDocument"), ReadAll);
    QCOMPARE(AccessBench::text(got, "RoleName"), QStringLiteral("fuota-no-permission"));
    QCOMPARE(AccessBench::text(got, "PolicyName"), QStringLiteral("S3AccessPolicy"));
    QCOMPARE(bench.ask("DeleteRolePolicy", named).status, 200);
    QCOMPARE(bench.ask("GetRolePolicy", named).status, 404);
}

void IamServerTest::managedPoliciesAreRead()
{
    AccessBench bench;
    const Parameters role{{"RoleName", "fuota-no-permission"}};
    const Parameters policy{{"PolicyArn", S3ReadOnly}};
    QCOMPARE(AccessBench::text(bench.ask("GetPolicy", policy), "AttachmentCount"),
             QStringLiteral("1")); // the console's
    QCOMPARE(bench.ask("AttachRolePolicy", role + policy).status, 200);
    const HttpResponse attached = bench.ask("ListAttachedRolePolicies", role);
    QCOMPARE(AccessBench::text(attached, "PolicyArn").toLatin1(), S3ReadOnly);
    QCOMPARE(AccessBench::text(attached, "PolicyName"), QStringLiteral("AmazonS3ReadOnlyAccess"));
    const HttpResponse got = bench.ask("GetPolicy", policy);
    QCOMPARE(AccessBench::text(got, "AttachmentCount"), QStringLiteral("2"));
    const QByteArray version = AccessBench::text(got, "DefaultVersionId").toLatin1();
    const HttpResponse document =
        bench.ask("GetPolicyVersion", policy + Parameters{{"VersionId", version}});
    QVERIFY(AccessBench::document(document, "Document").contains("s3:Get*"));
    QCOMPARE(AccessBench::text(document, "IsDefaultVersion"), QStringLiteral("true"));
    QCOMPARE(bench.ask("GetPolicyVersion", policy + Parameters{{"VersionId", "v99"}}).status, 404);
    QCOMPARE(bench.ask("DetachRolePolicy", role + policy).status, 200);
    QVERIFY(AccessBench::texts(bench.ask("ListAttachedRolePolicies", role), "PolicyArn").isEmpty());
}

void IamServerTest::trustIsReplaced()
{
    AccessBench bench;
    const Parameters role{{"RoleName", "fuota-no-trust"}};
    QCOMPARE(
        bench.ask("UpdateAssumeRolePolicy", role + Parameters{{"PolicyDocument", TrustIotWireless}})
            .status,
        200);
    QCOMPARE(AccessBench::document(bench.ask("GetRole", role), "AssumeRolePolicyDocument"),
             TrustIotWireless);
}

void IamServerTest::theUserIsTold()
{
    AccessBench bench;
    for (const Parameters& parameters : {Parameters(), Parameters{{"UserName", "operator"}}}) {
        const HttpResponse got = bench.ask("GetUser", parameters);
        QCOMPARE(AccessBench::text(got, "Arn"),
                 QStringLiteral("arn:aws:iam::123456789012:user/operator"));
        QCOMPARE(AccessBench::text(got, "UserId"), userPrincipal().userId);
    }
    QCOMPARE(bench.ask("GetUser", {{"UserName", "somebody"}}).status, 404);
}

void IamServerTest::doneWithoutAResult()
{
    AccessBench bench;
    const HttpResponse done = bench.ask("DeleteRole", {{"RoleName", "fuota-no-permission"}});
    QCOMPARE(done.body.simplified().replace("> <", "><"),
             QByteArray("<DeleteRoleResponse ") + Space
                 + "<ResponseMetadata><RequestId>rid</RequestId></ResponseMetadata>"
                   "</DeleteRoleResponse>");
    QCOMPARE(bench.ask("GetRole", {{"RoleName", "fuota-no-permission"}}).status, 404);
}

void IamServerTest::permissionOfTheAskerCounts()
{
    AccessBench bench;
    const auto operatorRole = QStringLiteral("fuota-operator");
    const Principal asker = rolePrincipal(operatorRole, QStringLiteral("me"));
    const Parameters role{{"RoleName", "fuota-console"}};
    QCOMPARE(bench.ask("GetRole", role, asker).status, 200);
    const QByteArray document =
        R"({"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"iam:GetRole",)"
        R"("Resource":"arn:aws:iam::123456789012:role/service-role/fuota-console"}})";
    QVERIFY(bench.book.putInline(operatorRole, QStringLiteral("deny"), document));
    const HttpResponse denied = bench.ask("GetRole", role, asker);
    QCOMPARE(denied.status, 403);
    QCOMPARE(AccessBench::text(denied, "Code"), QStringLiteral("AccessDenied"));
    QCOMPARE(AccessBench::text(denied, "Message"),
             QStringLiteral("User: arn:aws:sts::123456789012:assumed-role/fuota-operator/me is not "
                            "authorized to perform: iam:GetRole on resource: "
                            "arn:aws:iam::123456789012:role/service-role/fuota-console with an "
                            "explicit deny in an identity-based policy"));
    QCOMPARE(bench.ask("GetRole", {{"RoleName", "fuota-web"}}, asker).status, 200);
    QCOMPARE(bench.ask("ListRoles", {}, asker).status, 200);
    const Principal other = rolePrincipal(QStringLiteral("fuota-firmware-reader"), {});
    QCOMPARE(bench.ask("ListRoles", {}, other).status, 403);
}

FUOTADESK_TEST(IamServerTest);

} // namespace fuotadesk

#include "iamservertest.moc"
