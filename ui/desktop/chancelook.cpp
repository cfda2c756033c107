#include "desktop/chancelook.h"

#include "desktop/palettetints.h"

namespace fuotadesk {

namespace {

QColor withAlpha(QColor color, float alpha)
{
    color.setAlphaF(alpha);
    return color;
}

QColor mixed(const QColor& over, const QColor& under, float share)
{
    const auto mix = [share](float one, float other) { return one * share + other * (1 - share); };
    return QColor::fromRgbF(mix(over.redF(), under.redF()), mix(over.greenF(), under.greenF()),
                            mix(over.blueF(), under.blueF()));
}

} // namespace

ChanceLook chanceLook(const QPalette& palette)
{
    ChanceLook look;
    look.window = palette.color(QPalette::Window);
    look.windowText = palette.color(QPalette::WindowText);
    look.base = palette.color(QPalette::Base);
    look.text = palette.color(QPalette::Text);
    look.axis = withAlpha(look.windowText, 0.45F);
    look.grid = withAlpha(look.text, 0.12F);
    look.curve = palette.currentColorGroup() == QPalette::Disabled
        ? look.text
        : tintText(Tint::Running, palette);
    look.band = mixed(look.curve, look.base, 0.25F);
    look.mark = withAlpha(look.text, 0.7F);
    return look;
}

ChanceLook paperLook(const QPalette& screen)
{
    QPalette paper(Qt::white);
    for (const auto role : {QPalette::WindowText, QPalette::Text})
        paper.setColor(role, Qt::black);
    for (const auto role : {QPalette::Window, QPalette::Base})
        paper.setColor(role, Qt::white);
    paper.setColor(QPalette::Highlight, screen.color(QPalette::Active, QPalette::Highlight));
    return chanceLook(paper);
}

} // namespace fuotadesk
