#include "preflight/rolelist.h"

#include "campaign/bench.h"
#include "policy/fuotapolicies.h"
#include "preflight/accountservices.h"
#include "preflight/iamdouble.h"
#include "support/testcase.h"

namespace fuotadesk {

class RoleListTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void trustedRolesComeFirst();
    void aPageStaysWhenTheNextFails();
    void nobodySignedInIsAnError();
    void anotherConnectionEmptiesTheList();
    void refreshBeginsAnew();
};

namespace {

const auto ListRoles = QStringLiteral("ListRoles");

QByteArray trustOf(const QByteArray& service, const QByteArray& more = {})
{
    return R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action":
               "sts:AssumeRole", "Principal": {"Service": ")"
        + service + "\"}" + more + "}}";
}

QByteArray pageXml(const QByteArray& roles, const QByteArray& marker = {})
{
    return "<Roles>" + roles + "</Roles>"
        + (marker.isEmpty() ? QByteArray()
                            : "<IsTruncated>true</IsTruncated><Marker>" + marker + "</Marker>");
}

struct ListBench : Bench {
    ListBench()
    {
        service.answerInstead = [this](const HttpRequest& request) {
            return request.body.startsWith("Action=") ? std::optional(iam.answerTo(request))
                                                      : std::nullopt;
        };
    }

    QStringList names() const
    {
        QStringList list;
        for (const ListedRole& each : roles.roles())
            list += each.role.name;
        return list;
    }

    IamDouble iam;
    AccountServices services{session};
    RoleList roles{services};
};

} // namespace

void RoleListTest::trustedRolesComeFirst()
{
    ListBench bench;
    bench.signIn();
    const auto wireless = QByteArray(FuotaService);
    bench.iam.answer(ListRoles,
                     pageXml(roleXml("member", "lambda", trustOf("lambda.amazonaws.com"))
                             + roleXml("member", "Zeta", trustOf(wireless))
                             + roleXml("member", "beta",
                                       trustOf(wireless,
                                               R"(, "Condition": {"StringEquals":
                                                         {"aws:SourceArn": "x"}})"))
                             + roleXml("member", "broken", "{")
                             + roleXml("member", "alpha", trustOf(wireless))));
    bench.roles.refresh();
    QVERIFY(bench.roles.isLoading());
    QTRY_VERIFY(bench.roles.isComplete());
    QVERIFY(!bench.roles.isLoading());
    QVERIFY(!bench.roles.error());
    QCOMPARE(bench.names().join(u' '), QStringLiteral("alpha Zeta beta broken lambda"));
    QVERIFY(bench.roles.roles()[1].trust == Verdict::Allowed);
    QVERIFY(bench.roles.roles()[2].trust == Verdict::Depends);
    QVERIFY(!bench.roles.roles()[3].trust);
    QVERIFY(bench.roles.roles()[4].trust == Verdict::NotAllowed);
}

void RoleListTest::aPageStaysWhenTheNextFails()
{
    ListBench bench;
    bench.signIn();
    bench.iam.answer(ListRoles, pageXml(roleXml("member", "one", trustOf("a")), "next"));
    bench.iam.refuse(ListRoles + QStringLiteral(" next"), 403, "AccessDenied");
    QList<std::pair<QStringList, bool>> seen;
    connect(&bench.roles, &RoleList::changed, this, [&] {
        seen.append({bench.names(), bench.roles.isLoading()});
    });
    bench.roles.refresh();
    QTRY_VERIFY(bench.roles.error());
    QCOMPARE(bench.roles.error()->kind, ErrorKind::AccessDenied);
    const QStringList one(QStringLiteral("one"));
    QVERIFY((seen == QList<std::pair<QStringList, bool>>{{{}, true}, {one, true}, {one, false}}));
    QVERIFY(!bench.roles.isComplete());
}

void RoleListTest::nobodySignedInIsAnError()
{
    ListBench bench;
    bench.roles.refresh();
    QVERIFY(!bench.roles.isLoading());
    QVERIFY(bench.roles.error());
    QCOMPARE(bench.roles.error()->kind, ErrorKind::CredentialsMissing);
}

void RoleListTest::anotherConnectionEmptiesTheList()
{
    ListBench bench;
    bench.signIn();
    bench.iam.answer(ListRoles, pageXml(roleXml("member", "one", trustOf("a"))));
    bench.roles.refresh();
    QTRY_VERIFY(bench.roles.isComplete());
    bench.session.activate(bench.session.active().id);
    QTRY_VERIFY(bench.roles.roles().isEmpty());
    QVERIFY(!bench.roles.isComplete());
}

void RoleListTest::refreshBeginsAnew()
{
    ListBench bench;
    bench.signIn();
    bench.iam.answer(ListRoles, pageXml(roleXml("member", "one", trustOf("a"))));
    bench.roles.refresh();
    bench.roles.refresh();
    QTRY_VERIFY(bench.roles.isComplete());
    QCOMPARE(bench.names(), QStringList(QStringLiteral("one")));
}

} // namespace fuotadesk

using fuotadesk::RoleListTest;
FUOTADESK_TEST(RoleListTest);
#include "rolelisttest.moc"
