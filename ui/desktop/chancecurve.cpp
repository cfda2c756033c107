#include "desktop/chancecurve.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace fuotadesk {

namespace {

constexpr int MostDecimals = 3;
constexpr qsizetype PointsTold = 5;

struct ChanceCurveText {
    Q_DECLARE_TR_FUNCTIONS(ChanceCurveText)
};

// To the last bit, without an exponent.
QString exactNumber(double value, const QLocale& locale)
{
    return locale.toString(value, 'f', QLocale::FloatingPointShortest);
}

// Steps of 0.1 add up to 0.30000000000000004; nobody wants to hear that.
QString numberOf(double x, const QLocale& locale)
{
    return exactNumber(std::round(x * 1e4) / 1e4, locale);
}

QString percent(double value, int decimals, const QLocale& locale)
{
    return ChanceCurveText::tr("%1 %", "a percentage").arg(locale.toString(value, 'f', decimals));
}

// Enough of them that a chance which is near to certain is told from one that is nearer.
int decimalsFor(double percentToCertainty)
{
    int decimals = 1;
    while (decimals < MostDecimals && percentToCertainty < std::pow(10.0, -decimals - 1))
        ++decimals;
    return decimals;
}

QStringList headings(const ChanceCurve& curve)
{
    return {curve.xLabel, ChanceCurveText::tr("%1 (0 to 1)", "a chance").arg(curve.yLabel),
            ChanceCurveText::tr("Standard error")};
}

QStringList numbersOf(const ChancePoint& point, const QLocale& locale)
{
    return {exactNumber(point.x, locale), exactNumber(point.probability, locale),
            exactNumber(point.standardError, locale)};
}

} // namespace

qsizetype pointCount(const ChanceCurve& curve)
{
    return std::min(curve.x.size(), curve.probability.size());
}

ChancePoint pointOf(const ChanceCurve& curve, qsizetype index)
{
    const double error = curve.standardError.value(index);
    return {curve.x.at(index), std::clamp(curve.probability.at(index), 0.0, 1.0),
            std::isfinite(error) ? error : 0.0};
}

qsizetype nearestPoint(const ChanceCurve& curve, double x)
{
    const auto first = curve.x.cbegin();
    const auto last = first + pointCount(curve);
    const auto after = std::lower_bound(first, last, x);
    if (after == last)
        return pointCount(curve) - 1;
    if (after != first && x - *(after - 1) < *after - x)
        return std::distance(first, after) - 1;
    return std::distance(first, after);
}

std::optional<ChancePoint> presentPoint(const ChanceCurve& curve)
{
    const qsizetype count = pointCount(curve);
    if (!curve.present || count == 0)
        return {};
    const double x = *curve.present;
    if (!(x >= curve.x.first() && x <= curve.x.at(count - 1)))
        return {};
    const auto first = curve.x.cbegin();
    const auto after = std::lower_bound(first, first + count, x);
    const ChancePoint right = pointOf(curve, std::distance(first, after));
    if (after == first || right.x <= x)
        return right;
    const ChancePoint left = pointOf(curve, std::distance(first, after) - 1);
    const double part = (x - left.x) / (right.x - left.x);
    return ChancePoint{x, std::lerp(left.probability, right.probability, part),
                       std::max(left.standardError, right.standardError)};
}

QString chanceText(const ChancePoint& point, const QLocale& locale)
{
    const double value = 100 * point.probability;
    const double toCertainty = std::min(value, 100 - value);
    const double error = 100 * BandErrors * point.standardError;
    if (toCertainty <= 0 && error <= 0)
        return percent(value, 0, locale);
    const int decimals = decimalsFor(toCertainty + error);
    const double step = std::pow(10.0, -decimals);
    if (toCertainty < step / 2)
        return value < 50
            ? ChanceCurveText::tr("under %1").arg(percent(step, decimals, locale))
            : ChanceCurveText::tr("over %1").arg(percent(100 - step, decimals, locale));
    if (error <= 0)
        return percent(value, decimals, locale);
    return ChanceCurveText::tr("%1 ± %2", "a chance and how far it may be off")
        .arg(percent(value, decimals, locale), percent(std::max(error, step), decimals, locale));
}

QString pointInWords(const ChanceCurve& curve, const ChancePoint& point, const QLocale& locale)
{
    const QString number = numberOf(point.x, locale);
    const QString where = curve.pointText.isEmpty()
        ? ChanceCurveText::tr("%1 %2", "what is counted, and its number").arg(curve.xLabel, number)
        : curve.pointText.arg(number);
    return ChanceCurveText::tr("%1: %2", "a point of a curve and its chance")
        .arg(where, chanceText(point, locale));
}

QString presentInWords(const ChanceCurve& curve, const QLocale& locale)
{
    const auto point = presentPoint(curve);
    if (!point)
        return {};
    const QString label =
        curve.presentLabel.isEmpty() ? ChanceCurveText::tr("At present") : curve.presentLabel;
    return ChanceCurveText::tr("%1, %2", "the present setting; a point and its chance")
        .arg(label, pointInWords(curve, *point, locale));
}

QString curveInWords(const ChanceCurve& curve, const QLocale& locale)
{
    const qsizetype count = pointCount(curve);
    if (count == 0)
        return {};
    QStringList lines{curve.title};
    lines << ChanceCurveText::tr("%1 from %2 to %3", "the range of a curve")
                 .arg(curve.xLabel, numberOf(curve.x.first(), locale),
                      numberOf(curve.x.at(count - 1), locale));
    const qsizetype told = std::min(count, PointsTold);
    for (qsizetype i = 0; i < told; ++i) {
        const qsizetype index = told == 1 ? 0 : i * (count - 1) / (told - 1);
        lines << pointInWords(curve, pointOf(curve, index), locale);
    }
    if (const QString present = presentInWords(curve, locale); !present.isEmpty())
        lines << present;
    if (curve.refining)
        lines << ChanceCurveText::tr("Estimated; being refined");
    return lines.join(u'\n');
}

QByteArray curveCommaSeparated(const ChanceCurve& curve)
{
    QStringList names = headings(curve);
    for (QString& name : names)
        name = u'"' + name.replace(u'"', QStringLiteral("\"\"")) + u'"';
    QLocale locale = QLocale::c();
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = names.join(u',') + QStringLiteral("\r\n");
    for (qsizetype i = 0; i < pointCount(curve); ++i)
        text += numbersOf(pointOf(curve, i), locale).join(u',') + QStringLiteral("\r\n");
    return text.toUtf8();
}

QString curveTabSeparated(const ChanceCurve& curve, QLocale locale)
{
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = headings(curve).join(u'\t') + u'\n';
    for (qsizetype i = 0; i < pointCount(curve); ++i)
        text += numbersOf(pointOf(curve, i), locale).join(u'\t') + u'\n';
    return text;
}

} // namespace fuotadesk
