#include "desktop/chancecanvas.h"

#include "desktop/chancelook.h"

#include <qcustomplot.h>

#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace fuotadesk {

namespace {

constexpr double HeadingScale = 1.15;
constexpr QMargins PaperMargins(16, 16, 16, 16);
constexpr double DotSize = 8;
// A line at 0 or 100 % must not be cut in half by the frame.
constexpr double RangeLower = -3;
constexpr double RangeUpper = 104;

// Labels as the language writes numbers, into a pattern such as "%1 %".
class Ticker final : public QCPAxisTicker {
public:
    explicit Ticker(QString pattern) : m_pattern(std::move(pattern)) { }

protected:
    QString getTickLabel(double tick, const QLocale& locale, QChar, int) override
    {
        const double rounded = std::round(tick * 1e6) / 1e6;
        return m_pattern.arg(locale.toString(rounded, 'f', QLocale::FloatingPointShortest));
    }

private:
    QString m_pattern;
};

QCPTextElement* textElement(QCustomPlot* plot)
{
    auto* element = new QCPTextElement(plot);
    element->setSelectable(false);
    element->setMargins(QMargins(0, 0, 0, 4));
    return element;
}

void putMark(QCPItemStraightLine* line, QCPItemTracer* dot, const std::optional<ChancePoint>& point)
{
    line->setVisible(point.has_value());
    dot->setVisible(point.has_value());
    if (!point)
        return;
    line->point1->setCoords(point->x, 0);
    line->point2->setCoords(point->x, 1);
    dot->position->setCoords(point->x, 100 * point->probability);
}

} // namespace

ChanceCanvas::ChanceCanvas(QWidget* parent) : QWidget(parent), m_plot(new QCustomPlot(this))
{
    setMouseTracking(true);
    // Keys, pointer and menu belong to the widget around it.
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_plot->setPlottingHints(QCP::phCacheLabels);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plot);
    makeTitle();
    makeAxes();
    makeMarks();
    restyle();
}

void ChanceCanvas::makeTitle()
{
    m_title = textElement(m_plot);
    m_title->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
    m_refining = textElement(m_plot);
    m_refining->setTextFlags(Qt::AlignRight | Qt::AlignVCenter);
    auto* row = new QCPLayoutGrid;
    row->addElement(0, 0, m_title);
    row->addElement(0, 1, m_refining);
    m_plot->plotLayout()->insertRow(0);
    m_plot->plotLayout()->addElement(0, 0, row);
    m_plot->plotLayout()->setRowSpacing(0);
}

void ChanceCanvas::makeAxes()
{
    m_plot->yAxis->setRange(RangeLower, RangeUpper);
    m_plot->yAxis->setTicker(QSharedPointer<Ticker>::create(tr("%1 %", "a percentage")));
    m_plot->xAxis->setTicker(QSharedPointer<Ticker>::create(QStringLiteral("%1")));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setSubTicks(false);
        axis->setTickLength(0, 4);
        axis->setTickLabelPadding(3);
        axis->setLabelPadding(3);
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    m_lower = m_plot->addGraph();
    m_upper = m_plot->addGraph();
    m_line = m_plot->addGraph();
    m_upper->setChannelFillGraph(m_lower);
    for (QCPGraph* graph : {m_lower, m_upper}) {
        graph->setPen(Qt::NoPen);
        // Opaque and under the grid: a fill one can see through is shared out among threads by Qt,
        // and the window waits for them.
        graph->setLayer(QStringLiteral("background"));
    }
}

// In the order they cover each other.
void ChanceCanvas::makeMarks()
{
    m_presentLine = new QCPItemStraightLine(m_plot);
    m_presentText = new QCPItemText(m_plot);
    m_presentText->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    m_presentText->setPadding(QMargins(6, 2, 6, 2));
    m_presentDot = new QCPItemTracer(m_plot);
    m_markLine = new QCPItemStraightLine(m_plot);
    m_markRing = new QCPItemTracer(m_plot);
    for (QCPItemTracer* dot : {m_presentDot, m_markRing}) {
        dot->setStyle(QCPItemTracer::tsCircle);
        dot->setClipToAxisRect(false); // at the edge it is still a whole dot
    }
    m_presentDot->setSize(DotSize);
    m_markRing->setSize(DotSize + 2);
    putMark(m_presentLine, m_presentDot, {});
    putMark(m_markLine, m_markRing, {});
}

