#include "desktop/placeholdertint.h"

#include "desktop/palettetints.h"

namespace fuotadesk {

namespace {

constexpr double LeastContrast = 3.0;
constexpr float Faintness = 0.62F; // of the text colour

// As it looks over that background.
QColor over(const QColor& color, const QColor& background)
{
    const float part = color.alphaF();
    const auto mix = [part](float a, float b) { return a * part + b * (1.0F - part); };
    return QColor::fromRgbF(mix(color.redF(), background.redF()),
                            mix(color.greenF(), background.greenF()),
                            mix(color.blueF(), background.blueF()));
}

} // namespace

PlaceholderTint::PlaceholderTint(QApplication& application) : QObject(&application)
{
    application.installEventFilter(this);
    adjust();
}

bool PlaceholderTint::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ApplicationPaletteChange && watched == parent())
        adjust();
    return false;
}

void PlaceholderTint::adjust()
{
    const QPalette theme = QApplication::palette();
    const QColor base = theme.color(QPalette::Active, QPalette::Base);
    const QColor hint = theme.color(QPalette::Active, QPalette::PlaceholderText);
    if (contrastRatio(over(hint, base), base) >= LeastContrast)
        return;
    QColor readable = theme.color(QPalette::Active, QPalette::Text);
    readable.setAlphaF(Faintness);
    QPalette own = theme; // it still knows which colours are the theme's
    own.setColor(QPalette::PlaceholderText, readable);
    QApplication::setPalette(own);
}

} // namespace fuotadesk
