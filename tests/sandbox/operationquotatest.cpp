#include "sandbox/operationquota.h"
#include "iotwireless/operations.h"
#include "support/fakes.h"
#include "support/testcase.h"

using namespace std::chrono_literals;

namespace fuotadesk {

class OperationQuotaTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void admitsTenAtOnceAndNoMore();
    void countsEachOperationForItself();
    void refillsOneEachTenthOfASecond();
    void neverSavesUpMoreThanTen();
    void clockSetBackTakesNothing();

private:
    static int admitted(OperationQuota& quota, int calls);
};

int OperationQuotaTest::admitted(OperationQuota& quota, int calls)
{
    int count = 0;
    for (int i = 0; i < calls; ++i)
        count += quota.admit(getFuotaTaskOperation()) ? 1 : 0;
    return count;
}

void OperationQuotaTest::admitsTenAtOnceAndNoMore()
{
    const FakeClock clock;
    OperationQuota quota(clock);
    QCOMPARE(admitted(quota, 30), 10);
}

void OperationQuotaTest::countsEachOperationForItself()
{
    const FakeClock clock;
    OperationQuota quota(clock);
    admitted(quota, 10);
    QVERIFY(!quota.admit(getFuotaTaskOperation()));
    QVERIFY(quota.admit(createFuotaTaskOperation()));
}

void OperationQuotaTest::refillsOneEachTenthOfASecond()
{
    FakeClock clock;
    OperationQuota quota(clock);
    admitted(quota, 10);
    clock.advance(99ms);
    QCOMPARE(admitted(quota, 5), 0);
    clock.advance(1ms);
    QCOMPARE(admitted(quota, 5), 1);
    clock.advance(300ms);
    QCOMPARE(admitted(quota, 5), 3);
}

void OperationQuotaTest::neverSavesUpMoreThanTen()
{
    FakeClock clock;
    OperationQuota quota(clock);
    admitted(quota, 10);
    clock.advance(1h);
    QCOMPARE(admitted(quota, 30), 10);
}

void OperationQuotaTest::clockSetBackTakesNothing()
{
    FakeClock clock;
    OperationQuota quota(clock);
    admitted(quota, 5);
    clock.advance(-1h);
    QCOMPARE(admitted(quota, 30), 5);
    clock.advance(1s);
    QCOMPARE(admitted(quota, 30), 10);
}

FUOTADESK_TEST(OperationQuotaTest);

} // namespace fuotadesk

#include "operationquotatest.moc"
