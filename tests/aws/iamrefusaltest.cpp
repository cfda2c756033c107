#include "iambench.h"
#include "support/testcase.h"

namespace fuotadesk {

// What IAM refuses, and answers that are not IAM's.
class IamRefusalTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void readsNeverMayHaveBeenExecuted();
    void saysWhatWentWrong_data();
    void saysWhatWentWrong();
    void refusesOtherAnswers_data();
    void refusesOtherAnswers();
    void endlessPagesEnd();
};

void IamRefusalTest::readsNeverMayHaveBeenExecuted()
{
    IamBench bench;
    bench.transports.script.fail(ErrorKind::ConnectionLost, true);
    bench.transports.script.answer(500);
    for (const ErrorKind kind : {ErrorKind::ConnectionLost, ErrorKind::ServiceFailed}) {
        const auto role = bench.settled(bench.iam.role(QStringLiteral("r"), &bench.owner));
        QVERIFY(!role);
        QCOMPARE(role.error().kind, kind);
        QVERIFY(!role.error().maybeExecuted);
    }
}

void IamRefusalTest::saysWhatWentWrong_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("none") << 404 << QByteArray("NoSuchEntity") << ErrorKind::NotFound;
    QTest::newRow("there") << 409 << QByteArray("EntityAlreadyExists") << ErrorKind::Conflict;
    QTest::newRow("limit") << 409 << QByteArray("LimitExceeded") << ErrorKind::Refused;
    QTest::newRow("document") << 400 << QByteArray("MalformedPolicyDocument") << ErrorKind::Refused;
    QTest::newRow("denied") << 403 << QByteArray("AccessDenied") << ErrorKind::AccessDenied;
    QTest::newRow("validation") << 400 << QByteArray("ValidationError")
                                << ErrorKind::ValidationFailed;
    QTest::newRow("busy") << 409 << QByteArray("ConcurrentModification") << ErrorKind::Conflict;
    QTest::newRow("rate") << 400 << QByteArray("Throttling") << ErrorKind::Throttled;
    QTest::newRow("failure") << 500 << QByteArray("ServiceFailure") << ErrorKind::ServiceFailed;
    QTest::newRow("key") << 403 << QByteArray("InvalidClientTokenId")
                         << ErrorKind::UnknownAccessKey;
}

// AWS wraps an error, others of its kind do not.
void IamRefusalTest::saysWhatWentWrong()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, code);
    QFETCH(const ErrorKind, kind);
    const QByteArray bare =
        "<Error><Type>Sender</Type><Code>" + code + "</Code><Message>why</Message></Error>";
    IamBench bench;
    bench.transports.script.answer(status,
                                   "<ErrorResponse" + IamNamespace + '>' + bare
                                       + "<RequestId>id</RequestId></ErrorResponse>");
    bench.transports.script.answer(status, "<?xml version=\"1.0\"?>" + bare);
    for (int i = 0; i < 2; ++i) {
        const auto role = bench.settled(bench.iam.role(QStringLiteral("r"), &bench.owner));
        QVERIFY(!role);
        QCOMPARE(role.error().kind, kind);
        QCOMPARE(role.error().code.toLatin1(), code);
        QCOMPARE(role.error().detail, QStringLiteral("why"));
        QCOMPARE(role.error().httpStatus, status);
    }
}

void IamRefusalTest::refusesOtherAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    const auto add = [](const char* name, const QByteArray& body, const char* code) {
        QTest::newRow(name) << body << QString::fromLatin1(code);
    };
    add("nothing", "", "xml");
    add("a page", "<html><body/></html>", "html");
    add("JSON", "{}", "xml");
    add("document type", "<!DOCTYPE a [<!ENTITY b \"c\">]>" + iamAnswer("GetRole", ""), "xml");
    add("another answer", iamAnswer("ListRoles", ""), "ListRolesResponse");
    add("no result", "<GetRoleResponse/>", "Role");
    add("no role", iamAnswer("GetRole", ""), "Role");
    add("no name", iamAnswer("GetRole", "<Role><Arn>a</Arn></Role>"), "RoleName");
    add("no ARN", iamAnswer("GetRole", "<Role><RoleName>a</RoleName></Role>"), "Arn");
}

void IamRefusalTest::refusesOtherAnswers()
{
    QFETCH(const QByteArray, body);
    IamBench bench;
    bench.transports.script.answer(200, body);
    const auto role = bench.settled(bench.iam.role(QStringLiteral("r"), &bench.owner));
    QVERIFY(!role);
    QCOMPARE(role.error().kind, ErrorKind::AnswerMalformed);
    QTEST(role.error().code, "code");
}

void IamRefusalTest::endlessPagesEnd()
{
    IamBench bench;
    const QByteArray page = iamAnswer("ListRolePolicies",
                                      "<PolicyNames><member>a</member></PolicyNames>"
                                      "<IsTruncated>true</IsTruncated><Marker>same</Marker>");
    bench.transports.script.answer(200, page);
    bench.transports.script.answer(200, page);
    const auto names =
        bench.settled(bench.iam.inlinePolicyNames(QStringLiteral("r"), &bench.owner));
    QVERIFY(!names);
    QCOMPARE(names.error().kind, ErrorKind::AnswerMalformed);
    QCOMPARE(names.error().code, QStringLiteral("Marker"));
}

} // namespace fuotadesk

using fuotadesk::IamRefusalTest;
FUOTADESK_TEST(IamRefusalTest);
#include "iamrefusaltest.moc"
