#pragma once

#include "base/mailbox.h"
#include "base/worker.h"
#include "fuota/forecast.h"

#include <QTimer>

#include <atomic>
#include <functional>

namespace fuotadesk {

class ForecastRun;

// Keeps the forecast of the present question: a first answer within milliseconds, sharper ones once
// the question stands, all worked out away from this thread. A new question ends the work on the
// old one; what holds for both is kept, so that a turn of the redundancy is answered from the first
// round on.
class RecoveryForecast : public QObject {
    Q_OBJECT

public:
    // threads >= 1 do the work.
    explicit RecoveryForecast(int threads, QObject* parent = nullptr);
    ~RecoveryForecast() override;

    // The same question again changes nothing; none ends the work and forgets the answer.
    void ask(const std::optional<ForecastQuestion>& question);
    const std::optional<ForecastQuestion>& question() const { return m_question; }
    // Of question(), or nothing yet.
    const std::optional<Forecast>& forecast() const { return m_forecast; }

Q_SIGNALS:
    void forecastChanged();

private:
    using Flag = std::shared_ptr<std::atomic<bool>>;
    using Last = std::unique_ptr<ForecastRun>;
    using Deliver = std::function<void(Forecast)>;
    using Job = std::function<void(Last&, const std::atomic<bool>& cancelled, const Deliver&)>;

    void stop();
    void work(const Job& job);
    void sharpenOn();
    void take(const Forecast& forecast, const Flag& cancelled);

    int m_threads;
    std::optional<ForecastQuestion> m_question;
    std::optional<Forecast> m_forecast;
    Flag m_cancelled;
    std::shared_ptr<Last> m_last; // touched by the worker alone
    QTimer m_settled;
    Mailbox m_mailbox;
    std::unique_ptr<Worker> m_worker; // made when first needed
};

} // namespace fuotadesk
