#include "campaign/permissionprobe.h"
#include "support/testcase.h"

#include "campaign/bench.h"
#include "campaign/sandboxbench.h"

#include <QSignalSpy>

#include <algorithm>

namespace fuotadesk {

class PermissionProbeTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsAskedSignedOut();
    void theSandboxAllowsAll();
    void whatIsRefusedIsMissing();
    void whatFailsIsNotKnown();
    void aChangeOfConnectionEndsIt();
};

namespace {

// Refuses the operations it is told to, and says of everything else that it is not there.
class PolicyDouble final : public Transport {
public:
    CallOf<HttpResponse>* send(const HttpRequest& request, QObject* owner) override
    {
        asked << request.operation;
        if (request.operation == broken)
            return settledCall<HttpResponse>(owner, failure(ErrorKind::ConnectionRefused));
        if (denied.contains(request.operation))
            return answer(owner, 403, "AccessDeniedException");
        return answer(owner, 404, "ResourceNotFoundException");
    }

    QStringList asked;
    QStringList denied;
    QString broken;

private:
    static CallOf<HttpResponse>* answer(QObject* owner, int status, const char* code)
    {
        return settledCall<HttpResponse>(
            owner, HttpResponse{status, {{"x-amzn-ErrorType", code}}, "{}", false});
    }
};

struct PolicyBench {
    PolicyDouble policy;
    Bench desk;
    PermissionProbe probe{desk.session};

    PolicyBench()
    {
        desk.stacks.serve(policy);
        desk.signIn();
    }

    void run()
    {
        probe.start();
        QTRY_VERIFY(!probe.isRunning());
    }

    PermissionAnswer of(const char* action) const
    {
        const auto found =
            std::ranges::find(probe.answers(), QLatin1String(action), &PermissionAnswer::action);
        return found == probe.answers().end() ? PermissionAnswer() : *found;
    }
};

} // namespace

void PermissionProbeTest::nothingIsAskedSignedOut()
{
    Bench desk;
    PermissionProbe probe(desk.session);
    probe.start();
    QVERIFY(!probe.isRunning());
    QVERIFY(probe.answers().isEmpty());
}

// Over a real socket, and nothing of the account is changed.
void PermissionProbeTest::theSandboxAllowsAll()
{
    SandboxBench far;
    far.signIn();
    PermissionProbe probe(far.session);
    probe.start();
    QVERIFY(probe.isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(!probe.isRunning(), 30'000);
    int allowed = 0;
    for (const PermissionAnswer& answer : probe.answers()) {
        const bool isKnowable = answer.permission != Permission::Unknowable;
        QVERIFY2(!isKnowable || answer.permission == Permission::Allowed,
                 qPrintable(answer.action));
        allowed += isKnowable ? 1 : 0;
    }
    QCOMPARE(allowed, 12);
    QCOMPARE(probe.answers().size(), 14);
}

void PermissionProbeTest::whatIsRefusedIsMissing()
{
    PolicyBench b;
    b.policy.denied = {QStringLiteral("StartFuotaTask"), QStringLiteral("ListFuotaTasks")};
    b.run();
    QCOMPARE(b.of("iotwireless:StartFuotaTask").permission, Permission::Missing);
    QCOMPARE(b.of("iotwireless:ListFuotaTasks").permission, Permission::Missing);
    QCOMPARE(b.of("iotwireless:DeleteFuotaTask").permission, Permission::Allowed);
    QCOMPARE(b.of("iotwireless:CreateFuotaTask").permission, Permission::Unknowable);
    QCOMPARE(b.of("iam:PassRole").permission, Permission::Unknowable);
    QVERIFY(!b.policy.asked.contains(QStringLiteral("CreateFuotaTask")));
}

void PermissionProbeTest::whatFailsIsNotKnown()
{
    PolicyBench b;
    b.policy.broken = QStringLiteral("GetFuotaTask");
    b.run();
    QCOMPARE(b.of("iotwireless:GetFuotaTask").permission, Permission::Unknown);
    QCOMPARE(b.of("iotwireless:GetFuotaTask").error->kind, ErrorKind::ConnectionRefused);
}

void PermissionProbeTest::aChangeOfConnectionEndsIt()
{
    PolicyBench b;
    b.probe.start();
    QVERIFY(b.probe.isRunning());
    b.desk.session.activate(QStringLiteral("unknown")); // the sandbox again, signed in anew
    QTRY_VERIFY(b.desk.session.isReady());
    b.run();
    QCOMPARE(b.of("iotwireless:GetFuotaTask").permission, Permission::Allowed);
}

FUOTADESK_TEST(PermissionProbeTest);

} // namespace fuotadesk

#include "permissionprobetest.moc"
