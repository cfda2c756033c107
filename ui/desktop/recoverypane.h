#pragma once

#include "desktop/chancecurve.h"
#include "fuota/forecast.h"
#include "fuota/radioplan.h"

#include <QWidget>

class QTabWidget;
class QVBoxLayout;

namespace fuotadesk {

class ChancePlot;
class SteadyLabel;

// What a plan comes to on the air and at the devices: air time, duty cycle, session, the chance
// that a device and the fleet get the image, over the loss and over the redundancy.
class RecoveryPane : public QWidget {
    Q_OBJECT

public:
    explicit RecoveryPane(QWidget* parent = nullptr);

    void showRadio(const RadioPlan& radio, const std::optional<QDateTime>& startAt);
    // No question: there is nothing to simulate. No forecast: it is on its way, and what stands
    // here stays until then.
    void showForecast(const std::optional<ForecastQuestion>& question,
                      const std::optional<Forecast>& forecast);
    ChancePlot* lossPlot() const { return m_lossPlot; }
    ChancePlot* redundancyPlot() const { return m_redundancyPlot; }

Q_SIGNALS:
    void saveFailed(const QString& path, const QString& reason);

private:
    SteadyLabel* addLines(QVBoxLayout* column);
    ChancePlot* addPlot(const QString& title);
    void showCurves(const ForecastQuestion& question, const Forecast& forecast);
    void showCurrentCurve();

    SteadyLabel* m_radio;
    SteadyLabel* m_chance;
    QTabWidget* m_plots;
    QList<ChanceCurve> m_curves; // in the order of the tabs
    ChancePlot* m_lossPlot;
    ChancePlot* m_redundancyPlot;
};

} // namespace fuotadesk
