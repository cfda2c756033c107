#include "text/forecasttext.h"

#include "text/numbertext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace fuotadesk {

namespace {

struct ForecastText {
    Q_DECLARE_TR_FUNCTIONS(ForecastText)
};

constexpr std::size_t MostNumbers = 12;
constexpr double Edge = 0.001;
constexpr double MarginErrors = 2; // as the band of the plot: about 95 % of the truth

QString tr(const char* text, const char* note = nullptr)
{
    return ForecastText::tr(text, note);
}

QString decimal(double number, int digits)
{
    return QLocale().toString(number, 'f', digits);
}

QString percentText(double percent, int digits)
{
    return tr("%1 %", "a number of per cent").arg(decimal(percent, digits));
}

// A duty cycle or a loss: "10 %", "9.7 %".
QString plainPercent(double percent)
{
    return percentText(percent, std::abs(percent - std::round(percent)) < 0.0005 ? 0 : 1);
}

QString secondsText(qint64 seconds)
{
    return durationText(std::chrono::seconds(seconds));
}

} // namespace

QString shareText(double share)
{
    const double edge = std::min(share, 1 - share);
    if (share <= 0 || share >= 1)
        return percentText(share * 100, 0);
    return percentText(share * 100, edge < 0.001 ? 3 : edge < 0.01 ? 2 : 1);
}

QString settingText(double share)
{
    return tr("%1 %", "a number of per cent").arg(QLocale().toString(share * 100, 'g', 6));
}

QString chanceText(const recovery::Chance& chance)
{
    if (chance.standardError == 0)
        return shareText(chance.probability);
    // What is not certain never reads as 0 or 100 %.
    if (chance.probability > 1 - Edge)
        return tr("over %1").arg(plainPercent(100 - 100 * Edge));
    if (chance.probability < Edge)
        return tr("under %1").arg(plainPercent(100 * Edge));
    // Whole percentages only where the estimate is rough.
    const double margin = MarginErrors * chance.standardError;
    const int digits = std::clamp(int(std::ceil(-std::log10(margin * 100))), 0, 3);
    return tr("%1 % ± %2 %", "an estimate and its standard error")
        .arg(decimal(chance.probability * 100, digits), decimal(margin * 100, digits));
}

QString radioAirTime(const RadioPlan& radio)
{
    if (!radio.timeOnAirUs)
        return {};
    QString air = tr("time on air %1 s").arg(decimal(double(*radio.timeOnAirUs) / 1e6, 3));
    if (!radio.dutyCyclePercent)
        return air;
    if (!radio.dutyCycleLimitPermille || *radio.dutyCycleLimitPermille >= 1000)
        return tr("%1; on air %2 of the time, not limited here", "time on air; duty cycle")
            .arg(air, plainPercent(*radio.dutyCyclePercent));
    return tr("%1; duty cycle %2 of %3 at %4 MHz", "time on air; duty cycle")
        .arg(air, percentText(*radio.dutyCyclePercent, 1),
             plainPercent(*radio.dutyCycleLimitPermille / 10.0),
             decimal(double(radio.frequencyHz.value_or(0)) / 1e6, 3));
}

QString radioInterval(const RadioPlan& radio)
{
    const auto least = radio.minimumIntervalMs();
    if (!least)
        return {};
    QString apart = tr("fragments at least %1 ms apart").arg(numberText(*least));
    if (!radio.sendMs)
        return apart;
    return tr("%1; last one ends after %2", "least interval; sending time")
        .arg(apart, durationText(std::chrono::milliseconds(*radio.sendMs)));
}

QString radioSession(const RadioPlan& radio, const std::optional<QDateTime>& startAt)
{
    QStringList parts;
    if (radio.sessionTimeoutSeconds)
        parts += tr("session time-out %1 s (%2)")
                     .arg(numberText(*radio.sessionTimeoutSeconds),
                          secondsText(*radio.sessionTimeoutSeconds));
    if (radio.sendMs && startAt)
        parts += tr("ends about %1").arg(localTimeText(startAt->addMSecs(*radio.sendMs)));
    return parts.join(tr("; ", "between parts of a line"));
}

