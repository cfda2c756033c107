#include "desktop/recoverypane.h"

#include "desktop/chanceplot.h"
#include "desktop/steadylabel.h"
#include "text/forecasttext.h"

#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace fuotadesk {

namespace {

constexpr int PlotHeight = 290;

// One label for several lines: each with a label of its own would have to be laid out by itself,
// and that for every step of the redundancy.
void setLines(SteadyLabel* label, QStringList lines)
{
    lines.removeAll(QString());
    label->showText(lines.join(u'\n'));
}

// As high at any width: nobody has to ask the plots how high they would be.
class PlotTabs final : public QTabWidget {
public:
    using QTabWidget::QTabWidget;
    bool hasHeightForWidth() const override { return false; }
};

ChanceCurve lossCurve(const ForecastQuestion& question, const Forecast& forecast)
{
    ChanceCurve curve;
    curve.xLabel = RecoveryPane::tr("Loss in %");
    curve.yLabel = RecoveryPane::tr("Chance of a device");
    curve.pointText = RecoveryPane::tr("%1 % loss");
    // At the planned loss the sharper estimate stands.
    QList<LossPoint> points = forecast.overLoss;
    points.removeIf(
        [&](const LossPoint& point) { return std::abs(point.loss - question.loss) < 1e-9; });
    const auto beyond = std::ranges::upper_bound(points, question.loss, {}, &LossPoint::loss);
    points.insert(beyond, {question.loss, forecast.now});
    for (const LossPoint& point : std::as_const(points)) {
        curve.x.append(point.loss * 100);
        curve.probability.append(point.chance.recovered.probability);
        curve.standardError.append(point.chance.recovered.standardError);
    }
    curve.present = question.loss * 100;
    return curve;
}

ChanceCurve redundancyCurve(const ForecastQuestion& question, const Forecast& forecast)
{
    ChanceCurve curve;
    curve.xLabel = RecoveryPane::tr("Redundant fragments");
    curve.yLabel = RecoveryPane::tr("Chance of a device");
    curve.pointText = RecoveryPane::tr("%1 redundant fragments");
    // A picture has no use for more points than pixels.
    constexpr std::size_t MostPoints = 200;
    const std::size_t step = forecast.overRedundancy.size() / MostPoints + 1;
    for (std::size_t i = 0; i < forecast.overRedundancy.size(); i += step) {
        curve.x.append(double(i));
        curve.probability.append(forecast.overRedundancy[i].recovered.probability);
        curve.standardError.append(forecast.overRedundancy[i].recovered.standardError);
    }
    curve.present = question.redundantFragments;
    return curve;
}

} // namespace

RecoveryPane::RecoveryPane(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_radio = addLines(column);
    column->addSpacing(8);
    m_chance = addLines(column);
    m_plots = new PlotTabs(this);
    m_plots->setDocumentMode(true);
    m_plots->setFixedHeight(PlotHeight);
    m_plots->setAccessibleName(tr("Chance of a device"));
    m_lossPlot = addPlot(tr("Over loss"));
    m_redundancyPlot = addPlot(tr("Over redundancy"));
    column->addWidget(m_plots);
    connect(m_plots, &QTabWidget::currentChanged, this, &RecoveryPane::showCurrentCurve);
    showForecast({}, {});
}

SteadyLabel* RecoveryPane::addLines(QVBoxLayout* column)
{
    auto* label = new SteadyLabel(SteadyLabel::Selection::Keyboard, this);
    label->hide();
    column->addWidget(label);
    return label;
}

ChancePlot* RecoveryPane::addPlot(const QString& title)
{
    auto* plot = new ChancePlot(m_plots);
    plot->setPlaceholder(tr("The chance stands here once the fragments can be counted."));
    connect(plot, &ChancePlot::saveFailed, this, &RecoveryPane::saveFailed);
    m_plots->addTab(plot, title);
    return plot;
}

void RecoveryPane::showRadio(const RadioPlan& radio, const std::optional<QDateTime>& startAt)
{
    setLines(m_radio, {radioAirTime(radio), radioInterval(radio), radioSession(radio, startAt)});
}

void RecoveryPane::showForecast(const std::optional<ForecastQuestion>& question,
                                const std::optional<Forecast>& forecast)
{
    m_plots->setVisible(question && !question->decoderRefuses);
    if (!question) {
        setLines(m_chance, {});
        m_curves = {{}, {}};
        m_lossPlot->setCurve({});
        m_redundancyPlot->setCurve({});
        return;
    }
    if (!forecast)
        return;
    setLines(m_chance,
             {forecastChance(*question, *forecast), forecastFalseDone(*forecast),
              forecastFleet(*forecast), forecastUncovered(*forecast)});
    showCurves(*question, *forecast);
}

void RecoveryPane::showCurves(const ForecastQuestion& question, const Forecast& forecast)
{
    ChanceCurve overLoss = lossCurve(question, forecast);
    overLoss.title = tr("Chance of a device over loss");
    ChanceCurve overRedundancy = redundancyCurve(question, forecast);
    overRedundancy.title = tr("Chance of a device over redundancy");
    for (ChanceCurve* curve : {&overLoss, &overRedundancy}) {
        curve->presentLabel = tr("Planned");
        curve->refining = !forecast.isFinal;
    }
    m_curves = {overLoss, overRedundancy};
    showCurrentCurve();
}

// What nobody sees is not drawn.
void RecoveryPane::showCurrentCurve()
{
    const qsizetype index = m_plots->currentIndex();
    if (index < m_curves.size())
        static_cast<ChancePlot*>(m_plots->widget(int(index)))->setCurve(m_curves.at(index));
}

} // namespace fuotadesk
