#include "sandbox/faultinjector.h"
#include "iotwireless/operations.h"
#include "support/fakes.h"
#include "support/testcase.h"

using namespace std::chrono_literals;

namespace fuotadesk {

class FaultInjectorTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void withoutFaultsNothingStrikes();
    void chanceDecides();
    void latenciesAddUp();
    void firstThatStrikesIsIt();
    void operationNarrows();
    void unknownOperationLeavesAllAsItWas();
    void shareComesTrue();

private:
    static FaultSpec fault(const char* text) { return *parseFault(QString::fromLatin1(text)); }

    FakeRandom m_random; // always 0.5
};

void FaultInjectorTest::withoutFaultsNothingStrikes()
{
    FaultInjector injector(m_random);
    const auto strike = injector.strike(listFuotaTasksOperation());
    QVERIFY(!strike.kind);
    QCOMPARE(strike.delay, 0ms);
}

void FaultInjectorTest::chanceDecides()
{
    FaultInjector injector(m_random);
    QVERIFY(injector.set({fault("500=0.5")}));
    QVERIFY(!injector.strike(listFuotaTasksOperation()).kind);
    QVERIFY(injector.set({fault("500=0.51")}));
    QCOMPARE(injector.strike(listFuotaTasksOperation()).kind, FaultKind::ServerError);
}

void FaultInjectorTest::latenciesAddUp()
{
    FaultInjector injector(m_random);
    QVERIFY(injector.set({fault("latency=200ms"), fault("lost=1"), fault("latency=1s")}));
    const auto strike = injector.strike(listFuotaTasksOperation());
    QCOMPARE(strike.delay, 1200ms);
    QCOMPARE(strike.kind, FaultKind::Lost);
}

void FaultInjectorTest::firstThatStrikesIsIt()
{
    FaultInjector injector(m_random);
    QVERIFY(injector.set({fault("reset=0.1"), fault("429=0.9"), fault("500=1")}));
    QCOMPARE(injector.strike(listFuotaTasksOperation()).kind, FaultKind::TooManyRequests);
}

void FaultInjectorTest::operationNarrows()
{
    FaultInjector injector(m_random);
    QVERIFY(injector.set({fault("truncate=1:GetFuotaTask")}));
    QVERIFY(!injector.strike(listFuotaTasksOperation()).kind);
    QCOMPARE(injector.strike(getFuotaTaskOperation()).kind, FaultKind::Truncate);
}

void FaultInjectorTest::unknownOperationLeavesAllAsItWas()
{
    FaultInjector injector(m_random);
    QVERIFY(injector.set({fault("500=1")}));
    const auto set = injector.set({fault("429=1"), fault("500=1:GetFuotatask")});
    QVERIFY(!set);
    QCOMPARE(set.error().code, QStringLiteral("GetFuotatask"));
    QCOMPARE(injector.strike(getFuotaTaskOperation()).kind, FaultKind::ServerError);
}

// 10 000 draws at a chance of 0.2 scatter by 40; 200 is five times that.
void FaultInjectorTest::shareComesTrue()
{
    SystemRandom random;
    FaultInjector injector(random);
    QVERIFY(injector.set({fault("429=0.2")}));
    int struck = 0;
    for (int i = 0; i < 10'000; ++i)
        struck += injector.strike(getFuotaTaskOperation()).kind ? 1 : 0;
    QVERIFY2(std::abs(struck - 2000) < 200, qPrintable(QString::number(struck)));
}

FUOTADESK_TEST(FaultInjectorTest);

} // namespace fuotadesk

#include "faultinjectortest.moc"
