#include "campaign/recoveryforecast.h"

#include "fuota/forecastrun.h"
#include "support/patience.h"
#include "support/testcase.h"

#include <QSignalSpy>

namespace fuotadesk {

class RecoveryForecastTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void answersAndGetsSharper();
    void theLastQuestionWins();
    void aTurnGetsItsAnswerFirst();
    void noQuestionForgetsTheAnswer();
    void dyingEndsTheWork();
    void answersDoNotDependOnThreads();
};

namespace {

ForecastQuestion question(int redundant = 20)
{
    ForecastQuestion asked;
    asked.dataFragments = 100;
    asked.redundantFragments = redundant;
    asked.loss = 0.1;
    asked.devices = 1000;
    return asked;
}

Forecast finished(const ForecastQuestion& asked, int threads, const ForecastRun* previous = nullptr)
{
    const std::atomic<bool> cancelled = false;
    ForecastRun run(asked, threads, previous);
    while (!run.isDone())
        run.advance(cancelled);
    return run.forecast();
}

} // namespace

void RecoveryForecastTest::answersAndGetsSharper()
{
    RecoveryForecast forecast(2);
    QList<qint64> trials;
    connect(&forecast, &RecoveryForecast::forecastChanged, this,
            [&] { trials.append(forecast.forecast()->trials); });
    forecast.ask(question());
    QVERIFY(!forecast.forecast()); // never inside the call
    QTRY_VERIFY_WITH_TIMEOUT(forecast.forecast() && forecast.forecast()->isFinal,
                             SimulationTimeout);
    QVERIFY(trials.size() >= 2);
    QVERIFY(trials.first() < trials.last());
    QVERIFY(std::ranges::is_sorted(trials));
    // 0.950 by the published points for 100 + 20 at 10 %
    const auto now = forecast.forecast()->now.recovered;
    QVERIFY(std::abs(now.probability - 0.950) < 4 * now.standardError + 0.001);
    QVERIFY(forecast.forecast()->uncovered.has_value());
    forecast.ask(question()); // the same again: the answer stands
    QVERIFY(forecast.forecast() && forecast.forecast()->isFinal);
}

void RecoveryForecastTest::theLastQuestionWins()
{
    RecoveryForecast forecast(1);
    for (int redundant = 0; redundant <= 40; ++redundant)
        forecast.ask(question(redundant));
    QTRY_VERIFY_WITH_TIMEOUT(forecast.forecast() && forecast.forecast()->isFinal,
                             SimulationTimeout);
    QCOMPARE(forecast.question(), question(40));
    const Forecast alone = finished(question(40), 1);
    QCOMPARE(forecast.forecast()->now, alone.now);
    QCOMPARE(forecast.forecast()->overLoss, alone.overLoss);
}

void RecoveryForecastTest::aTurnGetsItsAnswerFirst()
{
    const std::atomic<bool> cancelled = false;
    ForecastRun before(question(7), 1);
    before.begin(cancelled);
    const qint64 trials = before.forecast().trials;
    QVERIFY(trials > 0);
    ForecastRun turned(question(8), 1, &before);
    turned.begin(cancelled);
    const Forecast first = turned.forecast();
    QCOMPARE(first.trials, trials); // what holds for both redundancies waits
    QVERIFY(!first.overLoss.isEmpty());
    QVERIFY(first.uncovered.has_value());
    QVERIFY(!first.isFinal);
}

void RecoveryForecastTest::noQuestionForgetsTheAnswer()
{
    RecoveryForecast forecast(1);
    forecast.ask(question());
    QTRY_VERIFY_WITH_TIMEOUT(forecast.forecast(), SimulationTimeout);
    const QSignalSpy changes(&forecast, &RecoveryForecast::forecastChanged);
    forecast.ask({});
    QVERIFY(!forecast.forecast());
    QCOMPARE(changes.size(), 1);
    QTRY_COMPARE(changes.size(), 1); // and no late answer
}

void RecoveryForecastTest::dyingEndsTheWork()
{
    auto forecast = std::make_unique<RecoveryForecast>(2);
    ForecastQuestion large = question();
    large.dataFragments = 9000;
    large.redundantFragments = 3000;
    forecast->ask(large);
    forecast.reset();
}

void RecoveryForecastTest::answersDoNotDependOnThreads()
{
    const Forecast one = finished(question(), 1);
    QCOMPARE(finished(question(), 4), one);
    const std::atomic<bool> cancelled = false;
    ForecastRun before(question(7), 2);
    before.advance(cancelled);
    const Forecast continued = finished(question(), 3, &before);
    QCOMPARE(continued, one);
}

} // namespace fuotadesk

using fuotadesk::RecoveryForecastTest;
FUOTADESK_TEST(RecoveryForecastTest);
#include "recoveryforecasttest.moc"
