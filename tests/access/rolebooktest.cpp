#include "access/rolebook.h"
#include "accessbench.h"
#include "support/testcase.h"

#include <algorithm>

namespace fuotadesk {

class RoleBookTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void comesWithRolesForTwoPages();
    void pathsAreThoseOfTheRoles();
    void sessionsAreFoundByTheirRole();
    void nameIsTakenWhateverItsCase();
    void accountHoldsAThousandRoles();
    void trustHasALimitWithoutBlanks();
    void inlinePoliciesShareTheirLimit();
    void atMostTenPoliciesAreAttached();
    void roleInUseIsNotRemoved();
};

namespace {

HeldRole roleOf(const QString& name)
{
    HeldRole role;
    role.name = name;
    role.trustPolicy = TrustIotWireless;
    return role;
}

} // namespace

void RoleBookTest::comesWithRolesForTwoPages()
{
    const AccessBench bench;
    const QList<HeldRole> all = bench.book.below(QStringLiteral("/"));
    QVERIFY(all.size() > 100 && all.size() <= 200);
    QVERIFY(
        std::ranges::is_sorted(all, {}, [](const HeldRole& role) { return role.name.toLower(); }));
    for (const char* name : {"fuota-operator", "fuota-mfa", "fuota-external", "fuota-web",
                             "sandbox-firmware-reader", "fuota-firmware-reader", "fuota-no-trust",
                             "fuota-no-permission", "fuota-denied", "fuota-console"})
        QVERIFY2(bench.book.find(QLatin1String(name)), name);
    for (const HeldRole& role : all) {
        QVERIFY(role.id.startsWith(u"AROA") && role.id.size() == 21);
        QCOMPARE(role.createdAt, bench.clock.now());
    }
}

void RoleBookTest::pathsAreThoseOfTheRoles()
{
    AccessBench bench;
    const QList<HeldRole> found = bench.book.below(QStringLiteral("/service-role/"));
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().arn(),
             QStringLiteral("arn:aws:iam::123456789012:role/service-role/fuota-console"));
    QCOMPARE(bench.book.findArn(found.first().arn())->name, QStringLiteral("fuota-console"));
    QVERIFY(!bench.book.findArn(QStringLiteral("arn:aws:iam::123456789012:role/fuota-console")));
    QVERIFY(!bench.book.findArn(QStringLiteral("arn:aws:iam::1:role/fuota-denied")));
}

void RoleBookTest::sessionsAreFoundByTheirRole()
{
    const AccessBench bench;
    const Principal session =
        rolePrincipal(QStringLiteral("fuota-operator"), QStringLiteral("fuota-denied"));
    const HeldRole* role = bench.book.findArn(session.arn);
    QVERIFY(role);
    QCOMPARE(role->name, QStringLiteral("fuota-operator"));
    QVERIFY(session.userId.startsWith(role->id));
}

void RoleBookTest::nameIsTakenWhateverItsCase()
{
    AccessBench bench;
    QVERIFY(bench.book.add(roleOf(QStringLiteral("Meters"))));
    const auto again = bench.book.add(roleOf(QStringLiteral("METERS")));
    QVERIFY(!again);
    QCOMPARE(again.error().code, QByteArray("EntityAlreadyExists"));
    QCOMPARE(again.error().status, 409);
    QCOMPARE(bench.book.get(QStringLiteral("meters"))->name, QStringLiteral("Meters"));
}

void RoleBookTest::accountHoldsAThousandRoles()
{
    AccessBench bench;
    const auto come = bench.book.below(QStringLiteral("/")).size();
    for (qsizetype number = come; number < 1000; ++number)
        QVERIFY(bench.book.add(roleOf(QStringLiteral("r-%1").arg(number))));
    const auto more = bench.book.add(roleOf(QStringLiteral("one-more")));
    QVERIFY(!more);
    QCOMPARE(more.error().code, QByteArray("LimitExceeded"));
    QVERIFY(bench.book.remove(QStringLiteral("r-999")));
    QVERIFY(bench.book.add(roleOf(QStringLiteral("one-more"))));
}

void RoleBookTest::trustHasALimitWithoutBlanks()
{
    AccessBench bench;
    HeldRole role = roleOf(QStringLiteral("trust"));
    role.trustPolicy = QByteArray(2048, 'x') + QByteArray(5000, ' ');
    QVERIFY(bench.book.add(role));
    QVERIFY(!bench.book.setTrust(role.name, QByteArray(2049, 'x')));
    role.name = QStringLiteral("other");
    role.trustPolicy += 'x';
    QCOMPARE(bench.book.add(role).error().code, QByteArray("LimitExceeded"));
}

void RoleBookTest::inlinePoliciesShareTheirLimit()
{
    AccessBench bench;
    const auto role = QStringLiteral("fuota-no-permission");
    QVERIFY(bench.book.putInline(role, QStringLiteral("a"), QByteArray(10'000, 'x')));
    QVERIFY(bench.book.putInline(role, QStringLiteral("b"), QByteArray(240, 'x')));
    QCOMPARE(bench.book.putInline(role, QStringLiteral("c"), "x").error().code,
             QByteArray("LimitExceeded"));
    // what is replaced does not count
    QVERIFY(bench.book.putInline(role, QStringLiteral("a"), QByteArray(9000, 'y')));
    QVERIFY(bench.book.removeInline(role, QStringLiteral("b")));
    QCOMPARE(bench.book.removeInline(role, QStringLiteral("b")).error().code,
             QByteArray("NoSuchEntity"));
    QCOMPARE(bench.book.find(role)->inlinePolicies.size(), std::size_t(1));
}

void RoleBookTest::atMostTenPoliciesAreAttached()
{
    AccessBench bench;
    HeldRole role = roleOf(QStringLiteral("full"));
    for (int number = 0; number < 10; ++number)
        role.attachedPolicies << QStringLiteral("arn:aws:iam::123456789012:policy/%1").arg(number);
    QVERIFY(bench.book.add(role));
    const auto s3 = QStringLiteral("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess");
    QCOMPARE(bench.book.attach(role.name, s3).error().code, QByteArray("LimitExceeded"));
    QVERIFY(bench.book.detach(role.name, role.attachedPolicies.first()));
    QVERIFY(bench.book.attach(role.name, s3));
    QVERIFY(bench.book.attach(role.name, s3)); // it is there already
    QCOMPARE(bench.book.find(role.name)->attachedPolicies.count(s3), 1);
}

void RoleBookTest::roleInUseIsNotRemoved()
{
    AccessBench bench;
    const auto role = QStringLiteral("fuota-console");
    const auto s3 = QStringLiteral("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess");
    QVERIFY(bench.book.putInline(role, QStringLiteral("p"), ReadAll));
    QCOMPARE(bench.book.remove(role).error().code, QByteArray("DeleteConflict"));
    QVERIFY(bench.book.detach(role, s3));
    QCOMPARE(bench.book.remove(role).error().code, QByteArray("DeleteConflict"));
    QVERIFY(bench.book.removeInline(role, QStringLiteral("p")));
    QVERIFY(bench.book.remove(role));
    QCOMPARE(bench.book.remove(role).error().code, QByteArray("NoSuchEntity"));
}

FUOTADESK_TEST(RoleBookTest);

} // namespace fuotadesk

#include "rolebooktest.moc"
