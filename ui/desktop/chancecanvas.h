#pragma once

#include "desktop/chancecurve.h"

#include <QWidget>

class QCPGraph;
class QCPItemStraightLine;
class QCPItemText;
class QCPItemTracer;
class QCPTextElement;
class QCustomPlot;

namespace fuotadesk {

struct ChanceLook;

// The picture of a ChanceCurve: the line, a band of two standard errors in the same hue, and the
// present setting. Palette and font of the widget alone decide how it looks; pictures that leave
// the window are dark on white, as they end up on paper. It knows nothing of keys or menus.
class ChanceCanvas : public QWidget {
    Q_OBJECT

public:
    static constexpr QSize PaperSize{720, 405};

    explicit ChanceCanvas(QWidget* parent = nullptr);

    void setCurve(const ChanceCurve& curve);
    // The point being read, marked with a line and a ring.
    void markPoint(std::optional<qsizetype> point);

    // Fills PaperSize times scale of the device; without the mark.
    void drawOnPaper(QPaintDevice* device, double scale);

Q_SIGNALS:
    void pointHovered(qsizetype point);
    void hoverEnded();

protected:
    void changeEvent(QEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeAxes();
    void makeTitle();
    void makeMarks();
    void showData();
    void restyle();
    void applyLook(const ChanceLook& look);
    void applyFonts();
    void fit(const QSize& size);
    void fitPresentLabel(double axisWidth);
    void replotSoon();

    ChanceCurve m_curve;
    QCustomPlot* m_plot;
    QCPTextElement* m_title = nullptr;
    QCPTextElement* m_refining = nullptr;
    QCPGraph* m_lower = nullptr;
    QCPGraph* m_upper = nullptr;
    QCPGraph* m_line = nullptr;
    QCPItemStraightLine* m_presentLine = nullptr;
    QCPItemTracer* m_presentDot = nullptr;
    QCPItemText* m_presentText = nullptr;
    QCPItemStraightLine* m_markLine = nullptr;
    QCPItemTracer* m_markRing = nullptr;
};

} // namespace fuotadesk
