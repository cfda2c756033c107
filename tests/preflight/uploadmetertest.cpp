#include "preflight/uploadmeter.h"
#include "support/fakes.h"
#include "support/testcase.h"

namespace fuotadesk {

using std::chrono::milliseconds;
using std::chrono::seconds;

class UploadMeterTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void neverGoesBack();
    void rateIsOfTheLastSeconds();
    void stallHasNoEnd();
    void clockThatWasSetIsNoRate();
    void saysWhetherAnythingChanged();
};

void UploadMeterTest::neverGoesBack()
{
    const FakeClock clock;
    UploadMeter meter(clock);
    meter.restart(0, 100);
    meter.setSending(30);
    meter.setSending(0); // sent again
    QCOMPARE(meter.progress().done, 30);
    meter.setDone(40);
    meter.setSending(20);
    QCOMPARE(meter.progress().done, 60);
    meter.setSending(1000);
    QCOMPARE(meter.progress().done, 100);
    meter.restart(40, 100);
    QCOMPARE(meter.progress().done, 40);
}

void UploadMeterTest::rateIsOfTheLastSeconds()
{
    FakeClock clock;
    UploadMeter meter(clock);
    meter.restart(0, 100'000);
    meter.look();
    clock.advance(milliseconds(499));
    meter.setDone(5000);
    meter.look();
    QCOMPARE(meter.progress().bytesPerSecond, 0.0);
    QVERIFY(!meter.progress().left);
    clock.advance(milliseconds(501));
    meter.look();
    QCOMPARE(meter.progress().bytesPerSecond, 5000.0);
    QCOMPARE(meter.progress().left, seconds(19));
    // Slower from now on: after five seconds the beginning counts no more.
    for (int second = 1; second <= 6; ++second) {
        clock.advance(seconds(1));
        meter.setDone(5000 + second * 1000);
        meter.look();
    }
    QCOMPARE(meter.progress().bytesPerSecond, 1000.0);
    QCOMPARE(meter.progress().left, seconds(89));
}

void UploadMeterTest::stallHasNoEnd()
{
    FakeClock clock;
    UploadMeter meter(clock);
    meter.restart(0, 100);
    for (int second = 0; second < 10; ++second) {
        meter.look();
        clock.advance(seconds(1));
    }
    QCOMPARE(meter.progress().bytesPerSecond, 0.0);
    QVERIFY(!meter.progress().left);
}

void UploadMeterTest::clockThatWasSetIsNoRate()
{
    FakeClock clock;
    UploadMeter meter(clock);
    meter.restart(0, 100);
    meter.look();
    clock.advance(-seconds(3600));
    meter.setDone(50);
    meter.look();
    QCOMPARE(meter.progress().bytesPerSecond, 0.0);
    clock.advance(seconds(1));
    meter.setDone(60);
    meter.look();
    QCOMPARE(meter.progress().bytesPerSecond, 10.0);
}

void UploadMeterTest::saysWhetherAnythingChanged()
{
    FakeClock clock;
    UploadMeter meter(clock);
    meter.restart(0, 100);
    QVERIFY(meter.look());
    QVERIFY(!meter.look());
    meter.setSending(1);
    QVERIFY(meter.look());
}

} // namespace fuotadesk

using fuotadesk::UploadMeterTest;
FUOTADESK_TEST(UploadMeterTest);
#include "uploadmetertest.moc"
