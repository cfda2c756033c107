#include "aws/faultspec.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace fuotadesk {

namespace {

constexpr std::array Words = {
    std::pair{FaultKind::Latency, "latency"},     std::pair{FaultKind::Reset, "reset"},
    std::pair{FaultKind::TooManyRequests, "429"}, std::pair{FaultKind::ServerError, "500"},
    std::pair{FaultKind::Truncate, "truncate"},   std::pair{FaultKind::Lost, "lost"},
};

constexpr double LongestLatencyMs = 60'000;

// Text that is a plain number and nothing else; not "nan", "inf" or "0x1".
std::optional<double> numberFrom(const QString& text)
{
    const auto isPlain = [](QChar each) { return (each >= u'0' && each <= u'9') || each == u'.'; };
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber && std::ranges::all_of(text, isPlain) ? std::optional(number) : std::nullopt;
}

std::optional<std::chrono::milliseconds> latencyFrom(const QString& text)
{
    const bool inMilliseconds = text.endsWith(u"ms");
    if (!inMilliseconds && !text.endsWith(u's'))
        return {};
    const auto number = numberFrom(text.chopped(inMilliseconds ? 2 : 1));
    const double milliseconds = number.value_or(-1) * (inMilliseconds ? 1 : 1000);
    if (milliseconds < 0 || milliseconds > LongestLatencyMs)
        return {};
    return std::chrono::milliseconds(std::llround(milliseconds));
}

bool isOperationName(const QString& text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar each) {
        return each.unicode() < 128 && each.isLetterOrNumber();
    });
}

} // namespace

Result<FaultSpec> parseFault(const QString& text)
{
    const auto wrong = [](const QString& part) { return failure(ErrorKind::InputInvalid, part); };
    const QString word = text.section(u'=', 0, 0);
    const QString value = text.section(u'=', 1).section(u':', 0, 0);
    const auto known = std::ranges::find_if(
        Words, [&](const auto& each) { return word == QLatin1String(each.second); });
    if (known == Words.end())
        return wrong(word.isEmpty() ? text : word);
    FaultSpec fault;
    fault.kind = known->first;
    if (fault.kind == FaultKind::Latency) {
        const auto latency = latencyFrom(value);
        if (!latency)
            return wrong(value.isEmpty() ? text : value);
        fault.latency = *latency;
    } else {
        const auto chance = numberFrom(value);
        if (!chance || *chance > 1)
            return wrong(value.isEmpty() ? text : value);
        fault.chance = *chance;
    }
    if (text.contains(u':')) {
        fault.operation = text.section(u':', 1);
        if (!isOperationName(fault.operation))
            return wrong(fault.operation.isEmpty() ? text : fault.operation);
    }
    return fault;
}

QString faultText(const FaultSpec& fault)
{
    const auto word =
        std::ranges::find(Words, fault.kind, [](const auto& each) { return each.first; });
    const QString value = fault.kind == FaultKind::Latency
        ? QStringLiteral("%1ms").arg(fault.latency.count())
        : QString::number(fault.chance, 'f', QLocale::FloatingPointShortest);
    return QLatin1String(word->second) + u'=' + value
        + (fault.operation.isEmpty() ? QString() : u':' + fault.operation);
}

} // namespace fuotadesk
