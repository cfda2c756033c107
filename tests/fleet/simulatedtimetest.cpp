#include "fleet/simulatedtime.h"
#include "support/fakes.h"
#include "support/testcase.h"

#include <atomic>
#include <thread>

using namespace std::chrono_literals;

namespace fuotadesk {

class SimulatedTimeTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void goesWithTheClock();
    void speedHoldsFromThenOn();
    void pauseHoldsItUp();
    void jumpPutsItForward();
    void neverGoesBack();
    void speedStaysWithinBounds();
    void anyThreadMayTurnIt();

private:
    FakeClock m_clock;
};

void SimulatedTimeTest::goesWithTheClock()
{
    const SimulatedTime time(m_clock);
    QCOMPARE(time.now(), 0);
    m_clock.advance(1500ms);
    QCOMPARE(time.now(), 1500);
}

void SimulatedTimeTest::speedHoldsFromThenOn()
{
    SimulatedTime time(m_clock);
    m_clock.advance(1s);
    time.setSpeed(60);
    QCOMPARE(time.now(), 1000);
    m_clock.advance(1s);
    QCOMPARE(time.now(), 61'000);
    time.setSpeed(0.5);
    m_clock.advance(1s);
    QCOMPARE(time.now(), 61'500);
}

void SimulatedTimeTest::pauseHoldsItUp()
{
    SimulatedTime time(m_clock);
    time.setSpeed(10);
    time.pause();
    time.pause();
    m_clock.advance(1h);
    QCOMPARE(time.now(), 0);
    time.resume();
    QCOMPARE(time.now(), 0);
    m_clock.advance(1s);
    QCOMPARE(time.now(), 10'000);
}

void SimulatedTimeTest::jumpPutsItForward()
{
    SimulatedTime time(m_clock);
    time.jump(2h);
    QCOMPARE(time.now(), 7'200'000);
    time.pause();
    time.jump(1s);
    QCOMPARE(time.now(), 7'201'000);
    time.jump(-1h);
    QCOMPARE(time.now(), 7'201'000);
}

void SimulatedTimeTest::neverGoesBack()
{
    SimulatedTime time(m_clock);
    m_clock.advance(10s);
    QCOMPARE(time.now(), 10'000);
    m_clock.advance(-1h);
    QCOMPARE(time.now(), 10'000);
    time.setSpeed(2);
    m_clock.advance(1s);
    QCOMPARE(time.now(), 12'000);
}

void SimulatedTimeTest::speedStaysWithinBounds()
{
    SimulatedTime time(m_clock);
    time.setSpeed(0);
    m_clock.advance(1000s);
    QCOMPARE(time.now(), 1000);
    time.setSpeed(1e12);
    m_clock.advance(1s);
    QCOMPARE(time.now(), 1000 + qint64(1000 * SimulatedTime::MostSpeed));
}

void SimulatedTimeTest::anyThreadMayTurnIt()
{
    const SystemClock clock;
    SimulatedTime time(clock);
    std::atomic_bool stop = false;
    std::atomic_bool wentBack = false;
    std::thread reader([&] {
        for (qint64 last = 0; !stop;) {
            const qint64 now = time.now();
            wentBack = wentBack || now < last;
            last = now;
        }
    });
    for (int i = 0; i < 1000; ++i) {
        time.setSpeed(i % 7 + 1);
        time.pause();
        time.jump(1ms);
        time.resume();
    }
    stop = true;
    reader.join();
    QVERIFY(!wentBack);
    QVERIFY(time.now() >= 1000);
}

FUOTADESK_TEST(SimulatedTimeTest);

} // namespace fuotadesk

#include "simulatedtimetest.moc"
