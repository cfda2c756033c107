#pragma once

#include <QList>
#include <QLocale>
#include <QString>

#include <optional>

namespace fuotadesk {

// How likely something succeeds over a setting or an assumption, point by point, as a simulation
// tells it. Chances and errors are shares, 0 to 1; an x without a chance is no point.
struct ChanceCurve {
    QString title;
    QString xLabel;
    QString yLabel;
    QString pointText; // an x in words, "%1 % loss"; empty: the x label and the number
    QList<double> x; // ascending
    QList<double> probability;
    QList<double> standardError; // where there is none: 0
    std::optional<double> present; // x of the present setting
    QString presentLabel;
    bool refining = false; // more runs are still being made

    friend bool operator==(const ChanceCurve&, const ChanceCurve&) = default;
};

struct ChancePoint {
    double x = 0;
    double probability = 0;
    double standardError = 0;
};

// What "±" and the band around the curve stand for, in standard errors: about 95 % of the truth.
constexpr double BandErrors = 2.0;

qsizetype pointCount(const ChanceCurve& curve);
ChancePoint pointOf(const ChanceCurve& curve, qsizetype index);
// Index of the point with the x closest by; the curve has points.
qsizetype nearestPoint(const ChanceCurve& curve, double x);
// Between the points of the curve; nothing where the curve does not reach the present setting.
std::optional<ChancePoint> presentPoint(const ChanceCurve& curve);

// "99.2 % ± 0.1 %". What is not certain never reads as 0 or 100 %.
QString chanceText(const ChancePoint& point, const QLocale& locale);
// "10 % loss: 99.2 % ± 0.1 %"
QString pointInWords(const ChanceCurve& curve, const ChancePoint& point, const QLocale& locale);
// "Planned, 10 % loss: 99.2 % ± 0.1 %"; empty without a present point.
QString presentInWords(const ChanceCurve& curve, const QLocale& locale);
// Title, range, some points and the present one, a line each: what the picture says, without it.
QString curveInWords(const ChanceCurve& curve, const QLocale& locale);

// All points under their headings: RFC 4180 with decimal points, to be read by programs,
QByteArray curveCommaSeparated(const ChanceCurve& curve);
// and as the language writes numbers, to be pasted into a spreadsheet.
QString curveTabSeparated(const ChanceCurve& curve, QLocale locale);

} // namespace fuotadesk
