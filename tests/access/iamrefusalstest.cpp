#include "accessbench.h"
#include "support/testcase.h"

namespace fuotadesk {

class IamRefusalsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void refusalsAreInItsWords_data();
    void refusalsAreInItsWords();
    void operationsAreKnownByName();
};

namespace {

const QByteArray ErrorStart = "<ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\">";

QByteArray trustWith(const QByteArray& members)
{
    return R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow",)" + members + "}]}";
}

void addRow(const char* name, const char* action, const Parameters& parameters, int status,
            const char* code, const char* part)
{
    QTest::newRow(name) << QByteArray(action) << parameters << status << QString::fromLatin1(code)
                        << QString::fromUtf8(part);
}

void addNames()
{
    addRow("no role", "GetRole", {{"RoleName", "none"}}, 404, "NoSuchEntity",
           "The role with name none cannot be found.");
    addRow("no policy", "GetRolePolicy", {{"RoleName", "fuota-web"}, {"PolicyName", "none"}}, 404,
           "NoSuchEntity", "The role policy with name none cannot be found.");
    addRow("no managed policy", "GetPolicy", {{"PolicyArn", "arn:aws:iam::aws:policy/None"}}, 404,
           "NoSuchEntity", "Policy arn:aws:iam::aws:policy/None was not found.");
    addRow("not attachable", "AttachRolePolicy",
           {{"RoleName", "fuota-web"}, {"PolicyArn", "arn:aws:iam::aws:policy/None"}}, 404,
           "NoSuchEntity", "does not exist or is not attachable");
    addRow("name missing", "GetRole", {}, 400, "ValidationError",
           "Value null at 'roleName' failed to satisfy constraint: Member must not be null");
    addRow("name with a blank", "GetRole", {{"RoleName", "a b"}}, 400, "ValidationError",
           "Value 'a b' at 'roleName' failed to satisfy constraint: Member must satisfy regular "
           "expression pattern: [\\w+=,.@-]+");
    addRow("name too long", "GetRole", {{"RoleName", QByteArray(65, 'x')}}, 400, "ValidationError",
           "Member must have length less than or equal to 64");
    addRow("too many items", "ListRoles", {{"MaxItems", "1001"}}, 400, "ValidationError",
           "Member must have value less than or equal to 1000");
    addRow("no marker", "ListRoles", {{"Marker", "*"}}, 400, "ValidationError", "Invalid Marker");
    addRow("unknown", "CreateUser", {}, 400, "InvalidAction",
           "Could not find operation CreateUser for version 2010-05-08");
    addRow("in use", "DeleteRole", {{"RoleName", "fuota-denied"}}, 409, "DeleteConflict",
           "Cannot delete entity, must delete policies first.");
    addRow("attached", "DeleteRole", {{"RoleName", "fuota-console"}}, 409, "DeleteConflict",
           "Cannot delete entity, must detach all policies first.");
}

void addCreations()
{
    const auto create = [](const char* name, const QByteArray& document, int status,
                           const char* code, const char* part, const QByteArray& role = "new") {
        addRow(name, "CreateRole", {{"RoleName", role}, {"AssumeRolePolicyDocument", document}},
               status, code, part);
    };
    const QByteArray service = R"("Principal":{"Service":"iotwireless.amazonaws.com"})";
    create("exists", TrustIotWireless, 409, "EntityAlreadyExists",
           "Role with name FUOTA-denied already exists.", "FUOTA-denied");
    create("no json", "{", 400, "MalformedPolicyDocument", "invalid Json");
    create("no statement", R"({"Version":"2012-10-17"})", 400, "MalformedPolicyDocument",
           "Syntax errors in policy.");
    create("no principal", trustWith(R"("Action":"sts:AssumeRole")"), 400,
           "MalformedPolicyDocument", "Missing required field Principal");
    create("resource", trustWith(R"("Action":"sts:AssumeRole","Resource":"*",)" + service), 400,
           "MalformedPolicyDocument", "Has prohibited field Resource");
    create("other action", trustWith(R"("Action":"s3:GetObject",)" + service), 400,
           "MalformedPolicyDocument", "AssumeRole policy may only specify STS AssumeRole actions.");
    create("too long", TrustIotWireless.chopped(1) + R"(,"Id":")" + QByteArray(2000, 'x') + "\"}",
           409, "LimitExceeded", "Cannot exceed quota for ACLSizePerRole: 2048");
    addRow("path", "CreateRole",
           {{"RoleName", "new"}, {"Path", "a"}, {"AssumeRolePolicyDocument", TrustIotWireless}},
           400, "ValidationError", "at 'path'");
    addRow("description", "CreateRole",
           {{"RoleName", "new"},
            {"Description", QByteArray(1001, 'x')},
            {"AssumeRolePolicyDocument", TrustIotWireless}},
           400, "ValidationError", "less than or equal to 1000");
}

void addPolicies()
{
    const auto put = [](const char* name, const QByteArray& document, const char* part) {
        addRow(name, "PutRolePolicy",
               {{"RoleName", "fuota-web"}, {"PolicyName", "p"}, {"PolicyDocument", document}}, 400,
               "MalformedPolicyDocument", part);
    };
    put("principal", TrustIotWireless, "Policy document should not specify a principal.");
    put("no resource", trustWith(R"("Action":"s3:GetObject")"),
        "Policy statement must contain resources.");
    put("no action", trustWith(R"("Resource":"*")"), "Policy statement must contain actions.");
}

} // namespace

void IamRefusalsTest::refusalsAreInItsWords_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<Parameters>("parameters");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("part");
    addNames();
    addCreations();
    addPolicies();
}

void IamRefusalsTest::refusalsAreInItsWords()
{
    QFETCH(QByteArray, action);
    QFETCH(Parameters, parameters);
    QFETCH(QString, part);
    AccessBench bench;
    const auto before = bench.book.below(QStringLiteral("/"));
    const HttpResponse got = bench.ask(action.constData(), parameters);
    QTEST(got.status, "status");
    QVERIFY(got.body.startsWith(ErrorStart));
    QCOMPARE(AccessBench::text(got, "Type"), QStringLiteral("Sender"));
    QTEST(AccessBench::text(got, "Code"), "code");
    const QString message = AccessBench::text(got, "Message");
    QVERIFY2(message.contains(part), qPrintable(message));
    QCOMPARE(bench.book.below(QStringLiteral("/")), before); // nothing is half done
}

void IamRefusalsTest::operationsAreKnownByName()
{
    QVERIFY(IamServer::isOperation(QStringLiteral("SimulatePrincipalPolicy")));
    QVERIFY(!IamServer::isOperation(QStringLiteral("GetCallerIdentity")));
    QCOMPARE(
        IamServer::operationOf({"POST", "/", {}, {}, "Action=ListRoles&Version=2010-05-08", {}}),
        QStringLiteral("ListRoles"));
    QVERIFY(IamServer::operationOf({"POST", "/", {}, {}, "Action=ListRoles", {}}).isEmpty());
}

FUOTADESK_TEST(IamRefusalsTest);

} // namespace fuotadesk

#include "iamrefusalstest.moc"
