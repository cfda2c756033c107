#pragma once

#include "fuota/forecast.h"

#include <atomic>
#include <memory>

namespace fuotadesk {

// Simulates until a forecast is sharp, in rounds of growing size. Blocks on the calling thread and
// on `threads - 1` others; what it finds depends on the question alone, not on threads or time.
class ForecastRun {
public:
    // What previous found for another redundancy or another fleet is taken over where it still
    // holds.
    ForecastRun(const ForecastQuestion& question, int threads,
                const ForecastRun* previous = nullptr);
    ~ForecastRun();
    ForecastRun(ForecastRun&&) noexcept;
    ForecastRun& operator=(ForecastRun&&) noexcept;

    bool isDone() const;
    // One round, of milliseconds, for what has no answer yet.
    void begin(const std::atomic<bool>& cancelled);
    // One more round; cut short, and of no use, once cancelled is set.
    void advance(const std::atomic<bool>& cancelled);
    Forecast forecast() const;
    // Of the question's own loss, or another one up to 0.5 or the highest of its fleet.
    recovery::RecoveryChance chanceAt(double loss) const;

private:
    class RedundancyRun;
    class LossRun;

    FleetOutlook fleet() const;
    void findUncovered();

    ForecastQuestion m_question;
    int m_threads;
    std::shared_ptr<RedundancyRun> m_overRedundancy;
    std::shared_ptr<LossRun> m_overLoss;
    std::optional<std::vector<int>> m_uncovered;
};

// All rounds at once.
Forecast finishedForecast(const ForecastQuestion& question, int threads);

} // namespace fuotadesk
