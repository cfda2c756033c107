#include "preflight/callerchecks.h"

#include "preflight/rowreading.h"
#include "support/testcase.h"

namespace fuotadesk {

class CallerChecksTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void callersAreToldByTheirArn_data();
    void callersAreToldByTheirArn();
    void credentialsBecomeARow_data();
    void credentialsBecomeARow();
    void whoIsNotToldIsUnknown();
    void passRoleBecomesARow_data();
    void passRoleBecomesARow();
    void whoCanNotBeSimulatedIsSaid();
};

namespace {

CampaignDraft roleDraft()
{
    CampaignDraft draft;
    draft.task.firmwareUpdateRole = QStringLiteral("arn:aws:iam::123456789012:role/fuota");
    return draft;
}

const Caller SomeUser{CallerKind::User, QStringLiteral("arn:aws:iam::123456789012:user/op"), {}};

} // namespace

// The forms are those of the page "IAM identifiers".
void CallerChecksTest::callersAreToldByTheirArn_data()
{
    QTest::addColumn<QString>("arn");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("principal");
    const auto add = [](const char* arn, CallerKind kind, const char* principal) {
        QTest::newRow(arn) << QString::fromLatin1(arn) << int(kind)
                           << QString::fromLatin1(principal);
    };
    add("arn:aws:iam::123456789012:root", CallerKind::Root, "");
    add("arn:aws:iam::123456789012:user/JohnDoe", CallerKind::User,
        "arn:aws:iam::123456789012:user/JohnDoe");
    add("arn:aws:iam::123456789012:user/division_abc/JaneDoe", CallerKind::User,
        "arn:aws:iam::123456789012:user/division_abc/JaneDoe");
    add("arn:aws-cn:sts::123456789012:assumed-role/Accounting/Mary", CallerKind::Role,
        "arn:aws-cn:iam::123456789012:role/Accounting");
    add("arn:aws:sts::123456789012:federated-user/JohnDoe", CallerKind::Other, "");
    add("", CallerKind::Unknown, "");
    add("nonsense", CallerKind::Unknown, "");
}

void CallerChecksTest::callersAreToldByTheirArn()
{
    QFETCH(QString, arn);
    QFETCH(int, kind);
    QFETCH(QString, principal);
    const Caller caller = callerOf(arn);
    QCOMPARE(int(caller.kind), kind);
    QCOMPARE(caller.principalArn, principal);
    QCOMPARE(caller.roleName,
             kind == int(CallerKind::Role) ? QStringLiteral("Accounting") : QString());
}

void CallerChecksTest::credentialsBecomeARow_data()
{
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("row");
    QTest::newRow("known") << true << "eu-west-1"
                           << "credentials passed signed-in";
    QTest::newRow("who?") << false << "eu-west-1"
                          << "credentials unknown not-answered";
    QTest::newRow("no region") << true << ""
                               << "credentials failed region-missing";
    QTest::newRow("elsewhere") << true << "eu-north-1"
                               << "credentials warning region-unlisted";
}

void CallerChecksTest::credentialsBecomeARow()
{
    QFETCH(bool, isKnown);
    QFETCH(QString, region);
    QFETCH(QString, row);
    const CallerIdentity caller{QStringLiteral("123456789012"), SomeUser.principalArn, {}};
    const auto identity = isKnown ? std::optional(caller) : std::nullopt;
    const CheckRow found = credentialsRow(identity, errorOf(ErrorKind::TimedOut), region);
    QCOMPARE(readRow(found), row);
    if (found.outcome == CheckOutcome::Passed)
        QCOMPARE(found.names, (QStringList{caller.account, caller.arn, region}));
    if (found.outcome == CheckOutcome::Unknown)
        QCOMPARE(found.error->kind, ErrorKind::TimedOut);
}

void CallerChecksTest::whoIsNotToldIsUnknown()
{
    QCOMPARE(readRow(credentialsRow({}, {}, QStringLiteral("eu-west-1"))),
             QStringLiteral("credentials unknown caller-unknown"));
}

void CallerChecksTest::passRoleBecomesARow_data()
{
    QTest::addColumn<int>("decision");
    QTest::addColumn<QString>("row");
    using enum SimulatedDecision;
    QTest::newRow("yes") << int(Allowed) << "pass-role passed allowed";
    QTest::newRow("denied") << int(ExplicitDeny) << "pass-role failed pass-denied";
    QTest::newRow("not allowed") << int(ImplicitDeny) << "pass-role failed pass-not-permitted";
}

void CallerChecksTest::passRoleBecomesARow()
{
    QFETCH(int, decision);
    QFETCH(QString, row);
    const Result<SimulatedDecision> simulated = static_cast<SimulatedDecision>(decision);
    QCOMPARE(readRow(passRoleRow(roleDraft(), SomeUser, simulated)), row);
}

void CallerChecksTest::whoCanNotBeSimulatedIsSaid()
{
    const auto rowFor = [](const Caller& caller) {
        return readRow(passRoleRow(roleDraft(), caller, {}));
    };
    QCOMPARE(rowFor({CallerKind::Root, {}, {}}), QStringLiteral("pass-role passed root"));
    QCOMPARE(rowFor({}), QStringLiteral("pass-role unknown caller-unknown"));
    QCOMPARE(rowFor({CallerKind::Other, {}, {}}),
             QStringLiteral("pass-role unknown caller-not-simulated"));
    QCOMPARE(rowFor(SomeUser), QStringLiteral("pass-role running"));
    QCOMPARE(readRow(passRoleRow({}, SomeUser, {})),
             QStringLiteral("pass-role unknown role-unread"));
    const Result<SimulatedDecision> refused = failure(ErrorKind::AccessDenied);
    const CheckRow row = passRoleRow(roleDraft(), SomeUser, refused);
    QCOMPARE(row.reason, QStringLiteral("not-allowed"));
    QCOMPARE(row.names, QStringList{QStringLiteral("iam:SimulatePrincipalPolicy")});
}

FUOTADESK_TEST(CallerChecksTest);

} // namespace fuotadesk

#include "callercheckstest.moc"
