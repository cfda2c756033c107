#include "aws/callpace.h"
#include "support/testcase.h"

#include <algorithm>

namespace fuotadesk {

using namespace std::chrono_literals;

class CallPaceTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aFewAtOnceThenEvenly();
    void aThousandCallsInTime();
    void neverEmptiesTheServicesBucket();
    void throttlingHalvesOncePerBurst();
    void neverStandsStill();
    void slowLimitIsKept();
    void quietBringsThePaceBack();
    void aLimitIsChangedAtOnce();
    void whatWaitsIsDueAtTheNewDistance();
};

namespace {

const CallPace::Time Start = CallPace::Time() + 1h;

// Makes a call as soon as it may be made; gives when that was.
CallPace::Time callNext(CallPace& pace, CallPace::Time now)
{
    const auto at = pace.nextAt(now);
    pace.called(at);
    return at;
}

double secondsSinceStart(CallPace::Time time)
{
    return std::chrono::duration<double>(time - Start).count();
}

} // namespace

void CallPaceTest::aFewAtOnceThenEvenly()
{
    CallPace pace;
    for (int i = 0; i < CallPace::MostAtOnce; ++i)
        QCOMPARE(callNext(pace, Start), Start);
    auto last = Start;
    for (int i = 0; i < 20; ++i) {
        const auto at = callNext(pace, last);
        QCOMPARE(std::chrono::round<std::chrono::milliseconds>(at - last), 102ms);
        last = at;
    }
    // After a pause a few may go at once again, and no more.
    for (int i = 0; i < CallPace::MostAtOnce; ++i)
        QCOMPARE(callNext(pace, last + 1min), last + 1min);
    QVERIFY(pace.nextAt(last + 1min) > last + 1min);
}

void CallPaceTest::aThousandCallsInTime()
{
    CallPace pace;
    auto now = Start;
    for (int i = 0; i < 1000; ++i)
        now = callNext(pace, now);
    QVERIFY2(secondsSinceStart(now) < 102, qPrintable(QString::number(secondsSinceStart(now))));
    QVERIFY(secondsSinceStart(now) > 99);
}

// Ten tokens, ten a second; the way there takes now longer, now shorter.
void CallPaceTest::neverEmptiesTheServicesBucket()
{
    CallPace pace;
    auto now = Start;
    double tokens = 10;
    double lastArrival = 0;
    for (int i = 0; i < 5000; ++i) {
        now = callNext(pace, i % 400 == 399 ? now + 3s : now);
        const double delay = i % 7 < 3 ? 0.3 : 0.01;
        const double arrival = std::max(lastArrival, secondsSinceStart(now) + delay);
        tokens = std::min(10.0, tokens + (arrival - lastArrival) * 10) - 1;
        QVERIFY2(tokens >= 0, qPrintable(QString::number(i)));
        lastArrival = arrival;
    }
}

void CallPaceTest::throttlingHalvesOncePerBurst()
{
    CallPace pace;
    pace.throttled(Start);
    pace.throttled(Start + 20ms);
    QCOMPARE(pace.perSecond(), 5.0);
    QCOMPARE(std::chrono::round<std::chrono::milliseconds>(pace.nextAt(Start) - Start), 204ms);
    pace.throttled(Start + 2s);
    QCOMPARE(pace.perSecond(), 2.5);
}

void CallPaceTest::neverStandsStill()
{
    CallPace pace;
    for (int i = 0; i < 20; ++i)
        pace.throttled(Start + i * 2s);
    QCOMPARE(pace.perSecond(), CallPace::Slowest);
}

void CallPaceTest::slowLimitIsKept()
{
    CallPace pace(0.1);
    pace.throttled(Start);
    QCOMPARE(pace.perSecond(), 0.1);
}

void CallPaceTest::quietBringsThePaceBack()
{
    CallPace pace;
    pace.throttled(Start);
    QCOMPARE(pace.perSecond(), 5.0);
    pace.called(Start + 9s);
    QCOMPARE(pace.perSecond(), 5.0);
    for (int i = 1; i <= 10; ++i)
        pace.called(Start + i * 10s);
    QCOMPARE(pace.perSecond(), CallPace::DefaultLimit);
}

void CallPaceTest::aLimitIsChangedAtOnce()
{
    CallPace pace;
    pace.setLimit(50, Start);
    QCOMPARE(pace.perSecond(), 50.0);
    pace.throttled(Start);
    QCOMPARE(pace.perSecond(), 25.0);
    pace.setLimit(100, Start); // the service has just said that it is too much
    QCOMPARE(pace.perSecond(), 25.0);
    pace.setLimit(2, Start);
    QCOMPARE(pace.perSecond(), 2.0);
    pace.setLimit(4, Start); // and 2 was not learnt
    QCOMPARE(pace.perSecond(), 4.0);
}

void CallPaceTest::whatWaitsIsDueAtTheNewDistance()
{
    CallPace pace(0.5);
    for (int i = 0; i < CallPace::MostAtOnce; ++i)
        callNext(pace, Start);
    QCOMPARE(pace.nextAt(Start), Start + 2040ms);
    pace.setLimit(10, Start);
    QCOMPARE(std::chrono::round<std::chrono::milliseconds>(pace.nextAt(Start) - Start), 102ms);
    pace.setLimit(0.5, Start);
    QCOMPARE(std::chrono::round<std::chrono::milliseconds>(pace.nextAt(Start) - Start), 2040ms);
}

} // namespace fuotadesk

using fuotadesk::CallPaceTest;
FUOTADESK_TEST(CallPaceTest);
#include "callpacetest.moc"
