#include "campaign/recoveryforecast.h"

#include "base/threadpriority.h"
#include "fuota/forecastrun.h"

#include <QElapsedTimer>

namespace fuotadesk {

namespace {

using namespace std::chrono_literals;

constexpr qint64 PaceMs = 120;
// Longer than a held key or a moving pointer takes from step to step.
constexpr auto Settled = 60ms;

// The answers no faster than they can be read, and drawn with ease.
template <typename Deliver>
void sharpen(ForecastRun& run, const std::atomic<bool>& cancelled, const Deliver& deliver)
{
    QElapsedTimer sinceLast;
    while (!cancelled && !run.isDone()) {
        run.advance(cancelled);
        const bool isDue = run.isDone() || !sinceLast.isValid() || sinceLast.elapsed() >= PaceMs;
        if (isDue && !cancelled) {
            deliver(run.forecast());
            sinceLast.start();
        }
    }
}

} // namespace

RecoveryForecast::RecoveryForecast(int threads, QObject* parent)
    : QObject(parent),
      m_threads(threads),
      m_last(std::make_shared<std::unique_ptr<ForecastRun>>())
{
    m_settled.setSingleShot(true);
    m_settled.setInterval(Settled);
    connect(&m_settled, &QTimer::timeout, this, &RecoveryForecast::sharpenOn);
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
    m_settled.stop();
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
    // The last answer stays in sight until the next one is there: milliseconds.
    work([threads = m_threads, question = *question](Last& last, const std::atomic<bool>& cancelled,
                                                     const Deliver& deliver) {
        last = std::make_unique<ForecastRun>(question, threads, last.get());
        last->begin(cancelled);
        if (!cancelled)
            deliver(last->forecast());
    });
    m_settled.start();
}

// While someone still turns a knob the cores are left to the window.
void RecoveryForecast::sharpenOn()
{
    work([](Last& last, const std::atomic<bool>& cancelled, const Deliver& deliver) {
        sharpen(*last, cancelled, deliver);
    });
}

void RecoveryForecast::work(const Job& job)
{
    if (!m_worker)
        m_worker = std::make_unique<Worker>();
    const auto deliver = [this, slot = m_mailbox.slot(), cancelled = m_cancelled](Forecast found) {
        slot->post([this, cancelled, found = std::move(found)] { take(found, cancelled); });
    };
    m_worker->run<void>(this, [=, cancelled = m_cancelled, last = m_last]() -> Result<void> {
        giveWayToOthers();
        if (!*cancelled)
            job(*last, *cancelled, deliver);
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
