#include "desktop/chanceplot.h"

#include "desktop/chancecanvas.h"
#include "desktop/chanceexport.h"
#include "desktop/steadylabel.h"
#include "desktop/symbolicicon.h"

#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QStackedLayout>
#include <QStyleOptionFocusRect>
#include <QStylePainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr QSize LeastSize(280, 160);
constexpr int FrameRoom = 3; // for the focus frame around the canvas
constexpr int WordsWidth = 56; // in characters: what tells a value fits into one line

} // namespace

ChancePlot::ChancePlot(QWidget* parent) : QWidget(parent)
{
    setMinimumSize(LeastSize);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Chance of success"));
    m_empty = new QLabel(this);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(16);
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(makeFigure());
    setPlaceholder(tr("There is no curve to show yet."));
    showCurve();
}

QWidget* ChancePlot::makeFigure()
{
    auto* figure = new QWidget(this);
    m_canvas = new ChanceCanvas(figure);
    m_export = new ChanceExport(m_canvas, this);
    connect(m_export, &ChanceExport::saved, this, &ChancePlot::saved);
    connect(m_export, &ChanceExport::saveFailed, this, &ChancePlot::saveFailed);
    m_value = new SteadyLabel(SteadyLabel::Selection::Mouse, figure);
    m_value->setToolTip(tr("± and the band around the curve: two standard errors, about 95 %"));
    m_exportButton = new QToolButton(figure);
    m_exportButton->setText(tr("Export"));
    m_exportButton->setToolTip(tr("Copy or save the picture or its numbers"));
    m_exportButton->setIcon(symbolicIcon(QStringLiteral("export")));
    m_exportButton->setAutoRaise(true);
    m_exportButton->setFocusPolicy(Qt::StrongFocus);
    m_exportButton->setPopupMode(QToolButton::InstantPopup);
    m_exportButton->setMenu(m_export->menu());
    auto* row = new QHBoxLayout;
    row->addWidget(m_value, 1);
    row->addWidget(m_exportButton);
    auto* column = new QVBoxLayout(figure);
    column->setContentsMargins(FrameRoom, FrameRoom, FrameRoom, FrameRoom);
    column->setSpacing(FrameRoom);
    column->addWidget(m_canvas, 1);
    column->addLayout(row);
    connect(m_canvas, &ChanceCanvas::pointHovered, this, &ChancePlot::hoverPoint);
    connect(m_canvas, &ChanceCanvas::hoverEnded, this, &ChancePlot::endHover);
    return figure;
}

void ChancePlot::setCurve(const ChanceCurve& curve)
{
    if (curve == m_curve)
        return;
    // The point being read stays where it is, also when there are more or fewer points now.
    for (auto* point : {&m_cursor, &m_hovered}) {
        if (*point && pointCount(curve) > 0)
            *point = nearestPoint(curve, m_curve.x.at(**point));
        else
            point->reset();
    }
    m_curve = curve;
    showCurve();
}

void ChancePlot::showCurve()
{
    const bool hasPoints = pointCount(m_curve) > 0;
    if (!m_curve.title.isEmpty())
        setAccessibleName(m_curve.title);
    m_canvas->setCurve(m_curve);
    m_stack->setCurrentIndex(hasPoints ? 1 : 0);
    m_export->setCurve(m_curve);
    showReading();
}

void ChancePlot::setPlaceholder(const QString& text)
{
    m_placeholder = text;
    m_empty->setText(text);
    showReading();
}

// Who moves along the curve hears the point alone, who arrives hears the whole.
void ChancePlot::showReading()
{
    m_canvas->markPoint(readPoint());
    const QString value = valueText();
    QString shown = value.isEmpty()
        ? tr("Point at the curve, or press Left and Right, to read a value.")
        : value;
    shown.replace(QStringLiteral(" %"), QStringLiteral("\u00a0%")); // a line never begins with it
    shown.replace(QStringLiteral("± "), QStringLiteral("±\u00a0"));
    m_value->setText(shown);
    const QString description = m_cursor ? value : textAlternative();
    if (description != accessibleDescription())
        setAccessibleDescription(description);
}