void ChanceCanvas::setCurve(const ChanceCurve& curve)
{
    m_curve = curve;
    showData();
    putMark(m_presentLine, m_presentDot, presentPoint(curve));
    fit(size());
    // At once, so that curve and words come with one painting of the window.
    m_plot->replot(QCustomPlot::rpQueuedRefresh);
}

void ChanceCanvas::showData()
{
    const qsizetype count = pointCount(m_curve);
    QVector<double> xs(count);
    QVector<double> lower(count);
    QVector<double> middle(count);
    QVector<double> upper(count);
    for (qsizetype i = 0; i < count; ++i) {
        const ChancePoint point = pointOf(m_curve, i);
        const double error = BandErrors * point.standardError;
        xs[i] = point.x;
        middle[i] = 100 * point.probability;
        lower[i] = 100 * std::max(point.probability - error, 0.0);
        upper[i] = 100 * std::min(point.probability + error, 1.0);
    }
    m_lower->setData(xs, lower, true);
    m_upper->setData(xs, upper, true);
    m_line->setData(xs, middle, true);
    // One point alone has no line; it is shown as a dot with room around it.
    m_line->setScatterStyle(count == 1 ? QCPScatterStyle::ssDisc : QCPScatterStyle::ssNone);
    if (count > 0) {
        const double room = count == 1 ? 0.5 : 0.01 * (xs.last() - xs.first());
        m_plot->xAxis->setRange(xs.first() - room, xs.last() + room);
    }
}

void ChanceCanvas::markPoint(std::optional<qsizetype> point)
{
    if (!point && !m_markRing->visible())
        return;
    putMark(m_markLine, m_markRing, point ? std::optional(pointOf(m_curve, *point)) : std::nullopt);
    replotSoon();
}

void ChanceCanvas::drawOnPaper(QPaintDevice* device, double scale)
{
    const bool isMarked = m_markRing->visible();
    m_markLine->setVisible(false);
    m_markRing->setVisible(false);
    applyLook(paperLook(palette()));
    const QSize inner = PaperSize.shrunkBy(PaperMargins);
    fit(inner);
    QCPPainter painter(device);
    painter.scale(scale, scale);
    painter.translate(PaperMargins.left(), PaperMargins.top());
    m_plot->toPainter(&painter, inner.width(), inner.height());
    painter.end();
    m_markLine->setVisible(isMarked);
    m_markRing->setVisible(isMarked);
    restyle();
}

void ChanceCanvas::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    const auto type = event->type();
    if (type == QEvent::PaletteChange || type == QEvent::FontChange || type == QEvent::EnabledChange
        || type == QEvent::LocaleChange)
        restyle();
}

void ChanceCanvas::restyle()
{
    applyLook(chanceLook(palette()));
    applyFonts();
    m_plot->setLocale(locale());
    fit(size());
    replotSoon();
}

void ChanceCanvas::applyLook(const ChanceLook& look)
{
    m_plot->setBackground(QBrush(look.window));
    m_plot->axisRect()->setBackground(QBrush(look.base));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setBasePen(look.axis);
        axis->setTickPen(look.axis);
        axis->setTickLabelColor(look.windowText);
        axis->setLabelColor(look.windowText);
        axis->grid()->setPen(look.grid);
    }
    for (QCPTextElement* text : {m_title, m_refining})
        text->setTextColor(look.windowText);
    m_line->setPen(QPen(look.curve, 2));
    m_upper->setBrush(look.band);
    m_presentLine->setPen(QPen(look.mark, 1, Qt::DashLine));
    m_presentDot->setPen(QPen(look.base, 1.5));
    m_presentDot->setBrush(look.curve);
    m_presentText->setColor(look.text);
    m_markLine->setPen(QPen(look.mark, 1));
    m_markRing->setPen(QPen(look.text, 2));
    m_markRing->setBrush(look.base);
}

