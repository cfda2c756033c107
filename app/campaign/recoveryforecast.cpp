#include "campaign/recoveryforecast.h"

#include "base/threadpriority.h"
#include "fuota/forecastrun.h"

#include <QElapsedTimer>

namespace fuotadesk {

namespace {

constexpr qint64 PaceMs = 120;

// The first answer at once, the others no faster than they can be read, and drawn with ease.
template <typename Deliver>
void simulate(ForecastRun& run, const std::atomic<bool>& cancelled, const Deliver& deliver)
{
    giveWayToOthers();
    QElapsedTimer sinceLast;
    while (!cancelled) {
        run.advance(cancelled);
        const bool isDone = run.isDone();
        const bool isDue = isDone || !sinceLast.isValid() || sinceLast.elapsed() >= PaceMs;
        if (isDue && !cancelled) {
            deliver(run.forecast());
            sinceLast.start();
        }
        if (isDone)
            return;
    }
}

} // namespace

RecoveryForecast::RecoveryForecast(int threads, QObject* parent)
    : QObject(parent),
      m_threads(threads),
      m_last(std::make_shared<std::unique_ptr<ForecastRun>>())
{
}

RecoveryForecast::~RecoveryForecast()
{
    stop();
}

void RecoveryForecast::stop()
{
    if (m_cancelled)
        m_cancelled->store(true);
    m_cancelled.reset();
}

void RecoveryForecast::ask(const std::optional<ForecastQuestion>& question)
{
    if (question == m_question)
        return;
    stop();
    m_question = question;
    if (!question) {
        m_forecast.reset();
        Q_EMIT forecastChanged();
        return;
    }
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    const auto deliver = [this, slot = m_mailbox.slot(), cancelled = m_cancelled](Forecast found) {
        slot->post([this, cancelled, found = std::move(found)] { take(found, cancelled); });
    };
    // The last answer stays in sight until the next one is there: milliseconds.
    if (!m_worker)
        m_worker = std::make_unique<Worker>();
    m_worker->run<void>(this,
                        [=, cancelled = m_cancelled, last = m_last, threads = m_threads,
                         question = *question]() -> Result<void> {
                            if (*cancelled)
                                return {};
                            auto run =
                                std::make_unique<ForecastRun>(question, threads, last->get());
                            last->swap(run);
                            simulate(**last, *cancelled, deliver);
                            return {};
                        });
}

void RecoveryForecast::take(const Forecast& forecast, const Flag& cancelled)
{
    if (cancelled != m_cancelled)
        return; // of an older question
    m_forecast = forecast;
    Q_EMIT forecastChanged();
}

} // namespace fuotadesk