QString ChancePlot::textAlternative() const
{
    return pointCount(m_curve) > 0 ? curveInWords(m_curve, locale()) : m_placeholder;
}

QString ChancePlot::valueText() const
{
    if (const auto point = readPoint())
        return pointInWords(m_curve, pointOf(m_curve, *point), locale());
    return presentInWords(m_curve, locale());
}

QAction* ChancePlot::copyPictureAction() const
{
    return m_export->copyPictureAction();
}

QAction* ChancePlot::copyDataAction() const
{
    return m_export->copyDataAction();
}

QAction* ChancePlot::saveAction() const
{
    return m_export->saveAction();
}

void ChancePlot::saveTo(const QString& path)
{
    m_export->saveTo(path);
}

std::optional<qsizetype> ChancePlot::readPoint() const
{
    return m_hovered ? m_hovered : m_cursor;
}

void ChancePlot::hoverPoint(qsizetype point)
{
    if (m_hovered == point)
        return;
    m_hovered = point;
    showReading();
}

void ChancePlot::endHover()
{
    m_hovered.reset();
    showReading();
}

void ChancePlot::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers() == Qt::NoModifier && moveCursor(event->key()))
        event->accept();
    else
        QWidget::keyPressEvent(event);
}

// The first arrow tells the point nearest to the present setting.
bool ChancePlot::moveCursor(int key)
{
    const qsizetype last = pointCount(m_curve) - 1;
    const auto at = readPoint();
    const bool isStep = key == Qt::Key_Left || key == Qt::Key_Right;
    const bool isEnd = key == Qt::Key_Home || key == Qt::Key_End;
    if (last < 0 || (!isStep && !isEnd && !(key == Qt::Key_Escape && m_cursor)))
        return false;
    m_hovered.reset();
    if (key == Qt::Key_Escape)
        m_cursor.reset();
    else if (isEnd)
        m_cursor = key == Qt::Key_Home ? 0 : last;
    else if (at)
        m_cursor = std::clamp<qsizetype>(*at + (key == Qt::Key_Left ? -1 : 1), 0, last);
    else
        m_cursor = m_curve.present ? nearestPoint(m_curve, *m_curve.present) : 0;
    showReading();
    return true;
}

void ChancePlot::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void ChancePlot::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) {
        m_cursor.reset();
        showReading();
    }
    update();
}

void ChancePlot::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    if (!hasFocus())
        return;
    QStylePainter painter(this);
    QStyleOptionFocusRect option;
    option.initFrom(this);
    option.backgroundColor = palette().color(QPalette::Window);
    if (pointCount(m_curve) > 0)
        option.rect = m_canvas->geometry().adjusted(-FrameRoom, -FrameRoom, FrameRoom, FrameRoom);
    painter.drawPrimitive(QStyle::PE_FrameFocusRect, option);
}

void ChancePlot::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKeys = event->reason() == QContextMenuEvent::Keyboard;
    m_export->menu()->popup(byKeys ? mapToGlobal(rect().center()) : event->globalPos());
}

void ChancePlot::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        reserveLines();
    if (event->type() == QEvent::LocaleChange)
        showReading();
}

void ChancePlot::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    reserveLines();
}

// Or the picture would change its size with the length of the value under the pointer.
void ChancePlot::reserveLines()
{
    const bool isNarrow = width() < WordsWidth * fontMetrics().averageCharWidth();
    m_value->setMinimumHeight(fontMetrics().lineSpacing() * (isNarrow ? 2 : 1));
}

QSize ChancePlot::sizeHint() const
{
    return LeastSize.expandedTo(
        {WordsWidth * fontMetrics().averageCharWidth(), fontMetrics().lineSpacing() * 15});
}

} // namespace fuotadesk