QString forecastChance(const ForecastQuestion& question, const Forecast& forecast)
{
    const QString loss = plainPercent(question.loss * 100);
    if (question.decoderRefuses)
        return tr("a device refuses the session: its decoder cannot hold it");
    return tr("a device succeeds: %1 at %2 loss").arg(chanceText(forecast.now.recovered), loss);
}

QString forecastFalseDone(const Forecast& forecast)
{
    if (forecast.now.falseDone.probability <= 0)
        return {};
    return tr("%1 of devices report success with a corrupt image")
        .arg(shareText(forecast.now.falseDone.probability));
}

QString forecastFleet(const Forecast& forecast)
{
    const FleetOutlook& fleet = forecast.fleet;
    if (fleet.devices < 2)
        return {};
    if (fleet.expectedFailures < 0.05)
        return tr("of %1 devices none is expected to fail").arg(numberText(fleet.devices));
    const int digits = fleet.expectedFailures < 10 ? 1 : 0;
    const QString all = fleet.allSucceed < Edge && fleet.allSucceed > 0
        ? tr("under %1").arg(plainPercent(100 * Edge))
        : shareText(fleet.allSucceed);
    return tr("of %1 devices about %2 fail; all succeed: %3")
        .arg(numberText(fleet.devices), decimal(fleet.expectedFailures, digits), all);
}

QString forecastUncovered(const Forecast& forecast)
{
    if (!forecast.uncovered || forecast.uncovered->empty())
        return {};
    QStringList numbers;
    for (const int number : *forecast.uncovered) {
        if (std::size_t(numbers.size()) == MostNumbers) {
            numbers += tr("… (%1 in all)").arg(numberText(qint64(forecast.uncovered->size())));
            break;
        }
        numbers += numberText(number);
    }
    return tr("data fragments in no redundant one: %1")
        .arg(numbers.join(tr(", ", "between items")));
}

QString alternativeText(const Alternative& way)
{
    return tr("%1 bytes, %2 %, every %3 s: %4 fragments in %5; %6 succeed")
        .arg(numberText(way.fragmentBytes), numberText(way.redundancyPercent),
             numberText(way.intervalSeconds), numberText(way.totalFragments),
             secondsText(way.sendSeconds()), shareText(way.chance.recovered.probability));
}

QString suggestionReasonText(SuggestionReason reason)
{
    switch (reason) {
    case SuggestionReason::CheapestInTime:
        return tr("Nothing that reaches the target is sent sooner.");
    case SuggestionReason::LargestOfDataRate:
        return tr("The fragments are the largest of the data rate.");
    case SuggestionReason::LargestOfDecoder:
        return tr("The fragments are the largest the decoder takes.");
    case SuggestionReason::SmallerIsCheaper:
        return tr("Larger fragments would need a longer interval or more redundancy.");
    case SuggestionReason::IntervalByDutyCycle:
        return tr("The interval is the shortest within the duty cycle.");
    case SuggestionReason::IntervalByGateways:
        return tr("The interval is the shortest that lets the gateways get through.");
    case SuggestionReason::NeighbourFails:
        return tr("A byte more or less in a fragment would miss the target.");
    case SuggestionReason::ImageSizeUnknown:
        return tr("The size of the image is not known.");
    case SuggestionReason::RadioUnknown:
        return tr("Choose the RF region, and a data rate it has for downlinks.");
    case SuggestionReason::DecoderTooSmall:
        return tr("The decoder cannot hold the image at any fragment size.");
    case SuggestionReason::TargetOutOfReach:
        return tr("Not even 100 % redundancy reaches the target.");
    case SuggestionReason::SessionTooLong:
        return tr("What reaches the target takes longer than a session may last.");
    case SuggestionReason::Cancelled:
        break;
    }
    return tr("Cancelled.");
}

} // namespace fuotadesk
