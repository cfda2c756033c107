#include "campaign/sandboxcontrol.h"

#include "campaign/bench.h"
#include "support/testcase.h"

#include <QSignalSpy>

namespace fuotadesk {

using namespace std::chrono_literals;

class SandboxControlTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void itIsChosenWithTheSandboxOnly();
    void whatIsTurnedReachesTheEndpoint();
    void aJumpIsTold();
    void theFleetGrowsOnly();
    void theQuotaIsTurned();
    void severalFaultsAreSetAtOnce();
    void aWrongFaultChangesNothing_data();
    void aWrongFaultChangesNothing();
};

namespace {

struct Knobs : Bench {
    LocalEndpointOptions options{0, false, 60, 7, 0, {*parseFault(QStringLiteral("429=0.5"))}};
    SandboxControl control{session, sandbox, options};
    QSignalSpy changed{&control, &SandboxControl::changed};
    QSignalSpy turned{&control, &SandboxControl::timeTurned};
};

} // namespace

void SandboxControlTest::itIsChosenWithTheSandboxOnly()
{
    Knobs knobs;
    knobs.signIn();
    QVERIFY(knobs.control.isChosen());
    QVERIFY(!knobs.changed.isEmpty()); // the speed is the endpoint's since its start
    QCOMPARE(knobs.control.devices(), 7);
    QCOMPARE(knobs.control.faults(), knobs.options.faults);
    Connection own;
    own.id = QStringLiteral("own");
    knobs.session.activateOnce(own, {QStringLiteral("AKIA"), Secret("secret"), {}});
    QVERIFY(!knobs.control.isChosen());
}

void SandboxControlTest::whatIsTurnedReachesTheEndpoint()
{
    Knobs knobs;
    knobs.control.setSpeed(600);
    QCOMPARE(knobs.sandbox.speed(), 600.0);
    QCOMPARE(knobs.changed.size(), 1);
    knobs.control.setPaused(true);
    QVERIFY(knobs.sandbox.isPaused());
    QVERIFY(knobs.control.isPaused());
    knobs.control.setPaused(false);
    QVERIFY(!knobs.sandbox.isPaused());
    QCOMPARE(knobs.changed.size(), 3);
    QCOMPARE(knobs.turned.size(), 3);
}

void SandboxControlTest::aJumpIsTold()
{
    Knobs knobs;
    knobs.control.jump(90min);
    QCOMPARE(knobs.sandbox.jumped, std::chrono::milliseconds(90min));
    QCOMPARE(knobs.turned.size(), 1);
    QVERIFY(!knobs.control.jumpToNextStart());
    QCOMPARE(knobs.turned.size(), 1);
    knobs.sandbox.taskWaits = true;
    QVERIFY(knobs.control.jumpToNextStart());
    QCOMPARE(knobs.turned.size(), 2);
}

void SandboxControlTest::theFleetGrowsOnly()
{
    Knobs knobs;
    const QSignalSpy grown(&knobs.control, &SandboxControl::fleetGrown);
    knobs.control.growFleet(6);
    QCOMPARE(knobs.sandbox.devices, 0);
    knobs.control.growFleet(1000);
    QCOMPARE(knobs.sandbox.devices, 1000);
    QCOMPARE(knobs.control.devices(), 1000);
    knobs.control.growFleet(200'000);
    QCOMPARE(knobs.control.devices(), 100'000);
    QCOMPARE(grown.size(), 2);
}

void SandboxControlTest::theQuotaIsTurned()
{
    Knobs knobs;
    QVERIFY(!knobs.control.hasQuota());
    knobs.control.setQuota(true);
    QVERIFY(knobs.sandbox.quota && knobs.control.hasQuota());
    QCOMPARE(knobs.changed.size(), 1);
}

void SandboxControlTest::severalFaultsAreSetAtOnce()
{
    Knobs knobs;
    QVERIFY(knobs.control.setFaults(QStringLiteral(" latency=200ms, lost=0.01:GetFuotaTask\n")));
    const QList<FaultSpec> both{*parseFault(QStringLiteral("latency=200ms")),
                                *parseFault(QStringLiteral("lost=0.01:GetFuotaTask"))};
    QCOMPARE(knobs.sandbox.faults, both);
    QCOMPARE(knobs.control.faults(), both);
    QCOMPARE(knobs.changed.size(), 1);
    QVERIFY(knobs.control.setFaults({}));
    QVERIFY(knobs.sandbox.faults.isEmpty());
}

void SandboxControlTest::aWrongFaultChangesNothing_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("detail");
    QTest::newRow("kind") << QStringLiteral("reset=0.1 rest=0.2") << QStringLiteral("rest")
                          << QStringLiteral("rest=0.2");
    QTest::newRow("chance") << QStringLiteral("429=2") << QStringLiteral("2")
                            << QStringLiteral("429=2");
    QTest::newRow("operation") << QStringLiteral("500=1:MakeCoffee") << QStringLiteral("MakeCoffee")
                               << QString();
}

void SandboxControlTest::aWrongFaultChangesNothing()
{
    QFETCH(QString, text);
    Knobs knobs;
    knobs.sandbox.unknownOperation = QStringLiteral("MakeCoffee");
    const auto set = knobs.control.setFaults(text);
    QVERIFY(!set);
    QCOMPARE(set.error().kind, ErrorKind::InputInvalid);
    QTEST(set.error().code, "code");
    QTEST(set.error().detail, "detail");
    QVERIFY(knobs.sandbox.faults.isEmpty());
    QCOMPARE(knobs.control.faults(), knobs.options.faults);
    QVERIFY(knobs.changed.isEmpty());
}

FUOTADESK_TEST(SandboxControlTest);

} // namespace fuotadesk

#include "sandboxcontroltest.moc"