void ChanceCanvas::applyFonts()
{
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLabelFont(font());
        axis->setLabelFont(font());
    }
    QFont heading = font();
    heading.setPointSizeF(heading.pointSizeF() * HeadingScale);
    heading.setBold(true);
    m_title->setFont(heading);
    m_refining->setFont(font());
    m_presentText->setFont(font());
}

// What has no room is left out: QCustomPlot itself would let texts run over each other.
void ChanceCanvas::fit(const QSize& size)
{
    const QFontMetrics metrics(font());
    const int line = metrics.lineSpacing();
    m_refining->setText(m_curve.refining ? tr("refining…", "a curve being made better")
                                         : QString());
    const int besideTitle = metrics.horizontalAdvance(m_refining->text()) + 2 * line;
    m_title->setText(QFontMetrics(m_title->font())
                         .elidedText(m_curve.title, Qt::ElideRight, size.width() - besideTitle));

    const int axisHeight = size.height() - 4 * line;
    const bool labelFits = metrics.horizontalAdvance(m_curve.yLabel) <= axisHeight;
    m_plot->yAxis->setLabel(labelFits ? m_curve.yLabel : QString());
    m_plot->xAxis->setLabel(m_curve.xLabel);
    m_plot->yAxis->ticker()->setTickCount(axisHeight > 6 * line ? 4 : 2); // 25 or 50 % apart
    const int axisWidth =
        size.width() - metrics.horizontalAdvance(u'0') * 9 - (labelFits ? line : 0);
    m_plot->xAxis->ticker()->setTickCount(
        std::clamp(axisWidth / std::max(metrics.horizontalAdvance(u'0') * 8, 1), 2, 8));
    m_plot->axisRect()->setMinimumMargins(
        QMargins(0, 4, metrics.horizontalAdvance(QStringLiteral("000")), 0));
    fitPresentLabel(axisWidth);
}

// On the side that the curve leaves free; the words below the picture tell it in any case.
void ChanceCanvas::fitPresentLabel(double axisWidth)
{
    const auto point = presentPoint(m_curve);
    m_presentText->setVisible(point && !m_curve.presentLabel.isEmpty());
    if (!m_presentText->visible())
        return;
    const QCPRange range = m_plot->xAxis->range();
    const double leftRoom = axisWidth * (point->x - range.lower) / range.size();
    const double needed = QFontMetrics(font()).horizontalAdvance(m_curve.presentLabel) + 12;
    const bool falls =
        m_curve.probability.first() > m_curve.probability.at(pointCount(m_curve) - 1);
    const bool isHigh = point->probability > 0.5;
    const bool onLeft = falls == isHigh;
    m_presentText->setVisible((onLeft ? leftRoom : axisWidth - leftRoom) >= needed);
    m_presentText->setText(m_curve.presentLabel);
    m_presentText->setPositionAlignment(Qt::AlignVCenter
                                        | (onLeft ? Qt::AlignRight : Qt::AlignLeft));
    m_presentText->position->setCoords(point->x, isHigh ? 0.82 : 0.18);
}

void ChanceCanvas::mouseMoveEvent(QMouseEvent* event)
{
    QWidget::mouseMoveEvent(event);
    if (pointCount(m_curve) == 0)
        return;
    const double x = m_plot->xAxis->pixelToCoord(event->position().x());
    Q_EMIT pointHovered(nearestPoint(m_curve, x));
}

void ChanceCanvas::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    Q_EMIT hoverEnded();
}

void ChanceCanvas::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit(size());
}

// Once for all that changes until the event loop turns.
void ChanceCanvas::replotSoon()
{
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

} // namespace fuotadesk
