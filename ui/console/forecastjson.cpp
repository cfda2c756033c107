#include "console/forecastjson.h"

#include "fuota/forecastrun.h"
#include "fuota/radioadvice.h"
#include "fuota/radioplan.h"
#include "fuota/suggestion.h"

#include <QJsonArray>

#include <algorithm>
#include <thread>

namespace fuotadesk {

namespace {

template <typename Number>
QJsonValue figure(const std::optional<Number>& number, double unit = 1)
{
    return number ? QJsonValue(double(*number) * unit) : QJsonValue();
}

QList<double> lossesFor(double asked)
{
    QList<double> losses{0.01, 0.05, 0.1, 0.2, 0.3};
    if (!losses.contains(asked))
        losses.append(asked);
    std::ranges::sort(losses);
    return losses;
}

QJsonArray pointsJson(const ForecastRun& run, double loss)
{
    QJsonArray points;
    for (const double each : lossesFor(loss)) {
        const auto chance = run.chanceAt(each).recovered;
        points.append(QJsonObject{{QStringLiteral("loss"), each},
                                  {QStringLiteral("probability"), chance.probability},
                                  {QStringLiteral("standardError"), chance.standardError}});
    }
    return points;
}

QJsonArray numbersJson(const std::vector<int>& numbers)
{
    QJsonArray array;
    for (const int number : numbers)
        array.append(number);
    return array;
}

// Losses beside the question's own are simulated like parts of a fleet.
ForecastQuestion withPoints(ForecastQuestion question)
{
    if (question.fleet.isEmpty())
        question.fleet.append({1, question.loss});
    for (const double loss : lossesFor(question.loss))
        question.fleet.append({0, loss}); // which no device has
    return question;
}

} // namespace

QJsonObject radioJson(const CampaignDraft& draft)
{
    const RadioPlan radio = planRadio(draft, planTransfer(draft));
    return {
        {QStringLiteral("timeOnAirSeconds"), figure(radio.timeOnAirUs, 1e-6)},
        {QStringLiteral("dutyCyclePercent"), figure(radio.dutyCyclePercent)},
        {QStringLiteral("dutyCycleLimitPercent"), figure(radio.dutyCycleLimitPermille, 0.1)},
        {QStringLiteral("minimumIntervalMs"), figure(radio.minimumIntervalMs())},
    };
}

RecoveryReport reportRecovery(const std::optional<ForecastQuestion>& question)
{
    if (!question)
        return {{{QStringLiteral("recovery"), QJsonArray()},
                 {QStringLiteral("uncoveredFragments"), QJsonArray()},
                 {QStringLiteral("fleet"), QJsonValue()}},
                {}};
    const std::atomic<bool> cancelled = false;
    ForecastRun run(withPoints(*question), int(std::thread::hardware_concurrency()));
    while (!run.isDone())
        run.advance(cancelled);
    const Forecast forecast = run.forecast();
    const QJsonObject json{
        {QStringLiteral("recovery"), pointsJson(run, question->loss)},
        {QStringLiteral("uncoveredFragments"),
         numbersJson(forecast.uncovered.value_or(std::vector<int>()))},
        {QStringLiteral("fleet"),
         QJsonObject{{QStringLiteral("devices"), forecast.fleet.devices},
                     {QStringLiteral("expectedFailures"), forecast.fleet.expectedFailures},
                     {QStringLiteral("allSucceed"), forecast.fleet.allSucceed}}},
    };
    return {json, forecastAdvice(forecast)};
}

QJsonObject suggestionJson(const Suggestion& suggestion)
{
    const auto& best = suggestion.best;
    const auto of = [&](qint64 number) { return best ? QJsonValue(number) : QJsonValue(); };
    const Alternative way = best.value_or(Alternative());
    QJsonArray reasons;
    for (const SuggestionReason reason : suggestion.reasons)
        reasons.append(suggestionReasonName(reason));
    return {
        {QStringLiteral("redundancyPercent"), of(way.redundancyPercent)},
        {QStringLiteral("fragmentSizeBytes"), of(way.fragmentBytes)},
        {QStringLiteral("fragmentIntervalMs"), of(way.intervalSeconds * 1000)},
        {QStringLiteral("totalFragments"), of(way.totalFragments)},
        {QStringLiteral("sendSeconds"), of(way.sendSeconds())},
        {QStringLiteral("probability"),
         best ? QJsonValue(way.chance.recovered.probability) : QJsonValue()},
        {QStringLiteral("reasons"), reasons},
    };
}

} // namespace fuotadesk
