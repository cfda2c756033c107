#include "desktop/palettetints.h"

#include <algorithm>
#include <cmath>

namespace fuotadesk {

namespace {

constexpr double ReadableContrast = 4.5;

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

QColor hueOf(Tint tint, const QPalette& palette)
{
    switch (tint) {
    case Tint::Done:
        return QColor::fromHslF(0.37F, 0.65F, 0.40F);
    case Tint::Running:
        return palette.color(QPalette::Active, QPalette::Highlight);
    case Tint::Attention:
        return QColor::fromHslF(0.10F, 0.90F, 0.42F);
    case Tint::Failed:
        break;
    }
    return QColor::fromHslF(0.0F, 0.70F, 0.50F);
}

QColor withLightness(const QColor& color, float lightness)
{
    return QColor::fromHslF(std::max(color.hslHueF(), 0.0F), color.hslSaturationF(), lightness);
}

QColor mixed(const QColor& one, const QColor& other, float part)
{
    const auto mix = [part](float a, float b) { return a * part + b * (1.0F - part); };
    return QColor::fromRgbF(mix(one.redF(), other.redF()), mix(one.greenF(), other.greenF()),
                            mix(one.blueF(), other.blueF()));
}

} // namespace

double contrastRatio(const QColor& one, const QColor& other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor tintText(Tint tint, const QPalette& palette)
{
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    const bool dark = luminance(window) < 0.18;
    const QColor hue = hueOf(tint, palette);
    const int step = dark ? 2 : -2;
    for (int percent = qRound(hue.lightnessF() * 100); percent > 0 && percent < 100;
         percent += step) {
        const QColor candidate = withLightness(hue, static_cast<float>(percent) / 100);
        if (std::min(contrastRatio(candidate, base), contrastRatio(candidate, window))
            >= ReadableContrast)
            return candidate;
    }
    return palette.color(QPalette::Active, QPalette::WindowText);
}

QColor tintBackground(Tint tint, const QPalette& palette)
{
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    const QColor text = palette.color(QPalette::Active, QPalette::WindowText);
    for (int percent = 18; percent > 0; percent -= 3) {
        const QColor candidate =
            mixed(hueOf(tint, palette), window, static_cast<float>(percent) / 100);
        if (contrastRatio(candidate, text) >= ReadableContrast)
            return candidate;
    }
    return window;
}

} // namespace fuotadesk
