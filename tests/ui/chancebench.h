#pragma once

#include "desktop/chancecanvas.h"
#include "desktop/chanceplot.h"
#include "desktop/palettetints.h"

#include <QCoreApplication>
#include <QLabel>

#include <algorithm>
#include <cmath>

namespace fuotadesk {

inline ChanceCurve lossCurve(double middle = 14)
{
    ChanceCurve curve;
    curve.title = QStringLiteral("Chance that a device succeeds");
    curve.xLabel = QStringLiteral("Loss (%)");
    curve.yLabel = QStringLiteral("Chance of success");
    curve.pointText = QStringLiteral("%1 % loss");
    for (int i = 0; i <= 100; ++i) {
        const double x = 0.3 * i;
        const double chance = 1 / (1 + std::exp(x - middle));
        curve.x << x;
        curve.probability << chance;
        curve.standardError << std::sqrt(chance * (1 - chance) / 200);
    }
    curve.present = 10;
    curve.presentLabel = QStringLiteral("Assumed");
    return curve;
}

inline QPalette palette(const QColor& window, const QColor& base, const QColor& highlight)
{
    QPalette palette(window);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::Highlight, highlight);
    return palette;
}

inline QPalette darkPalette()
{
    return palette(QColor(0x2a, 0x2e, 0x32), QColor(0x1b, 0x1e, 0x20), QColor(0x3d, 0xae, 0xe9));
}

// What the screen would show now, with everything queued painted.
inline QImage settled(QWidget& widget)
{
    for (int turn = 0; turn < 5; ++turn)
        QCoreApplication::processEvents();
    return widget.grab().toImage();
}

// Contrast of the part of the picture that stands out most from the colour of its corner.
inline double greatestContrast(const QImage& image)
{
    const QColor background = image.pixelColor(0, 0);
    double greatest = 1;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            greatest = std::max(greatest, contrastRatio(image.pixelColor(x, y), background));
    }
    return greatest;
}

struct Shown {
    explicit Shown(const ChanceCurve& curve = lossCurve())
    {
        plot.resize(440, 270);
        plot.setCurve(curve);
        plot.show();
        plot.activateWindow();
        settled(plot);
    }

    ChanceCanvas& canvas() { return *plot.findChild<ChanceCanvas*>(); }

    QString told() const
    {
        for (const QLabel* label : plot.findChildren<QLabel*>()) {
            if (label->isVisible())
                return label->text().replace(QChar::Nbsp, u' ');
        }
        return {};
    }

    ChancePlot plot;
};

} // namespace fuotadesk
