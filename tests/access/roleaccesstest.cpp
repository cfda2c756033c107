#include "access/roleaccess.h"
#include "accessbench.h"
#include "policy/fuotapolicies.h"
#include "support/testcase.h"

Q_DECLARE_METATYPE(fuotadesk::Verdict)

namespace fuotadesk {

class RoleAccessTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void givenRolesMayWhatTheyAreFor_data();
    void givenRolesMayWhatTheyAreFor();
    void onlyRolesForFuotaTrustTheService_data();
    void onlyRolesForFuotaTrustTheService();
    void signedInPeopleMayDoAllUntilTheyAreDenied();
    void conditionOnTheAccountIsJudged();
};

void RoleAccessTest::givenRolesMayWhatTheyAreFor_data()
{
    QTest::addColumn<QString>("principal");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("object");
    QTest::addColumn<Verdict>("verdict");
    const auto row = [](const char* role, const char* action, const char* object, Verdict verdict) {
        QTest::addRow("%s %s %s", role, action, object)
            << QStringLiteral("arn:aws:iam::123456789012:") + QLatin1String(role)
            << QString::fromLatin1(action) << QString::fromLatin1(object) << verdict;
    };
    const auto* const meter = "firmware-bucket/meters/m.bin";
    const auto* const valve = "firmware-bucket/valves/v.bin";
    row("user/operator", "s3:DeleteBucket", "any", Verdict::Allowed);
    row("user/other", "s3:GetObject", meter, Verdict::NotAllowed);
    row("role/fuota-firmware-reader", "s3:GetObject", meter, Verdict::Allowed);
    row("role/fuota-firmware-reader", "s3:PutObject", meter, Verdict::NotAllowed);
    row("role/fuota-firmware-reader", "s3:ListBucket", "firmware-bucket", Verdict::Allowed);
    row("role/fuota-firmware-reader", "s3:GetObject", "sandbox-bucket/x", Verdict::NotAllowed);
    row("role/sandbox-firmware-reader", "s3:GetObject", "sandbox-bucket/x", Verdict::Allowed);
    row("role/service-role/fuota-console", "s3:GetObject", "sandbox-bucket/x", Verdict::Allowed);
    row("role/service-role/fuota-console", "s3:PutObject", valve, Verdict::NotAllowed);
    row("role/fuota-no-permission", "s3:GetObject", meter, Verdict::NotAllowed);
    row("role/fuota-denied", "s3:GetObject", meter, Verdict::Denied);
    row("role/fuota-denied", "s3:GetObject", valve, Verdict::Allowed);
    row("role/there-is-none", "s3:GetObject", meter, Verdict::NotAllowed);
}

void RoleAccessTest::givenRolesMayWhatTheyAreFor()
{
    QFETCH(QString, principal);
    QFETCH(QString, action);
    QFETCH(QString, object);
    const AccessBench bench;
    QTEST(mayDo(bench.book, principal, action, QStringLiteral("arn:aws:s3:::") + object),
          "verdict");
}

void RoleAccessTest::onlyRolesForFuotaTrustTheService_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<bool>("trusts");
    for (const char* name : {"fuota-firmware-reader", "sandbox-firmware-reader", "fuota-console",
                             "fuota-no-permission", "fuota-denied"})
        QTest::newRow(name) << QString::fromLatin1(name) << true;
    for (const char* name : {"fuota-no-trust", "fuota-operator", "fuota-web", "web-server-01"})
        QTest::newRow(name) << QString::fromLatin1(name) << false;
}

void RoleAccessTest::onlyRolesForFuotaTrustTheService()
{
    QFETCH(QString, role);
    const AccessBench bench;
    const bool trusts =
        mayAssume(*bench.book.find(role), QLatin1String(FuotaService)) == Verdict::Allowed;
    QTEST(trusts, "trusts");
}

void RoleAccessTest::signedInPeopleMayDoAllUntilTheyAreDenied()
{
    AccessBench bench;
    const auto role = QStringLiteral("fuota-operator");
    const QString arn = rolePrincipal(role, QStringLiteral("me")).arn;
    const auto verdict = [&](const char* action) {
        return mayDo(bench.book, arn, QLatin1String(action), QStringLiteral("arn:aws:s3:::b/k"));
    };
    QCOMPARE(verdict("s3:PutObject"), Verdict::Allowed);
    QVERIFY(bench.book.putInline(
        role, QStringLiteral("no-writing"),
        R"({"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"s3:Put*","Resource":"*"}})"));
    QCOMPARE(verdict("s3:PutObject"), Verdict::Denied);
    QCOMPARE(verdict("s3:GetObject"), Verdict::Allowed);
    QCOMPARE(mayDo(bench.book,
                   rolePrincipal(QStringLiteral("AWSReservedSSO_FuotaOperator_0123456789abcdef"),
                                 QStringLiteral("me"))
                       .arn,
                   QStringLiteral("s3:PutObject"), QStringLiteral("arn:aws:s3:::b/k")),
             Verdict::Allowed);
}

void RoleAccessTest::conditionOnTheAccountIsJudged()
{
    HeldRole role;
    const auto trustOf = [](const QByteArray& account) {
        return R"({"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole",)"
               R"("Principal":{"Service":"iotwireless.amazonaws.com"},)"
               R"("Condition":{"StringEquals":{"aws:SourceAccount":")"
            + account + R"("}}}})";
    };
    role.trustPolicy = trustOf("123456789012");
    QCOMPARE(mayAssume(role, QLatin1String(FuotaService)), Verdict::Allowed);
    role.trustPolicy = trustOf("210987654321");
    QCOMPARE(mayAssume(role, QLatin1String(FuotaService)), Verdict::NotAllowed);
    role.trustPolicy = "no policy";
    QCOMPARE(mayAssume(role, QLatin1String(FuotaService)), Verdict::NotAllowed);
}

FUOTADESK_TEST(RoleAccessTest);

} // namespace fuotadesk

#include "roleaccesstest.moc"
