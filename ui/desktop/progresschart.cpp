#include "desktop/progresschart.h"

#include "desktop/palettetints.h"
#include "text/numbertext.h"
#include "text/progresstext.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>

#include <algorithm>
#include <array>

namespace fuotadesk {

namespace {

constexpr double Gap = 6; // between axis and text
constexpr float Light = 0.25F;

QColor light(QColor color)
{
    color.setAlphaF(Light);
    return color;
}

} // namespace

ProgressChart::ProgressChart(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Progress over time"));
}

void ProgressChart::setPoints(const QList<WatchPoint>& points, const QDateTime& until)
{
    if (points == m_points && until == m_until)
        return;
    const bool isOther =
        m_points.isEmpty() || points.isEmpty() || points.first() != m_points.first();
    m_points = points;
    m_until = until;
    m_most = 0;
    for (const WatchPoint& point : points)
        m_most = std::max(m_most, point.counts.total());
    if (isOther)
        m_chosenAt = {};
    setAccessibleDescription(progressText(points, until));
    update();
    Q_EMIT shownChanged();
}

QBrush ProgressChart::ground(Band band, const QPalette& palette)
{
    switch (band) {
    case Successful:
        return tintText(Tint::Done, palette);
    case Failed:
        return light(tintText(Tint::Failed, palette));
    case Open:
    case BandCount:
        break;
    }
    return light(palette.color(QPalette::Highlight));
}

QBrush ProgressChart::pattern(Band band, const QPalette& palette)
{
    return band == Failed ? QBrush(tintText(Tint::Failed, palette), Qt::BDiagPattern)
                          : QBrush(Qt::NoBrush);
}

QSize ProgressChart::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 50, fontMetrics().height() * 12};
}

QSize ProgressChart::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 24, fontMetrics().height() * 6};
}

std::chrono::milliseconds ProgressChart::stretch() const
{
    const qint64 whole = m_points.isEmpty() ? 0 : m_points.first().at.msecsTo(m_until);
    return std::chrono::milliseconds(std::max<qint64>(whole, 1));
}

QRectF ProgressChart::plot() const
{
    const double left = fontMetrics().horizontalAdvance(numberText(m_most)) + Gap;
    const double bottom = fontMetrics().height() + Gap;
    const double top = fontMetrics().height() / 2.0;
    return QRectF(rect()).adjusted(left, top, -Gap, -bottom);
}

double ProgressChart::xOf(const QDateTime& at) const
{
    const double share = double(m_points.first().at.msecsTo(at)) / double(stretch().count());
    return plot().left() + (plot().width() - LastLookWidth) * std::clamp(share, 0.0, 1.0);
}

double ProgressChart::yOf(int count) const
{
    return plot().bottom() - plot().height() * count / std::max(m_most, 1);
}

QRectF ProgressChart::area(qsizetype point, Band band) const
{
    const DeviceCounts& counts = m_points.at(point).counts;
    const std::array<int, BandCount> heights{counts.successful, counts.failed, counts.open};
    int below = 0;
    for (int each = 0; each < band; ++each)
        below += heights.at(size_t(each));
    const bool isLast = point + 1 == m_points.size();
    const double right = isLast ? plot().right() : xOf(m_points.at(point + 1).at);
    return {QPointF(xOf(m_points.at(point).at), yOf(below + heights.at(band))),
            QPointF(right, yOf(below))};
}

qsizetype ProgressChart::shownIndex() const
{
    if (isFollowing())
        return m_points.size() - 1;
    const auto after = std::ranges::upper_bound(m_points, m_chosenAt, {}, &WatchPoint::at);
    return std::max<qsizetype>(after - m_points.begin() - 1, 0);
}

const WatchPoint* ProgressChart::shown() const
{
    return m_points.isEmpty() ? nullptr : &m_points.at(shownIndex());
}

// The last one goes on with what comes.
void ProgressChart::choose(qsizetype point)
{
    if (m_points.isEmpty())
        return;
    const bool isLast = point + 1 >= m_points.size();
    m_chosenAt = isLast ? QDateTime() : m_points.at(std::max<qsizetype>(point, 0)).at;
    update();
    Q_EMIT shownChanged();
}

void ProgressChart::chooseAt(double x)
{
    qsizetype point = 0;
    while (point + 1 < m_points.size() && xOf(m_points.at(point + 1).at) <= x)
        ++point;
    choose(point);
}

void ProgressChart::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        choose(shownIndex() - 1);
        break;
    case Qt::Key_Right:
        choose(shownIndex() + 1);
        break;
    case Qt::Key_Home:
        choose(0);
        break;
    case Qt::Key_End:
        choose(m_points.size() - 1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void ProgressChart::mousePressEvent(QMouseEvent* event)
{
    chooseAt(event->position().x());
}

void ProgressChart::mouseMoveEvent(QMouseEvent* event)
{
    chooseAt(event->position().x());
}

void ProgressChart::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(plot(), palette().color(QPalette::Base));
    if (!m_points.isEmpty()) {
        paintBands(painter);
        paintAxes(painter);
        paintChosen(painter);
    }
    if (hasFocus()) {
        QStyleOptionFocusRect focus;
        focus.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
    }
}

void ProgressChart::paintBands(QPainter& painter) const
{
    for (qsizetype point = 0; point < m_points.size(); ++point) {
        for (const Band band : {Successful, Failed, Open}) {
            const QRectF each = area(point, band);
            painter.fillRect(each, ground(band, palette()));
            painter.fillRect(each, pattern(band, palette()));
        }
    }
}

void ProgressChart::paintAxes(QPainter& painter) const
{
    const QRectF inner = plot();
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(inner);
    painter.setPen(palette().color(QPalette::WindowText));
    const double line = fontMetrics().height();
    const QSizeF number(inner.left() - Gap, line);
    painter.drawText(QRectF({0, inner.top() - line / 2}, number), Qt::AlignRight | Qt::AlignVCenter,
                     numberText(m_most));
    painter.drawText(QRectF({0, inner.bottom() - line / 2}, number),
                     Qt::AlignRight | Qt::AlignVCenter, numberText(0));
    const QRectF below(inner.left(), inner.bottom() + Gap, inner.width(), line);
    painter.drawText(below, Qt::AlignLeft, momentText(m_points.first().at, stretch()));
    painter.drawText(below, Qt::AlignRight, momentText(m_until, stretch()));
}

void ProgressChart::paintChosen(QPainter& painter) const
{
    if (isFollowing())
        return;
    const double x = xOf(shown()->at);
    painter.setPen(QPen(palette().color(QPalette::WindowText), 2));
    painter.drawLine(QPointF(x, plot().top()), QPointF(x, plot().bottom()));
}

} // namespace fuotadesk
