#include "desktop/fragmentbar.h"

#include <QLocale>
#include <QPainter>

namespace fuotadesk {

FragmentBar::FragmentBar(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Fragments"));
}

void FragmentBar::setCounts(const lorawan::FragmentCount& counts)
{
    if (counts == m_counts)
        return;
    m_counts = counts;
    const QString text = tr("%1 data fragments and %2 redundant fragments")
                             .arg(locale().toString(qint64(counts.data)),
                                  locale().toString(qint64(counts.redundant)));
    setAccessibleDescription(text);
    setToolTip(text);
    update();
}

double FragmentBar::dataShare() const
{
    return m_counts.total() > 0 ? double(m_counts.data) / double(m_counts.total()) : 0.0;
}

QSize FragmentBar::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 40, fontMetrics().height()};
}

QSize FragmentBar::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 10, fontMetrics().height()};
}

void FragmentBar::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    const QColor hue = palette().color(QPalette::Highlight);
    const QRectF whole = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QRectF dataPart = whole;
    dataPart.setWidth(whole.width() * dataShare());
    QRectF redundantPart = whole;
    redundantPart.setLeft(dataPart.right());

    painter.fillRect(whole, palette().color(QPalette::Base));
    if (m_counts.total() > 0) {
        QColor light = hue;
        light.setAlphaF(0.25F);
        painter.fillRect(redundantPart, light);
        painter.fillRect(redundantPart, QBrush(hue, Qt::BDiagPattern));
        painter.fillRect(dataPart, hue);
    }
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(whole);
}

} // namespace fuotadesk
