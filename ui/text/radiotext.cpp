#include "text/radiotext.h"

#include "text/numbertext.h"

#include <QCoreApplication>
#include <QLocale>

namespace fuotadesk {

namespace {

constexpr double HertzInMegahertz = 1e6;
constexpr int MostDigits = 7;

struct RadioText {
    Q_DECLARE_TR_FUNCTIONS(RadioText)
};

} // namespace

QString dataRateText(qint64 dataRate)
{
    return RadioText::tr("DR%1").arg(dataRate);
}

QString frequencyText(qint64 hertz)
{
    return RadioText::tr("%1 MHz").arg(
        QLocale().toString(double(hertz) / HertzInMegahertz, 'g', MostDigits));
}

QString textOrUnset(const QString& text)
{
    return text.isEmpty() ? RadioText::tr("Not set") : text;
}

QString figureOrUnset(const std::optional<qint64>& figure, const QString& pattern)
{
    return figure ? pattern.arg(numberText(*figure)) : RadioText::tr("Not set");
}

} // namespace fuotadesk
