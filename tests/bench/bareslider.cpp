// The least that follows a slider: texts, a number and a picture as large as FUOTA Desk's, painted
// anew at every step. What it keeps silent is the screen's share and the machine's.
#include <QApplication>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>

namespace {

class Picture : public QWidget {
public:
    explicit Picture(QWidget* parent) : QWidget(parent) { setFixedSize(620, 230); }

    void show(int percent)
    {
        m_percent = percent;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), palette().color(QPalette::Base));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        QPainterPath curve(QPointF(0, 10));
        const double middle = 3.0 * m_percent + 100;
        curve.cubicTo(middle, 10, middle, height() - 10, width(), height() - 10);
        painter.drawPath(curve);
        for (int tick = 0; tick <= 10; ++tick)
            painter.drawText(tick * width() / 11, height() - 4, QString::number(tick * 5));
    }

private:
    int m_percent = 0;
};

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QWidget window;
    window.setWindowTitle(QStringLiteral("Bare slider"));
    auto* column = new QVBoxLayout(&window);
    auto* slider = new QSlider(Qt::Horizontal, &window);
    slider->setAccessibleName(QStringLiteral("Redundancy slider"));
    slider->setPageStep(5);
    auto* box = new QSpinBox(&window);
    auto* picture = new Picture(&window);
    column->addWidget(slider);
    column->addWidget(box);
    QList<QLabel*> lines;
    for (int line = 0; line < 4; ++line) {
        lines.append(new QLabel(&window));
        lines.last()->setFixedHeight(lines.last()->fontMetrics().height());
        column->addWidget(lines.last());
    }
    column->addWidget(picture);
    QObject::connect(slider, &QSlider::valueChanged, &window, [=](int percent) {
        box->setValue(percent);
        for (QLabel* line : lines)
            line->setText(QStringLiteral("%1 redundant, as long as a line of it").arg(percent));
        picture->show(percent);
    });
    window.resize(1000, 700);
    window.show();
    return QApplication::exec();
}
