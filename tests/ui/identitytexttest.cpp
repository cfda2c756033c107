#include "text/identitytext.h"
#include "support/testcase.h"

namespace fuotadesk {

class IdentityTextTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void identitiesAreShort_data();
    void identitiesAreShort();
    void profilesTellTheirWay();
};

void IdentityTextTest::identitiesAreShort_data()
{
    QTest::addColumn<QString>("arn");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* resource, const char* expected) {
        QTest::newRow(name) << QStringLiteral("arn:aws:iam::123456789012:")
                + QLatin1String(resource)
                            << QString::fromUtf8(expected);
    };
    row("user", "user/operator", "123456789012 · user operator");
    row("user in a path", "user/team/meters/operator", "123456789012 · user operator");
    row("role", "assumed-role/fuota/session-1", "123456789012 · role fuota");
    row("permission set", "assumed-role/AWSReservedSSO_Fuota_Operator_0123456789abcdef/me",
        "123456789012 · role Fuota_Operator");
    row("root", "root", "123456789012 · root user");
    row("other", "federated-user/me", "123456789012 · federated-user/me");
}

void IdentityTextTest::identitiesAreShort()
{
    QFETCH(QString, arn);
    QFETCH(QString, expected);
    QCOMPARE(identityText({QStringLiteral("123456789012"), arn, {}}), expected);
}

void IdentityTextTest::profilesTellTheirWay()
{
    ProfileEntry entry;
    QCOMPARE(profileText(entry), QStringLiteral("access key of the AWS files"));
    entry.source = ProfileSource::Sso;
    entry.roleArn = QStringLiteral("arn:aws:iam::1:role/path/fuota");
    entry.accountId = QStringLiteral("123456789012");
    entry.asksForCode = true;
    QCOMPARE(profileText(entry),
             QStringLiteral("IAM Identity Center, role fuota, asks for a code, account "
                            "123456789012"));
}

FUOTADESK_TEST(IdentityTextTest);

} // namespace fuotadesk

#include "identitytexttest.moc"
